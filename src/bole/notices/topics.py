"""The name of the live part that shows somebody's notices. It is opaque outside: a keyed hash, never an id."""

from bole.vault.keys import topic_of


def notices_topic(account_id: int) -> str:
    """Return the name of the parts that show an account's notices."""
    return topic_of("notices", account_id)
