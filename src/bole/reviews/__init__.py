"""Feedback at any time, and one-to-ones with an agenda and actions that are followed up."""
