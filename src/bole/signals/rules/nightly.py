"""One night: only rows whose newest days are worse at all are looked at closely, so that a large company takes seconds."""

from dataclasses import replace
from typing import Final

import numpy as np

from bole.signals.rules.daily import BoolArray, IntArray
from bole.signals.rules.folding import Grid, Places, Series, Values
from bole.signals.rules.leaving import SPANS
from bole.signals.rules.returning import Open, back
from bole.signals.rules.scanning import LEAST_DAYS, LEAST_RISE, NEWEST, lowest, scan
from bole.signals.rules.usual import sums_of
from bole.signals.rules.walking import Events, Left, left_on

# The quick look takes no day for more than so many times the usual, and is more lenient than the close one by this share.
CAP: Final = 3.0
LENIENT: Final = 0.05


def left_tonight(series: Series, team: IntArray, *, events: Events, may: BoolArray) -> Left | None:
    """Return the rows that left their usual by the last day; None if there is none."""
    days = Grid(np.array([series.total.shape[1] - 1]))
    near = np.flatnonzero(may & might(series))
    # What is shown needs plain counts; what is compared does not.
    some = series.only(near)
    some = replace(some, count=some.exposure)
    bar = lowest(is_eased=events(near[:0]) is not None)
    hot = near[(scan(some, sums_of(some), days, events=None).strength >= bar)[:, 0]]
    if not hot.size:
        return None
    members = np.flatnonzero(np.isin(team, team[hot]))

    def theirs(rows: Places) -> Values | None:
        return events(members[rows])

    part = series.only(members)
    left = left_on(part, sums_of(part), team[members], days, events=theirs, may=np.isin(members, hot)[:, None])
    return replace(left, rows=members[left.rows])


def might(series: Series) -> BoolArray:
    """Test if the newest days are worse than usual, and some onset makes a difference that would be told."""
    sign, total, count = series.sign[:, 0], series.total, series.exposure
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = total.sum(axis=1) / count.sum(axis=1)
        capped = np.minimum(total, CAP * mean[:, None] * count)
        usual = capped[:, :-LEAST_DAYS].sum(axis=1) / count[:, :-LEAST_DAYS].sum(axis=1)
        newest = sign * (total[:, -NEWEST:].sum(axis=1) / count[:, -NEWEST:].sum(axis=1) / usual - 1)
        most = np.full(sign.size, -np.inf)
        for span in SPANS:
            if span >= LEAST_DAYS:
                most = np.fmax(most, sign * (total[:, -span:].sum(axis=1) / count[:, -span:].sum(axis=1) / usual - 1))
    result: BoolArray = ~(newest < -LENIENT) & ~(most < np.where(sign > 0, LEAST_RISE, 0) - LENIENT)
    return result


def back_tonight(series: Series, declines: Open) -> tuple[BoolArray, Values]:
    """Tell which of the open declines are over on the last day, and by what value."""
    part = series.only(declines.rows)
    days = Grid(np.array([series.total.shape[1] - 1]))
    told = back(part, sums_of(part), days, replace(declines, rows=np.arange(declines.rows.size)))
    return told.is_back[:, 0], told.value[:, 0]
