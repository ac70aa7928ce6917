"""How long a mentor talked: a talk with a group of mentees is a record of each who came, and one talk of the mentor."""

from collections.abc import Iterable
from datetime import date


def talk_key(ref: str, *, group: str, day: date) -> str:
    """Return what makes a record the same talk as another: the group's day, else the record itself."""
    return f"talk {group} {day}" if group else f"talk {ref}"


def minutes_talked(records: Iterable[tuple[str, int]]) -> int:
    """Sum the minutes of talks by their keys; of one that several records tell, the longest counts."""
    longest: dict[str, int] = {}
    for key, minutes in records:
        longest[key] = max(minutes, longest.get(key, 0))
    return sum(longest.values())
