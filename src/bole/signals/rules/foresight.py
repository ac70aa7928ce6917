"""Before a period: the chance that a unit reaches its target, from its history and that of its sisters."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, Literal

import numpy as np

from bole.signals.rules.diagnosis import Case, Floats, History
from bole.signals.rules.diagnosis_model import fit, sign_of

HARD: Final = 0.2
EASY: Final = 0.95
LEAST_MONTHS: Final = 6
MOST_SISTERS: Final = 6
# So many are remembered, some three kilobytes each.
KEPT: Final = 4096
Flag = Literal["", "hard", "easy", "unknown"]


@dataclass(frozen=True, slots=True)
class Foresight:
    """What a unit will reach, in eight cases of ten between `low` and `high`, and the chance that it reaches its target."""

    chance: float | None
    low: float | None
    middle: float | None
    high: float | None
    months: int

    @property
    def flag(self) -> Flag:
        """Whether the target is too hard or too easy."""
        if self.chance is None:
            return "unknown"
        return "hard" if self.chance < HARD else "easy" if self.chance > EASY else ""


def foresee(
    subject: History, sisters: Sequence[History], month_of_year: Sequence[int], ahead: int, target: float, *, up: bool
) -> Foresight:
    """Return what the unit will reach in the month `ahead` (1 to 12) that follows the months known."""
    months = int(np.isfinite(subject.actual).sum())
    if months < LEAST_MONTHS or target <= 0:
        return Foresight(None, None, None, None, months)
    known = (subject, *sisters[:MOST_SISTERS])
    lines = tuple((np.float64(one.actual).tobytes(), np.float64(one.target).tobytes()) for one in known)
    low, middle, high, chance = _fitted(lines, (*month_of_year, ahead), float(target), up=up)
    return Foresight(chance, low, middle, high, months)


@lru_cache(maxsize=KEPT)
def _fitted(lines: tuple[tuple[bytes, bytes], ...], month_of_year: tuple[int, ...], target: float, *, up: bool) -> tuple[float, ...]:
    """Return low, middle, high and the chance; kept, for it takes thirty milliseconds and months change by night only."""
    histories = [History(n, np.frombuffer(actual), np.frombuffer(aim), ()) for n, (actual, aim) in enumerate(lines)]
    year = np.array(month_of_year, np.int64)
    case = Case(_longer(histories[0]), tuple(_longer(one) for one in histories[1:]), year, len(year) - 1, len(year) - 1, up)
    rng, sign = np.random.default_rng(20261123), sign_of(case)
    fitted = fit(case, rng)
    reached = fitted.level + fitted.noise * rng.standard_t(4, len(fitted.level))
    low, middle, high = sorted(float(one) for one in np.exp(sign * np.quantile(reached, (0.1, 0.5, 0.9))))
    return low, middle, high, float(np.mean(reached >= sign * np.log(target)))


def _longer(one: History) -> History:
    """Return the history with the month to come, of which nothing is known, and without what stands around."""

    def more(line: Floats) -> Floats:
        return np.append(line, np.nan)

    return replace(one, actual=more(one.actual), target=more(one.target), factors=())
