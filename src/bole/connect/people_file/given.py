"""A row of the file as values: what each cell says, cell by cell, with every problem noted where it stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from bole.connect.people_file.cells import CLEARS, day_of, kind_of
from bole.connect.people_file.headings import Mapping
from bole.connect.people_file.known import Known, Someone
from bole.connect.people_file.plan import Problem
from bole.connect.people_file.reading import Row
from bole.connect.people_file.refusals import NoNumber
from bole.people.rules.contacts import checked_birthday, normalise_email, normalise_mobile
from bole.people.rules.entries import short_text
from bole.people.rules.names import normalise_name, normalise_number
from bole.people.rules.spells import Spell
from bole.people.rules.zones import checked_zone
from bole.values.refusal import Refused

T = TypeVar("T")
CLEARABLE = frozenset({"name_en", "manager", "work_email", "mobile", "birthday", "zone"})


@dataclass(slots=True)
class Findings:
    """The problems found so far."""

    mapping: Mapping
    problems: list[Problem] = field(default_factory=list)

    def note(self, row: int, field: str, refused: Refused) -> None:
        """Note a problem of a cell."""
        self.problems.append(Problem(row, self.mapping.heading_of(field), field, refused))

    def sorted(self) -> tuple[Problem, ...]:
        """Return all problems, by row and by column as the file has them."""
        columns = {heading: n for n, heading in enumerate(self.mapping.headings)}
        return tuple(sorted(self.problems, key=lambda one: (one.row, columns.get(one.column, 999), one.code)))


@dataclass(slots=True, kw_only=True)
class Given:
    """What a row says; None where it says nothing. `manager` is a staff number; `cleared` are fields emptied by a hyphen."""

    row: int
    texts: dict[str, str]
    number: str = ""
    person: Someone | None = None
    name: str | None = None
    name_en: str | None = None
    unit: int | None = None
    family: int | None = None
    position: int | None = None
    grade: int | None = None
    manager: str | None = None
    first_day: date | None = None
    last_day: date | None = None
    changed_on: date | None = None
    kind: str | None = None
    work_email: str | None = None
    mobile: str | None = None
    birthday: date | None = None
    zone: str | None = None
    cleared: frozenset[str] = frozenset()
    bad: set[str] = field(default_factory=set)

    @property
    def key(self) -> str:
        """The staff number as numbers are compared."""
        return self.person.number.lower() if self.person else self.number.lower()


def given_of(row: Row, mapping: Mapping, known: Known, today: date, findings: Findings) -> Given:
    """Read a row; every cell that cannot be read is noted."""
    texts = _texts(row.cells, mapping)
    given = Given(row=row.number, texts=texts, cleared=frozenset(one for one in CLEARABLE if texts.get(one) == CLEARS))

    def read(field: str, reader: Callable[[str], T]) -> T | None:
        text = texts.get(field, "")
        if not text or field in given.cleared:
            return None
        try:
            return reader(text)
        except Refused as refused:
            given.bad.add(field)
            findings.note(row.number, field, refused)
            return None

    given.number = read("number", normalise_number) or ""
    if not texts.get("number"):
        given.bad.add("number")
        findings.note(row.number, "number", NoNumber())
    given.person = known.people.get(given.number.lower())
    given.name = read("name", normalise_name)
    given.name_en = read("name_en", lambda text: short_text(text, where="name_en"))
    post = known.held_on(given.person, known.day) if given.person else None
    given.unit = read("unit", lambda text: known.units.find(text, prefer=post.unit if post else None))
    given.family = read("family", known.families.find)
    given.grade = read("grade", known.grades.find)
    given.position = read("position", lambda text: known.positions.find(text, among=given.family, prefer=post.position if post else None))
    given.first_day = read("first_day", day_of)
    given.last_day = read("last_day", day_of)
    given.changed_on = read("changed_on", day_of)
    given.kind = read("kind", kind_of)
    given.work_email = read("work_email", normalise_email)
    given.mobile = read("mobile", normalise_mobile)
    given.birthday = read("birthday", lambda text: checked_birthday(day_of(text), today=today))
    given.zone = read("zone", checked_zone)
    return given


def _texts(cells: Sequence[str], mapping: Mapping) -> dict[str, str]:
    return {field: cells[n] for n, field in enumerate(mapping.fields) if field and cells[n]}


def span_of(given: Given) -> Spell | None:
    """Return from when to when the person of a row is here, if the row is taken; None if the row does not say it clearly."""
    here = given.person.here if given.person else None
    if here is not None and not (given.first_day and here.last_day and given.first_day > here.last_day):
        return _spell(here.first_day, given.last_day or here.last_day)
    return _spell(given.first_day, given.last_day) if given.first_day else None


def _spell(first_day: date, last_day: date | None) -> Spell | None:
    return None if last_day is not None and last_day < first_day else Spell(first_day, last_day)


def clamped(day: date, spell: Spell) -> date:
    """Return the day, moved into the spell."""
    return max(spell.first_day, min(day, spell.last_day or day))
