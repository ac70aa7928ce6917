"""Mentoring: who may mentor, frameworks and plans, pairs and how they are found, meetings and duties, and what came of it."""
