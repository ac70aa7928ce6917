"""What is remembered, and what there is: the material that recommending works on."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from bole.growth.models import Behaviour, Enrolment, Learned, LessOf, LibraryReading, WithoutRecommendations
from bole.growth.recommendables import Recommendable, recommendables, wanted_by
from bole.growth.rules.recommend import LOOKED_AT_DAYS, Items, People, Together, together_of
from bole.growth.rules.recommend_known import Doing, Places, Said, Thing, items_of, people_of, places_of
from bole.growth.rules.recommend_taste import UNKNOWN
from bole.people.queries import assignments_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """What recommending works on, as arrays and in its own words."""

    offered: tuple[Recommendable, ...]
    things: tuple[Thing, ...]
    places: Places
    items: Items
    people: People
    doings: tuple[Doing, ...]
    role_of: Mapping[int, str]


def material_of(person_ids: Collection[int] | None, day: date) -> Material:
    """Return what is known as of a day of these people, or (None) of everybody who works here."""
    role_of = {one: row.family_code for one, row in assignments_on(person_ids, day).items()}
    off = set(WithoutRecommendations.objects.values_list("person", flat=True))
    offered = recommendables()
    doings = doings_of(person_ids, day)
    first = {one.item: one.days_ago for one in sorted(doings, key=lambda one: one.days_ago)}
    things = tuple(
        Thing(
            item=one.ref, kind=one.kind, topics=one.topics, roles=one.roles, is_plan=one.is_plan,
            # What was opened before the day it says was there before: brought over from another system, say.
            days=max((day - one.since).days, first.get(one.ref, 0)) if one.since else None,
        )
        for one in offered
    )  # fmt: skip
    places = places_of(things, {one: role for one, role in role_of.items() if one not in off})
    known = people_of(
        doings, places=places, role_of=role_of, wants=wanted_by(person_ids, day), said=_said(person_ids),
        seen=_seen(person_ids, doings),
    )  # fmt: skip
    return Material(
        offered=offered, things=things, places=places, items=items_of(things, places), people=known, doings=doings, role_of=role_of
    )  # fmt: skip


def doings_of(person_ids: Collection[int] | None, day: date) -> tuple[Doing, ...]:
    """Return what people did, as far back as it counts (one query)."""
    rows = Behaviour.objects.filter(day__gte=day - timedelta(days=LOOKED_AT_DAYS), day__lte=day)
    if person_ids is not None:
        rows = rows.filter(person__in=list(person_ids))
    told = rows.order_by("id").values_list("person", "what", "item", "topics", "day")
    return tuple(Doing(person, what, item, tuple(topics), (day - when).days) for person, what, item, topics, when in told)


def _said(person_ids: Collection[int] | None) -> Sequence[Said]:
    rows = LessOf.objects.all() if person_ids is None else LessOf.objects.filter(person__in=list(person_ids))
    return [Said(person, item, topic) for person, item, topic in rows.values_list("person", "item", "topic")]


def _seen(person_ids: Collection[int] | None, doings: Sequence[Doing]) -> set[tuple[int, str]]:
    """Return what people opened or finished, here or before: what is shown next is new to them."""
    courses, read = Enrolment.objects.exclude(finished_at=None), LibraryReading.objects.exclude(finished_at=None)
    if person_ids is not None:
        courses, read = courses.filter(person__in=list(person_ids)), read.filter(person__in=list(person_ids))
    found = {(one.person_id, one.item) for one in doings if one.item}
    return found | set(courses.values_list("person", "course__code")) | set(read.values_list("person", "item__ref"))


def learned_together(material: Material, used: Collection[str], role: str) -> Together:
    """Return what people show together as last learnt, as far as somebody with this role who used these items needs it (one query)."""
    from scipy import sparse  # here: a quarter of a second, which no process should wait for before it can answer

    places, count = material.places.items, len(material.places.items)
    appeal, of_role = np.full(count, UNKNOWN), np.zeros((len(material.places.roles), count))
    cells: dict[tuple[int, int], float] = {}
    abouts = ["company", f"role:{role}", *(f"item:{one}" for one in used)]
    for about, item, weight in Learned.objects.filter(about__in=abouts).values_list("about", "item", "weight"):
        if item not in places:
            continue
        if about == "company":
            appeal[places[item]] = weight
        elif about.startswith("role:"):
            of_role[material.places.roles[role], places[item]] = weight
        elif about[5:] in places:
            cells[places[about[5:]], places[item]] = weight
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    alike = sparse.csr_array((list(cells.values()), (rows, columns)), shape=(count, count), dtype=np.float64)
    return together_of(material.items, alike=alike, appeal=appeal, use_of_role=of_role)


def how_many(about: Collection[str], items: Collection[str]) -> Mapping[tuple[str, str], int]:
    """Return of how many people something was learnt: (about, item) → people (one query)."""
    rows = Learned.objects.filter(about__in=list(about), item__in=list(items)).values_list("about", "item", "people")
    return {(one, item): people for one, item, people in rows}
