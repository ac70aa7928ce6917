"""What mentees gained and what a mentor gave: figures of the field, exact. `docs/domain/effect.md` says the same in prose."""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bole.mentoring.rules.test_names import key_of_test

TOP_SHARE = Fraction(1, 10)  # of a department
MONTHS_AFTER = 12  # a promotion within these counts
WINDOW_MONTHS = 12  # of the contribution


@dataclass(frozen=True, slots=True)
class Result:
    """A score that stood for a span of days, in hundredths of 100."""

    first_day: date
    last_day: date
    score: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A skill test: hundredths of a point, out of the most; only tests of one exam are compared."""

    taken_on: date
    points: int
    most: int
    exam: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mentee, as the contribution counts it."""

    mentee: int
    is_promoted: bool
    is_high_performer: bool


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a mentor gave in a year. Rates are None where there was no mentee."""

    mentees: int
    minutes: int
    promoted: int
    high_performers: int

    @property
    def promotion_rate(self) -> Fraction | None:
        """Mentees promoted / mentees."""
        return Fraction(self.promoted, self.mentees) if self.mentees else None

    @property
    def high_performer_rate(self) -> Fraction | None:
        """Mentees in their department's top ten percent / mentees."""
        return Fraction(self.high_performers, self.mentees) if self.mentees else None

    @property
    def hours(self) -> int:
        """Whole hours, rounded half up."""
        return (self.minutes + 30) // 60


def lift(before: int, after: int) -> Fraction | None:
    """Return by which part of the score before it rose: 3.5 to 4.2 is 1/5. None where there was nothing to rise from."""
    return Fraction(after - before, before) if before > 0 else None


def tenths_of_percent(share: Fraction) -> int:
    """Return a share in tenths of a percent, rounded half away from nought: 15/70 is 214 (21.4 %)."""
    return _nearest(share * 1000)


def whole_percent(share: Fraction) -> int:
    """Return a share in whole percent, rounded half away from nought: 2/3 is 67."""
    return _nearest(share * 100)


def _nearest(value: Fraction) -> int:
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def score_before(results: Iterable[Result], *, start: date) -> Result | None:
    """Return the last result that was over before the start; None for whoever had none, as any new graduate."""
    return max((one for one in results if one.last_day < start), key=lambda one: one.last_day, default=None)


def score_after(results: Iterable[Result], *, start: date, end: date) -> Result | None:
    """Return the result that shows the programme: of the period in which it ended or, if that was hardly begun, of the one before.

    None while that period is not closed, and where it began before the start by more than it lasted after.
    """
    for one in sorted(results, key=lambda each: each.last_day, reverse=True):
        middle = one.first_day + (one.last_day - one.first_day) / 2
        if middle <= end and start <= middle:
            return one
    return None


def lift_of_tests(marks: Sequence[Mark]) -> tuple[Mark, Mark] | None:
    """Return the first and the last test of the exam that was taken last, if it was taken twice or more."""
    ordered = sorted(marks, key=lambda one: one.taken_on)
    if not ordered:
        return None
    last = (key_of_test(ordered[-1].exam), ordered[-1].most)
    same = [one for one in ordered if (key_of_test(one.exam), one.most) == last]
    return (same[0], same[-1]) if len(same) > 1 else None


def is_promoted(promotions: Iterable[date], *, start: date, end: date | None) -> bool:
    """Test if one of the promotions came during the programme, or within twelve months after its last day."""
    return any(start <= day and (end is None or day <= months_later(end, MONTHS_AFTER)) for day in promotions)


def top_places(people: int) -> int:
    """Return how many of a department are its top ten percent: 6 of 60, 5 of 59, 1 of 4; none of nobody."""
    return max(1, int(people * TOP_SHARE)) if people else 0


def is_high_performer(own: int, scores: Sequence[int]) -> bool:
    """Test if a score is among the top ten percent of the department's `scores`, in which it stands itself."""
    return 1 + sum(one > own for one in scores) <= top_places(len(scores))


def contribution(outcomes: Iterable[Outcome], *, minutes: int) -> Contribution:
    """Count mentees, each once however often they were paired, and what became of them."""
    seen: dict[int, Outcome] = {}
    for one in outcomes:
        kept = seen.get(one.mentee, one)
        promoted, high = kept.is_promoted or one.is_promoted, kept.is_high_performer or one.is_high_performer
        seen[one.mentee] = Outcome(one.mentee, is_promoted=promoted, is_high_performer=high)
    return Contribution(
        mentees=len(seen),
        minutes=minutes,
        promoted=sum(one.is_promoted for one in seen.values()),
        high_performers=sum(one.is_high_performer for one in seen.values()),
    )


def months_later(day: date, months: int) -> date:
    """Return the same day some months later; the last of a month that has fewer days."""
    place = day.month - 1 + months
    year, month = day.year + place // 12, place % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def months_between(first: date, last: date) -> int:
    """Return how many whole months lie between two days."""
    months = (last.year - first.year) * 12 + last.month - first.month
    return months if months_later(first, months) <= last else months - 1
