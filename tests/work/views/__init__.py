"""The pages of work data that HR looks after."""
