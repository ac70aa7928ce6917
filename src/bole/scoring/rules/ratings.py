"""Ratings of years: the mean of closed scores by working days, and the level that the bands of the year give it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bole.scoring.rules.rounding import half_up

# From the best to the lowest.
LEVELS: Final = ("S", "A", "B", "C", "D")
LOWEST: Final = LEVELS[-1]
# 4.5, 4, 3.5 and 3 of 5.
USUAL_BANDS: Final[Mapping[str, int]] = {"S": 9000, "A": 8000, "B": 7000, "C": 6000}
USUAL_EXCELLENT: Final = ("S", "A")
# Fewer working days than about a quarter of a year say too little about a year.
LEAST_DAYS: Final = 60
MOST_SCORE: Final = 10_000


@dataclass(frozen=True, slots=True)
class Closed:
    """A closed period of one person: its score in hundredths, and the working days that it weighs."""

    period: str
    score: int
    days: int


@dataclass(frozen=True, slots=True)
class Rated:
    """A year's score in hundredths and its level; neither, if there were too few working days."""

    score: int | None
    level: str
    days: int

    @property
    def is_enough(self) -> bool:
        """Test if there is a rating."""
        return self.score is not None


def rate(parts: Sequence[Closed], bands: Mapping[str, int]) -> Rated:
    """Return the mean of the parts by working days, rounded half up to a hundredth, and its level."""
    days = sum(one.days for one in parts)
    if days < LEAST_DAYS:
        return Rated(None, "", days)
    score = half_up(sum(one.score * one.days for one in parts), days)
    return Rated(score, level_of(score, bands), days)


def level_of(score: int, bands: Mapping[str, int]) -> str:
    """Return the best level whose band the score reaches; exactly its least is enough."""
    return next((level for level in LEVELS if level in bands and score >= bands[level]), LOWEST)


def wrong_bands(bands: Mapping[str, int]) -> str:
    """Return the first level whose least score is not below that of the level above, or out of range; nothing if all is well."""
    above = MOST_SCORE + 1
    for level in LEVELS[:-1]:
        least = bands.get(level, -1)
        if not 0 < least < above or least > MOST_SCORE:
            return level
        above = least
    return ""


def wrong_excellent(excellent: Collection[str]) -> bool:
    """Test if the excellent levels are none, all, or not the best ones without a gap."""
    count = len(set(excellent))
    return not 0 < count < len(LEVELS) or set(excellent) != set(LEVELS[:count])


def of_hundred(of_five: int) -> int:
    """Return hundredths of the 5-point scale as hundredths of 100."""
    return of_five * 20
