"""The walk over the days: a row leaves its usual, is open until it is back, and may leave it again."""

from dataclasses import dataclass, replace
from typing import Final, Protocol

import numpy as np

from bole.signals.rules.daily import BoolArray, IntArray
from bole.signals.rules.folding import Grid, Places, Points, Series, Values
from bole.signals.rules.leaving import Team
from bole.signals.rules.returning import Open, back
from bole.signals.rules.scanning import BAR, at_points, ease, looks, lowest, scan, strict
from bole.signals.rules.team import Others, others, shared
from bole.signals.rules.usual import Sums, sums_of

# Working days before the onset that make the usual that is shown, and days with evidence that make the value that is.
SHOWN_BEFORE: Final = 60
SHOWN_NOW: Final = 5
# Working days (two months) after a return in which a relapse is the same decline.
SAME: Final = 43
# How many more standard deviations are asked of a change that the team had too, for its share above what may be chance.
SHARED: Final = 8.0
OWN: Final = 0.25
# … and for each standard deviation by which the middle of the others is worse, above what may be chance, at most so many.
ALONG: Final = 0.8
MOST_ALONG: Final = 2.0
MOST_ROUNDS: Final = 20


class Events(Protocol):
    """Gives running sums of days on which the work around some rows changed."""

    def __call__(self, rows: Places) -> Values | None:
        """Return them; None if nothing is known of the work."""


@dataclass(frozen=True, slots=True)
class Left:
    """Rows that left their usual; days are places among the working days."""

    rows: Places
    onset: Places
    noticed: Places
    usual: Values
    now: Values
    sample_days: Places
    team_share: Values
    recovered: Places

    def only(self, which: BoolArray) -> "Left":
        """Return these."""
        return Left(*(getattr(self, name)[which] for name in self.__slots__))


def left_on(series: Series, sums: Sums, team: IntArray, days: Grid, *, events: Events, may: BoolArray) -> Left:
    """Return the first of the days on which each row had left its usual; `may` tells which rows may on which days."""
    bar = lowest(is_eased=events(np.arange(0)) is not None)
    asked_of = np.flatnonzero(may.any(axis=1))
    rough = scan(series.only(asked_of), sums.only(asked_of), days, events=None)
    rows = asked_of[((rough.strength >= bar) & may[asked_of]).any(axis=1)]
    mine, mine_summed, changed = series.only(rows), sums.only(rows), events(rows)
    fine = scan(mine, mine_summed, days, events=changed)
    place, day = np.nonzero(fine.is_hit & may[rows])
    span, points = fine.span[place, day], Points(place, days.at[day])
    beside = others(series, sums, team, Points(rows[place], points.at), span)
    still = at_points(mine, mine_summed, points, span, team=_taken_off(beside, sign=mine.sign[place, 0]))
    share = shared(series, sums, team, Points(rows[place], points.at), span)
    asked = BAR + strict(series, points, span) + SHARED * np.maximum(share - OWN, 0) + np.clip(beside.z - ALONG, 0, MOST_ALONG)
    is_personal = still.z + ease(points, changed, span) + looks(span) >= asked
    place, at, span, share = place[is_personal], points.at[is_personal], span[is_personal], share[is_personal]
    place, first = np.unique(place, return_index=True)
    points, span = Points(rows[place], at[first]), span[first]
    return _shown(sums, points, onset=_seen_from(sums, points, points.at - span + 1), share=share[first])


def _taken_off(beside: Others, *, sign: Values) -> Team:
    """Return what the team takes off: nothing where the others do not stand out from their own usual, for doubt would hide the steady."""
    worse = np.where(sign > 0, np.maximum(beside.team.ratio, 1), np.minimum(beside.team.ratio, 1))
    worse = np.where(beside.z > ALONG, worse, 1.0)
    return Team(worse, np.where(worse == 1, 0.0, beside.team.doubt))


def _seen_from(sums: Sums, points: Points, onset: Places) -> Places:
    """Return the first day with evidence from the onset on: a day of which nothing is known was not worse."""
    seen = sums.days[points.rows]
    result: Places = (seen <= np.take_along_axis(seen, onset[:, None], axis=1)).sum(axis=1) - 1
    return result


def _shown(sums: Sums, points: Points, *, onset: Places, share: Values) -> Left:
    rows, at = points.rows, points.at
    before = Points(rows, onset - 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        usual = before.of(sums.total, days=SHOWN_BEFORE) / before.of(sums.count, days=SHOWN_BEFORE)
    longer = before.of(sums.total, days=onset) / before.of(sums.count, days=onset)
    return Left(
        rows=rows,
        onset=onset,
        noticed=at,
        usual=np.where(np.isfinite(usual), usual, longer),
        now=latest(sums, rows, at),
        sample_days=Points(rows, at).of(sums.days, days=at - onset + 1).astype(np.intp),
        team_share=share,
        recovered=np.full(rows.size, -1),
    )


def latest(sums: Sums, rows: Places, at: Places) -> Values:
    """Return the value over the last five days with evidence up to a day; NaN: there are none."""
    seen = sums.days[rows]
    until = seen[np.arange(rows.size), at + 1]
    since = np.maximum((seen <= until[:, None] - SHOWN_NOW).sum(axis=1) - 1, 0)
    count = sums.count[rows, at + 1] - sums.count[rows, since]
    with np.errstate(divide="ignore", invalid="ignore"):
        result: Values = (sums.total[rows, at + 1] - sums.total[rows, since]) / count
    return result


def walk(series: Series, team: IntArray, events: Events) -> list[Left]:
    """Walk all days; each round finds the next decline of the rows that were back from the one before."""
    days = Grid(np.arange(series.total.shape[1]))
    sums = sums_of(series)
    rounds: list[Left] = []
    rows, may = np.arange(series.total.shape[0]), np.ones(series.total.shape, dtype=np.bool_)
    current, current_sums = series, sums
    while rows.size and days.at.size and len(rounds) < MOST_ROUNDS:
        found = left_on(current, current_sums, team, days, events=events, may=may)
        if not found.rows.size:
            break
        over = back(current, current_sums, days, Open(found.rows, found.onset, found.usual, found.now)).is_back
        over &= days.at[None, :] > found.noticed[:, None]
        recovered = np.where(over.any(axis=1), over.argmax(axis=1), -1)
        found.recovered[:] = recovered
        rounds.append(found)
        current, current_sums, may = _go_on(current, current_sums, days, found)
        rows = found.rows[recovered >= 0]
    return rounds


def _go_on(series: Series, sums: Sums, days: Grid, found: Left) -> tuple[Series, Sums, BoolArray]:
    """Leave the days of declines that are over out of the usual; only rows that are back may leave it again, and not at once."""
    is_over = found.recovered >= 0
    rows = found.rows[is_over]
    is_out = (days.at >= found.onset[is_over, None]) & (days.at <= found.recovered[is_over, None])
    rest = series.only(rows).without(is_out)
    total, count, exposure, is_here = series.total.copy(), series.count.copy(), series.exposure.copy(), series.is_here.copy()
    total[rows], count[rows], exposure[rows], is_here[rows] = rest.total, rest.count, rest.exposure, rest.is_here
    again = sums_of(rest)
    merged = {}
    for name in sums.__slots__:
        merged[name] = getattr(sums, name).copy()
        merged[name][rows] = getattr(again, name)
    may = np.zeros(total.shape, dtype=np.bool_)
    may[rows] = days.at >= found.recovered[is_over, None] + SAME
    return replace(series, total=total, count=count, exposure=exposure, is_here=is_here), Sums(**merged), may
