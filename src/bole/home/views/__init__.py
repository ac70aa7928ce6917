"""Pages of the app: parse, one call, one answer."""
