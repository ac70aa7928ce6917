"""Names that may be shown: 12 random characters that say nothing."""

import secrets

_LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"


def new_ref() -> str:
    """Return a new 12-character ref (59 bits)."""
    return "".join(secrets.choice(_LETTERS) for _ in range(12))
