"""Reads of surveys: what waits for somebody, and what is published. Nothing here reads a single answer."""

from bole.surveys.queries.results import Published, Rate, programme, publications, results

__all__ = ["Published", "Rate", "programme", "publications", "results"]
