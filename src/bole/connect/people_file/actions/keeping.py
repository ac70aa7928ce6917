"""A people file on its way: kept sealed while somebody looks at it, gone once it is taken or dropped."""

import base64
import json
from datetime import datetime

from bole.access.rules import may_company
from bole.connect.people_file.actions.taking import Report, apply_import
from bole.connect.people_file.models import PeopleImport
from bole.connect.people_file.plan import Plan
from bole.connect.people_file.refusals import AlreadyEnded, SecondPersonNeeded
from bole.connect.people_file.showing import found_of
from bole.kit.action import action, on_record
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

# Of those who are here: more changes than this, in percent, are looked at by two.
MOST_ALONE = 5


@action("connect.keep_people_file")
def keep_file(*, plan: Plan, body: bytes, by: Viewer, at: datetime, ref: str = "") -> PeopleImport:
    """Keep a file and what was found in it; with a `ref`, in place of what was found before.

    :raises NotYours: unless HR admin imports
    :raises AlreadyEnded: if the file was taken or dropped meanwhile
    """
    if not may_company(by, "change", "imports"):
        raise NotYours
    row = _living(ref) if ref else PeopleImport(made_by_id=by.account_id, made_by_name=by.name[:120], made_at=at)
    row.name, row.hash, row.size, row.rows = plan.file_name[:200], plan.file_hash, plan.file_size, len(plan.table.rows)
    row.day, row.creates, row.mapping, row.digest = plan.day, plan.creates, plan.mapping.as_choices(), plan.digest
    row.body, row.found = base64.b64encode(body).decode(), json.dumps(found_of(plan), ensure_ascii=False)
    row.save()
    on_record(thing=f"file {plan.file_hash}", fields=("mapping",), reason=plan.file_name)
    return row


@action("connect.take_people_file")
def take_file(*, ref: str, plan: Plan, by: Viewer, at: datetime) -> Report:
    """Take the file, and let go of it.

    :raises SecondPersonNeeded: if it changes many, and `by` is who sent it
    :raises Refused: as `apply_import`
    """
    row = _living(ref)
    changing = sum(plan.counts[what] for what in ("changed", "leaves", "returns"))
    here = plan.counts["changed"] + plan.counts["leaves"] + plan.counts["unchanged"] + plan.counts["absent"]
    if changing * 100 > here * MOST_ALONE and changing > 1 and not by.is_system and row.made_by_id == by.account_id:
        raise SecondPersonNeeded(n=changing, all=here)
    report = apply_import(plan=plan, by=by, at=at)
    row.proof = {
        "counts": dict(report.counts),
        "columns": [
            {"field": one.field, "heading": one.heading, "filled": one.filled, "hash": one.database_hash, "is_equal": one.is_equal}
            for one in report.columns
        ],
    }
    _end(row, "taken", by, at)
    return report


@action("connect.drop_people_file")
def drop_file(*, ref: str, by: Viewer, at: datetime) -> None:
    """Let go of a file without taking it.

    :raises AlreadyEnded: if it was taken or dropped meanwhile
    """
    if not may_company(by, "change", "imports"):
        raise NotYours
    row = _living(ref)
    on_record(thing=f"file {row.hash}", reason=row.name)
    _end(row, "dropped", by, at)


def _living(ref: str) -> PeopleImport:
    """Return a file that is still looked at, locked.

    :raises NotFound: if there is none
    :raises AlreadyEnded: if it was taken or dropped
    """
    row = PeopleImport.objects.select_for_update().filter(ref=ref).first()
    if row is None:
        raise NotFound
    if row.state != "looked":
        raise AlreadyEnded(name=row.ended_by_name)
    return row


def _end(row: PeopleImport, state: str, by: Viewer, at: datetime) -> None:
    row.state, row.ended_by_name, row.ended_at = state, by.name[:120], at
    row.body = row.found = ""
    row.save(update_fields=["state", "ended_by_name", "ended_at", "body", "found", "proof"])
