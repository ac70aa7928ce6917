"""What a generated company is: what can be observed of it and, apart from that, the truth that was planted."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.indicators import Indicator
from bole.signals.rules.daily import Calendar, Daily, FloatArray, IntArray, Surroundings

CAUSES = ("unknown", "load", "project", "absence", "mentoring")
SHAPES = ("step", "ramp", "temporary")
LOOK_ALIKES = (
    "bad_day", "holiday", "silent_source", "unit_shock", "harder_post", "thin_absence", "small_sample", "season_drift", "better_spell_over",
)  # fmt: skip
DECOYS = ("load", "project", "absence", "mentoring")


@dataclass(frozen=True, slots=True)
class Observed:
    """What a detector may see; a row is a person's indicator, and all codes are places in the tuples below."""

    daily: Daily
    calendar: Calendar
    surroundings: Surroundings
    person: IntArray  # [n]
    unit: IntArray  # [n]
    indicator: IntArray  # [n], place in `indicators`
    source: IntArray  # [n], place in `sources`
    indicators: tuple[Indicator, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Declines:
    """The declines that were planted, one each place."""

    row: IntArray
    onset: IntArray  # the first day of it
    end: IntArray  # the first day that is as usual again, -1: it stays
    shape: IntArray  # place in SHAPES
    cause: IntArray  # place in CAUSES
    size: FloatArray  # at its full height, in standard deviations of the row's own weekly values


@dataclass(frozen=True, slots=True)
class LookAlikes:
    """What looks like a decline and is none, one each place."""

    row: IntArray
    first: IntArray
    last: IntArray  # included
    kind: IntArray  # place in LOOK_ALIKES


@dataclass(frozen=True, slots=True)
class Decoys:
    """Surroundings that moved while the person's work did not, one each place."""

    person: IntArray
    first: IntArray
    last: IntArray  # included
    kind: IntArray  # place in DECOYS


@dataclass(frozen=True, slots=True)
class Course:
    """How each row would go without its decline, and how it scatters; look-alikes are part of the course.

    It is told in bad things: what a total holds of them, but for `PIECES`, where they are the good ones. Their variance on a day is
    `single` × (mean, for durations mean² ÷ count) + `daily` × mean².
    """

    mean: FloatArray  # [n, days], for one of `count`; 0: nothing can be told of this day
    single: FloatArray  # [n], what single samples scatter by
    daily: FloatArray  # [n, days], what whole days scatter by
    bent: FloatArray  # [n, 2], mean of the logarithm of durations ÷ their mean: by itself, and for 1 ÷ count
    hangs: FloatArray  # [n], how much more two weeks scatter than their days would make them
    level: FloatArray  # [n], the indicator's usual value


@dataclass(frozen=True, slots=True)
class Truth:
    """What was planted; never shown to a detector, never stored."""

    declines: Declines
    look_alikes: LookAlikes
    decoys: Decoys
    noise: FloatArray  # [n], standard deviation of the row's own weekly values, in the indicator's unit
    course: Course | None = None  # only where it was asked for


@dataclass(frozen=True, slots=True)
class GeneratedCompany:
    """What can be observed, and the truth beside it."""

    observed: Observed
    truth: Truth


def ints(values: object) -> IntArray:
    """Return whole numbers as the arrays hold them."""
    return np.asarray(values, dtype=np.int32).reshape(-1)


def floats(values: object) -> NDArray[np.float32]:
    """Return numbers as the arrays hold them."""
    return np.asarray(values, dtype=np.float32)
