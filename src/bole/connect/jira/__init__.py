"""Jira: tasks, defects, acceptances and reworks, with their due days."""
