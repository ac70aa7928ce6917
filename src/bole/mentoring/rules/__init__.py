"""Arithmetic of mentoring."""
