"""The limits of decline alerts on a generated company: what somebody would reach who was told what a detector must find out.

The observer knows each row's mean on every day but for its decline, how it scatters, and how declines are made: how large, of which
shape, how often. It runs the test that no other beats on average (Shiryaev: the odds that a decline is under way, all onsets in a
window, sizes and shapes weighed by how often they are planted) and alerts once a row. `with_stories` also tells it when something moved
around the person, though not whether it came with a decline. Nothing of it is ever shown to the detector.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.company import CAUSES, Course, GeneratedCompany
from bole.sandbox.generated.course import moved
from bole.sandbox.generated.indicators import INDICATORS, Kind
from bole.sandbox.generated.planting import SIZES

Floats = NDArray[np.float64]
Ints = NDArray[np.int32]

# The bars of the odds, in logarithms, that gave a precision of 0.9 on seeds 100 to 103 with 500 people: without stories, and told of them.
ALONE: Final = 9.8
TOLD: Final = 9.0

# Onsets so many working days back: an alert counts for 60 days.
WINDOW: Final = 42
# A decline is a step or a ramp of about so many working days, and of one of these sizes.
RISES: Final = 21
OF_A_SIZE: Final = (2, 3, 5)
RAMPS: Final = 0.25
# How much likelier an onset is in the week about the beginning of a story, and without one.
NEAR: Final = 60.0
ELSE: Final = 0.35
STORY_DAYS: Final = 3
# As the detector, it says nothing of the first 60 working days of a post, nor before five days with evidence.
LEAST_HERE: Final = 60
LEAST_DAYS: Final = 5
REACH: Final = 3.0  # standard deviations beyond which a duration tells no more: some noise has long tails
MOST: Final = 1e60


@dataclass(frozen=True, slots=True)
class Odds:
    """How the odds that a decline is under way stood: each row's highest until each working day."""

    log_odds: NDArray[np.float32]  # [n, working days], -inf where nothing may be said
    working: NDArray[np.intp]  # the columns of those days

    def alerts(self, bar: float) -> tuple[Ints, Ints]:
        """Return the rows and days of the alerts with this bar, one a row."""
        over = self.log_odds >= bar
        rows = np.flatnonzero(over.any(axis=1))
        return rows.astype(np.int32), self.working[over[rows].argmax(axis=1)].astype(np.int32)


def odds(company: GeneratedCompany, *, with_stories: bool) -> Odds:
    """Weigh all onsets, sizes and shapes on every working day of every row."""
    seen, course = company.observed, company.truth.course
    if course is None:
        raise ValueError("generate the company with its course")
    days = _days(company, course)
    working = np.flatnonzero(seen.calendar.is_working)
    likelier = _stories(company)[:, working] if with_stories else np.ones((len(seen.person), working.size))
    result = np.full((len(seen.person), working.size), -np.inf, dtype=np.float32)
    for kind in Kind:
        rows = np.flatnonzero([INDICATORS[one].kind is kind for one in seen.indicator])
        if rows.size:
            result[rows] = _walked(days.only(rows), kind=kind, noise=company.truth.noise[rows].astype(np.float64), likelier=likelier[rows])
    return Odds(result, working)


@dataclass(frozen=True, slots=True)
class _Days:
    """Bad things on working days, [n, t] each, and what the rows are like, [n]."""

    bad: Floats
    count: Floats
    mean: Floats  # of one
    daily: Floats
    is_here: NDArray[np.bool_]
    single: Floats
    bent: Floats
    hangs: Floats
    level: Floats

    def only(self, rows: NDArray[np.intp]) -> "_Days":
        return _Days(*(getattr(self, name)[rows] for name in self.__slots__))


def _days(company: GeneratedCompany, course: Course) -> _Days:
    """Fold days off into the next working day, as the product does."""
    seen = company.observed
    working = np.flatnonzero(seen.calendar.is_working)
    begins, until = np.concatenate([[0], working[:-1] + 1]), working[-1] + 1
    known = (seen.daily.here & seen.daily.heard)[:, :until] & (course.mean[:, :until] > 0)
    full = np.array([{Kind.OPINION: 100.0, Kind.SUCCESSES: 1.0}.get(INDICATORS[one].kind, 0.0) for one in seen.indicator])[:, None]
    count = seen.daily.count[:, :until] * known
    total = seen.daily.total[:, :until] * known
    bad = np.where(full > 0, full * count - total, total)
    is_here = (seen.daily.here & seen.daily.heard)[:, working]
    badly, counted, expected = (
        np.asarray(np.add.reduceat(one, begins, axis=1, dtype=np.float64) * is_here) for one in (bad, count, count * course.mean[:, :until])
    )
    mean: Floats = np.divide(expected, counted, out=np.zeros_like(expected), where=counted > 0)
    of_rows = [np.asarray(one, dtype=np.float64) for one in (course.single, course.bent, course.hangs, course.level)]
    return _Days(badly, counted, mean, course.daily[:, working].astype(np.float64), is_here, *of_rows)


def _stories(company: GeneratedCompany) -> Floats:
    """Return how much likelier an onset is on each day, for what moved around the person; the story's own day is blurred by a week."""
    seen, truth = company.observed, company.truth
    told = truth.declines.cause != CAUSES.index("unknown")
    person = np.concatenate([seen.person[truth.declines.row[told]], truth.decoys.person])
    first = np.concatenate([truth.declines.onset[told], truth.decoys.first])
    near = np.zeros((int(seen.person.max()) + 1, seen.daily.total.shape[1]), dtype=np.bool_)
    for who, day in zip(person, first, strict=True):
        near[who, max(day - STORY_DAYS, 0) : day + STORY_DAYS + 1] = True
    return np.where(near[seen.person], NEAR, ELSE)


def _shapes() -> tuple[Floats, Floats]:
    """Return heights, [shapes, days since the onset], and how often each is planted."""
    heights, weights = [], []
    rising = np.minimum((np.arange(WINDOW) + 1) / RISES, 1.0)
    for (share, low, high), number in zip(SIZES, OF_A_SIZE, strict=True):
        for size in low + (high - low) * (np.arange(number) + 0.5) / number:
            heights += [np.full(WINDOW, size), size * rising]
            weights += [share / number * (1 - RAMPS), share / number * RAMPS]
    return np.array(heights), np.array(weights)


def _walked(days: _Days, *, kind: Kind, noise: Floats, likelier: Floats) -> NDArray[np.float32]:
    """Return the log odds of some rows of a kind, day by day."""
    heights, weights = _shapes()
    levels, which = np.unique(heights, return_inverse=True)
    which = which.reshape(heights.shape)
    rows, number = days.bad.shape
    ratio = np.zeros((rows, len(weights), WINDOW))  # of the onset so many days ago
    result = np.full((rows, number), -np.inf, dtype=np.float32)
    used = np.cumsum(days.count > 0, axis=1)
    here = np.cumsum(days.is_here, axis=1)
    for day in range(number):
        ratio[:, :, 1:] = ratio[:, :, :-1]
        ratio[:, :, 0] = weights * likelier[:, day, None]
        told = np.flatnonzero(days.count[:, day] > 0)
        if told.size:
            by_level = np.exp(np.clip(_told(days, told, day, kind=kind, by=levels * noise[told, None]), -30, 30))
            ratio[told] *= by_level[:, which]
            np.minimum(ratio, MOST, out=ratio)
        may = (here[:, day] >= LEAST_HERE) & (used[:, day] >= LEAST_DAYS)
        result[may, day] = np.log(ratio[may].sum(axis=(1, 2)))
    return result


def _told(days: _Days, rows: NDArray[np.intp], day: int, *, kind: Kind, by: Floats) -> Floats:
    """Return the log likelihood ratios [rows, levels] of a day: a decline so high against none."""
    bad, count, mean = (one[rows, day, None] for one in (days.bad, days.count, days.mean))
    daily, level = days.daily[rows, day, None], days.level[rows, None]
    single, hangs = days.single[rows, None], days.hangs[rows, None]
    most = {Kind.TIME: np.inf, Kind.PIECES: 0.95, Kind.SUCCESSES: 0.95}.get(kind, np.inf)
    by = np.minimum(by, np.minimum(most * level, 45.0 if kind is Kind.OPINION else np.inf))
    worse = moved(mean, by, kind=kind, level=level)
    expected, then = mean * count, worse * count
    if kind is Kind.TIME:
        spread = np.sqrt(daily + single / count)
        away = np.log(np.maximum(bad, 1e-9) / expected) - days.bent[rows, :1] - days.bent[rows, 1:] / count
        shift = np.log(then / expected)
        away = np.clip(away, -REACH * spread, REACH * spread + shift)
        return np.asarray((away * shift - shift**2 / 2) / spread**2 / hangs)
    if kind is Kind.SUCCESSES:
        worse, mean = np.clip(worse, 1e-6, 0.999), np.clip(mean, 1e-6, 0.999)
        gain = bad * np.log(worse / mean) + (count - bad) * np.log((1 - worse) / (1 - mean))
        return np.asarray(gain / (1 + daily * expected) / hangs)
    before, after, over = expected / single, then / single, np.maximum(daily * single, 1e-6)
    things = bad / single
    gain = things * np.log(after / before) - (things + 1 / over) * np.log((1 + over * after) / (1 + over * before))
    return np.asarray(gain / hangs)
