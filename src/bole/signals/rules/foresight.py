"""Before a period: the chance that a unit reaches its target, from its history and that of its sisters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

import numpy as np

from bole.signals.rules.diagnosis import Case, Floats, History
from bole.signals.rules.diagnosis_model import fit

METHOD: Final = "reach-1"
HARD: Final = 0.2
EASY: Final = 0.95
LEAST_MONTHS: Final = 6
MOST_SISTERS: Final = 6
STEPS: Final = np.linspace(0.0, 1.0, 201)  # what a unit may reach is kept as these quantiles
Flag = Literal["", "hard", "easy", "unknown", "later"]


@dataclass(frozen=True, slots=True)
class Foresight:
    """What a unit will reach, in eight cases of ten between `low` and `high`, and the chance that it reaches its target.

    Without `is_worked_out` the night's work has not come to it yet.
    """

    chance: float | None
    low: float | None
    middle: float | None
    high: float | None
    months: int
    is_worked_out: bool = True

    @property
    def flag(self) -> Flag:
        """Whether the target is too hard or too easy."""
        if self.chance is None:
            return "unknown" if self.is_worked_out else "later"
        return "hard" if self.chance < HARD else "easy" if self.chance > EASY else ""


NOT_YET: Final = Foresight(None, None, None, None, 0, is_worked_out=False)


def reach_of(subject: History, sisters: Sequence[History], month_of_year: Sequence[int], ahead: int, *, up: bool) -> tuple[float, ...]:
    """Return what the unit may reach in the month `ahead` (1 to 12) that follows the months known: quantiles, the worst first.

    They are logs where more is better, and of no target: whatever the target becomes, `foresight_of` says its chance. None of few months.
    """
    if months_known(subject) < LEAST_MONTHS:
        return ()
    year = np.array([*month_of_year, ahead], np.int64)
    case = Case(_longer(subject), tuple(_longer(one) for one in sisters[:MOST_SISTERS]), year, len(year) - 1, len(year) - 1, up)
    rng = np.random.default_rng(20261123)
    fitted = fit(case, rng)
    reached = fitted.level + fitted.noise * rng.standard_t(4, len(fitted.level))
    return tuple(round(float(one), 5) for one in np.quantile(reached, STEPS))


def months_known(subject: History) -> int:
    """Return of how many months it is known what was reached."""
    return int(np.isfinite(subject.actual).sum())


def foresight_of(reach: Sequence[float], target: float, months: int, *, up: bool) -> Foresight:
    """Return the chance of a target, of what may be reached."""
    if not reach or target <= 0:
        return Foresight(None, None, None, None, months)
    sign = 1.0 if up else -1.0
    low, middle, high = sorted(float(np.exp(sign * np.interp(at, STEPS, reach))) for at in (0.1, 0.5, 0.9))
    missed = float(np.interp(sign * np.log(target), reach, STEPS, left=0.0, right=1.0))
    return Foresight(1.0 - missed, low, middle, high, months)


def _longer(one: History) -> History:
    """Return the history with the month to come, of which nothing is known, and without what stands around."""

    def more(line: Floats) -> Floats:
        return np.append(line, np.nan)

    return replace(one, actual=more(one.actual), target=more(one.target), factors=())
