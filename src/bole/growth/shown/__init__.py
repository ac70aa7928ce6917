"""Rows turned into words."""
