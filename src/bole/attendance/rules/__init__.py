"""Absences as values."""
