"""What a program sends: absences read one by one, recorded together, the fate of each told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from bole.attendance.actions import record_absence
from bole.attendance.refusals import KnownAlready, NotAListOfAbsences, UnknownPerson
from bole.attendance.rules.spell import Told, read_absence
from bole.kit import strict_json
from bole.kit.idempotency import once
from bole.kit.middleware import words_of
from bole.people.queries import ids_of
from bole.values.refusal import Refused
from bole.values.viewer import Viewer
from bole.work.refusals import TooMany

MOST = 1000


def send_absences(*, body: bytes, key: str, by: Viewer, at: datetime) -> dict[str, Any]:
    """Take a body `{"absences": […]}`; what is understood is recorded, what is not is refused one by one.

    :raises BadJson, NotAListOfAbsences, TooMany, KeyReused: if the body as a whole cannot be taken
    """
    given = strict_json.read(body)
    listed = given.get("absences") if isinstance(given, dict) else None
    if not isinstance(listed, list) or not listed or set(given) != {"absences"}:
        raise NotAListOfAbsences(shape='{"absences": […]}', most=MOST, where="/absences")
    if len(listed) > MOST:
        raise TooMany(count=len(listed), most=MOST, where="/absences")
    answer, is_repeat = once(who=by.name, route="absences", key=key, body=body, at=at, do=lambda: _store(listed, by=by, at=at))
    return {**answer, "repeat": is_repeat}


def _store(listed: Sequence[object], *, by: Viewer, at: datetime) -> dict[str, Any]:
    numbers = {str(one["person"]) for one in listed if isinstance(one, Mapping) and isinstance(one.get("person"), str | int)}
    people = ids_of(numbers)
    fates = [_one(value, people, f"/absences/{n}", by=by, at=at) for n, value in enumerate(listed)]
    return {"counts": dict(Counter(one["fate"] for one in fates)), "absences": fates}


def _one(value: object, people: Mapping[str, int], where: str, *, by: Viewer, at: datetime) -> dict[str, Any]:
    try:
        told = read_absence(value, where=where)
        ref = record_absence(person_id=_person(told, people, where), **_days(told), by=by, at=at).ref
    except KnownAlready:
        return {"fate": "same"}
    except Refused as refused:
        sentence, hint = words_of(refused)
        return {"fate": "refused", "code": refused.code, "message": sentence, "where": refused.where, "hint": hint}
    return {"fate": "stored", "ref": ref}


def _person(told: Told, people: Mapping[str, int], where: str) -> int:
    if told.number not in people:
        raise UnknownPerson(number=told.number[:40], where=f"{where}/person")
    return people[told.number]


def _days(told: Told) -> dict[str, Any]:
    return {"first_day": told.first_day, "last_day": told.last_day, "kind": told.kind}
