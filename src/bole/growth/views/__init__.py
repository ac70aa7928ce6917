"""Edges of growth."""
