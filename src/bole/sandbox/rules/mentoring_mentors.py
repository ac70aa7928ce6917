"""Who mentors in the demo: five whom the stories name, one whose role has ended, and seniors of all departments."""

from collections.abc import Mapping
from datetime import date, timedelta

from bole.sandbox.rules.chance import dice
from bole.sandbox.rules.company import CompanyPlan, PersonPlan
from bole.sandbox.rules.days import step
from bole.sandbox.rules.mentoring_terms import MentorPlan
from bole.sandbox.rules.personas import PERSONAS

ZHANG_SAN, ZENG_RUI, YE_QING, GU_QING, SONG_YAN, WU_ZHENG = "BL0064", "BL0079", "BL0125", "BL0121", "BL0169", "BL0093"
XU_JIA, ZHOU_YU, ZHAO_NING, OUYANG_XUE = "BL0136", "BL0113", "BL0157", "BL0186"
NAMED = (ZHANG_SAN, ZENG_RUI, YE_QING, GU_QING, SONG_YAN)
# How many of the 46 are from where, beside those five.
SHARES: Mapping[str, int] = {
    "ALG": 8, "PLT": 9, "QA": 4, "DATA": 2, "PROD": 3, "SOL": 4, "SUP": 3, "SALES": 4, "MKT": 2, "FIN": 1, "IT": 1,
}  # fmt: skip
LEAST_RANK = 6
_APART = {WU_ZHENG, XU_JIA, ZHOU_YU, ZHAO_NING, OUYANG_XUE, "BL0205", "BL0300", *(one.number for one in PERSONAS)}


def area_of(unit: str) -> str:
    """Return the part of the company within which people are mentored: the department, of R&D its departments."""
    return unit.partition("-")[0]


def heads_of(plan: CompanyPlan) -> frozenset[str]:
    """Return who leads a unit."""
    return frozenset(head.number for head in plan.heads)


def mentors_on(plan: CompanyPlan) -> tuple[MentorPlan, ...]:
    """Return the 46 mentors of today, and Wu Zheng, whose role has ended."""
    almanac = plan.almanac
    chosen = [*NAMED, *(number for area in SHARES for number in _of_area(plan, area))]
    today = [MentorPlan(number=number, first_day=_since(plan, number)) for number in chosen]
    return (*today, MentorPlan(number=WU_ZHENG, first_day=almanac.launch, has_retired=True, capacity=4))


def _of_area(plan: CompanyPlan, area: str) -> list[str]:
    heads, launch = heads_of(plan), plan.almanac.launch
    able = [
        one.number
        for one in plan.here(plan.almanac.anchor)
        if area_of(one.posts[-1].unit) == area
        and one.posts[-1].rank >= LEAST_RANK
        and one.first_day <= launch - timedelta(days=150)
        and one.last_day is None
        and one.number not in heads | _APART
        and one.number not in NAMED
    ]
    rng = dice("mentors", area)
    # The longest in a senior grade first, with some luck.
    able.sort(key=lambda number: (_since(plan, number), rng.random()))
    return able[: SHARES[area]]


def _since(plan: CompanyPlan, number: str) -> date:
    """Return since when somebody may mentor: the launch, or a month after the grade was reached."""
    reached = next((post.first_day for post in plan.by_number[number].posts if post.rank >= LEAST_RANK), plan.almanac.launch)
    return max(plan.almanac.launch, step(reached, 21) if reached > plan.almanac.launch else plan.almanac.launch)


def promotions_of(person: PersonPlan) -> list[date]:
    """Return the days on which somebody reached a higher grade."""
    return [after.first_day for before, after in zip(person.posts, person.posts[1:], strict=False) if after.rank > before.rank]
