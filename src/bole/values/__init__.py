"""Values that every room speaks: periods, working days, whoever looks, and how to say no. Plain Python, nothing else."""
