"""On which days the work around a person changed: more of it, a new project, back from a long absence, mentoring taken on."""

from typing import Final

import numpy as np

from bole.signals.rules.daily import BoolArray, Calendar, FloatArray, Surroundings
from bole.signals.rules.folding import Grid, Places, Values, running

USUAL: Final = 60
# Open work: a week's mean beyond the usual by three standard deviations and by four tenths.
MORE_WORK: Final = 1.4
# Projects: three days' mean beyond the weeks before by nearly one.
MORE_PROJECTS: Final = 0.9
# Back from being away on so many of twenty working days.
AWAY: Final = 8
# Hours of mentoring a day, over a week.
MORE_MENTORING: Final = 0.6
# A change lasts; what is meant is its first day, after three quiet weeks.
QUIET: Final = 15
LEAST: Final = 30


def events(around: Surroundings, rows: Places, calendar: Calendar) -> Values:
    """Return the running sums of days on which something changed, [2, n, days + 1]: what rarely changes by itself, and projects."""
    working = np.flatnonzero(calendar.is_working)
    days = Grid(np.arange(working.size))
    absent = around.absent[rows][:, working]
    away = running(absent)
    kinds = (
        _more_work(around.open_work[rows][:, working], days),
        _more(around.projects[rows][:, working], days, now=3, before=20) >= MORE_PROJECTS,
        (days.of(away, days=20) >= AWAY) & ~absent & (days.of(away, days=1, skip=1) > 0),
        _more(around.mentoring[rows][:, working], days, now=5, before=USUAL) >= MORE_MENTORING,
    )
    rare, often = (np.zeros((len(rows), working.size), dtype=np.bool_) for _ in range(2))
    for kind, first in zip(kinds, (rare, often, rare, rare), strict=True):
        first |= kind & (days.of(running(kind), days=QUIET, skip=1) == 0)
        first[:, :LEAST] = False
    return np.stack([running(rare), running(often)])


def _more(values: FloatArray, days: Grid, *, now: int, before: int) -> Values:
    sums = running(values.astype(np.float64))
    return _mean(sums, days, days_of=now) - _mean(sums, days, days_of=before, skip=now)


def _more_work(values: FloatArray, days: Grid) -> BoolArray:
    sums, squares = running(values.astype(np.float64)), running(values.astype(np.float64) ** 2)
    now, usual = _mean(sums, days, days_of=5), _mean(sums, days, days_of=USUAL, skip=10)
    scatter = np.sqrt(np.maximum(_mean(squares, days, days_of=USUAL, skip=10) - usual**2, 1.0))
    result: BoolArray = (now - usual >= 3 * scatter) & (now >= MORE_WORK * usual)
    return result


def _mean(sums: Values, days: Grid, *, days_of: int, skip: int = 0) -> Values:
    number = np.clip(days.at + 1 - skip, 1, days_of)
    result: Values = days.of(sums, days=days_of, skip=skip) / number
    return result
