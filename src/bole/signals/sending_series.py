"""What a program sends: values of series read one by one, kept together, the fate of each told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bole.kit import strict_json
from bole.kit.clock import local_day
from bole.kit.idempotency import once
from bole.kit.middleware import words_of
from bole.signals.actions.series import GivenValue, give_values, units_to_give
from bole.signals.rules.refusing import NotAListOfValues, UnknownUnit
from bole.signals.rules.series_file import Entry, read_csv, read_entry
from bole.values.refusal import Refused
from bole.values.viewer import Viewer
from bole.work.refusals import TooMany

MOST = 5000


def send_series(*, body: bytes, key: str, by: Viewer, at: datetime) -> dict[str, Any]:
    """Take a body `{"series": […]}`; what is understood is kept, what is not is refused one by one.

    :raises BadJson, NotAListOfValues, TooMany, KeyReused: if the body as a whole cannot be taken
    """
    given = strict_json.read(body)
    listed = given.get("series") if isinstance(given, dict) else None
    if not isinstance(listed, list) or not listed or set(given) != {"series"}:
        raise NotAListOfValues(shape='{"series": […]}', most=MOST, where="/series")
    if len(listed) > MOST:
        raise TooMany(count=len(listed), most=MOST, where="/series")
    answer, is_repeat = once(who=by.name, route="series", key=key, body=body, at=at, do=lambda: _store(listed, by=by, at=at))
    return {**answer, "repeat": is_repeat}


def take_csv(*, body: bytes, by: Viewer, at: datetime) -> Counter[str]:
    """Take a CSV file, all or nothing; return how many values had which fate."""
    entries = [replace(one, where=f"{one.where} unit") for one in read_csv(body, today=local_day(at))]  # all that is left to be refused
    return Counter(give_values(values=[_given(one) for one in entries], source="file", by=by, at=at))


def _store(listed: Sequence[object], *, by: Viewer, at: datetime) -> dict[str, Any]:
    read = [_read(value, f"/series/{n}", at) for n, value in enumerate(listed)]
    units = units_to_give(by, {one.unit for one in read if isinstance(one, Entry)})
    checked = [_checked(one, units) for one in read]
    kept = iter(give_values(values=[_given(one) for one in checked if isinstance(one, Entry)], source="api", by=by, at=at))
    fates: list[dict[str, Any]] = [{"fate": next(kept)} if isinstance(one, Entry) else _refused(one) for one in checked]
    return {"counts": dict(Counter(one["fate"] for one in fates)), "series": fates}


def _read(value: object, where: str, at: datetime) -> Entry | Refused:
    try:
        return read_entry(value, today=local_day(at), where=where)
    except Refused as refused:
        return refused


def _checked(one: Entry | Refused, units: Mapping[str, int | None]) -> Entry | Refused:
    if isinstance(one, Refused) or one.unit in units:
        return one
    return UnknownUnit(unit=one.unit[:40] or "–", where=f"{one.where}/unit")


def _refused(refused: Refused) -> dict[str, Any]:
    sentence, hint = words_of(refused)
    return {"fate": "refused", "code": refused.code, "message": sentence, "where": refused.where, "hint": hint}


def _given(one: Entry) -> GivenValue:
    return GivenValue(kind=one.kind, unit=one.unit, month=one.month, value=one.value, name=one.name, where=one.where)
