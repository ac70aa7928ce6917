"""What units reach and what they should: in the world as it was, and in worlds in which some of the factors are normal.

The families of noise are mixed over the units: even, what carries over from month to month, heavy tails.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.behind import Behind
from bole.sandbox.generated.unit_plans import UnitPlan
from bole.sandbox.generated.units import UNIT_INDICATORS
from bole.signals.rules.daily import IntArray

Floats = NDArray[np.float64]

AS_IT_WAS: Mapping[str, bool] = {"target": True, "resource": True, "capability": True, "market": True}
MOST_SHARE = 0.995
DIGITS = 3  # of a target


@dataclass(frozen=True, slots=True)
class Results:
    """All parts of the results, in logs, by unit and month."""

    indicator: IntArray  # [units]
    level: Floats  # [units], in the indicator's unit
    course: Floats  # growth and season
    factors: Mapping[str, Floats]  # what resource, capability and market do
    noise: Floats
    slack: Floats  # [units, 1], by how much less than normal is asked for
    too_high: Floats  # by how much more than usual is asked for: the planners' ordinary errors, and what was planted

    def actual(self, where: Mapping[str, bool] = AS_IT_WAS, *, with_noise: bool = True) -> Floats:
        """Return what is reached where the factors that are true are as they were, and the others normal."""
        log = self.course + (self.noise if with_noise else 0.0)
        for name, does in self.factors.items():
            log = log + does * where[name]
        return self._in_units(log)

    def target(self, where: Mapping[str, bool] = AS_IT_WAS) -> Floats:
        """Return what is asked for."""
        return self._in_units(self.course - self.slack + self.too_high * where["target"])

    def _in_units(self, log: Floats) -> Floats:
        """Return values in the unit of each unit's indicator; what is a share moves by what is lost of it."""
        kinds = [UNIT_INDICATORS[one] for one in self.indicator]
        sign = np.array([kind.reach if kind.is_up_better else -kind.reach for kind in kinds])[:, None]
        is_share = np.array([kind.is_share for kind in kinds])[:, None]
        lost = 1 - (1 - self.level[:, None]) * np.exp(-sign * log)
        return np.where(is_share, np.clip(lost, 0.0, MOST_SHARE), self.level[:, None] * np.exp(sign * log))


def draw_results(
    rng: np.random.Generator, *, group: IntArray, indicator: IntArray, plan: UnitPlan, behind: Behind, too_high: Floats
) -> Results:
    """Draw levels, growth, season, noise, slack and the planners' errors."""
    units, months = too_high.shape
    low, high = np.array([UNIT_INDICATORS[one].level for one in indicator]).T
    season = rng.uniform(0.02, 0.1, (int(group.max()) + 1, 1)) * np.sin(
        2 * np.pi * (np.arange(months) / 12 + rng.random((int(group.max()) + 1, 1)))
    )
    growth = rng.normal(0.02, 0.03, (units, 1)) * np.arange(months) / 12
    spread = rng.uniform(0.03, 0.06, (units, 1))
    noise = _noise(rng, units=units, months=months) * spread
    for unit, first in plan.unlucky:
        noise[unit, first : first + 3] = -rng.uniform(1.3, 2.6, noise[unit, first : first + 3].shape) * max(float(spread[unit, 0]), 0.045)
    errors = np.repeat(rng.normal(0.0, 0.012, (units, months // 3 + 1)), 3, axis=1)[:, :months]
    return Results(
        indicator=indicator,
        level=np.exp(rng.uniform(np.log(low), np.log(high))),
        course=season[group] + growth,
        factors=behind.factors(),
        noise=noise,
        slack=rng.uniform(0.03, 0.06, (units, 1)),
        too_high=errors + too_high,
    )


def _noise(rng: np.random.Generator, *, units: int, months: int) -> Floats:
    """Return noise of spread 1, of a family for each unit."""
    family = rng.choice(3, size=(units, 1), p=[0.5, 0.3, 0.2])
    even = rng.standard_normal((units, months))
    stays = 0.45
    carried = even.copy()
    for month in range(1, months):
        carried[:, month] = stays * carried[:, month - 1] + np.sqrt(1 - stays**2) * even[:, month]
    tails = np.clip(rng.standard_t(4.0, (units, months)) / np.sqrt(2.0), -3.5, 3.5)
    return np.where(family == 0, even, np.where(family == 1, carried, tails))
