"""Runs of months in which a target was missed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

MONTHS = 3


@dataclass(frozen=True, slots=True)
class MonthOfUnit:
    """What a unit reached in a month, and what it should have; None where there was nothing to count, or no target."""

    month: date
    actual: float | None
    target: float | None
    sample: int = 0


@dataclass(frozen=True, slots=True)
class Run:
    """Months, one after the other, in which the target was missed."""

    first: date
    last: date
    months: int


def is_missed(one: MonthOfUnit, direction: Literal["up", "down"]) -> bool:
    """Test if the target was missed; a month without a value or a target missed nothing."""
    if one.actual is None or one.target is None:
        return False
    return one.actual < one.target if direction == "up" else one.actual > one.target


def run_at_end(months: Sequence[MonthOfUnit], direction: Literal["up", "down"]) -> Run | None:
    """Return the run of missed months that the last of the months ends; None if that one was not missed.

    A month with nothing to count ends no run and does not lengthen it.
    """
    missed: list[date] = []
    for one in reversed(months):
        if one.actual is None and missed:
            continue
        if not is_missed(one, direction):
            break
        missed.append(one.month)
    return Run(missed[-1], missed[0], len(missed)) if missed else None
