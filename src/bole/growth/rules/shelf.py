"""Finding things on the shelf: by kind, topic, stage, and words."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass


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
