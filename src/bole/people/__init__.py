"""People: who works here, since when, in which unit and position, and who leads whom, as of any date."""
