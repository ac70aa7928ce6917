"""The score of a mentor: what the mentees gained, and how they see it; never how many. `docs/domain/effect.md` says the same in prose.

All in hundredths of a point of 100, in Fractions, rounded once, half up.
"""

from collections.abc import Collection
from dataclasses import dataclass
from fractions import Fraction

GROWTH, SURVEY = 60, 40  # points of 100
NEUTRAL = 30  # of growth, for mentees who did as well as similar colleagues without a mentor
PER_POINT = 60  # of growth, for each point of 5 beyond that: +0.5 is all of it
PER_LIFT = 150  # of growth, for skill tests that rose by all of it: 20 % is half, 40 % is all
WEIGHTS = {"performance": 2, "skills": 1}
LEAST_MENTEES = 3  # for a low effect to lead to anything
WIDE = 40  # hundredths of a point of 5: a range as wide as this says little


@dataclass(frozen=True, slots=True)
class Composite:
    """The score and its parts, in hundredths; `survey` is None until enough is published, and growth then stands for the whole."""

    growth: int | None
    survey: int | None
    total: int | None


def performance_points(effect: int | None) -> Fraction | None:
    """Return the points of growth that an effect (hundredths of a point of 5) gives, between 0 and 60."""
    return None if effect is None else _within(NEUTRAL + Fraction(effect * PER_POINT, 100))


def skill_points(lifts: Collection[Fraction]) -> Fraction | None:
    """Return the points of growth that the mean lift of skill tests gives, between 0 and 60; None without comparable tests."""
    return _within(PER_LIFT * sum(lifts, Fraction(0)) / len(lifts)) if lifts else None


def composite(*, effect: int | None, skill_lifts: Collection[Fraction], rates: Collection[Fraction]) -> Composite:
    """Return the score. A part without data gives its weight to the other; without any growth there is none.

    `rates` are the published ones of the mentees' survey, each between 0 and 1: never what is not published yet.
    """
    parts = {"performance": performance_points(effect), "skills": skill_points(skill_lifts)}
    known = {name: value for name, value in parts.items() if value is not None}
    if not known:
        return Composite(None, None, None)
    growth = sum((WEIGHTS[name] * value for name, value in known.items()), Fraction(0)) / sum(WEIGHTS[name] for name in known)
    if not rates:
        return Composite(_hundredths(growth), None, _hundredths(growth * 100 / GROWTH))
    own, theirs = _hundredths(growth), _hundredths(SURVEY * sum(rates, Fraction(0)) / len(rates))
    return Composite(own, theirs, own + theirs)


def is_low(*, high: int | None, mentees: int) -> bool:
    """Test if mentees surely gained less than similar colleagues without a mentor: even at the upper end, with enough mentees."""
    return high is not None and high < 0 and mentees >= LEAST_MENTEES


def is_wide(*, low: int, high: int) -> bool:
    """Test if a range is so wide that no conclusion should be drawn."""
    return high - low >= WIDE


def _within(points: Fraction) -> Fraction:
    return min(max(points, Fraction(0)), Fraction(GROWTH))


def _hundredths(points: Fraction) -> int:
    return int(points * 100 + Fraction(1, 2))
