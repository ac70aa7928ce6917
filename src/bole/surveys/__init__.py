"""Surveys: questions asked, anonymous answers, and the gate that small groups do not pass."""
