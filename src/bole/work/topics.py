"""Names of the live parts of this room. They are opaque outside: a keyed hash, never an id."""

from bole.vault.keys import topic_of


def work_topic(person_id: int) -> str:
    """Return the name of the parts that show what a person works on."""
    return topic_of("work", person_id)
