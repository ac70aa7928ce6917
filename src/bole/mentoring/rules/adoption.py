"""How often problems were solved after a method was adopted: each mentor beside the own time before, by published rates alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import fmean
from typing import Final

from bole.mentoring.rules.methods import paired_interval

LEAST_MENTORS: Final = 5  # with published answers before and after, or the mean would tell of single ones
WIDE: Final = 20.0  # percentage points from end to end


@dataclass(frozen=True, slots=True)
class Told:
    """A rate and how many answers it rests on."""

    share: Fraction
    answers: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Means of the mentors' rates before and after in percent, the difference in percentage points with its 90 % range."""

    mentors: int
    answers: int
    before: float
    after: float
    difference: float
    low: float
    high: float

    @property
    def is_wide(self) -> bool:
        """Test if the range is too wide for a conclusion, or holds no difference at all."""
        return self.high - self.low > WIDE or self.low <= 0 <= self.high


def since_then(before: Told, now: Told) -> Told | None:
    """Return what the answers that came since make by themselves; None if none came."""
    answers = now.answers - before.answers
    if answers <= 0:
        return None
    return Told((now.share * now.answers - before.share * before.answers) / answers, answers)


def change(pairs: Sequence[tuple[Told, Told]]) -> Change | None:
    """Return what changed, each mentor counting once however many answered; None of too few mentors."""
    if len(pairs) < LEAST_MENTORS:
        return None
    befores = [float(100 * before.share) for before, _after in pairs]
    afters = [float(100 * after.share) for _before, after in pairs]
    differences = [after - before for before, after in zip(befores, afters, strict=True)]
    low, high = paired_interval(differences)
    return Change(
        mentors=len(pairs),
        answers=sum(before.answers + after.answers for before, after in pairs),
        before=fmean(befores),
        after=fmean(afters),
        difference=fmean(differences),
        low=low,
        high=high,
    )
