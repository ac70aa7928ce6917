"""A person's own usual: days clipped so that none weighs too much, and how far days and weeks scatter around the mean."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.folding import Grid, Places, Points, Series, Values, running

# Working days that tell the mean and the scatter; the newest five are left out, so that a decline does not excuse itself.
DAYS: Final = 200
LAG: Final = 5
# With fewer days nothing is clipped yet.
LEAST_TO_CLIP: Final = 15
# A day counts at most so many standard deviations from the mean, and one piece more where what is counted is rare.
REACH: Final = 2.5
# A normal variable's standard deviation is 1.2533 times its mean distance.
NORMAL: Final = 1.2533
# Nobody is steadier than this share of the usual.
STEADIEST: Final = 0.05
WEEK: Final = 5
# How weeks scatter is told by what was before the supposed onset: days of a decline hang together and would hide it.
FAR: Final = 30
PIECES: Final = 1.0


@dataclass(frozen=True, slots=True)
class Sums:
    """Running sums, [n, t + 1] each."""

    total: Values
    count: Values
    exposure: Values  # the count times what everybody went through
    clipped: Values  # totals, clipped day by day
    days: Values  # days with evidence
    here: Values
    told_days: Values  # days with evidence of which something was known to be expected
    squares: Values  # of a day's distance from the mean
    cubes: Values
    excess: Values  # distance of the days that were worse
    worse: Values  # how many those were
    week_squares: Values  # of five days' distance
    week_count: Values

    def only(self, rows: Places) -> "Sums":
        """Return these rows."""
        return Sums(*(getattr(self, name)[rows] for name in self.__slots__))


def sums_of(series: Series) -> Sums:
    """Clip each day by what the days before it were like, and add up."""
    days = Grid(np.arange(series.total.shape[1]))
    total, count, used = running(series.total), running(series.exposure), running(series.is_used)
    with np.errstate(divide="ignore", invalid="ignore"):
        # Of the first days of a post nothing is expected, so they are not off either.
        is_told = series.is_used & (_before(days, used) >= LEAST_TO_CLIP)
        expected = np.nan_to_num(_before(days, total) / _before(days, count)) * series.exposure
        told_days = running(is_told)
        reach = _reach(series, days, away=np.where(is_told, series.total - expected, 0.0), expected=expected, told=_before(days, told_days))
        clipped = np.clip(series.total, expected - reach, expected + reach)
        summed = running(clipped)
        off = np.where(is_told, clipped - np.nan_to_num(_before(days, summed) / _before(days, count)) * series.exposure, 0.0)
    bad = np.maximum(series.sign * off, 0)
    week = days.of(running(off), days=WEEK)
    is_whole = days.of(told_days, days=WEEK) >= WEEK - 1
    return Sums(
        total=total,
        count=count if series.exposure is series.count else running(series.count),
        exposure=count,
        clipped=summed,
        days=used,
        here=running(series.is_here),
        told_days=told_days,
        squares=running(off**2),
        cubes=running(off**3),
        excess=running(bad),
        worse=running(bad > 0),
        week_squares=running(np.where(is_whole, week**2, 0)),
        week_count=running(np.where(is_whole, days.of(count, days=WEEK), 0)),
    )


def _before(days: Grid, sums: Values) -> Values:
    return days.of(sums, days=DAYS, skip=LAG)


def _reach(series: Series, days: Grid, *, away: Values, expected: Values, told: Values) -> Values:
    """Return how far from the mean a day may count."""
    root = np.sqrt(series.exposure)
    scatter = NORMAL * _before(days, running(np.abs(away) / np.where(root > 0, root, 1.0))) / told
    scatter = np.maximum(np.nan_to_num(scatter) * root, STEADIEST * np.abs(expected))
    bad = np.maximum(series.sign * away, 0.0)
    piece = piece_of(_before(days, running(bad)), _before(days, running(bad > 0)), told)
    return np.where(told >= LEAST_TO_CLIP, REACH * scatter + PIECES * piece, np.inf)


def piece_of(excess: Values, worse: Values, days: Values) -> Values:
    """Return the size of one piece where bad days are rare (a delay, a failure), 0 where every other day is one."""
    return np.nan_to_num(excess / worse * np.maximum(1 - 2 * worse / days, 0))


def weekly(sums: Sums, pick: Grid | Points, *, skip: int | Places) -> Values:
    """Return how much more weeks scatter than their days would make them, half believed: days that hang together tell less."""
    with np.errstate(divide="ignore", invalid="ignore"):
        told = pick.of(sums.told_days, days=DAYS, skip=skip) / pick.of(sums.days, days=DAYS, skip=skip)
        days = pick.of(sums.squares, days=DAYS, skip=skip) / (told * pick.of(sums.exposure, days=DAYS, skip=skip))
        weeks = pick.of(sums.week_squares, days=DAYS, skip=skip) / pick.of(sums.week_count, days=DAYS, skip=skip)
        return np.clip(np.nan_to_num(0.5 + 0.5 * weeks / days, nan=1.0, posinf=1.0), 0.8, 3.0)
