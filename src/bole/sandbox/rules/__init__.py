"""The demo company as plain values: who works there, what they do, and what the stories plant. No database, no clock; the day is an argument."""
