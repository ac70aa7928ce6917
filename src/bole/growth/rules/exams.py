"""Exams: drawing, marking, passing, and when one may try again. Chance and time are arguments."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

MOST_POINTS = 10_000  # 100 points in hundredths
RENEWED_DAYS = 90  # so long before a certificate ends, its exam may be taken again


def draw(refs: Sequence[str], *, lots: Mapping[str, float], count: int) -> tuple[str, ...]:
    """Return `count` of the questions: those with the smallest lots, in the order of their lots. Each is drawn at most once."""
    return tuple(sorted(refs, key=lambda ref: lots[ref])[:count])


def is_right(chosen: Collection[str], right: Collection[str]) -> bool:
    """Test if exactly the right options were chosen; half right is not right."""
    return bool(right) and set(chosen) == set(right)


def points_of(right: int, count: int) -> int:
    """Return points of 100 in hundredths, halves up: 19 of 25 are 7600."""
    return (right * MOST_POINTS * 2 + count) // (count * 2) if count else 0


def passes(right: int, count: int, *, pass_points: int) -> bool:
    """Test if so many of so many reach the pass mark, in whole numbers: rounding never lifts anybody over it."""
    return count > 0 and right * 100 >= pass_points * count


@dataclass(frozen=True, slots=True, kw_only=True)
class Try:
    """A try that is over."""

    day: date
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """From which day somebody may try; `why` is what stands in the way before it. None: not again while the pass holds."""

    day: date | None
    why: Literal["", "wait", "year", "passed"]


def may_try(
    tries: Sequence[Try], *, today: date, days_between: int, tries_a_year: int, repeats: bool, holds_until: date | None
) -> Again:  # fmt: skip
    """Return from when somebody may try (again).

    Days between are counted from the day of the last try; a calendar year has so many tries. After a pass there is no next try while it
    holds (`holds_until`, None for good), but for the last ninety days of it; an exam that repeats has no such end.
    """
    if not tries:
        return Again(day=today, why="")
    last = max(tries, key=lambda one: one.day)
    day, why = last.day + timedelta(days=days_between), "wait"
    passed = [one for one in tries if one.passed]
    if passed and not repeats:
        if holds_until is None:
            return Again(day=None, why="passed")
        if holds_until - timedelta(days=RENEWED_DAYS) > max(day, today):
            day, why = holds_until - timedelta(days=RENEWED_DAYS), "passed"
    day = max(day, today)
    if sum(one.day.year == day.year for one in tries) >= tries_a_year:
        day, why = date(day.year + 1, 1, 1), "year"
    if day == today:
        return Again(day=day, why="")
    return Again(day=day, why="year" if why == "year" else "passed" if why == "passed" else "wait")
