"""Calendar days folded into working days, and sums over stretches of them."""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bole.signals.rules.daily import BoolArray, Calendar, Daily

Values = NDArray[np.float64]
Places = NDArray[np.intp]

# So many days off in a row are a long holiday; for so many days after it all work is unlike itself.
LONG: Final = 5
AFTER: Final = 12


@dataclass(frozen=True, slots=True)
class Series:
    """Rows of working days; days without evidence hold zero."""

    total: Values  # [n, t]
    count: Values  # [n, t]
    exposure: Values  # [n, t], the count times what everybody went through that day
    is_here: BoolArray  # [n, t], here and heard
    sign: Values  # [n, 1], 1 where more is worse, -1 where less is
    holidays: Values  # [t + 1], running sums of days soon after a long holiday

    @property
    def is_used(self) -> BoolArray:
        """Return on which days there is something to go by."""
        return self.count > 0

    def only(self, rows: Places) -> "Series":
        """Return these rows."""
        return replace(
            self,
            total=self.total[rows],
            count=self.count[rows],
            exposure=self.exposure[rows],
            is_here=self.is_here[rows],
            sign=self.sign[rows],
        )

    def without(self, is_out: BoolArray) -> "Series":
        """Return the series as if nothing had been heard on these days."""
        total, count, exposure = (np.where(is_out, 0.0, one) for one in (self.total, self.count, self.exposure))
        return replace(self, total=total, count=count, exposure=exposure, is_here=self.is_here & ~is_out)


def folded(daily: Daily, calendar: Calendar, rows: Places, climate: Values | None = None) -> Series:
    """Return the rows on working days only: what happens on a day off counts with the next working day."""
    working = np.flatnonzero(calendar.is_working)
    sign = np.where(daily.is_up_worse[rows], 1.0, -1.0)[:, None]
    if not working.size:
        nothing = np.zeros((len(rows), 0))
        return Series(nothing, nothing, nothing, nothing > 0, sign, np.zeros(1))
    begins = np.concatenate([[0], working[:-1] + 1])
    until = working[-1] + 1
    # A slice is a view; places would be copied, which takes as long as all the rest.
    is_row = rows.size > 0 and rows[-1] - rows[0] + 1 == rows.size and bool((np.diff(rows) == 1).all())
    which = slice(int(rows[0]), int(rows[-1]) + 1) if is_row else rows
    here, heard = daily.here[which, :until], daily.heard[which, :until]
    counts = here & heard & (daily.count[which, :until] > 0)
    total = np.add.reduceat(daily.total[which, :until] * counts, begins, axis=1, dtype=np.float64)
    count = np.add.reduceat(daily.count[which, :until] * counts, begins, axis=1, dtype=np.float64)
    is_here = here[:, working] & heard[:, working]
    count *= is_here
    exposure = count if climate is None or daily.family is None else count * climate[daily.family[rows]]
    return Series(total * is_here, count, exposure, is_here, sign, running(after_holidays(calendar)[None, working])[0])


def after_holidays(calendar: Calendar) -> BoolArray:
    """Tell which calendar days lie in a long holiday or soon after it."""
    edges = np.diff(~calendar.is_working, prepend=False, append=False).nonzero()[0].reshape(-1, 2)
    result = np.zeros(calendar.is_working.size, dtype=np.bool_)
    for first, last in edges:
        if last - first >= LONG:
            result[first : last + AFTER] = True
    return result


def running(values: NDArray[np.float64] | BoolArray) -> Values:
    """Return the running sums along the days, beginning with a zero."""
    sums = np.zeros((values.shape[0], values.shape[1] + 1))
    np.cumsum(values, axis=1, dtype=np.float64, out=sums[:, 1:])
    return sums


@dataclass(frozen=True, slots=True)
class Grid:
    """All rows on the days `at`: either every day from the first, or one."""

    at: Places

    def of(self, sums: Values, *, days: int | Places, skip: int | Places = 0) -> Values:
        """Return the sums over the `days`, one number for all, up to and with the day that lies `skip` before each day."""
        days, skip = int(days), int(skip)
        if self.at.size == 1:
            last = max(int(self.at[0]) + 1 - skip, 0)
            result: Values = sums[:, last : last + 1] - sums[:, max(last - days, 0) : max(last - days, 0) + 1]
            return result
        # Slices, for they are several times as quick as places.
        every = sums.shape[1] - 1
        result = np.zeros((sums.shape[0], every))
        result[:, skip:] = sums[:, 1 : max(every + 1 - skip, 1)]
        result[:, skip + days :] -= sums[:, 1 : max(every + 1 - skip - days, 1)]
        return result


@dataclass(frozen=True, slots=True)
class Points:
    """Some rows, each on a day of its own."""

    rows: Places
    at: Places

    def of(self, sums: Values, *, days: int | Places, skip: int | Places = 0) -> Values:
        """Return the sums over the `days` up to and with the day that lies `skip` before each day."""
        last = np.maximum(self.at + 1 - skip, 0)
        result: Values = sums[self.rows, last] - sums[self.rows, np.maximum(last - days, 0)]
        return result
