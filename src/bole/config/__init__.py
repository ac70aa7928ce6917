"""Config: the top floor. Settings, addresses, the timetable of jobs and the one door."""
