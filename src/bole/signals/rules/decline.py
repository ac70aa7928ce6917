"""The detector's door: when a person's indicator left that person's own usual for the worse, and when it came back.

`detect` walks the days forward as a nightly job would have done; `detect_last` is that job's one night. What is found by a day rests on
that day and the days before it. Likely causes: causes.py. Method, assumptions and sources: docs/domain/alerts.md.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.around import events
from bole.signals.rules.climate import climate
from bole.signals.rules.daily import BoolArray, Calendar, Daily, IntArray, Surroundings
from bole.signals.rules.folding import Places, Series, Values, folded
from bole.signals.rules.nightly import back_tonight, left_tonight
from bole.signals.rules.returning import Open
from bole.signals.rules.walking import SAME, Events, Left, walk

# Calendar days that `detect_last` should be given, today being the last column; with fewer it knows less, and stays silent rather.
LOOK_BACK: Final = 366
# Rows that are worked on together, so that they stay in the processor's cache; teams are kept whole.
ROWS: Final = 1024


@dataclass(frozen=True, slots=True)
class Findings:
    """Declines that were found, `m` of them, ordered by the day noticed; a series may have several, one after the other."""

    row: IntArray  # [m], the series, a row of Daily
    onset: IntArray  # [m], column of the first day that was worse
    noticed: IntArray  # [m], column of the day by whose end it was clear
    recovered: IntArray  # [m], column of the day by whose end it was back within the usual; -1: not yet
    usual: Values  # [m], the indicator's value over the 60 working days before the onset
    now: Values  # [m], its value over the last 5 working days with evidence up to the day noticed
    sample_days: IntArray  # [m], working days with evidence from the onset to the day noticed
    team_share: Values  # [m], 0..1: how much of the change the rest of the team had too

    def __len__(self) -> int:
        """Return how many were found."""
        return len(self.row)


@dataclass(frozen=True, slots=True)
class Standing:
    """What is remembered of each series from the nights before, a place for each of the `n` rows of Daily.

    Of an open alert: its onset as a column (negative if before the first column), its usual and its now. Where the usual was declared
    changed (a target changed, “not a problem”), `since` is the column from which it begins anew; 0 otherwise. Days of declines that
    are over are no part of the usual: `left_out` gives them as (row, first column, last column).
    """

    is_open: BoolArray  # [n]
    onset: IntArray  # [n]
    usual: Values  # [n]
    now: Values  # [n]
    since: IntArray  # [n]
    left_out: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Tonight:
    """What the last day brought."""

    found: Findings  # declines that became clear today, in series without an open one; `recovered` is -1
    back: IntArray  # rows whose open decline is over today
    back_value: Values  # [len(back)], the value of those last days by which it was found to be over


def detect(daily: Daily, calendar: Calendar, around: Surroundings | None = None) -> Findings:
    """Find the declines of all series, walking the days forward; a change in the work `around` makes one more believable."""
    working, shared = np.flatnonzero(calendar.is_working), climate(daily, calendar)
    found = [
        _named(one, rows, working)
        for rows in _chunks(daily.team)
        for one in walk(folded(daily, calendar, rows, shared), daily.team[rows], _events(around, rows, calendar))
    ]
    return _joined(found)


def detect_last(daily: Daily, calendar: Calendar, standing: Standing | None = None, around: Surroundings | None = None) -> Tonight:
    """Find what the last day brought, given what stands from the nights before; a day off brings nothing."""
    standing = standing or nothing_standing(len(daily.team))
    working = np.flatnonzero(calendar.is_working)
    found, returned, returned_by = [], [np.zeros(0, dtype=np.intp)], [np.zeros(0)]
    is_working = bool(working.size) and working[-1] == len(calendar.is_working) - 1
    shared = climate(daily, calendar) if is_working else None
    for rows in _chunks(daily.team) if is_working else ():
        series = _standing_out(folded(daily, calendar, rows, shared), standing, rows, working)
        may = ~standing.is_open[rows] & ~_just_back(standing, rows, working)
        left = left_tonight(series, daily.team[rows], events=_events(around, rows, calendar), may=may)
        found += [_named(left, rows, working)] if left else []
        declines = _open(standing, rows, working)
        if declines.rows.size:
            is_back, value = back_tonight(series, declines)
            returned, returned_by = [*returned, rows[declines.rows[is_back]]], [*returned_by, value[is_back]]
    return Tonight(_joined(found), np.concatenate(returned).astype(np.int32), np.concatenate(returned_by))


def nothing_standing(number: int) -> Standing:
    """Return what is remembered on the first night."""
    return Standing(
        is_open=np.zeros(number, dtype=np.bool_),
        onset=np.full(number, -1, dtype=np.int32),
        usual=np.full(number, np.nan),
        now=np.full(number, np.nan),
        since=np.zeros(number, dtype=np.int32),
    )


def _chunks(team: IntArray) -> Iterator[Places]:
    """Yield rows, whole teams together."""
    order = np.argsort(team, kind="stable")
    ends = np.flatnonzero(np.diff(team[order], append=-1)) + 1
    first = 0
    while first < order.size:
        last = int(ends[min(int(np.searchsorted(ends, first + ROWS)), ends.size - 1)])
        yield order[first:last]
        first = last


def _events(around: Surroundings | None, chunk: Places, calendar: Calendar) -> Events:
    def of(rows: Places) -> Values | None:
        return None if around is None else events(around, chunk[rows], calendar)

    return of


def _standing_out(series: Series, standing: Standing, rows: Places, working: Places) -> Series:
    """Return the series without the days of declines that are over, and those before the usual began anew."""
    out = [one for one in standing.left_out if one[0] in set(rows.tolist())] if standing.left_out else []
    if not out and not standing.since[rows].any():
        return series
    is_out = working < standing.since[rows, None]
    for row, first, last in out:
        is_out[rows == row] |= (working >= first) & (working <= last)
    return series.without(is_out)


def _just_back(standing: Standing, rows: Places, working: Places) -> BoolArray:
    """Tell which rows came back so lately that a relapse is the same decline."""
    lately = working[-SAME] if working.size >= SAME else -1
    those = [row for row, _, last in standing.left_out if last > lately]
    return np.isin(rows, those)


def _open(standing: Standing, rows: Places, working: Places) -> Open:
    place = np.flatnonzero(standing.is_open[rows])
    those = rows[place]
    onset = np.where(standing.onset[those] < 0, -1, np.searchsorted(working, standing.onset[those]))
    return Open(place, onset, standing.usual[those], standing.now[those])


def _named(left: Left, rows: Places, working: Places) -> Findings:
    """Return the findings by the rows and columns of Daily."""
    return Findings(
        row=rows[left.rows].astype(np.int32),
        onset=working[left.onset].astype(np.int32),
        noticed=working[left.noticed].astype(np.int32),
        recovered=np.where(left.recovered < 0, -1, working[left.recovered]).astype(np.int32),
        usual=left.usual,
        now=left.now,
        sample_days=left.sample_days.astype(np.int32),
        team_share=left.team_share,
    )


def _joined(found: Sequence[Findings]) -> Findings:
    """Return all findings, ordered by the day noticed."""
    if not found:
        none, nothing = np.zeros(0, dtype=np.int32), np.zeros(0)
        return Findings(none, none, none, none, nothing, nothing, none, nothing)
    order = np.lexsort((np.concatenate([one.row for one in found]), np.concatenate([one.noticed for one in found])))
    return Findings(
        row=np.concatenate([one.row for one in found])[order],
        onset=np.concatenate([one.onset for one in found])[order],
        noticed=np.concatenate([one.noticed for one in found])[order],
        recovered=np.concatenate([one.recovered for one in found])[order],
        usual=np.concatenate([one.usual for one in found])[order],
        now=np.concatenate([one.now for one in found])[order],
        sample_days=np.concatenate([one.sample_days for one in found])[order],
        team_share=np.concatenate([one.team_share for one in found])[order],
    )
