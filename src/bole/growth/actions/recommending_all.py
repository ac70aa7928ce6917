"""Working out by night what is recommended to everybody: nothing is computed while a lock is held, and it is kept a few people at a time.

SQLite has one writer (decision 14). So what is known is read and worked out in no transaction, and short ones keep it: each person's rows
in one, if nothing of theirs changed meanwhile. Whoever did or said something, erased it or switched recommendations off has the last word.
A night that is killed leaves everybody's rows whole, of this night or of the last, and is begun anew.
"""

from collections.abc import Collection, Generator, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import numpy as np
from django.db import transaction
from django.db.models import Count, Max, Model

from bole.growth.actions.holding import hold_people
from bole.growth.actions.recommending import KEPT, kept_rows
from bole.growth.models import Behaviour, Learned, LessOf, Recommended, WithoutRecommendations
from bole.growth.queries.behaviour import Material, material_of
from bole.growth.rules.recommend import LEAST_PEOPLE, Together, choose_in_turn, learn_together
from bole.growth.rules.recommend_known import Doing
from bole.kit.action import action, on_record
from bole.kit.bulk import insert_rows, merge_rows
from bole.kit.clock import local_day
from bole.people.queries import employments_on
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer

if TYPE_CHECKING:
    from scipy import sparse

Marks = Mapping[int, tuple[object, ...]]
Steps = Generator[None, None, str]

ABOUTS_AT_ONCE = 50
ROWS_AT_ONCE = 5_000
FIRST_MONTH_DAYS = 30
LEARNED_COLUMNS = ("about", "item", "weight", "people")
COLUMNS = ("person_id", "place", "kind", "item", "title_zh", "title_en", "minutes", "address", "topic", "why", "count", "day")


def recommend_by_night(at: datetime) -> Steps:
    """Learn what people show together, and recommend to everybody: other work may be done between the steps."""
    day = local_day(at)
    before = _marks()  # first: what changes from here on is seen to have changed
    material = material_of(None, day)
    left = _of_others(material)
    yield
    count = 0
    if material.offered and material.places.people:
        together = learn_together(material.items, material.people)
        learned = _learned(material, together, day)
        yield
        yield from _keep_learned(learned)
        count = yield from _recommend(material, together, learned, before=before, day=day)
    else:
        yield from _keep_learned([])
    for n in range(0, len(left), ROWS_AT_ONCE):
        Recommended.objects.filter(pk__among=left[n : n + ROWS_AT_ONCE]).delete()
    end_recommending(people=count, by=SYSTEM, at=at)
    return f"{count} people"


def recommend_at_once(at: datetime) -> str:
    """Do all steps at once, for whoever has nothing else to do."""
    steps = recommend_by_night(at)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            return str(done.value)


@action("growth.recommend_to_everybody")
def end_recommending(*, people: int, by: Viewer, at: datetime) -> None:
    """Put on the record that it was worked out what is recommended to so many people.

    :raises NotFound: unless the system did it
    """
    if not by.is_system:
        raise NotFound
    on_record(thing=f"{people} people")


def _of_others(material: Material) -> list[int]:
    """Return the rows of people who do not work here any more or want nothing recommended; all rows, if there is nothing to recommend."""
    here = material.places.people if material.offered else {}
    return [key for key, person in Recommended.objects.values_list("pk", "person") if person not in here]


def _recommend(
    material: Material, together: Together, learned: Sequence[Learned], *, before: Marks, day: date
) -> Generator[None, None, int]:
    """Choose for some people and keep it, until all have theirs; return of how many it was kept."""
    counts = {(one.about, one.item): one.people for one in learned}
    doings: dict[int, list[Doing]] = {}
    for one in material.doings:
        doings.setdefault(one.person_id, []).append(one)
    person_ids, kept = list(material.places.people), 0
    for who, found in choose_in_turn(material.items, material.people, together, most=KEPT):
        rows = kept_rows(material, found, person_ids[who], doings=doings, counts=counts, day=day)
        kept += _keep(person_ids[who], list(rows), before)
        yield
    return kept


def _keep(person_ids: Sequence[int], rows: Sequence[Recommended], before: Marks) -> int:
    """Keep what was found for these people, of whom nothing changed meanwhile; return how many they are."""
    with transaction.atomic():
        held = hold_people(person_ids)
        now = _marks(held)
        same = {one for one in held if now.get(one) == before.get(one)}
        Recommended.objects.filter(person__among=list(same)).delete()
        told = [one for one in rows if one.person_id in same]
        insert_rows(Recommended, COLUMNS, [tuple(getattr(one, name) for name in COLUMNS) for one in told])
    return len(same)


def _marks(person_ids: Collection[int] | None = None) -> Marks:
    """Return what tells whether something of these people (None: of everybody) changed: what is remembered, said, off, and recommended."""
    found: dict[int, list[object]] = {}
    tables: tuple[type[Model], ...] = (Behaviour, LessOf, WithoutRecommendations, Recommended)
    for table in tables:
        rows: Any = table._default_manager.all()
        rows = rows if person_ids is None else rows.filter(person__among=list(person_ids))
        for person, *mark in rows.values_list("person").annotate(Count("pk"), Max("pk")).order_by():
            found.setdefault(person, []).append((table.__name__, *mark))
    return {person: tuple(marks) for person, marks in found.items()}


def _keep_learned(learned: Sequence[Learned]) -> Iterator[None]:
    """Keep what people showed together in place of what it was: some of it at a time, all of one thing in one."""
    by_about: dict[str, list[Learned]] = {}
    for one in learned:
        by_about.setdefault(one.about, []).append(one)
    abouts = sorted(by_about.keys() | set(Learned.objects.values_list("about", flat=True).distinct()))
    for n in range(0, len(abouts), ABOUTS_AT_ONCE):
        part = abouts[n : n + ABOUTS_AT_ONCE]
        rows = [(one.about, one.item, one.weight, one.people) for about in part for one in by_about.get(about, ())]
        with transaction.atomic():
            Learned.objects.filter(about__among=part).delete()
            merge_rows(Learned, LEARNED_COLUMNS, rows, key=("about", "item"))
        yield


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
