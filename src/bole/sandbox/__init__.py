"""Sandbox: the demo company, its stories, and the pulse that keeps it alive."""
