"""Generated companies: observed work, and apart from it the truth that was planted."""
