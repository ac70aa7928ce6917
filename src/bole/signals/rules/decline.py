"""The detector's door: when a person's indicator left that person's own usual for the worse, and when it came back.

    detect(daily: Daily, calendar: Calendar) -> Findings
    detect_last(daily: Daily, calendar: Calendar, standing: Standing | None = None) -> Tonight

The first walks the days forward as a nightly job would have done; the second is that job's one night. What is found by a day rests on that
day and the days before it. Beside them, in causes.py:

    CAUSES = ("load", "project", "absence", "mentoring", "team", "source", "unknown")
    causes(daily: Daily, calendar: Calendar, around: Surroundings, found: Findings) -> Evidence

`Evidence` holds arrays [m, 7] in the order of CAUSES: `weight` (0..1, adding up to 1), `before` and `after` (the numbers: items open, projects,
days away, hours of mentoring, the team's value, silent days; NaN for unknown). Method, assumptions, sources: docs/domain/alerts.md.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bole.signals.rules.daily import BoolArray, IntArray

Values = NDArray[np.float64]

# Calendar days that `detect_last` should be given, today being the last column; with fewer it knows less, and stays silent rather.
LOOK_BACK: Final = 366
# Working days with evidence after the onset before anything is said; their mean is the `now` that is shown.
LEAST_DAYS: Final = 5


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
    latest: Values  # [n], the value over the last 5 working days with evidence; NaN: none
    back_value: Values  # [len(back)], the value of those last days by which it was found to be over
