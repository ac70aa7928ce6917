"""Families, grades and positions."""

from datetime import datetime

from bole.kit.action import action, on_record
from bole.people.models import JobFamily, JobGrade, Position
from bole.people.permissions import can_change_units
from bole.people.rules.entries import short_text
from bole.people.rules.names import normalise_number
from bole.people.rules.refusals import CodeTaken
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer


@action("people.add_family")
def add_family(*, code: str, name: str, by: Viewer, at: datetime, name_en: str = "") -> JobFamily:
    """Add a job family.

    :raises CodeTaken: if the code is in use
    """
    code = _checked(JobFamily, code, by)
    on_record(thing=f"family {code}")
    return JobFamily.objects.create(code=code, name=short_text(name, where="name"), name_en=short_text(name_en, where="name_en"))


@action("people.add_grade")
def add_grade(*, code: str, rank: int, by: Viewer, at: datetime, name: str = "") -> JobGrade:
    """Add a job grade.

    :raises CodeTaken: if the code is in use
    """
    code = _checked(JobGrade, code, by)
    on_record(thing=f"grade {code}")
    return JobGrade.objects.create(code=code, name=short_text(name, where="name"), rank=rank)


@action("people.add_position")
def add_position(*, code: str, name: str, family_id: int, by: Viewer, at: datetime, name_en: str = "") -> Position:
    """Add a position of a family.

    :raises CodeTaken: if the code is in use
    """
    code = _checked(Position, code, by)
    on_record(thing=f"position {code}")
    return Position.objects.create(
        code=code, name=short_text(name, where="name"), name_en=short_text(name_en, where="name_en"), family_id=family_id
    )


def _checked(kind: type[JobFamily] | type[JobGrade] | type[Position], code: str, by: Viewer) -> str:
    if not can_change_units(by):
        raise NotYours
    clean = normalise_number(code)
    if kind.objects.filter(code=clean).exists():
        raise CodeTaken(where="code", code=clean)
    return clean
