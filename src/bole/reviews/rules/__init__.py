"""Feedback and talks as values."""
