"""How a mentor works, from the structure of meeting records alone: never from a word. Method and examples: docs/domain/matching.md."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

LEAST_MEETINGS: Final = 10
OFTEN_DAYS: Final = 14
SHORT_MINUTES: Final = 45
# Each dimension with its two ways.
WAYS: Final[Mapping[str, tuple[str, str]]] = {
    "pace": ("often", "spaced"),
    "length": ("short", "long"),
    "steps": ("firm", "open"),
    "lead": ("plan", "free"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingShape:
    """A record without its words: which pair, when, how long, how much was agreed, if a next day was set, how many topics."""

    pair: int
    held_on: date
    minutes: int
    agreed: int
    has_next: bool
    topics: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A mentor's ways, and what they are made of: middle days between meetings (None: never two), middle minutes, and shares in percent."""

    ways: Mapping[str, str]
    meetings: int
    days_between: int | None
    minutes: int
    firm: int
    planned: int


def style_of(meetings: Sequence[MeetingShape]) -> Style | None:
    """Return the style; None below ten meetings, of which nothing is learned."""
    count = len(meetings)
    if count < LEAST_MEETINGS:
        return None
    minutes = _middle([one.minutes for one in meetings])
    gaps = _gaps(meetings)
    days = _middle(gaps) if gaps else None
    firm = sum(1 for one in meetings if one.agreed and one.has_next)
    planned = sum(1 for one in meetings if one.topics)
    ways = {
        "length": "short" if minutes <= SHORT_MINUTES else "long",
        "steps": "firm" if 2 * firm >= count else "open",
        "lead": "plan" if 2 * planned >= count else "free",
    }
    if days is not None:
        ways["pace"] = "often" if days <= OFTEN_DAYS else "spaced"
    return Style(
        ways=ways, meetings=count, days_between=days, minutes=minutes, firm=100 * firm // count, planned=100 * planned // count
    )  # fmt: skip


def _gaps(meetings: Sequence[MeetingShape]) -> list[int]:
    """Return the days between each two meetings of one pair that follow each other."""
    days: defaultdict[int, list[date]] = defaultdict(list)
    for one in meetings:
        days[one.pair].append(one.held_on)
    return [(later - earlier).days for held in days.values() for earlier, later in zip(sorted(held), sorted(held)[1:], strict=False)]


def _middle(values: Sequence[int]) -> int:
    """Return the median, of two in the middle the lower."""
    return sorted(values)[(len(values) - 1) // 2]
