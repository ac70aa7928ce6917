"""Names of the live parts of this room. They are opaque outside: a keyed hash, never an id."""

import hashlib
import hmac

from bole.vault.keys import derived


def alert_topic(person_id: int) -> str:
    """Return the name of the parts that show a person's alerts."""
    return f"alert-{hmac.new(derived('topics'), f'alert{person_id}'.encode(), hashlib.sha256).hexdigest()[:16]}"
