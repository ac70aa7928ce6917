"""What a dry run finds: problems by row and column, what would change, who is not in the file. Plain values."""

from collections import Counter
from collections.abc import Mapping as Facts
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from bole.connect.people_file.headings import Mapping
from bole.connect.people_file.reading import Table
from bole.people.actions import Roster
from bole.values.refusal import Refused

What = Literal["new", "returns", "changed", "leaves", "unchanged"]
Thing = Literal["unit", "position", "family", "grade"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that must be mended before the file can be taken: where, and what is said about it."""

    row: int
    column: str
    field: str
    refused: Refused

    @property
    def code(self) -> str:
        """What kind of problem it is."""
        return self.refused.code


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a person, before and after, as text."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """What the file does to one person."""

    row: int
    number: str
    name: str
    what: What
    changes: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Absent:
    """Somebody who works here and does not stand in the file; nothing happens to that person."""

    number: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class Created:
    """A unit, position, family or grade that the file names and that would be made. Its key is negative until it is."""

    thing: Thing
    key: int
    code: str
    name: str
    parent: int | None = None  # the unit above, or the position's family
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Expected:
    """What the database must say about a person after the import, for every filled cell; read as of `day`."""

    number: str
    day: date
    values: Facts[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A file looked at from all sides: taken as it is, or not at all. `digest` says if two plans mean the same."""

    file_name: str
    file_hash: str
    file_size: int
    day: date
    table: Table
    mapping: Mapping
    creates: bool
    problems: tuple[Problem, ...]
    people: tuple[PersonPlan, ...]
    absent: tuple[Absent, ...]
    created: tuple[Created, ...] = ()
    roster: Roster = field(default_factory=Roster)
    expected: tuple[Expected, ...] = ()
    digest: str = ""

    @property
    def counts(self) -> dict[str, int]:
        """How many people are new, come back, change, leave, stay as they are, and are not in the file."""
        found = Counter(person.what for person in self.people)
        kinds: tuple[What, ...] = ("new", "returns", "changed", "leaves", "unchanged")
        return {kind: found[kind] for kind in kinds} | {"absent": len(self.absent)}

    @property
    def bad_rows(self) -> int:
        """How many rows need a change."""
        return len({problem.row for problem in self.problems})

    @property
    def is_clean(self) -> bool:
        """Whether the file can be taken."""
        return not self.problems

    @property
    def changes_anything(self) -> bool:
        """Whether taking the file would change anything."""
        return bool(self.created) or any(person.what != "unchanged" for person in self.people)
