"""When a source is silent: against its own habit, never against ours."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from bole.signals.rules.daily import BoolArray

# Working days that make a habit, and how many of them there must be at least.
HABIT: Final = 60
LEAST: Final = 20
# A source that comes on fewer of its working days is not missed on one of them.
REGULAR: Final = 0.8
# So unlikely must silence be by the source's own habit: one day for one that comes every day, two or three for one that mostly does.
UNLIKELY: Final = 0.02


@dataclass(frozen=True, slots=True)
class Silence:
    """Columns of the first silent working day, of the day by whose end it was clear, and of the last; -1: still silent."""

    first: int
    clear: int
    last: int


def is_regular(came: BoolArray, is_working: BoolArray) -> BoolArray:
    """Return for each day whether the source had a habit of coming on working days before it."""
    hits, of = _habit(came, is_working)
    found: BoolArray = (of >= LEAST) & (hits >= REGULAR * of)
    return found


def silences(came: BoolArray, is_working: BoolArray) -> tuple[Silence, ...]:
    """Return when the source was silent for longer than its habit explains."""
    hits, of = _habit(came, is_working)
    found: list[Silence] = []
    run: list[int] = []
    for day in (int(n) for n in np.flatnonzero(is_working)):
        if came[day]:
            found += _closed(run, day, hits, of)
            run = []
        else:
            run.append(day)
    found += _closed(run, -1, hits, of)
    return tuple(found)


def _closed(run: list[int], back: int, hits: np.ndarray, of: np.ndarray) -> list[Silence]:
    if not run or of[run[0]] < LEAST:
        return []
    rarely = 1 - (hits[run[0]] + 1) / (of[run[0]] + 2)
    needed = next((n for n in range(1, len(run) + 1) if rarely**n < UNLIKELY), 0)
    return [Silence(run[0], run[needed - 1], run[-1] if back >= 0 else -1)] if needed else []


def _habit(came: BoolArray, is_working: BoolArray) -> tuple[np.ndarray, np.ndarray]:
    """Return for each day on how many of the working days before it the source came, of how many since it first did."""
    days = np.flatnonzero(is_working)
    hits, of = np.zeros(len(came), np.int64), np.zeros(len(came), np.int64)
    first = np.flatnonzero(came)
    since = int(first[0]) if len(first) else len(came)
    counted = np.concatenate([[0], np.cumsum(came[days])])
    for place, day in enumerate(days):
        start = max(place - HABIT, int(np.searchsorted(days, since)))
        if start < place:
            hits[day], of[day] = counted[place] - counted[start], place - start
    return hits, of
