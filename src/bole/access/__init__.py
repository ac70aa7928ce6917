"""Access: roles, scopes and relations; it builds the Viewer."""
