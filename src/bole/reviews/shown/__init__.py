"""Feedback and talks in words."""
