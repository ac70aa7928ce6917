"""Absences: which days somebody was away from work."""
