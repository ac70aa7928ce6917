"""The look in parts: template tags with a template each, charts drawn on the server, icons."""
