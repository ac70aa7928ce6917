"""All supposed onsets against each other: since when a row has been worse than its usual, if at all."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.daily import BoolArray
from bole.signals.rules.folding import Grid, Places, Points, Series, Values
from bole.signals.rules.leaving import SPANS, Compared, Team, compared, worsening
from bole.signals.rules.usual import FAR, LAG, Sums, weekly

# Working days with evidence before anything is said.
LEAST_DAYS: Final = 5
# Standard deviations from which a decline is believed, and how many fewer are enough if the person's work changed at its onset:
# rarely does more of it, a long absence or mentoring come by itself, projects more often.
BAR: Final = 4.7
EASE: Final = 1.2
OF_PROJECTS: Final = 0.6
# How many fewer are enough, or more are asked, for each time that a span is longer, or shorter, than this by a factor of e.
LOOKS: Final = 0.4
MIDDLING: Final = 12
# How many more are asked where more than half of the days since the onset lie soon after a long holiday.
HOLIDAY: Final = 0.5
# A change in the work counts if it came between so many working days before the onset and after it.
AHEAD: Final = 6
AFTER: Final = 3
# By what share the value must be worse; what falls is bounded by nothing, and a good share of 98 % has little room.
LEAST_RISE: Final = 0.15
LEAST_FALL: Final = 0.01
# The days since an onset are too few as long as a later onset explains them better by so much.
RATHER: Final = 0.93
# What was over before it was noticed is not told: the newest days must still be worse.
NEWEST: Final = 3
STILL: Final = 1.0


@dataclass(frozen=True, slots=True)
class Scan:
    """The best onset for each row and day."""

    strength: Values  # standard deviations, with the ease of a change in the work; -inf: none
    span: Places  # working days since the best onset
    is_hit: BoolArray


def scan(series: Series, sums: Sums, days: Grid, *, events: Values | None) -> Scan:
    """Compare all onsets; `events` are running sums of days on which the person's work changed."""
    shape = (series.total.shape[0], days.at.size)
    best, span_of, too_new = np.full(shape, -np.inf), np.zeros(shape, dtype=np.intp), np.full(shape, -np.inf)
    is_still = np.zeros(shape, dtype=np.bool_)
    hang = {skip: weekly(sums, days, skip=skip) for skip in (LAG, FAR)}
    least = np.where(series.sign > 0, LEAST_RISE, LEAST_FALL)
    for span in SPANS:
        z = compared(sums, days, sign=series.sign, span=span, weekly=hang[FAR if span > LAG else LAG]).z
        if span == NEWEST:
            is_still = z >= STILL
        z += ease(days, events, span)
        is_enough = days.of(sums.days, days=span) >= LEAST_DAYS
        np.maximum(too_new, np.where(is_enough, -np.inf, z), out=too_new)
        z = np.where(is_enough & (worsening(sums, days, sign=series.sign, span=span) >= least), z, -np.inf)
        is_better = z > best
        best, span_of = np.where(is_better, z, best), np.where(is_better, span, span_of)
    is_hit = is_still & (best + looks(np.maximum(span_of, 1)) >= BAR) & (best >= RATHER * too_new)
    return Scan(best, span_of, is_hit)


def ease(pick: Grid | Points, events: Values | None, span: int | Places) -> Values | float:
    """Return what a change in the work around the onset takes off the bar."""
    if events is None:
        return 0.0
    onset = pick.at - span + 1
    until, since = np.maximum(np.minimum(onset + AFTER, pick.at) + 1, 0), np.maximum(onset - AHEAD, 0)
    since = np.minimum(since, until)
    rows = pick.rows if isinstance(pick, Points) else slice(None)
    rare, often = (one[rows, until] > one[rows, since] for one in events)
    result: Values = np.where(rare, EASE, np.where(often, OF_PROJECTS, 0.0))
    return result


def lowest(*, is_eased: bool) -> float:
    """Return the strength below which no span is told, whatever changed in the work."""
    return BAR - float(looks(SPANS[-1])) - (EASE if is_eased else 0.0)


def looks(span: int | Places) -> Values:
    """Return what the length of the span takes off the bar: of short ones there are many, and one of many is high by chance."""
    result: Values = LOOKS * np.log(np.asarray(span) / MIDDLING)
    return result


def strict(series: Series, points: Points, span: Places) -> Values:
    """Return what days soon after a long holiday add to the bar."""
    days = series.holidays[points.at + 1] - series.holidays[np.maximum(points.at + 1 - span, 0)]
    result: Values = np.where(days > span / 2, HOLIDAY, 0.0)
    return result


def at_points(series: Series, sums: Sums, points: Points, span: Places, *, team: Team | None = None) -> Compared:
    """Compare single rows on single days."""
    hang = weekly(sums, points, skip=np.where(np.greater(span, LAG), FAR, LAG))
    return compared(sums, points, sign=series.sign[points.rows, 0], span=span, weekly=hang, team=team)
