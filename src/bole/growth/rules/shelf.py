"""Finding things on the shelf, by kind, topic, stage, and words; and what a draft lacks to stand there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

Lack = Literal["words", "topics", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody looks for; what is empty is not asked."""

    kind: str = ""
    topic: str = ""
    stage: str = ""
    words: str = ""


def most_common(topics_of_each: Sequence[Collection[str]], *, at_most: int) -> tuple[str, ...]:
    """Return the topics that most things are about, the most frequent first, then by code."""
    counts: dict[str, int] = {}
    for topics in topics_of_each:
        for one in topics:
            counts[one] = counts.get(one, 0) + 1
    return tuple(sorted(counts, key=lambda one: (-counts[one], one))[:at_most])


def lacks(*, words: str, topics: Collection[str], is_title_taken: bool) -> tuple[Lack, ...]:
    """Return what an item lacks to be published together with others, unread by whoever ticks it.

    Without a sentence nobody sees in a list what it is about; without a subject nobody finds it by one, and it is recommended to nobody;
    two of one title cannot be told apart.
    """
    found: list[tuple[Lack, bool]] = [("words", not words.strip()), ("topics", not topics), ("title", is_title_taken)]
    return tuple(name for name, is_missing in found if is_missing)
