"""Units, positions, families and grades; who is in which unit."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bole.people.models import Person, Unit
from bole.people.queries.choosing import units_there
from bole.people.queries.lines import main_seats, tree_on


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as a list or a tree shows it. `people` counts its own people, `people_below` those of its whole subtree."""

    id: int
    ref: str
    code: str
    name: str
    name_en: str
    kind: str
    parent_id: int | None
    path: str
    zone: str
    head_id: int | None
    head_name: str
    head_number: str
    people: int
    people_below: int

    @property
    def depth(self) -> int:
        """How far down it lies; 0 at the root."""
        return self.path.count("/") - 2


def subtree(unit_ids: Collection[int]) -> frozenset[int]:
    """Return these units and all below them (two queries)."""
    paths = list(Unit.objects.filter(pk__in=unit_ids).values_list("path", flat=True))
    if not paths:
        return frozenset()
    under = Q()
    for path in paths:
        under |= Q(path__startswith=path)
    return frozenset(Unit.objects.filter(under).values_list("id", flat=True))


def people_in_units(unit_ids: Collection[int] | None, day: date) -> dict[int, int]:
    """Return person → unit of those whose main assignment on the day is in one of these units (not below: see `subtree`), or in any."""
    seats = main_seats(day) if unit_ids is None else main_seats(day).filter(unit__in=unit_ids)
    return dict(seats.values_list("person_id", "unit_id"))


def unit_rows(day: date, *, unit_ids: Collection[int] | None = None) -> list[UnitRow]:
    """Return the units that are there on the day, each under its parent, with head and headcount (four queries)."""
    tree = tree_on(day)
    heads = {pk: (name, number) for pk, name, number in Person.objects.filter(pk__in=tree.heads).values_list("id", "name", "number")}
    own = Counter(main_seats(day).values_list("unit_id", flat=True))
    rows = list(units_there(day, unit_ids))
    below: Counter[int] = Counter()
    for unit in rows:
        for key in unit.path.strip("/").split("/"):
            below[int(key)] += own[unit.pk]
    codes = {unit.pk: unit.code for unit in rows}
    made = []
    for unit in sorted(rows, key=lambda one: [codes.get(int(key), "") for key in one.path.strip("/").split("/")]):
        head = tree.nodes[unit.pk].head
        name, number = heads.get(head, ("", "")) if head is not None else ("", "")
        made.append(
            UnitRow(
                id=unit.pk,
                ref=unit.ref,
                code=unit.code,
                name=unit.name,
                name_en=unit.name_en,
                kind=unit.kind,
                parent_id=unit.parent_id,
                path=unit.path,
                zone=unit.zone,
                head_id=head,
                head_name=name,
                head_number=number,
                people=own[unit.pk],
                people_below=below[unit.pk],
            )
        )
    return made


def names_on_the_way(path: str) -> list[str]:
    """Return the names of the units of a path, from the company down (one query)."""
    keys = [int(key) for key in path.strip("/").split("/") if key]
    names = dict(Unit.objects.filter(pk__in=keys).values_list("id", "name"))
    return [names[key] for key in keys if key in names]


def subtree_paths(unit_ids: Collection[int]) -> dict[int, str]:
    """Return the path of each unit: the beginning of the paths of all units below it (one query)."""
    return dict(Unit.objects.filter(pk__in=unit_ids).values_list("id", "path")) if unit_ids else {}


def places_on(person_ids: Collection[int], day: date) -> dict[int, tuple[str, str]]:
    """Return the town where each of these people works, in both languages (two queries): of the unit, else of the next above."""
    paths = dict(main_seats(day).filter(person__in=person_ids).values_list("person_id", "unit__path"))
    said = {key: (place, place_en) for key, place, place_en in Unit.objects.exclude(place="").values_list("id", "place", "place_en")}
    found = {}
    for person, path in paths.items():
        way = [int(key) for key in reversed(path.strip("/").split("/")) if key and int(key) in said]
        if way:
            found[person] = said[way[0]]
    return found
