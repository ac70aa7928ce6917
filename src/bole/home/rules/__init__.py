"""Arithmetic of the home: the order of cards, minutes."""
