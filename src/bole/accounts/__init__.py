"""Accounts: sign-in, second factor, sessions and API tokens."""
