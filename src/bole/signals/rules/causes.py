"""Likely causes of a decline: what else changed about its onset, as far as the data holds it."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.daily import Calendar, Daily, Surroundings
from bole.signals.rules.decline import Findings
from bole.signals.rules.folding import Places, Points, Values, running

CAUSES: Final = ("load", "project", "absence", "mentoring", "team", "source", "unknown")
LOAD, PROJECT, ABSENCE, MENTORING, TEAM, SOURCE, UNKNOWN = range(len(CAUSES))

# Working days: what was usual ends a while before the onset, for work begins to pile up before it shows.
USUAL: Final = 60
GAP: Final = 8
AWAY_BEFORE: Final = 20
# A change of this size speaks fully for its cause: open work by half, one project, six days away, half an hour of mentoring a day.
MUCH_WORK: Final = 0.5
ONE_PROJECT: Final = 1.0
LONG_AWAY: Final = 6.0
MUCH_MENTORING: Final = 0.5
# … or three fifths of the change that the team had too.
MOST_OF_IT: Final = 0.6
# More work comes with a new project and after an absence too, so it says less by itself; a third of a clear cause is left to the unknown.
SAYS: Final = (1.0, 2.5, 2.5, 2.5, 1.5, 1.5)
DOUBT: Final = 0.33
SMALL: Final = 0.3


@dataclass(frozen=True, slots=True)
class Evidence:
    """For each finding the likely causes and the numbers that they rest on, in the order of CAUSES."""

    weight: Values  # [m, 7], 0..1, adding up to 1
    before: Values  # [m, 7], usually: items open, projects, working days away of twenty, hours of mentoring a day, NaN, silent days, NaN
    after: Values  # [m, 7], about the onset: the same; of team: the share of the change that the team had too, of source: days not heard


def causes(daily: Daily, calendar: Calendar, around: Surroundings, found: Findings) -> Evidence:
    """Weigh what changed about the onset of each finding against what had been usual for that person."""
    working = np.flatnonzero(calendar.is_working)
    rows = found.row.astype(np.intp)
    onset, noticed = np.searchsorted(working, found.onset), np.searchsorted(working, found.noticed)
    before, after = np.full((len(found), len(CAUSES)), np.nan), np.full((len(found), len(CAUSES)), np.nan)
    for cause, values in ((LOAD, around.open_work), (PROJECT, around.projects), (MENTORING, around.mentoring)):
        sums = running(values[rows][:, working].astype(np.float64))
        before[:, cause], after[:, cause] = _mean_before(sums, onset), _mean_about(sums, onset, noticed)
    away = running(around.absent[rows][:, working])
    before[:, ABSENCE] = AWAY_BEFORE * _mean_before(away, onset - AWAY_BEFORE)
    after[:, ABSENCE] = _sum(away, noticed, days=noticed - onset + 1 + AWAY_BEFORE)
    silent = running(~daily.heard[rows][:, working])
    before[:, SOURCE], after[:, SOURCE] = 0.0, _sum(silent, noticed, days=noticed - onset + 1)
    after[:, TEAM] = found.team_share
    return Evidence(_weighed(before, after, days=(noticed - onset + 1).astype(np.float64)), before, after)


def _weighed(before: Values, after: Values, *, days: Values) -> Values:
    """Return how much each cause explains."""
    more = after - before
    expected_away = before[:, ABSENCE] * (days + AWAY_BEFORE) / AWAY_BEFORE
    speaks = np.zeros_like(before)
    speaks[:, LOAD] = more[:, LOAD] / np.maximum(before[:, LOAD], 2.0) / MUCH_WORK
    speaks[:, PROJECT] = more[:, PROJECT] / ONE_PROJECT
    speaks[:, ABSENCE] = (after[:, ABSENCE] - expected_away) / LONG_AWAY
    speaks[:, MENTORING] = more[:, MENTORING] / MUCH_MENTORING
    speaks[:, TEAM] = after[:, TEAM] / MOST_OF_IT
    speaks[:, SOURCE] = after[:, SOURCE] / days
    # A small change says nothing, a middling one little.
    says = np.asarray(SAYS) * np.clip((np.nan_to_num(speaks[:, :UNKNOWN]) - SMALL) / (1 - SMALL), 0, 1) ** 2
    says = np.column_stack([says, np.full(len(says), DOUBT)])
    result: Values = says / says.sum(axis=1, keepdims=True)
    return result


def _sum(sums: Values, at: Places, *, days: Places | int) -> Values:
    return Points(np.arange(at.size), at).of(sums, days=days)


def _mean_before(sums: Values, onset: Places) -> Values:
    last = np.maximum(onset - GAP - 1, -1)
    days = np.minimum(USUAL, last + 1)
    result: Values = _sum(sums, last, days=days) / np.maximum(days, 1)
    return result


def _mean_about(sums: Values, onset: Places, noticed: Places) -> Values:
    days = noticed - onset + 1
    result: Values = _sum(sums, noticed, days=days) / days
    return result
