"""Working out what is recommended to one person at once; and somebody's word that they want less of something."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

import numpy as np

from bole.access.rules import insist_on_taking_part
from bole.growth.actions.holding import hold_people
from bole.growth.models import LessOf, Recommended
from bole.growth.queries.behaviour import Material, how_many, learned_together, material_of
from bole.growth.rules.recommend import PARTS, Chosen, choose
from bole.growth.rules.recommend_known import Doing
from bole.growth.rules.recommend_reasons import Counts, reason_of
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

KEPT = 12  # for each person; pages show the first of them


# It leaves no line on the record: it follows from what is remembered, which may be erased.
@action("growth.recommend_again", is_noted_later=True)
def recommend_again(*, person_id: int, by: Viewer, at: datetime) -> int:
    """Work out what is recommended to one person now, with what was learnt of all by night; return how much that is.

    :raises NotFound: unless it is the person's own wish, or the system does it
    """
    if by.person_id != person_id and not by.is_system:
        raise NotFound
    day = local_day(at)
    hold_people([person_id])
    material = material_of([person_id], day)
    Recommended.objects.filter(person=person_id).delete()
    if person_id not in material.places.people or not material.offered:
        return 0
    role = material.role_of[person_id]
    used = sorted({one.item for one in material.doings if one.item})
    found = choose(material.items, material.people, learned_together(material, used, role), most=KEPT)
    counts = _counts(material, found, person_id)
    rows = list(kept_rows(material, found, [person_id], doings={person_id: material.doings}, counts=counts, day=day))
    Recommended.objects.bulk_create(rows)
    return len(rows)


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


def kept_rows(
    material: Material, found: Chosen, person_ids: Sequence[int], *, doings: Mapping[int, Sequence[Doing]], counts: Counts, day: date
) -> Iterator[Recommended]:
    """Return what was found as rows, each with what made it; `doings` is what each person did, `counts` of how many a reason may speak."""
    for person_id, items, parts in zip(person_ids, found.item.tolist(), found.part.tolist(), strict=True):
        yield from _rows(material, items, parts, person_id, own=doings.get(person_id, ()), counts=counts, day=day)


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


def _counts(material: Material, found: Chosen, person_id: int) -> Counts:
    """Return of how many people each reason may speak, for what was chosen."""
    items = {material.offered[at].ref for at in np.unique(found.item[found.item >= 0]).tolist()}
    role = material.role_of[person_id]
    used = {one.item for one in material.doings if one.item}
    return how_many(["company", f"first:{role}", f"role:{role}", *(f"item:{one}" for one in used)], items)
