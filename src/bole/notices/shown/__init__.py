"""Rows in words, for the pages."""
