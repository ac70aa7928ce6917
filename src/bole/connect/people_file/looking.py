"""Looking at a file that came by a page: read and planned first, outside any transaction; then kept or taken in a short one."""

import base64
from collections.abc import Mapping
from datetime import date, datetime

from bole.access.rules import may_company
from bole.connect.people_file.actions import Report, keep_file, take_file
from bole.connect.people_file.plan import Plan
from bole.connect.people_file.planning import plan_import
from bole.connect.people_file.queries import KeptFile, kept_for
from bole.connect.people_file.refusals import AlreadyEnded, PeopleChanged
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer


def look_at(*, body: bytes, name: str, day: date, creates: bool, by: Viewer, at: datetime) -> str:
    """Look at a new file and keep what was found; return its ref."""
    if not may_company(by, "change", "imports"):
        raise NotYours
    plan = plan_import(body, name, day=day, creates=creates, by=by)
    ref: str = keep_file(plan=plan, body=body, by=by, at=at).ref
    return ref


def look_again(*, ref: str, choices: Mapping[str, str], day: date, creates: bool, by: Viewer, at: datetime) -> None:
    """Look at a kept file with other columns, as of another day."""
    kept = _open(by, ref)
    body = base64.b64decode(kept.body)
    keep_file(plan=plan_import(body, kept.name, day=day, mapping=choices, creates=creates, by=by), body=body, by=by, at=at, ref=ref)


def take(*, ref: str, by: Viewer, at: datetime) -> Report:
    """Take a kept file, if it still means what was shown; else keep what it means now.

    :raises PeopleChanged: if people were changed since it was looked at
    """
    kept = _open(by, ref)
    body = base64.b64decode(kept.body)
    plan: Plan = plan_import(body, kept.name, day=kept.day, mapping=kept.mapping, creates=kept.creates, by=by)
    if plan.digest != kept.digest:
        keep_file(plan=plan, body=body, by=by, at=at, ref=ref)
        raise PeopleChanged
    return take_file(ref=ref, plan=plan, by=by, at=at)


def _open(by: Viewer, ref: str) -> KeptFile:
    """Return a file that is still looked at.

    :raises NotYours: if `by` may read of it but not take it
    :raises AlreadyEnded: if it was taken or dropped
    """
    kept = kept_for(by, ref)
    if not may_company(by, "change", "imports"):
        raise NotYours
    if kept.state != "looked":
        raise AlreadyEnded(name=kept.ended_by)
    return kept
