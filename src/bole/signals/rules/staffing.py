"""What people and absences say of a unit in a month: how many, since when, who left, who was away."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

YEAR = 365.25


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who was in the unit on the last day of a month: since when they work here, job family and rank of the grade."""

    person: int
    joined_on: date
    family: int = 0
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Staffing:
    """A unit in a month. `tenure` in years, `staying` and `attendance` of 1; None where there was nobody."""

    headcount: int
    tenure: float | None
    staying: float | None
    attendance: float | None


def staffing_of(
    now: Sequence[Member], before: Collection[int], still_here: Collection[int], away: Mapping[int, int], *, last_day: date, days: int
) -> Staffing:
    """Return how a unit stood at the end of a month.

    :param before: who was in it at the end of the month before
    :param still_here: who is employed at the end of this one, wherever
    :param away: working days away, by person
    :param days: working days of the month
    """
    count = len(now)
    left = sum(person not in still_here for person in before)
    lost = sum(min(away.get(one.person, 0), days) for one in now)
    return Staffing(
        headcount=count,
        tenure=sum((last_day - one.joined_on).days for one in now) / YEAR / count if count else None,
        staying=1 - left / len(before) if before else None,
        attendance=1 - lost / (count * days) if count and days else None,
    )
