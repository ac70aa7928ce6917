"""What the rest of the team went through in the same days: a change that all share is no change of one person."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.daily import IntArray
from bole.signals.rules.folding import Places, Points, Series, Values
from bole.signals.rules.leaving import Team, worsening
from bole.signals.rules.scanning import at_points
from bole.signals.rules.usual import Sums

# So many others with a usual of their own make a team's change.
LEAST_OTHERS: Final = 3
# Where single values scatter by more than this share, the team is added up; else its median is taken.
COARSE: Final = 0.35
MOST_DOUBT: Final = 0.5
# A median's standard error is 1.2533 times a mean's; 1.4826 median distances are a standard deviation.
OF_MEDIAN: Final = 1.2533
OF_DISTANCE: Final = 1.4826


@dataclass(frozen=True, slots=True)
class Others:
    """What the others of a team went through in the same span."""

    team: Team
    z: Values  # by how many of their own standard deviations the middle of them is worse, however few they are; 0: there are none


def others(series: Series, sums: Sums, team: IntArray, points: Points, span: Places) -> Others:
    """Return what the others of each point's team went through in the same span."""
    which, member = _pairs(team, points.rows)
    theirs = at_points(series, sums, Points(member, points.at[which]), span[which])
    is_known = np.isfinite(theirs.z) & (theirs.usual > 0)
    which = which[is_known]
    observed, usual, spread = theirs.observed[is_known], theirs.usual[is_known], theirs.spread[is_known]
    size = points.rows.size
    number = np.bincount(which, minlength=size)
    middle = _median(which, observed / usual, number)
    scatter = OF_DISTANCE * _median(which, np.abs(observed / usual - middle[which]), number)
    sum_of_usual = np.maximum(np.bincount(which, usual, size), 1e-12)
    added = np.bincount(which, np.minimum(observed, usual + 3 * spread), size) / sum_of_usual
    doubt_of_added = np.sqrt(np.bincount(which, spread**2, size)) / sum_of_usual
    is_coarse = _median(which, spread / usual, number) > COARSE
    ratio = np.where(is_coarse, added, middle)
    doubt = np.where(is_coarse, doubt_of_added, OF_MEDIAN * scatter / np.sqrt(np.maximum(number, 1)))
    is_team = number >= LEAST_OTHERS
    known = Team(np.where(is_team, ratio, 1.0), np.where(is_team, np.minimum(doubt, MOST_DOUBT), 0.0))
    return Others(known, np.nan_to_num(_median(which, theirs.z[is_known], number)))


def shared(series: Series, sums: Sums, team: IntArray, points: Points, span: Places) -> Values:
    """Return how much of a row's change the middle of the others had too, 0 to 1, nothing clipped."""
    which, member = _pairs(team, points.rows)
    theirs = worsening(sums, Points(member, points.at[which]), sign=series.sign[member, 0], span=span[which])
    own = worsening(sums, points, sign=series.sign[points.rows, 0], span=span)
    which, theirs = which[np.isfinite(theirs)], theirs[np.isfinite(theirs)]
    number = np.bincount(which, minlength=points.rows.size)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = _median(which, theirs, number) / own
    return np.clip(np.where((number >= LEAST_OTHERS) & np.isfinite(share), share, 0.0), 0, 1)


def _pairs(team: IntArray, rows: Places) -> tuple[Places, Places]:
    """Return each point with each other row of its team."""
    order = np.argsort(team, kind="stable")
    first, last = np.searchsorted(team[order], team[rows], "left"), np.searchsorted(team[order], team[rows], "right")
    size = last - first
    which = np.repeat(np.arange(rows.size), size)
    within = np.arange(which.size) - np.repeat(np.cumsum(size) - size, size)
    member = order[np.repeat(first, size) + within]
    is_other = member != rows[which]
    return which[is_other], member[is_other]


def _median(which: Places, values: Values, number: Places) -> Values:
    """Return the median of each group; groups are numbered, and NaN where there is nothing."""
    ordered = values[np.lexsort((values, which))]
    first = np.cumsum(number) - number
    result = np.full(number.size, np.nan)
    filled = number > 0
    low, high = first + (number - 1) // 2, first + number // 2
    result[filled] = (ordered[low[filled]] + ordered[high[filled]]) / 2
    return result
