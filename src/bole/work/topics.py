"""Names of the live parts of this room. They are opaque outside: a keyed hash, never an id."""

import hashlib
import hmac

from bole.vault.keys import derived


def work_topic(person_id: int) -> str:
    """Return the name of the parts that show what a person works on."""
    return f"work-{hmac.new(derived('topics'), f'work{person_id}'.encode(), hashlib.sha256).hexdigest()[:16]}"
