"""Names of the live parts of this room. They are opaque outside: a keyed hash, never an id."""

from bole.vault.keys import topic_of


def alert_topic(person_id: int) -> str:
    """Return the name of the parts that show a person's alerts."""
    return topic_of("alert", person_id)
