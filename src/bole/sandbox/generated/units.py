"""What units with targets are: what can be observed of them and, apart from that, the truth that was planted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bole.signals.rules.daily import BoolArray, IntArray

Floats = NDArray[np.float64]

CAUSES = ("target", "resource", "capability", "market")
RUNS = ("planted", "luck", "unclear")
# The series that speak of a cause; of the target speaks its own history.
SPEAKS_OF = {
    "resource": ("headcount", "establishment", "vacancies", "budget", "hours", "tools"),
    "capability": ("skills", "training", "tenure", "staying"),
    "market": ("market", "demand"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitIndicator:
    """What units of a kind are measured by; `reach` is how strongly it moves with what stands behind it."""

    code: str
    is_up_better: bool
    is_share: bool  # between 0 and 1
    level: tuple[float, float]
    reach: float


UNIT_INDICATORS = (
    UnitIndicator(code="revenue", is_up_better=True, is_share=False, level=(200_000.0, 2_000_000.0), reach=1.0),
    UnitIndicator(code="output", is_up_better=True, is_share=False, level=(2_000.0, 30_000.0), reach=1.0),
    UnitIndicator(code="retention", is_up_better=True, is_share=True, level=(0.80, 0.90), reach=2.0),
    UnitIndicator(code="overdue_rate", is_up_better=False, is_share=False, level=(0.05, 0.15), reach=1.0),
)


@dataclass(frozen=True, slots=True)
class ObservedUnits:
    """What a diagnosis may see, by unit and month; NaN is what nobody knows."""

    months: tuple[date, ...]
    group: IntArray  # [units], sister units have the same
    indicator: IntArray  # [units], place in `indicators`
    indicators: tuple[UnitIndicator, ...]
    is_up_better: BoolArray  # [units]
    actual: Floats  # [units, months]
    target: Floats  # [units, months]
    series: Mapping[str, Floats]  # [units, months] each; named as in SPEAKS_OF


@dataclass(frozen=True, slots=True)
class Runs:
    """Every three months in a row that missed their target for the first time: where a diagnosis would open."""

    unit: IntArray
    first: IntArray
    last: IntArray  # the third month
    kind: IntArray  # place in RUNS
    planted: BoolArray  # [runs, 4], causes that were planted in at least two of the three months
    amount: Floats  # [runs, 4], of the gap of the three months, in the indicator's unit
    luck: Floats  # [runs], what is left of the gap when all four are normal; below 0: the usual slack of the target
    gap: Floats  # [runs], amounts and luck together
    share: Floats  # [runs, 4], of the causes that widened the gap, adding up to 1
    main: IntArray  # [runs], place in CAUSES; -1 where nothing was planted
    has_no_series: BoolArray  # [runs, 4], nothing that speaks of the cause was observed
    known_months: IntArray  # [runs], months observed before the first


@dataclass(frozen=True, slots=True)
class UnitTruth:
    """What was planted, and how the generator works; never shown to a diagnosis, never stored."""

    runs: Runs
    elasticity: Floats  # [units, 3]: resource, capability, market
    normal: Floats  # [units, months], what the unit would reach with all four normal and without noise


@dataclass(frozen=True, slots=True)
class GeneratedUnits:
    """What can be observed, and the truth beside it."""

    observed: ObservedUnits
    truth: UnitTruth
