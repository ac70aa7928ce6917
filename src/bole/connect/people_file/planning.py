"""Looking at a file from all sides before anything is written."""

import hashlib
from collections.abc import Mapping as Choices
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bole.connect.people_file.deciding import decide
from bole.connect.people_file.given import Findings, Given, given_of
from bole.connect.people_file.headings import Mapping, chosen, propose
from bole.connect.people_file.known import Known, read_known
from bole.connect.people_file.plan import Absent, PersonPlan, Plan, Problem
from bole.connect.people_file.reading import Table, read_table
from bole.connect.people_file.refusals import NoNumberColumn
from bole.connect.people_file.together import (
    Managers,
    note_absent_managers,
    note_circles,
    note_doubled_emails,
    note_doubled_numbers,
    note_managers,
    note_own_row,
)
from bole.connect.people_file.wanting import expected_of, roster_of
from bole.values.viewer import SYSTEM, Viewer


@dataclass(frozen=True, slots=True)
class Source:
    """The file as it came."""

    name: str
    hash: str
    size: int


def plan_import(
    source: Path | bytes, name: str = "", *, day: date, mapping: Choices[str, str] | None = None, creates: bool = False, by: Viewer = SYSTEM
) -> Plan:
    """Return what the file would do as of the day, and every problem of it by row and column; nothing is written.

    Without a mapping (heading → field) the headings say what each column is. With `creates`, units, positions, families and grades that
    are missing would be made.

    :raises FileTooBig, WrongKind, TooMuchInside, BrokenFile, EmptyFile: if the file cannot be read
    :raises UnknownColumn, UnknownField, ColumnTwice: if the mapping cannot be used
    """
    body = source.read_bytes() if isinstance(source, Path) else source
    name = name or (source.name if isinstance(source, Path) else "")
    table = read_table(body, name)
    columns = chosen(table.headings, mapping) if mapping is not None else propose(table.headings)
    return plan_of(table, columns, Source(name, hashlib.sha256(body).hexdigest(), len(body)), day=day, creates=creates, by=by)


def plan_of(table: Table, mapping: Mapping, source: Source, *, day: date, creates: bool, by: Viewer) -> Plan:
    """Hold a table against what the company knows now."""
    column = mapping.column_of("number")
    if column is None:
        return _unreadable(table, mapping, source, day=day, creates=creates)
    numbers = {row.cells[column] for row in table.rows}
    known = read_known(numbers, day, creates=creates)
    findings = Findings(mapping)
    rows = [given_of(row, mapping, known, day, findings) for row in table.rows]
    note_doubled_numbers(rows, findings)
    note_doubled_emails(rows, known, findings)
    managers = Managers(rows, known)
    note_managers(rows, managers, findings)
    note_absent_managers(managers, findings)
    note_circles(managers, findings)
    decisions = {key: decision for key, given in managers.rows.items() if (decision := decide(given, known, findings))}
    note_own_row(decisions, by.person_id, findings)
    created = (*known.units.created, *known.families.created, *known.positions.created, *known.grades.created)
    people = tuple(PersonPlan(one.given.row, one.given.number, one.name, one.what, tuple(one.changes)) for one in decisions.values())
    problems, roster = findings.sorted(), roster_of(decisions, known)
    told = [(problem.row, problem.column, problem.code, problem.refused.facts) for problem in problems]
    return Plan(
        file_name=source.name,
        file_hash=source.hash,
        file_size=source.size,
        day=day,
        table=table,
        mapping=mapping,
        creates=creates,
        problems=problems,
        people=people,
        absent=_absent(rows, known),
        created=created,
        roster=roster,
        expected=tuple(expected_of(decision, known, decisions) for decision in decisions.values()),
        digest=hashlib.sha256(repr((told, people, created, roster)).encode()).hexdigest(),
    )


def _unreadable(table: Table, mapping: Mapping, source: Source, *, day: date, creates: bool) -> Plan:
    """Return the plan of a file in which nobody can be recognised: its one problem is that a column must be chosen."""
    return Plan(
        file_name=source.name,
        file_hash=source.hash,
        file_size=source.size,
        day=day,
        table=table,
        mapping=mapping,
        creates=creates,
        problems=(Problem(table.rows[0].number - 1, "", "number", NoNumberColumn()),),
        people=(),
        absent=(),
        digest=hashlib.sha256(repr(mapping).encode()).hexdigest(),
    )


def _absent(rows: Sequence[Given], known: Known) -> tuple[Absent, ...]:
    """Return those who work here on the day and do not stand in the file."""
    listed = {given.person.id for given in rows if given.person}
    return tuple(
        Absent(known.by_id[person].number, known.by_id[person].name, known.units.name_of(unit))
        for person, unit in sorted(known.unit_of.items(), key=lambda one: known.by_id[one[0]].number)
        if person not in listed
    )
