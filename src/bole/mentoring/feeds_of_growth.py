"""What mentoring gives to growth: plans that can be recommended, and the skills that people want of their mentors."""

from collections.abc import Collection, Mapping
from datetime import date

from django.db.models import Q

from bole.growth.recommendables import Recommendable, offer_recommendable, offer_wants
from bole.mentoring.models import Wish
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.queries.frameworks import offered_frameworks
from bole.mentoring.rules.shipped import SKILLS_OF
from bole.mentoring.shown.naming import either

WEEKS_A_MONTH = 4


def offer_what_mentoring_recommends() -> None:
    """Offer plans to be recommended, and what people want to learn of their mentors."""
    offer_recommendable("mentoring", plans)
    offer_wants("mentoring", wanted)


def plans() -> tuple[Recommendable, ...]:
    """Return a mentoring plan for each framework that is offered and is about skills (two queries)."""
    return tuple(
        Recommendable(
            ref=f"mentoring:{code}", kind="mentoring", topics=SKILLS_OF[code], is_plan=True, address=f"/mentoring/find/?framework={code}",
            title_zh=f"{row.framed.zh}辅导计划（{row.framed.months * WEEKS_A_MONTH}周）",
            title_en=f"Mentoring plan: {row.framed.en} ({row.framed.months * WEEKS_A_MONTH} weeks)",
        )
        for code, row in offered_frameworks().items()
        if code in SKILLS_OF
    )  # fmt: skip


def wanted(person_ids: Collection[int] | None, _day: date) -> Mapping[int, Collection[str]]:
    """Return the skills that people asked for when they asked for their mentor (one query)."""
    rows = Wish.objects.filter(Q(state__in=("waiting", "asked")) | Q(mentorship__state__in=ALIVE))
    if person_ids is not None:
        rows = rows.filter(person__in=list(person_ids))
    return {person_id: frozenset(skills) for person_id, skills in rows.order_by("id").values_list("person", "skills")}


def wish_of_plan(code: str) -> dict[str, object]:
    """Return how the form of a wish is filled for a plan: its framework, its skills, its goal as a first sentence."""
    framed = offered_frameworks()[code].framed
    return {"framework": code, "skills": list(SKILLS_OF.get(code, ())), "words": either(framed.goal_zh, framed.goal_en)}
