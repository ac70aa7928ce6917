"""What growth itself recommends: the library and the courses; and what the next step of a career still asks."""

from collections.abc import Collection, Mapping
from datetime import date

from bole.growth.models import CareerStep
from bole.growth.queries.library import library_items
from bole.growth.queries.skills import skills_of
from bole.growth.recommendables import Recommendable
from bole.growth.requirements import leaves_of, tree_of
from bole.people.queries import assignments_on
from bole.values.viewer import SYSTEM

SKILL_CLAUSE = "growth.skill"


def library_things() -> tuple[Recommendable, ...]:
    """Return what is published and the courses that are offered (a few queries)."""
    return tuple(
        Recommendable(
            ref=one.ref, kind=one.kind, title_zh=one.title_zh, title_en=one.title_en, address=one.address, topics=one.topics,
            minutes=one.minutes, roles=one.roles, since=one.published_on,
        )
        for one in library_items(SYSTEM)
        if not one.stages  # what helps in a stage of mentoring belongs to the mentor's library
    )  # fmt: skip


def career_wants(person_ids: Collection[int] | None, day: date) -> Mapping[int, Collection[str]]:
    """Return the skills that the next step of people's career path asks and that they do not show yet (three queries)."""
    asked = _asked_by_step()
    if not asked:
        return {}
    posts = assignments_on(person_ids, day)
    following = {one: _next(asked, row.family_id, row.grade_rank) for one, row in posts.items()}
    held = skills_of([one for one, skills in following.items() if skills])
    return {
        one: {code for code, level in skills.items() if held.get(one, {}).get(code, 0) < level}
        for one, skills in following.items()
        if skills
    }


def _asked_by_step() -> dict[int, list[tuple[int, dict[str, int]]]]:
    """Return by family the ranks that have a step, in order, with the skills that each asks."""
    found: dict[int, list[tuple[int, dict[str, int]]]] = {}
    rows = CareerStep.objects.order_by("family", "grade__rank").values_list("family", "grade__rank", "tree")
    for family, rank, tree in rows:
        leaves = [dict(leaf.values) for leaf in leaves_of(tree_of(tree)) if leaf.clause == SKILL_CLAUSE]
        skills = {str(one["skill"]): int(str(one.get("level", 1))) for one in leaves if "skill" in one}
        found.setdefault(family, []).append((rank, skills))
    return found


def _next(asked: Mapping[int, list[tuple[int, dict[str, int]]]], family: int, rank: int) -> dict[str, int]:
    """Return what the first step above a rank asks."""
    return next((skills for at, skills in asked.get(family, []) if at > rank), {})
