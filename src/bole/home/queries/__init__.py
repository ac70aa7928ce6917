"""Reads that compose what several rooms know."""
