"""The demo company as plain values: who works there, what they do, what the stories plant. No database, no clock; the day is given."""
