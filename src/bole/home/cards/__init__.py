"""The cards of the home, by the role in which somebody sees them: each finds out what it says today."""
