"""Surveys in words."""
