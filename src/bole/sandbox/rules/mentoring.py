"""Two years of mentoring in the demo: mentors, pairs, and who waits. Planned whole, so that the figures of the stories are facts."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import step
from bole.sandbox.rules.leaves import Leaves
from bole.sandbox.rules.mentoring_adopters import Adoption, Solving, with_both
from bole.sandbox.rules.mentoring_calendar import Diary
from bole.sandbox.rules.mentoring_cast import Stories
from bole.sandbox.rules.mentoring_crowd import imported_pairs, pairs_of_crowd
from bole.sandbox.rules.mentoring_mentors import NAMED, WU_ZHENG, ZHOU_YU, mentors_on
from bole.sandbox.rules.mentoring_terms import Answer, MentorPlan, PairPlan, WishPlan

WISHES = (
    ("BL0684", "specialist", -13, ("presenting",), "想学会把方案讲给不懂技术的客户听。"),
    ("BL0697", "specialist", -6, ("databases",), "刚接手数据平台，想有人带我读懂现在的调度。"),
    ("BL0695", "algorithm_engineer", -4, ("model-evaluation",), "想系统学一遍评测方法。"),
)


@dataclass(frozen=True)
class Mentoring:
    """All of it on the days of a demo."""

    plan: CompanyPlan
    leaves: Leaves

    @cached_property
    def diary(self) -> Diary:
        """The days on which pairs can do something."""
        return Diary(self.plan.almanac, self.leaves)

    @cached_property
    def stories(self) -> Stories:
        """The pairs that the stories tell of."""
        return Stories(self.plan, self.diary, self.mentors)

    @cached_property
    def mentors(self) -> Sequence[MentorPlan]:
        """Who mentors, and Wu Zheng, who did."""
        return mentors_on(self.plan)

    @cached_property
    def pairs(self) -> Sequence[PairPlan]:
        """All pairs since the launch, and Zhou Yu's imported one; in the order of their first days."""
        crowd = [self._solved(self._alive(one)) for one in self._crowd]
        return sorted([*self.stories.pairs(), *crowd], key=lambda one: (one.first_day, one.mentee))

    @cached_property
    def _crowd(self) -> Sequence[PairPlan]:
        told = self.stories.pairs()
        taken = {*NAMED, WU_ZHENG, ZHOU_YU, *(one.mentee for one in told), *(number for number, *_ in WISHES)}
        return pairs_of_crowd(self.plan, self.mentors, taken, told)

    @cached_property
    def solving(self) -> Solving:
        """How often the mentees of those who adopted a method say that problems were solved."""
        both = with_both(self.plan, self.mentors)
        return Solving(Adoption(self.plan.almanac), tuple(one for one in self._crowd if one.mentor in both))

    @cached_property
    def imported(self) -> Sequence[PairPlan]:
        """The forty pairs from before the launch."""
        return imported_pairs(self.plan, self.mentors)

    @property
    def wishes(self) -> Sequence[WishPlan]:
        """Who waits for a mentor, the longest first."""
        today = self.plan.almanac.anchor
        return [
            WishPlan(number=number, framework=framework, day=step(today, back), skills=skills, words=words)
            for number, framework, back, skills, words in WISHES
        ]

    def _alive(self, one: PairPlan) -> PairPlan:
        """Let a pair of the crowd meet, take tests, answer."""
        rng = dice("life", one.mentee)
        on_time = dice("punctual", one.mentor).choice((0.95, 0.9, 0.9, 0.8, 0.7))
        kindness = dice("kind", one.mentor).choice((0.75, 0.7, 0.6))
        return replace(
            one,
            talks=self.diary.talks(one, rng, on_time=on_time),
            tests=self.diary.tests(one, rng, gain=0.06 + rng.random() * 0.05),
            answers={month: _answer(rng.random(), rng.random(), rng.random(), kindness) for month in (1, 3, 5) if rng.random() < 0.75},
        )

    def _solved(self, one: PairPlan) -> PairPlan:
        """Let a mentee of an adopter answer in each survey, of solved problems as planted."""
        planted = {month: said for (mentee, month), said in self.solving.planted.items() if mentee == one.mentee}
        if not planted:
            return one
        rng = dice("solved for", one.mentee)
        return replace(one, answers={month: (*_answer(rng.random(), rng.random(), 0, 0.7)[:2], said) for month, said in planted.items()})

    def running(self) -> list[PairPlan]:
        """Return the pairs that run today: the plan is approved, the end has not come."""
        return [one for one in self.pairs if one.approved_on and not one.is_over]

    def ended(self) -> list[PairPlan]:
        """Return the pairs since the launch that are over."""
        return [one for one in self.pairs if one.is_over and not one.is_imported]

    def load(self, day: date) -> Counter[str]:
        """Return how many mentees each mentor has on a day."""
        return Counter(one.mentor for one in self.pairs if not one.is_imported and one.is_alive_on(day))


def _answer(first: float, second: float, third: float, kindness: float) -> Answer:
    said = ["yes" if one < kindness else "partly" if one < kindness + 0.22 else "no" for one in (first, second, third)]
    return said[0], said[1], said[2]


def mentoring_on(plan: CompanyPlan, leaves: Leaves) -> Mentoring:
    """Return the mentoring of a demo."""
    return Mentoring(plan, leaves)
