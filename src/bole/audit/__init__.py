"""Audit: the record of who did or saw what, and when; a chain that shows tampering."""
