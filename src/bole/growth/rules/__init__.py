"""Arithmetic of growth."""
