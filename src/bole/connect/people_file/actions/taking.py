"""Taking a people file: all of it, proved, or nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may_company
from bole.connect.people_file.plan import Created, Plan
from bole.connect.people_file.planning import Source, plan_of
from bole.connect.people_file.proof import ColumnProof, prove
from bole.connect.people_file.refusals import PeopleChanged, RowsRefused
from bole.connect.people_file.wanting import with_keys
from bole.kit.action import action, on_record
from bole.people.actions import add_family, add_grade, add_position, add_unit, take_roster
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What went in, and the proof of it."""

    file_name: str
    file_hash: str
    file_size: int
    by: str
    at: datetime
    day: date
    rows: int
    counts: Mapping[str, int]
    created: tuple[Created, ...]
    columns: tuple[ColumnProof, ...]

    @property
    def is_proved(self) -> bool:
        """Whether every column was read back as the file says it."""
        return all(column.is_equal for column in self.columns)


@action("connect.import_people")
def apply_import(*, plan: Plan, by: Viewer, at: datetime) -> Report:
    """Take the file that was looked at: all of it in one transaction, read back and compared, or nothing.

    :raises NotYours: unless HR admin imports, or the system
    :raises RowsRefused: if the file has problems
    :raises PeopleChanged: if people were changed since the dry run, so that the file would now do something else
    :raises NotProved: if what is read back is not what the file says
    """
    if not may_company(by, "change", "imports"):
        raise NotYours
    if plan.problems:
        raise RowsRefused(bad=plan.bad_rows, n=len(plan.table.rows))
    source = Source(plan.file_name, plan.file_hash, plan.file_size)
    if plan_of(plan.table, plan.mapping, source, day=plan.day, creates=plan.creates, by=by).digest != plan.digest:
        raise PeopleChanged
    keys = _make(plan.created, plan.day, by, at)
    take_roster(roster=with_keys(plan.roster, keys), by=by, at=at)
    columns = prove(plan.expected, plan.mapping)
    on_record(thing=f"file {plan.file_hash}", fields=tuple(column.field for column in columns), reason=plan.file_name)
    return Report(
        file_name=plan.file_name,
        file_hash=plan.file_hash,
        file_size=plan.file_size,
        by=by.name,
        at=at,
        day=plan.day,
        rows=len(plan.table.rows),
        counts=plan.counts,
        created=plan.created,
        columns=columns,
    )


def _make(created: Sequence[Created], day: date, by: Viewer, at: datetime) -> dict[tuple[str, int], int]:
    """Make what the file names and the company does not have; return the new keys by kind and negative key."""
    keys: dict[tuple[str, int], int] = {}
    for one in created:
        parent = one.parent
        if one.thing == "unit":
            above = keys.get(("unit", parent), parent) if parent is not None else None
            made = add_unit(code=one.code, name=one.name, kind="department", first_day=day, parent_id=above, by=by, at=at).pk
        elif one.thing == "family":
            made = add_family(code=one.code, name=one.name, by=by, at=at).pk
        elif one.thing == "grade":
            made = add_grade(code=one.code, rank=one.rank, by=by, at=at).pk
        else:
            family = keys.get(("family", parent or 0), parent or 0)
            made = add_position(code=one.code, name=one.name, family_id=family, by=by, at=at).pk
        keys[one.thing, one.key] = made
    return keys
