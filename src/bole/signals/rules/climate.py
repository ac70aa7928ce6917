"""What everybody with the same indicator goes through from day to day: weekday, season, month's end, holidays, slow drifts.

The day of a row is set against what is usual for that row; what is left, added up over all rows, is the day's part. A Kalman filter
(a level that moves slowly, and the day's own) believes it the more, the more rows there are: docs/domain/alerts.md.
"""

from typing import Final

import numpy as np

from bole.signals.rules.daily import Calendar, Daily, IntArray
from bole.signals.rules.folding import Places, Values, folded
from bole.signals.rules.usual import DAYS, LAG

# Rows that are enough to tell it, and the fewest.
MOST_ROWS: Final = 200
LEAST_ROWS: Final = 12
# Days with evidence from which a row may tell.
LEAST_DAYS: Final = 20
# No row's day counts for more than so many times its usual, or what its days bring that bring something: rare things come in pieces.
CAP: Final = 3.0
# Standard deviations, in logarithms: of a day's own part, and of a night's step of the level.
OF_DAYS: Final = 0.1
OF_LEVEL: Final = 0.01
# The part is never taken for more than this, up or down.
MOST: Final = 0.7


def climate(daily: Daily, calendar: Calendar) -> Values | None:
    """Return for each family and working day how many times the usual it is for everybody; None: no families are told."""
    if daily.family is None:
        return None
    number = int(daily.family.max(initial=-1)) + 1
    rows = _some(daily.family, number)
    series = folded(daily, calendar, rows)
    family, days = daily.family[rows], series.total.shape[1]
    result = np.ones((number, days))
    totals, exposures, seen, bringing = (np.zeros((rows.size, days + 1)) for _ in range(4))
    level, doubt = np.zeros(number), np.full(number, OF_DAYS**2)
    scatter, expected = np.zeros(number), np.zeros(number)
    for day in range(days):
        until, since = max(day - LAG, 0), max(day - LAG - DAYS, 0)
        total, count = series.total[:, day], series.count[:, day]
        with np.errstate(divide="ignore", invalid="ignore"):
            brought = totals[:, until] - totals[:, since]
            usual = brought / (exposures[:, until] - exposures[:, since]) * count
            piece = np.nan_to_num(brought / (bringing[:, until] - bringing[:, since]), nan=np.inf)
        tells = (count > 0) & (seen[:, until] - seen[:, since] >= LEAST_DAYS) & np.isfinite(usual)
        usual = np.where(tells, usual, 0.0)
        capped = np.where(tells, np.minimum(total, CAP * np.maximum(usual, piece)), total)
        added = np.bincount(family, usual, number)
        enough = np.bincount(family, tells, number) >= LEAST_ROWS
        with np.errstate(divide="ignore", invalid="ignore"):
            ratio = np.bincount(family, capped * tells, number) / added
            # As it was on the days before: that of the day itself is small where little happened, and would believe little too readily.
            error = scatter / expected / added
        doubt += OF_LEVEL**2
        # Not the logarithm of the ratio: where few things happen it is too low on average.
        off = np.where(enough, np.minimum(np.nan_to_num(ratio) / np.exp(level) - 1, MOST), 0.0)
        whole = doubt + OF_DAYS**2 + np.nan_to_num(error, nan=1.0, posinf=1.0)
        scatter += np.bincount(family, np.where(tells, (capped - usual) ** 2, 0.0), number)
        expected += added
        part = np.where(enough, level + (doubt + OF_DAYS**2) / whole * off, 0.0)
        gain = np.where(enough, doubt / whole, 0.0)
        level, doubt = level + gain * off, doubt * (1 - gain)
        result[:, day] = np.exp(np.clip(part, -MOST, MOST))
        totals[:, day + 1] = totals[:, day] + capped
        exposures[:, day + 1] = exposures[:, day] + count * result[family, day]
        seen[:, day + 1] = seen[:, day] + (count > 0)
        bringing[:, day + 1] = bringing[:, day] + (total > 0)
    return result


def _some(family: IntArray, number: int) -> Places:
    """Return rows of each family, at most so many, spread over all of them."""
    chosen = []
    for one in range(number):
        rows = np.flatnonzero(family == one)
        chosen.append(rows[:: -(-rows.size // MOST_ROWS)] if rows.size else rows)
    return np.sort(np.concatenate(chosen)) if chosen else np.zeros(0, dtype=np.intp)
