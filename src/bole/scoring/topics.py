"""Names of the live parts of this room. They are opaque outside: a keyed hash, never an id."""

import hashlib
import hmac

from bole.vault.keys import derived


def score_topic(person_id: int) -> str:
    """Return the name of the parts that show a person's live score."""
    return _named("score", person_id)


def support_topic(person_id: int) -> str:
    """Return the name of the parts that show support asked of, or by, a person."""
    return _named("support", person_id)


def _named(kind: str, number: int) -> str:
    return f"{kind}-{hmac.new(derived('topics'), f'{kind}{number}'.encode(), hashlib.sha256).hexdigest()[:16]}"
