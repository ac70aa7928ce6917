"""Working out what is recommended: everybody by night, one person at once; and somebody's word that they want less of something."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

import numpy as np

from bole.access.rules import insist_on_taking_part
from bole.growth.models import Learned, LessOf, Recommended
from bole.growth.queries.behaviour import Material, how_many, learned_together, material_of
from bole.growth.rules.recommend import LEAST_PEOPLE, PARTS, Chosen, Together, choose, learn_together
from bole.growth.rules.recommend_known import Doing
from bole.growth.rules.recommend_reasons import Counts, reason_of
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.people.queries import employments_on
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer

if TYPE_CHECKING:
    from scipy import sparse

KEPT = 12  # for each person; pages show the first of them
AT_ONCE = 500
FIRST_MONTH_DAYS = 30


# It leaves no line on the record: it follows from what is remembered, which may be erased.
@action("growth.recommend_again", is_noted_later=True)
def recommend_again(*, person_id: int, by: Viewer, at: datetime) -> int:
    """Work out what is recommended to one person now, with what was learnt of all by night; return how much that is.

    :raises NotFound: unless it is the person's own wish, or the system does it
    """
    if by.person_id != person_id and not by.is_system:
        raise NotFound
    day = local_day(at)
    material = material_of([person_id], day)
    Recommended.objects.filter(person=person_id).delete()
    if person_id not in material.places.people or not material.offered:
        return 0
    role = material.role_of[person_id]
    used = sorted({one.item for one in material.doings if one.item})
    together = learned_together(material, used, role)
    return _keep(material, choose(material.items, material.people, together, most=KEPT), [person_id], day=day)


@action("growth.recommend_to_everybody")
def recommend_to_everybody(*, by: Viewer, at: datetime) -> int:
    """Learn what people show together, and work out what is recommended to each; return to how many people.

    :raises NotFound: unless the system does it
    """
    if not by.is_system:
        raise NotFound
    day = local_day(at)
    material = material_of(None, day)
    Recommended.objects.all().delete()
    Learned.objects.all().delete()
    if not material.offered or not material.places.people:
        return 0
    together = learn_together(material.items, material.people)
    Learned.objects.bulk_create(_learned(material, together, day), batch_size=1000)
    found = choose(material.items, material.people, together, most=KEPT)
    return _keep(material, found, list(material.places.people), day=day) and len(material.places.people)


def recommend_by_night(at: datetime) -> str:
    """Learn what people show together, and recommend to everybody."""
    return f"{recommend_to_everybody(by=SYSTEM, at=at)} people"


@action("growth.show_less")
def show_less(*, item: str, by: Viewer, at: datetime) -> int:
    """Show the viewer less of an item's topic, and this item no more; work it out at once, and return how much of the topic is left.

    :raises NotFound: if it is not recommended to the viewer
    """
    me = insist_on_taking_part(by)
    found = Recommended.objects.filter(person=me, item=item).first()
    if found is None:
        raise NotFound
    LessOf.objects.get_or_create(person_id=me, item=item, defaults={"topic": found.topic, "at": at})
    _say(me, "less of a topic")
    recommend_again(person_id=me, by=by, at=at)
    return Recommended.objects.filter(person=me, topic=found.topic).count()


@action("growth.show_as_before")
def show_as_before(*, item: str, by: Viewer, at: datetime) -> None:
    """Take back that less of an item's topic should be shown.

    :raises NotFound: if the viewer did not say so
    """
    me = insist_on_taking_part(by)
    gone, _ = LessOf.objects.filter(person=me, item=item).delete()
    if not gone:
        raise NotFound
    _say(me, "less of a topic")
    recommend_again(person_id=me, by=by, at=at)


def _say(person_id: int, thing: str) -> None:
    on_record(subject=str(Person.objects.values_list("ref", flat=True).get(pk=person_id)), thing=thing)


def _keep(material: Material, found: Chosen, person_ids: Sequence[int], *, day: date) -> int:
    """Keep what was found, with what made it; return how much that is."""
    doings: dict[int, list[Doing]] = {}
    for one in material.doings:
        doings.setdefault(one.person_id, []).append(one)
    counts = _counts(material, found, person_ids)
    rows = [
        row
        for person_id, items, parts in zip(person_ids, found.item.tolist(), found.part.tolist(), strict=True)
        for row in _rows(material, items, parts, person_id, own=doings.get(person_id, []), counts=counts, day=day)
    ]
    Recommended.objects.bulk_create(rows, batch_size=AT_ONCE)
    return len(rows)


def _rows(
    material: Material, items: Sequence[int], parts: Sequence[int], person_id: int, *, own: Sequence[Doing], counts: Counts, day: date
) -> Iterator[Recommended]:
    for place, (item, part) in enumerate(zip(items, parts, strict=True)):
        if item < 0:
            continue
        one = material.offered[item]
        reason = reason_of(PARTS[part], material.things[item], own=own, role=material.role_of[person_id], counts=counts)
        yield Recommended(
            person_id=person_id, place=place, kind=one.kind, item=one.ref, title_zh=one.title_zh, title_en=one.title_en,
            minutes=one.minutes, address=one.address, topic=reason.topic, why=reason.why, count=min(reason.count, 30_000), day=day,
        )  # fmt: skip


def _counts(material: Material, found: Chosen, person_ids: Sequence[int]) -> Counts:
    """Return of how many people each reason may speak, for what was chosen."""
    if len(person_ids) > 1:
        rows = Learned.objects.values_list("about", "item", "people")
        return {(about, item): people for about, item, people in rows.iterator(chunk_size=5000)}
    items = {material.offered[at].ref for at in np.unique(found.item[found.item >= 0]).tolist()}
    role = material.role_of[person_ids[0]]
    used = {one.item for one in material.doings if one.item}
    return how_many(["company", f"first:{role}", f"role:{role}", *(f"item:{one}" for one in used)], items)


def _learned(material: Material, together: Together, day: date) -> list[Learned]:
    """Return what people showed together, of LEAST_PEOPLE or more each."""
    from scipy import sparse  # here: a quarter of a second, which no process should wait for before it can answer

    names = [one.ref for one in material.offered]
    used = material.people.used
    seen = sparse.csr_array((np.ones(used.nnz), used.indices, used.indptr), shape=used.shape)
    both = sparse.csr_array(seen.T @ seen)
    heads = np.asarray(seen.sum(axis=0)).ravel()
    kept = [
        Learned(about="company", item=names[at], weight=float(together.appeal[at]), people=int(heads[at]))
        for at in np.flatnonzero(heads >= LEAST_PEOPLE)
    ]
    alike = together.alike.tocoo()
    people = np.asarray(both[alike.row, alike.col]).ravel() if alike.nnz else np.zeros(0)
    kept += [
        Learned(about=f"item:{names[a]}", item=names[b], weight=weight, people=int(count))
        for a, b, weight, count in zip(alike.row.tolist(), alike.col.tolist(), alike.data.tolist(), people.tolist(), strict=True)
    ]
    return kept + _of_roles(material, together, seen) + _of_first_months(material, day)


def _of_roles(material: Material, together: Together, seen: "sparse.csr_array") -> list[Learned]:
    kept = []
    for role, place in material.places.roles.items():
        heads = np.asarray(seen[np.flatnonzero(material.people.role == place)].sum(axis=0)).ravel()
        kept += [
            Learned(
                about=f"role:{role}", item=material.offered[at].ref, weight=float(together.use_of_role[place, at]), people=int(heads[at])
            )
            for at in np.flatnonzero(together.use_of_role[place]).tolist()
        ]
    return kept


def _of_first_months(material: Material, day: date) -> list[Learned]:
    """Return what people learnt in their first month here, by role."""
    joined = {one: row.joined_on for one, row in employments_on(None, day).items()}
    found: dict[tuple[str, str], set[int]] = {}
    for one in material.doings:
        role, began = material.role_of.get(one.person_id), joined.get(one.person_id)
        if one.item and role is not None and began is not None and (day - began).days - one.days_ago <= FIRST_MONTH_DAYS:
            found.setdefault((role, one.item), set()).add(one.person_id)
    return [
        Learned(about=f"first:{role}", item=item, weight=0.0, people=len(people))
        for (role, item), people in sorted(found.items())
        if len(people) >= LEAST_PEOPLE and item in material.places.items
    ]
