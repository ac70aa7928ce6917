"""Pages of surveys."""
