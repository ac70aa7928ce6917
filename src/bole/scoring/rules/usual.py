"""A person's own usual range: where the middle four fifths of their weekly scores lay."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

WEEKS: Final = 26
LEAST_WEEKS: Final = 8


@dataclass(frozen=True, slots=True)
class Usual:
    """The 10th and the 90th percentile, in hundredths, and how many weeks they rest on."""

    low: int
    high: int
    weeks: int

    def holds(self, total: int) -> bool:
        """Test if a score is as usual."""
        return self.low <= total <= self.high


def usual(weekly: Sequence[int | None]) -> Usual | None:
    """Return the usual range of the last 26 weekly scores (oldest first, hundredths, None for a week without a score).

    None if fewer than 8 of these weeks have a score: a range of a few weeks is chance.
    """
    given = sorted(total for total in weekly[-WEEKS:] if total is not None)
    if len(given) < LEAST_WEEKS:
        return None
    return Usual(_tenth(given, 1), _tenth(given, 9), len(given))


def _tenth(given: Sequence[int], tenths: int) -> int:
    """Return the percentile on the straight line between the two scores around it, half up; whole numbers throughout."""
    place, part = divmod((len(given) - 1) * tenths, 10)
    low, high = given[place], given[min(place + 1, len(given) - 1)]
    return math.floor((10 * low + part * (high - low) + 5) / 10)
