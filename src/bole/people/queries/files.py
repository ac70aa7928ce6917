"""People as HR keeps them: the list, one person's file with its history, and what a post may be."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bole.access.rules import may_company
from bole.people.models import Assignment, Employment, JobFamily, JobGrade, Person, Position, Unit
from bole.people.permissions import can_change_employment, can_read_employment, can_see_leavers
from bole.people.queries.assignments import assignments_on, ids_of
from bole.people.queries.choosing import UnitChoices, units_offered, units_there
from bole.people.queries.directory import Card, EmploymentFacts, cards, directory, employment_for, find_people, people_for
from bole.people.queries.headcount import headcount_on, heads_in
from bole.people.queries.lines import main_seats
from bole.people.queries.naming import english_names
from bole.people.queries.units import UnitRow, subtree, unit_rows
from bole.people.rules.entries import Post
from bole.values.refusal import Invalid, NotFound, say
from bole.values.viewer import Viewer

MOST = 50


class UnknownManager(Invalid):
    """Nobody has this staff number."""

    code = "unknown_manager"
    sentence = say("Nobody has the staff number {number}.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Somebody in HR's list; `grade` is empty where it is not open to the viewer."""

    card: Card
    grade: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """A page of the list, how many there are in all, how many of them work here and of these from outside, and the units to choose from."""

    rows: tuple[Listed, ...]
    count: int
    here: int
    outside: int
    next_after: str
    units: UnitChoices


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """Where and as what somebody worked, from a day to a day; withdrawn ones were wrong."""

    unit: str
    unit_en: str
    position: str
    position_en: str
    grade: str
    manager: str
    first_day: date
    last_day: date | None
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractRow:
    """A contract, from a day to a day."""

    kind: str
    first_day: date
    last_day: date | None
    reason_ended: str
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFile:
    """All that HR keeps of one person's work."""

    facts: EmploymentFacts
    named_manager: Card | None
    manager: Card | None
    posts: tuple[PostRow, ...]
    contracts: tuple[ContractRow, ...]
    may_change: bool
    english: Mapping[str, str]  # English names of what the career tells in Chinese


@dataclass(frozen=True, slots=True, kw_only=True)
class PostChoices:
    """What a post is made of: (what a form sends, name, English name)."""

    units: tuple[tuple[str, str, str, int], ...]
    positions: tuple[tuple[str, str, str], ...]
    families: tuple[tuple[str, str, str], ...]
    grades: tuple[tuple[str, str], ...]


def people_list(viewer: Viewer, *, day: date, text: str = "", unit_ref: str = "", after: str = "") -> PeopleList:
    """Return a page of HR's list (eleven queries, one more for each level of units); an HR partner's holds the people of their units.

    :raises NotFound: unless the company is open to the viewer, and the unit there
    """
    _insist(viewer)
    there = units_there(day, None if _sees_all(viewer) else viewer.units)
    open_ids = None if _sees_all(viewer) else frozenset(there.values_list("id", flat=True))
    path = ""
    if unit_ref:
        chosen = there.filter(ref=unit_ref).first()
        if chosen is None:
            raise NotFound(where="unit")
        path, below = chosen.path, subtree([chosen.pk])
        open_ids = below if open_ids is None else below & open_ids
    units = units_offered(there, is_whole=_sees_all(viewer), chosen_path=path)
    if text:
        found = find_people(viewer, text, day, limit=MOST)
        found = [card for card in found if open_ids is None or card.unit_id in open_ids]
        here, outside = heads_in(Employment.objects.filter(person__in=[card.person_id for card in found]), day)
        return _listed(viewer, found, len(found), here, outside, "", units, day)
    page = directory(viewer, day, unit_ids=open_ids, after=after, limit=MOST + 1)
    further = page[MOST - 1].number if len(page) > MOST else ""
    if open_ids is None:
        all_of_it = headcount_on(day)
        count = all_of_it.known if can_see_leavers(viewer) else all_of_it.recent
        return _listed(viewer, page[:MOST], count, all_of_it.here, all_of_it.outside, further, units, day)
    seated = main_seats(day).filter(unit__in=open_ids).values("person")
    here, outside = heads_in(Employment.objects.filter(person__in=seated), day)
    return _listed(viewer, page[:MOST], here, here, outside, further, units, day)


def units_for(viewer: Viewer, *, day: date) -> list[UnitRow]:
    """Return the units that are open to the viewer, each under its parent (four queries).

    :raises NotFound: unless the company is open to the viewer
    """
    _insist(viewer)
    return unit_rows(day, unit_ids=None if _sees_all(viewer) else viewer.units)


def person_file(viewer: Viewer, number: str, *, day: date) -> PersonFile:
    """Return one person's file.

    :raises NotFound: unless the company and this person's employment are open to the viewer
    """
    _insist(viewer)
    facts = employment_for(viewer, number, day)
    key = facts.card.person_id
    if not _sees_all(viewer) and key not in viewer.partnered and key != viewer.person_id:
        raise NotFound(where="number")
    named = facts.assignment.manager_id if facts.assignment else None
    leads = cards({one for one in (named, facts.card.manager_id) if one is not None}, day)
    return PersonFile(
        facts=facts,
        named_manager=leads.get(named) if named is not None else None,
        manager=leads.get(facts.card.manager_id) if facts.card.manager_id is not None else None,
        posts=tuple(_posts(key)),
        contracts=tuple(_contracts(key)),
        may_change=can_change_employment(viewer, key),
        english=english_names({word for step in facts.career for text in (step.before, step.after) for word in _words_in(text)}),
    )


def _words_in(text: str) -> tuple[str, str]:
    """Return a word of a career as it is, and without the grade that may stand behind it."""
    return text, text.rpartition(" ")[0]


def post_choices(*, day: date) -> PostChoices:
    """Return what a post may be made of (seven queries)."""
    return PostChoices(
        units=tuple((one.ref, one.name, one.name_en, one.depth) for one in unit_rows(day)),
        positions=tuple(Position.objects.order_by("name").values_list("ref", "name", "name_en")),
        families=tuple(JobFamily.objects.order_by("code").values_list("code", "name", "name_en")),
        grades=tuple((code, name or code) for code, name in JobGrade.objects.order_by("rank").values_list("code", "name")),
    )


def chosen_post(viewer: Viewer, held: PersonFile, *, unit: str, position: str, family: str, grade: str, manager: str, day: date) -> Post:
    """Return the post that a form names; zone and share stay as they are.

    :raises UnknownManager: if nobody whom the viewer may see has the number
    """
    manager_id = manager_id_for(viewer, manager, day=day)
    now = held.facts.assignment
    return Post(
        unit_id=Unit.objects.values_list("id", flat=True).get(ref=unit),
        position_id=Position.objects.values_list("id", flat=True).get(ref=position),
        family_id=JobFamily.objects.values_list("id", flat=True).get(code=family),
        grade_id=JobGrade.objects.values_list("id", flat=True).get(code=grade),
        manager_id=manager_id,
        zone=now.zone if now else "",
        share_bp=now.share_bp if now else 10000,
    )


def manager_id_for(viewer: Viewer, number: str, *, day: date, where: str = "manager") -> int | None:
    """Return the person whom a form names as manager, or in another field `where`; None if it names nobody.

    :raises UnknownManager: if nobody whom the viewer may see has the number
    """
    found = ids_of([number]).get(number) if number else None
    if number and (found is None or not people_for(viewer, day).filter(pk=found).exists()):
        raise UnknownManager(number=number, where=where)
    return found


def held_choices(held: PersonFile) -> dict[str, str]:
    """Return what a form about the post begins with (two queries)."""
    now = held.facts.assignment
    if now is None:
        return {}
    return {
        "unit": Unit.objects.values_list("ref", flat=True).get(pk=now.unit_id),
        "position": Position.objects.values_list("ref", flat=True).get(pk=now.position_id),
        "family": now.family_code,
        "grade": now.grade_code,
        "manager": held.named_manager.number if held.named_manager else "",
    }


def _insist(viewer: Viewer) -> None:
    if not may_company(viewer, "read", "company"):
        raise NotFound


def _sees_all(viewer: Viewer) -> bool:
    return viewer.is_system or viewer.has_role("hr", "hr_admin", "auditor")


def _listed(
    viewer: Viewer, found: Collection[Card], count: int, here: int, outside: int, after: str, units: UnitChoices, day: date
) -> PeopleList:
    posts = assignments_on([card.person_id for card in found], day)
    rows = tuple(
        Listed(card=card, grade=posts[card.person_id].grade_code)
        if card.person_id in posts and can_read_employment(viewer, card.person_id)
        else Listed(card=card, grade="")
        for card in found
    )
    return PeopleList(rows=rows, count=count, here=here, outside=outside, next_after=after, units=units)


def _posts(person_id: int) -> list[PostRow]:
    """Return every main assignment that was ever written, the latest first (two queries)."""
    rows = Assignment.objects.filter(person=person_id, is_main=True).select_related("unit", "position", "grade")
    kept = list(rows.order_by("-first_day", "-id"))
    names = dict(Person.objects.filter(pk__in={row.manager_id for row in kept if row.manager_id}).values_list("id", "name"))
    return [
        PostRow(
            unit=row.unit.name,
            unit_en=row.unit.name_en,
            position=row.position.name,
            position_en=row.position.name_en,
            grade=row.grade.code,
            manager=names.get(row.manager_id or 0, ""),
            first_day=row.first_day,
            last_day=row.last_day,
            is_withdrawn=row.withdrawn_at is not None,
        )
        for row in kept
    ]


def _contracts(person_id: int) -> list[ContractRow]:
    rows = Employment.objects.filter(person=person_id).order_by("-first_day", "-id")
    columns = rows.values_list("kind", "first_day", "last_day", "reason_ended", "withdrawn_at")
    return [
        ContractRow(kind=kind, first_day=first, last_day=last, reason_ended=reason, is_withdrawn=gone is not None)
        for kind, first, last, reason, gone in columns
    ]
