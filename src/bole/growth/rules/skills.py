"""Skills: levels from 1 to 5, and what the evidence says together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

LEVELS = (1, 2, 3, 4, 5)
Source = Literal["own", "manager", "exam", "certificate", "record"]
SHOWN = frozenset({"exam", "certificate", "record"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One piece of evidence."""

    level: int
    source: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where somebody stands with a skill. `asked` is the person's own word, if it waits for the manager's; else None."""

    level: int
    is_confirmed: bool
    asked: int | None
    count: int


def standing(evidence: Sequence[Shown]) -> Standing | None:
    """Return the level: the manager's last word, at least what exams, certificates and records of work show; else one's own last word."""
    if not evidence:
        return None
    by_time = sorted(evidence, key=lambda one: one.at)
    own = next((one for one in reversed(by_time) if one.source == "own"), None)
    said = next((one for one in reversed(by_time) if one.source == "manager"), None)
    shown = max((one.level for one in by_time if one.source in SHOWN), default=0)
    if said is None and not shown:
        level = own.level if own is not None else by_time[-1].level
        return Standing(level=level, is_confirmed=False, asked=level, count=len(evidence))
    level = max(said.level if said is not None else 0, shown)
    waits = own is not None and own.level > level and (said is None or own.at > said.at)
    return Standing(level=level, is_confirmed=True, asked=own.level if own is not None and waits else None, count=len(evidence))


@dataclass(frozen=True, slots=True)
class ShownWhile:
    """A piece of evidence with the local days from and until which it shows something; `until` None: still."""

    shown: Shown
    since: date
    until: date | None


def level_on(evidence: Sequence[ShownWhile], day: date) -> int:
    """Return the level that was confirmed at the end of a day: by the manager, an exam, a certificate or a record of work; 0 for none."""
    where = standing([one.shown for one in evidence if one.since <= day and (one.until is None or day < one.until)])
    return where.level if where is not None and where.is_confirmed else 0
