"""Promises that hold when things break."""
