"""Notices: what we tell people, in the app first; each once, read or not."""
