"""Delighted: what customers answer, as a number from 0 to 100."""
