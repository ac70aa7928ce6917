"""Where people work and as what, as of a day or over some days."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from bole.kit.prepared import Prepared
from bole.people.models import Assignment, CareerEvent, Employment, M, NumberAlias, Person, SpellQuerySet, Unit
from bole.people.queries.lines import MOST_KEYS
from bole.people.rules.spells import Spell, joined_on
from bole.people.rules.zones import working_zone


@dataclass(frozen=True, slots=True)
class AssignmentRow:
    """An assignment; `manager_id` is the one named in it (see `managers_on` for who leads on a day)."""

    id: int
    person_id: int
    unit_id: int
    unit_name: str
    unit_name_en: str
    unit_path: str
    position_id: int
    position_name: str
    position_name_en: str
    family_id: int
    family_code: str
    family_name: str
    family_name_en: str
    grade_id: int
    grade_code: str
    grade_rank: int
    manager_id: int | None
    share_bp: int
    zone: str
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class EmploymentRow:
    """The contract that holds on the day, and since when the person is here without a break."""

    id: int
    person_id: int
    employer_id: int
    kind: str
    joined_on: date
    first_day: date
    last_day: date | None


@dataclass(frozen=True, slots=True)
class CareerRow:
    """A step of somebody's way."""

    person_id: int
    kind: str
    day: date
    before: str
    after: str
    note: str


_ROW = (
    "id",
    "person_id",
    "unit_id",
    "unit__name",
    "unit__name_en",
    "unit__path",
    "position_id",
    "position__name",
    "position__name_en",
    "family_id",
    "family__code",
    "family__name",
    "family__name_en",
    "grade_id",
    "grade__code",
    "grade__rank",
    "manager_id",
    "share_bp",
    "zone",
    "first_day",
    "last_day",
)


def _among(rows: SpellQuerySet[M], person_ids: Collection[int] | None) -> SpellQuerySet[M]:
    """Keep the rows of these people; a long list is sorted out in `_of` instead."""
    return rows if person_ids is None or len(person_ids) > MOST_KEYS else rows.filter(person__in=person_ids)


def _of(rows: SpellQuerySet[Assignment], person_ids: Collection[int] | None) -> Iterator[AssignmentRow]:
    wanted = None if person_ids is None else frozenset(person_ids)
    for row in _among(rows, person_ids).order_by("person_id", "first_day").values_list(*_ROW):
        if wanted is None or row[1] in wanted:
            yield AssignmentRow(*row)


def assignments_on(person_ids: Collection[int] | None, day: date, *, known_at: datetime | None = None) -> dict[int, AssignmentRow]:
    """Return each person's main assignment on the day (one query); None asks for everybody, `known_at` for what was known then."""
    rows = Assignment.objects.on(day, known_at=known_at).filter(is_main=True)
    return {row.person_id: row for row in _of(rows, person_ids)}


def assignments_during(person_ids: Collection[int] | None, first_day: date, last_day: date) -> dict[int, tuple[AssignmentRow, ...]]:
    """Return each person's main assignments of these days in order (one query); None asks for everybody."""
    found: defaultdict[int, list[AssignmentRow]] = defaultdict(list)
    for row in _of(Assignment.objects.during(first_day, last_day).filter(is_main=True), person_ids):
        found[row.person_id].append(row)
    return {person: tuple(rows) for person, rows in found.items()}


def employments_on(person_ids: Collection[int] | None, day: date) -> dict[int, EmploymentRow]:
    """Return the contract of each who is employed on the day (one query); None asks for everybody."""
    wanted = None if person_ids is None else frozenset(person_ids)
    held: defaultdict[int, list[tuple[int, int, str, Spell]]] = defaultdict(list)
    rows = _among(Employment.objects.known(), person_ids)
    for key, person, employer, kind, first, last in rows.values_list("id", "person_id", "employer_id", "kind", "first_day", "last_day"):
        if wanted is None or person in wanted:
            held[person].append((key, employer, kind, Spell(first, last)))
    found: dict[int, EmploymentRow] = {}
    for person, spells in held.items():
        joined = joined_on([one[3] for one in spells], day)
        for key, employer, kind, spell in spells:
            if joined is not None and day in spell:
                found[person] = EmploymentRow(key, person, employer, kind, joined, spell.first_day, spell.last_day)
    return found


def leaving_days(person_ids: Collection[int], day: date) -> dict[int, date]:
    """Return the last day of each who is known to leave on the day or later (two queries).

    HR ended their last contract after it was made. A term that a contract had from the beginning may be followed by another: no leaving.
    """
    wanted = frozenset(person_ids)
    rows = _among(Employment.objects.known(), list(wanted)).order_by("first_day").values_list("person_id", "last_day", "recorded_at")
    last = {person: (ends, made) for person, ends, made in rows if person in wanted}
    ended = {person: ends for person, (ends, _made) in last.items() if ends is not None and ends >= day}
    steps = CareerEvent.objects.filter(person__in=ended, kind="left").values_list("person_id", "day", "recorded_at")
    return {person: on for person, on, noted in steps if on == ended[person] and noted > last[person][1]}


def zones_on(person_ids: Collection[int] | None, day: date) -> dict[int, str]:
    """Return the zone in which each person's days are counted (two queries); people without an assignment are left out."""
    zones = dict(Unit.objects.exclude(zone="").values_list("id", "zone"))
    rows = _among(Assignment.objects.on(day).filter(is_main=True), person_ids)
    wanted = None if person_ids is None else frozenset(person_ids)
    return {
        person: working_zone(own, [zones.get(int(key), "") for key in reversed(path.strip("/").split("/"))], settings.TIME_ZONE)
        for person, own, path in rows.values_list("person_id", "zone", "unit__path")
        if wanted is None or person in wanted
    }


def careers_of(person_ids: Collection[int]) -> dict[int, tuple[CareerRow, ...]]:
    """Return the steps of each person's way, the latest first (one query)."""
    found: defaultdict[int, list[CareerRow]] = defaultdict(list)
    for row in _STEPS.ask(next(iter(person_ids))) if len(person_ids) == 1 else _steps(person_ids):
        found[row[0]].append(CareerRow(*row))
    return {person: tuple(steps) for person, steps in found.items()}


def _steps(person_ids: Collection[int]) -> QuerySet[CareerEvent, Any]:
    rows = CareerEvent.objects.filter(person__in=person_ids).order_by("-day", "-id")
    return rows.values_list("person_id", "kind", "day", "before", "after", "note")


_STEPS = Prepared(lambda person: _steps([person]), int)


def numbers_of(person_ids: Collection[int]) -> dict[int, str]:
    """Return the staff numbers (one query)."""
    return dict(Person.objects.filter(pk__in=person_ids).values_list("id", "number"))


def ids_of(numbers: Collection[str]) -> dict[str, int]:
    """Return the people of these staff numbers, former numbers included (two queries)."""
    known = dict(Person.objects.filter(number__in=numbers).values_list("number", "id"))
    return dict(NumberAlias.objects.filter(number__in=numbers).values_list("number", "person_id")) | known
