"""How a programme does: which pairs are stuck, what was on time, and how mentees fare beside colleagues of the same mix."""

from collections import defaultdict
from collections.abc import Collection, Hashable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

STUCK_AFTER = Fraction(3, 2)  # cadences without a talk
MONTH = Fraction(1461, 48)  # days
LEAST_GROUP = 5


@dataclass(frozen=True, slots=True)
class Fared:
    """Somebody of a cohort: family and grade, whether mentored on its first day, and what came of it in twelve months."""

    cell: Hashable
    is_mentored: bool
    is_so: bool


@dataclass(frozen=True, slots=True)
class Beside:
    """The share of mentees of whom it is so, and the share of colleagues in the same mix of families and grades."""

    mentees: int
    share: Fraction
    alike: int
    share_of_alike: Fraction


def is_stuck(*, last: date, every: int, today: date) -> bool:
    """Test if one and a half cadences have gone by without a talk; `last` is the last one, or the first day of the pair."""
    return every > 0 and (today - last).days > STUCK_AFTER * every * MONTH


def share(part: int, whole: int) -> Fraction | None:
    """Return a share; None of nothing."""
    return Fraction(part, whole) if whole else None


def beside(cohort: Collection[Fared]) -> Beside | None:
    """Compare mentees with colleagues who had no mentor, family by family and grade by grade, weighted as the mentees are.

    Mentees whose family and grade nobody else has are left out. None with fewer than five on either side.
    """
    cells: defaultdict[Hashable, dict[bool, list[bool]]] = defaultdict(lambda: {True: [], False: []})
    for one in cohort:
        cells[one.cell][one.is_mentored].append(one.is_so)
    both = [one for one in cells.values() if one[True] and one[False]]
    mentees, alike = (sum(len(one[side]) for one in both) for side in (True, False))
    if min(mentees, alike) < LEAST_GROUP:
        return None
    weighed = sum((Fraction(len(one[True]) * sum(one[False]), len(one[False])) for one in both), Fraction(0))
    return Beside(mentees, Fraction(sum(sum(one[True]) for one in both), mentees), alike, weighed / mentees)
