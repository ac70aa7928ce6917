"""What strong pairs do differently: habits read from the records' structure, never from words; with numbers, a range and a caveat.

A habit is held against what mentees gained beyond other mentees who started as low or as high (`net_gains`). Pairs with it and without it
are compared by their means; the range is Welch's. It is a correlation.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import sqrt
from statistics import fmean, median, variance

LEAST_PAIRS = 5  # with a habit, and as many without it
LEAST_MENTORS = 3  # among those with it, or it is a mentor and not a habit
LEAST_MEETINGS = 3
ROUND = 1.645  # standard errors of a 90 % range

# Student's t at 95 % by degrees of freedom; between them the smaller one holds.
_T = {
    1: 6.31, 2: 2.92, 3: 2.35, 4: 2.13, 5: 2.02, 6: 1.94, 7: 1.89, 8: 1.86, 9: 1.83, 10: 1.81, 12: 1.78, 15: 1.75, 20: 1.72, 30: 1.70,
    60: 1.67,
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The structure of a pair's records, and what the mentee gained beside others who started alike (points of 5)."""

    pair: int
    mentor: int
    days: tuple[date, ...]  # on which they met
    with_next: int  # meetings that ended with a day for the next one
    with_step: int  # meetings that ended with a step that somebody takes
    with_topics: int  # meetings that named what was covered
    done_steps: float  # of the steps agreed, the share that was done
    gain: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A habit: with and without it, and the difference with its 90 % range. Gains in points of 5."""

    code: str
    pairs: int
    others: int
    mentors: tuple[int, ...]
    with_it: float
    without_it: float
    difference: float
    low: float
    high: float

    @property
    def is_clear(self) -> bool:
        """Test if the range leaves out no difference at all."""
        return self.low > 0


def habits(one: Record) -> Mapping[str, bool]:
    """Return which habits a pair has."""
    days, count = sorted(one.days), len(one.days)
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    return {
        "often": bool(gaps) and median(gaps) <= 10,
        "steady": len(gaps) > 1 and max(gaps) <= 2 * max(median(gaps), 1),
        "next_day": one.with_next >= 0.9 * count,
        "next_step": one.with_step >= 0.9 * count,
        "named_topics": one.with_topics >= 0.9 * count,
        "steps_done": one.done_steps >= 0.8,
    }


def found(records: Sequence[Record]) -> tuple[Found, ...]:
    """Return the habits that enough pairs have and enough have not, the clearest difference first."""
    enough = [one for one in records if len(one.days) >= LEAST_MEETINGS]
    by_habit = {one.pair: habits(one) for one in enough}
    made = []
    for code in ("often", "steady", "next_day", "next_step", "named_topics", "steps_done"):
        has = [one for one in enough if by_habit[one.pair][code]]
        lacks = [one for one in enough if not by_habit[one.pair][code]]
        mentors = tuple(sorted({one.mentor for one in has}))
        if min(len(has), len(lacks)) < LEAST_PAIRS or len(mentors) < LEAST_MENTORS:
            continue
        low, high = interval([one.gain for one in has], [one.gain for one in lacks])
        with_it, without_it = fmean(one.gain for one in has), fmean(one.gain for one in lacks)
        made.append(
            Found(
                code=code, pairs=len(has), others=len(lacks), mentors=mentors, with_it=with_it, without_it=without_it,
                difference=with_it - without_it, low=low, high=high,
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda one: -one.low))


def net_gains(scores: Sequence[tuple[float, float]]) -> list[float]:
    """Return what each gained beyond what is usual for the score before, by a straight line through all: who starts low rises by itself."""
    if len(scores) < LEAST_PAIRS:
        return [0.0] * len(scores)
    middle = fmean(before for before, _after in scores)
    gains = [after - before for before, after in scores]
    spread = sum((before - middle) ** 2 for before, _after in scores)
    mean = fmean(gains)
    slope = sum((before - middle) * (gain - mean) for (before, _after), gain in zip(scores, gains, strict=True)) / spread if spread else 0.0
    return [gain - mean - slope * (before - middle) for (before, _after), gain in zip(scores, gains, strict=True)]


def interval(first: Sequence[float], second: Sequence[float]) -> tuple[float, float]:
    """Return the 90 % range of the difference of two means, by Welch's t."""
    parts = [variance(values) / len(values) for values in (first, second)]
    difference, error = fmean(first) - fmean(second), sqrt(sum(parts))
    spread = sum(part**2 / (len(values) - 1) for part, values in zip(parts, (first, second), strict=True))
    freedom = sum(parts) ** 2 / spread if spread else 1_000.0
    return difference - _t(freedom) * error, difference + _t(freedom) * error


def paired_interval(differences: Sequence[float]) -> tuple[float, float]:
    """Return the 90 % range of the mean of differences, each of one who is compared with themselves, by Student's t."""
    mean, count = fmean(differences), len(differences)
    error = sqrt(variance(differences) / count)
    return mean - _t(count - 1) * error, mean + _t(count - 1) * error


def _t(freedom: float) -> float:
    return next((value for least, value in sorted(_T.items(), reverse=True) if freedom >= least), _T[1]) if freedom < 120 else ROUND
