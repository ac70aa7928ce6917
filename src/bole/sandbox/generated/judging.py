"""Judges alerts against the truth, by one definition for all: one decline, one alert within 60 days of its onset."""

from dataclasses import dataclass

import numpy as np

from bole.sandbox.generated.company import LOOK_ALIKES, Truth
from bole.signals.rules.daily import BoolArray, IntArray

IN_TIME = 60  # days from the onset
ECHO = 14  # days after a look-alike's last day in which an alert is still put down to it


@dataclass(frozen=True, slots=True)
class Judgement:
    """What became of each alert and of each decline."""

    decline: IntArray  # [alerts], the decline that it found, -1: none, so it is a false alarm
    look_alike: IntArray  # [alerts], the kind that a false alarm fell for, place in LOOK_ALIKES, -1: no look-alike, or no false alarm
    found_by: IntArray  # [declines], the alert that found it, -1: missed

    @property
    def false_alarms(self) -> BoolArray:
        """Return which alerts found no decline."""
        return self.decline < 0


def judge(truth: Truth, *, row: IntArray, noticed: IntArray) -> Judgement:
    """Judge alerts, given by their row and the day on which they were raised.

    The first alert from a decline's onset to `IN_TIME` days later finds it. Every other alert is a false alarm: before an onset, a second
    one of the same decline, a later one.
    """
    declines = truth.declines
    decline, found_by = np.full(len(row), -1, dtype=np.int32), np.full(len(declines.row), -1, dtype=np.int32)
    by_row: dict[int, list[int]] = {}
    for place, one in enumerate(declines.row):
        by_row.setdefault(int(one), []).append(place)
    for alert in np.argsort(noticed, kind="stable"):
        for place in by_row.get(int(row[alert]), ()):
            if found_by[place] < 0 and 0 <= noticed[alert] - declines.onset[place] <= IN_TIME:
                decline[alert], found_by[place] = place, alert
                break
    return Judgement(decline=decline, look_alike=_fell_for(truth, row=row, noticed=noticed, is_false=decline < 0), found_by=found_by)


def _fell_for(truth: Truth, *, row: IntArray, noticed: IntArray, is_false: BoolArray) -> IntArray:
    """Return the kind of look-alike that each false alarm fell for; of several, the one that is rarest in general."""
    alike = truth.look_alikes
    rarest = np.argsort(np.argsort(np.bincount(alike.kind, minlength=len(LOOK_ALIKES))))
    kinds = np.full(len(row), -1, dtype=np.int32)
    begin, end = np.searchsorted(alike.row, row, "left"), np.searchsorted(alike.row, row, "right")
    for alert in np.flatnonzero(is_false):
        those = slice(begin[alert], end[alert])
        near = (alike.first[those] <= noticed[alert]) & (noticed[alert] <= alike.last[those] + ECHO)
        found = alike.kind[those][near]
        if len(found):
            kinds[alert] = found[np.argmin(rarest[found])]
    return kinds
