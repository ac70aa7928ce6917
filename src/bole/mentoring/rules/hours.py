"""What a mentor's hours come to: a share of the month's working time, a reduction of targets, an allowance; and how full a mentor is.

Whole numbers and fractions throughout: minutes, working days, whole percent, fen. `docs/domain/mentoring-hours.md` has it in prose.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

MINUTES_A_DAY = 8 * 60
MINUTES_AN_HOUR = 60
WHOLE = 100  # percent


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursTerms:
    """What the company grants: its own choice. A rate of 0 grants no allowance; 0 most hours bound nobody; 0 for an hour costs nothing.

    `rate`, `most_allowance` and `hour_cost` are in fen, `least_share` and `most_reduction` in percent, `usual_minutes` is how long a talk
    usually is.
    """

    reduces: bool = False
    least_share: int = 2
    most_reduction: int = 10
    rate: int = 0
    most_allowance: int = 100_000
    most_hours: int = 0
    usual_minutes: int = 60
    hour_cost: int = 0

    @property
    def grants(self) -> bool:
        """Test if hours come to anything at all."""
        return self.reduces or self.rate > 0


def share_of(minutes: int, *, days: int) -> Fraction:
    """Return which part of the working time the talks took: days of eight hours; of a month without a working day, nothing."""
    return Fraction(minutes, days * MINUTES_A_DAY) if days > 0 else Fraction(0)


def reduction_of(minutes: int, *, days: int, terms: HoursTerms) -> int:
    """Return by how many percent targets are proposed to fall: the share in whole percent, rounded down, within the terms."""
    percent = int(share_of(minutes, days=days) * WHOLE)
    if not terms.reduces or percent < terms.least_share:
        return 0
    return min(percent, terms.most_reduction)


def allowance_of(minutes: int, *, terms: HoursTerms) -> int:
    """Return the allowance that is proposed, in fen: hours x rate, half a fen up, within the terms."""
    return min((2 * minutes * terms.rate + MINUTES_AN_HOUR) // (2 * MINUTES_AN_HOUR), terms.most_allowance)


def reduced(target: int, *, percent: int) -> int:
    """Return a target (in its smallest steps) that is so much lower, halves up; never below one step."""
    return max(1, (2 * target * (WHOLE - percent) + WHOLE) // (2 * WHOLE))


def together(percents: Iterable[int], *, months: int, most: int) -> int:
    """Return by how much a period of some months is reduced for several months' hours: their sum over its months, rounded down."""
    return min(sum(percents) // months, most)


def planned_minutes(pairs: Iterable[tuple[str, int]], *, usual: int) -> Fraction:
    """Return how long a mentor talks in a month by the frameworks: each pair's cadence in months, a group once, 0: no talks are due."""
    every: dict[str, int] = {}
    for key, months in pairs:
        if months > 0:
            every[key] = min(months, every.get(key, months))
    return sum((Fraction(usual, months) for months in every.values()), start=Fraction(0))


def seats_in_hours(planned: Fraction, *, each: Fraction, most_hours: int) -> int | None:
    """Return how many more mentees of so many minutes each fit into the most hours of a month; None where hours bound nobody."""
    if most_hours <= 0 or each <= 0:
        return None
    return max(0, int((most_hours * MINUTES_AN_HOUR - planned) / each))


def cost_per_point(*, minutes: int, hour_cost: int, allowances: int, lift: int) -> Fraction | None:
    """Return what a point of 5 costs in fen: minutes of both at an hour's cost, and allowances; `lift` in hundredths, None if none."""
    if lift <= 0:
        return None
    return (Fraction(minutes * hour_cost, MINUTES_AN_HOUR) + allowances) * 100 / lift
