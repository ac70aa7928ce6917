"""The ways out of the house, a file each: what each is told and what its answers mean. None of them touches the database."""
