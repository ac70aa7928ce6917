"""Teachers' Day in the demo: thirty-seven mentees thank their mentors, four of them Zeng Rui."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bole.sandbox.rules.mentoring import Mentoring
from bole.sandbox.rules.mentoring_mentors import ZENG_RUI
from bole.sandbox.rules.mentoring_terms import PairPlan

ALL, OF_ZENG_RUI = 37, 4
SAID = (
    "谢谢您每次都先听我说完。",
    "那次上线出问题，您陪我查到晚上，谢谢。",
    "谢谢您把复杂的事讲得简单。",
    "每周一个小实验，让我敢动手了，谢谢您。",
    "谢谢您替我说了一句公道话。",
    "教师节快乐，您教我的我会教给下一位。",
)


@dataclass(frozen=True, slots=True)
class ThanksPlan:
    """A mentee's sentence to the mentor."""

    pair: PairPlan
    day: date
    words: str


def teachers_day(today: date) -> date:
    """Return the last Teachers' Day, by the real calendar."""
    this = date(today.year, 9, 10)
    return this if this <= today else date(today.year - 1, 9, 10)


def thanks_of(plan: Mentoring) -> Sequence[ThanksPlan]:
    """Return who says thank you: of Zeng Rui's mentees four, of the others whoever has been mentored longest."""
    day = teachers_day(plan.plan.almanac.anchor)
    begun = {one.mentee: one for one in plan.pairs if not one.is_imported and one.approved_on is not None and one.approved_on <= day}
    here = [one for one in begun.values() if _works_on(plan, one, day)]
    own = [one for one in here if one.mentor == ZENG_RUI][:OF_ZENG_RUI]
    others = [one for one in here if one.mentor != ZENG_RUI][: ALL - len(own)]
    return [ThanksPlan(one, day, SAID[n % len(SAID)]) for n, one in enumerate([*own, *others])]


def _works_on(plan: Mentoring, one: PairPlan, day: date) -> bool:
    """Test if both still work here on the day."""
    last_days = [plan.plan.by_number[number].last_day or date.max for number in (one.mentor, one.mentee)]
    return min(last_days) >= day
