"""The name of the live part that shows somebody's notices. It is opaque outside: a keyed hash, never an id."""

import hashlib
import hmac

from bole.vault.keys import derived


def notices_topic(account_id: int) -> str:
    """Return the name of the parts that show an account's notices."""
    return f"notices-{hmac.new(derived('topics'), f'notices{account_id}'.encode(), hashlib.sha256).hexdigest()[:16]}"
