"""The pages of feedback and of one-to-ones."""
