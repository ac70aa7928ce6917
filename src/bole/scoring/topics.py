"""Names of the live parts of this room. They are opaque outside: a keyed hash, never an id."""

from bole.vault.keys import topic_of


def score_topic(person_id: int) -> str:
    """Return the name of the parts that show a person's live score."""
    return topic_of("score", person_id)


def support_topic(person_id: int) -> str:
    """Return the name of the parts that show support asked of, or by, a person."""
    return topic_of("support", person_id)
