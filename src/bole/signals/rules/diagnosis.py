"""Why a target was missed some months in a row: what is asked, and what is found.

`docs/domain/diagnosis.md` states the method with its assumptions. Arrays run over months, oldest first; NaN is what nobody knows.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from bole.signals.rules.series import Cause

Floats = NDArray[np.float64]
Outcome = Literal["told", "chance", "insufficient"]


@dataclass(frozen=True, slots=True, eq=False)
class Factor:
    """A series of a unit. `good`: 1 where more of it helps, -1 where less of it does."""

    kind: str
    cause: Cause
    good: int
    values: Floats


@dataclass(frozen=True, slots=True, eq=False)
class History:
    """What a unit reached and should have reached, and the series that stand around it."""

    unit: int
    actual: Floats
    target: Floats
    factors: tuple[Factor, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A unit that missed its target in the months `first` to `last` (places in the arrays, both included), and its sister units.

    `month_of_year` is 1 to 12 for each place; `is_more_better` is False where a lower value is better; `most` is the most that the
    indicator can be (100 percent), None without a bound.
    """

    subject: History
    sisters: tuple[History, ...]
    month_of_year: NDArray[np.int64]
    first: int
    last: int
    is_more_better: bool = True
    most: float | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """A cause's part of the gap, of 1, with the range that nine draws in ten lie in; `amount` in the indicator's unit, a month."""

    cause: Cause
    share: float
    low: float
    high: float
    amount: float


@dataclass(frozen=True, slots=True)
class Sight:
    """A series as evidence: its usual value, the mean of the missed months, and how much of the gap is laid to it (of 1)."""

    kind: str
    cause: Cause
    usual: float
    now: float
    share: float


@dataclass(frozen=True, slots=True)
class Proposal:
    """A target, and the chance that similar units in similar months reach it; `chance_now` is that of the target that was missed."""

    target: float
    chance: float
    chance_now: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found. `chance`: the gap is no larger than what comes and goes by itself. `missing` are kinds of data that would tell."""

    outcome: Outcome
    target: float
    actual: float
    shares: tuple[Share, ...] = ()
    sights: tuple[Sight, ...] = ()
    proposal: Proposal | None = None
    luck: float = 0.0
    missing: tuple[str, ...] = ()
    months_known: int = 0
    sisters: int = 0
    sisters_met: float | None = None  # the mean share of their target that the sisters reached meanwhile
