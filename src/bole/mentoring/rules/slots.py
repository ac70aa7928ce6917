"""When two people are free together, by the half days that each said."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from bole.values.workdays import is_working_day

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
HALVES = ("am", "pm")
HOURS: tuple[str, ...] = tuple(f"{day}_{half}" for day in WEEKDAYS for half in HALVES)
MOST = 3


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """A half day on which both are free."""

    day: date
    half: str


def common_hours(one: Collection[str], other: Collection[str]) -> frozenset[str]:
    """Return the half days of both; who said nothing is free whenever the other is, and nobody's word means any."""
    said = [frozenset(hours) & frozenset(HOURS) for hours in (one, other)]
    stated = [hours for hours in said if hours]
    return frozenset.intersection(*stated) if stated else frozenset(HOURS)


def free_slots(
    one: Collection[str],
    other: Collection[str],
    *,
    away: Collection[date],
    taken: Collection[Slot] = (),
    first_day: date,
    last_day: date,
    most: int = MOST,
) -> list[Slot]:
    """Return the first half days between two days on which both are free and neither is away; a Saturday that is worked counts for none.

    `taken` are half days for which either has something set already.
    """
    hours, found = common_hours(one, other), list[Slot]()
    day = first_day
    while day <= last_day and len(found) < most:
        if day.weekday() < len(WEEKDAYS) and is_working_day(day) and day not in away:
            both = [Slot(day, half) for half in HALVES if f"{WEEKDAYS[day.weekday()]}_{half}" in hours]
            found += [one_ for one_ in both if one_ not in taken]
        day += timedelta(days=1)
    return found[:most]
