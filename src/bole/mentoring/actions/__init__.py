"""Changes to mentoring."""
