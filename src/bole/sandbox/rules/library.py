"""What the demo learns from: who wrote what, how often it was read this month (story 8), what a next grade asks (story 11)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan
from bole.sandbox.rules.days import moment
from bole.sandbox.rules.mentoring_cast import SUN_RAN
from bole.sandbox.rules.mentoring_mentors import GU_QING, OUYANG_XUE, WU_ZHENG, YE_QING, ZENG_RUI, ZHANG_SAN
from bole.sandbox.rules.personas import PERSONAS
from bole.values.workdays import is_working_day

# Written by people of the stories; whatever else ships is nobody's by name.
AUTHORS: Mapping[str, str] = {
    "trouble-four-questions": WU_ZHENG,
    "trouble-night-timeout": WU_ZHENG,
    "small-experiments": ZENG_RUI,
    "eval-set": ZENG_RUI,
    "review-reuse": OUYANG_XUE,
    "mentor-silence": YE_QING,
    "response-time": ZHANG_SAN,
    "acceptance-first-time": ZHANG_SAN,
    "one-page-brief": GU_QING,
}
# The two of story 8 together are read 312 times in the month; nothing else comes near.
READS: Mapping[str, int] = {"trouble-four-questions": 171, "trouble-night-timeout": 141}
MOST_OF_OTHERS = 96
READS_OF_THE_STORY = sum(READS.values())


@dataclass(frozen=True, slots=True)
class Read:
    """Somebody reads an item."""

    number: str
    code: str
    at: datetime


def reads_of_month(plan: CompanyPlan, codes: Sequence[str], *, until: datetime) -> Iterator[Read]:
    """Yield who reads what in the month of the demo's day, each item at most once a person and day, up to the moment that is shown."""
    anchor = plan.almanac.anchor
    days = [day for day in _days(anchor) if is_working_day(day)] or [anchor]
    personas = {one.number for one in PERSONAS}
    readers = sorted(one.number for one in plan.here(anchor) if one.number not in personas)
    for code in codes:
        rng = dice("reads of", code)
        count = READS.get(code, rng.randint(4, MOST_OF_OTHERS))
        pool = [(number, day) for day in days for number in readers]
        for number, day in rng.sample(pool, min(count, len(pool))):
            at = moment(day, 8.0 + rng.random() * (1.2 if day == anchor else 9.5))
            yield Read(number, code, min(at, until))


def _days(anchor: date) -> list[date]:
    first = anchor.replace(day=1)
    return [first + timedelta(days=n) for n in range((anchor - first).days + 1)]


def _skill(code: str, level: int) -> dict[str, object]:
    return {"clause": "growth.skill", "skill": code, "level": level}


def _course(code: str) -> dict[str, object]:
    return {"clause": "growth.course", "course": code}


def _tenure(months: int) -> dict[str, object]:
    return {"clause": "people.tenure_months", "months": months}


# What each craft's family asks above the first grades: two skills of the craft, and a course for the step that has one.
CRAFT: Mapping[str, tuple[str, str, str]] = {
    "programmer": ("code-review", "troubleshooting", "python-3"),
    "solution_engineer": ("implementation", "customer-communication", "complaint-handling"),
    "presales": ("solution-design", "presenting", "complaint-handling"),
    "support": ("customer-support", "complaint-handling", "complaint-handling"),
    "sales": ("consultative-selling", "negotiation", "complaint-handling"),
    "product": ("requirements", "user-research", "product-thinking"),
    "operations": ("operations", "data-analysis", "product-thinking"),
}
WORDS: Mapping[str, tuple[str, str]] = {
    "P5": ("把交给自己的一段做好", "Does one's own part well"),
    "P6": ("独立做成一件完整的事", "Brings a whole matter to its end alone"),
    "P7": ("接得住说不清的事，带得动别人", "Takes on what is unclear and moves others"),
    "P8": ("为一个领域定标准", "Sets the standard of a field"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPlan:
    """What a grade of a family asks."""

    family: str
    grade: str
    words: tuple[str, str]
    tree: dict[str, object]


def ladder_plans() -> Iterator[StepPlan]:
    """Yield the steps of every family that has a craft."""
    for family, (first, second, course) in CRAFT.items():
        asks: Mapping[str, list[dict[str, object]]] = {
            "P5": [_tenure(6), _skill(first, 2)],
            "P6": [_tenure(12), _skill(first, 3), _skill(second, 3), _course(course)],
            "P7": [
                _tenure(24), _skill(first, 4), _skill(second, 3),
                {"any": [_skill("mentoring", 2), _course("mentoring_skills"), _skill("team-leadership", 2)]},
            ],
            "P8": [_tenure(36), _skill(first, 5), _skill(second, 4), _skill("decision-making", 3)],
        }  # fmt: skip
        for grade, parts in asks.items():
            yield StepPlan(family=family, grade=grade, words=WORDS[grade], tree={"all": parts})


# Sun Ran brings what her manager has confirmed; of P6 two things are left (story 11).
SKILLS_OF_SUN_RAN: Sequence[tuple[str, int]] = (("requirements", 3), ("user-research", 2), ("data-analysis", 3))
__all__ = ["AUTHORS", "READS", "READS_OF_THE_STORY", "SKILLS_OF_SUN_RAN", "SUN_RAN", "Read", "StepPlan", "ladder_plans", "reads_of_month"]
