"""Vault: keys, sealed values and the blind index."""
