"""Pages of sign-in and security."""
