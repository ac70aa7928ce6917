"""The arithmetic of people: names and their keys, spells of days, reporting lines, zones. Plain Python."""
