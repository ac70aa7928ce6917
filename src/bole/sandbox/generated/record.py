"""Keeps the truth: what was planted in each block, and what hit many at once."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.company import DECOYS, LOOK_ALIKES, Course, Declines, Decoys, LookAlikes, Truth, floats, ints
from bole.sandbox.generated.course import joined
from bole.sandbox.generated.planting import Plan, cause_codes, kind_codes, shape_codes
from bole.sandbox.generated.staff import Rows
from bole.sandbox.generated.weather import Weather
from bole.sandbox.generated.year import Days, runs
from bole.signals.rules.daily import IntArray

AROUND_HOLIDAY = 8  # days before and after a long holiday
AFTER_MOVE = 60  # days for which a new post looks like a decline
AFTER_BETTER = 30


@dataclass(slots=True)
class Told:
    """The truth while it grows: [declines, 6], [look-alikes, 4], [decoys, 4] and each row's noise."""

    declines: list[NDArray[np.float64]] = field(default_factory=list)
    look_alikes: list[IntArray] = field(default_factory=list)
    decoys: list[IntArray] = field(default_factory=list)
    noise: list[NDArray[np.float64]] = field(default_factory=list)
    courses: list[Course] | None = None  # None: not asked for

    def add(self, plan: Plan, *, noise: NDArray[np.float64], first_row: int, first_person: int) -> None:
        """Keep what was planted in a block."""
        self.noise.append(noise)
        ends = [[one.row + first_row, one.onset, one.end, one.size] for one in plan.declines]
        codes = np.stack([shape_codes(plan), cause_codes(plan)], axis=1)
        self.declines.append(np.hstack([np.array(ends, dtype=np.float64).reshape(-1, 4), codes]))
        for code, one in zip(kind_codes(plan), plan.look_alikes, strict=True):
            is_over = one.kind == "better_spell_over"
            first, last = (one.last + 1, one.last + AFTER_BETTER) if is_over else (one.first, one.last)
            self.look_alikes.append(ints([one.row + first_row, first, last, code]))
        for story in plan.stories:
            if story.is_decoy:
                self.decoys.append(ints([story.person + first_person, story.first, story.end - 1, DECOYS.index(story.cause)]))


def truth_of(told: Told, *, days: Days, rows: Rows, weather: Weather, moved: NDArray[np.int64], moved_on: IntArray) -> Truth:
    """Return the whole truth, in the order of rows and days."""
    planted = np.vstack(told.declines)
    planted = planted[np.lexsort((planted[:, 1], planted[:, 0]))]
    many = [_hit(moved, first=moved_on, last=moved_on + AFTER_MOVE, kind="harder_post"), *_shared(days=days, rows=rows, weather=weather)]
    alike = np.vstack([np.array(told.look_alikes, dtype=np.int32).reshape(-1, 4), *many])
    alike[:, 2] = np.minimum(alike[:, 2], days.count - 1)
    alike = alike[np.lexsort((alike[:, 1], alike[:, 0]))]
    decoys = np.array(told.decoys, dtype=np.int32).reshape(-1, 4)
    end = ints(planted[:, 2])
    return Truth(
        declines=Declines(
            row=ints(planted[:, 0]),
            onset=ints(planted[:, 1]),
            end=np.where(end >= days.count, -1, end).astype(np.int32),
            shape=ints(planted[:, 4]),
            cause=ints(planted[:, 5]),
            size=floats(planted[:, 3]),
        ),
        look_alikes=LookAlikes(row=ints(alike[:, 0]), first=ints(alike[:, 1]), last=ints(alike[:, 2]), kind=ints(alike[:, 3])),
        decoys=Decoys(person=ints(decoys[:, 0]), first=ints(decoys[:, 1]), last=ints(decoys[:, 2]), kind=ints(decoys[:, 3])),
        noise=floats(np.concatenate(told.noise)),
        course=None if told.courses is None else joined(told.courses),
    )


def _shared(*, days: Days, rows: Rows, weather: Weather) -> list[IntArray]:
    """Return what hit many rows at once."""
    every = np.arange(len(rows.person))
    found = [_hit(every, first=max(first - AROUND_HOLIDAY, 0), last=last + AROUND_HOLIDAY, kind="holiday") for first, last in days.holidays]
    for source, silent in enumerate(weather.silent):
        found += [_hit(every[rows.source == source], first=first, last=end - 1, kind="silent_source") for first, end in runs(silent)]
    for indicator, first, last in weather.drifts:
        found.append(_hit(every[rows.indicator == indicator], first=first, last=last, kind="season_drift"))
    for team, first, last in weather.shocks:
        found.append(_hit(every[rows.team == team], first=int(first), last=int(last), kind="unit_shock"))
    return found


def _hit(rows: NDArray[np.int64], *, first: int | IntArray, last: int | IntArray, kind: str) -> IntArray:
    """Return one entry for each row."""
    entry = np.empty((len(rows), 4), dtype=np.int32)
    entry[:, 0], entry[:, 1], entry[:, 2], entry[:, 3] = rows, first, last, LOOK_ALIKES.index(kind)
    return entry
