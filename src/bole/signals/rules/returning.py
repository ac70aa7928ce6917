"""When a row that had left its usual is back within it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.daily import BoolArray
from bole.signals.rules.folding import Grid, Places, Series, Values, running
from bole.signals.rules.usual import DAYS, LEAST_TO_CLIP, STEADIEST, Sums

# The last days by which it is told; the fewest that have evidence.
SPANS: Final = (3, 4, 5, 7, 10, 15, 20, 30, 45, 60)
LEAST_DAYS: Final = 3
# What may be left of the decline: a seventh, or half a standard error of the last days.
LEFT: Final = 0.15
WITHIN: Final = 0.5
# How far the last days must lie from the days of the decline, in standard errors.
APART: Final = 4.5
# The variance in a decline is at most so many times the usual one.
RESTLESS: Final = 9.0


@dataclass(frozen=True, slots=True)
class Open:
    """Declines that are open, a place each; days are places among the working days."""

    rows: Places
    onset: Places
    usual: Values
    now: Values


@dataclass(frozen=True, slots=True)
class Back:
    """Whether, and by what value, each of them is back on each of the days."""

    is_back: BoolArray  # [m, days]
    value: Values  # [m, days], NaN: it is not


def back(series: Series, sums: Sums, days: Grid, declines: Open) -> Back:
    """Tell on which of the days the declines are over: the last days are as usual, and unlike those of the decline."""
    mine = sums.only(declines.rows)
    sign, onset, usual = series.sign[declines.rows], np.maximum(declines.onset, 0)[:, None], declines.usual[:, None]
    before = _variance_before(mine, declines.onset)[:, None]
    away = series.total[declines.rows] - usual * series.count[declines.rows]
    squares, weights = running(away**2), running(series.count[declines.rows] ** 2)
    shape = (declines.rows.size, days.at.size)
    is_back, value = np.zeros(shape, dtype=np.bool_), np.full(shape, np.nan)
    with np.errstate(divide="ignore", invalid="ignore"):
        for span in SPANS:
            last = days.of(mine.total, days=span) / days.of(mine.count, days=span)
            count = _since(mine.count, days, span, onset)
            bad = _since(mine.total, days, span, onset) / count
            # What is worse often scatters more; days on the way back are no scatter, hence the limit.
            within = (_since(squares, days, span, onset) - (bad - usual) ** 2 * _since(weights, days, span, onset)) / count
            error = np.sqrt(np.fmax(before, np.fmin(within, RESTLESS * before)) / days.of(mine.count, days=span))
            left, apart = sign * (last - usual), sign * (bad - last)
            is_now = (left <= np.maximum(LEFT * (left + apart), WITHIN * error)) & (apart >= APART * error)
            is_now &= (days.of(mine.days, days=span) >= LEAST_DAYS) & (days.at[None, :] - span >= onset) & ~is_back
            is_back, value = is_back | is_now, np.where(is_now, last, value)
    return Back(is_back, value)


def _since(sums: Values, days: Grid, span: int, onset: Places) -> Values:
    """Return the sums over the days from the onset to the day before the last `span`."""
    until = np.maximum(days.at + 1 - span, 0)
    result: Values = sums[:, until] - np.take_along_axis(sums, np.minimum(onset, until), axis=1)
    return result


def _variance_before(sums: Sums, onset: Places) -> Values:
    """Return the variance of one sample before the onset; of all days if the onset lies before the first."""
    until = np.where(onset > LEAST_TO_CLIP, onset, sums.total.shape[1] - 1)
    since = np.maximum(until - DAYS, 0)
    rows = np.arange(onset.size)
    with np.errstate(divide="ignore", invalid="ignore"):
        count = sums.count[rows, until] - sums.count[rows, since]
        variance = (sums.squares[rows, until] - sums.squares[rows, since]) / count
        rate = (sums.total[rows, until] - sums.total[rows, since]) / count
    result: Values = np.nan_to_num(np.maximum(variance, (STEADIEST * rate) ** 2))
    return result
