"""Series: values are given by a program, in a file or by hand; a corrected value leaves the old one withdrawn."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bole.access.rules import may_company
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.people.models import Unit
from bole.signals.events import SeriesGiven
from bole.signals.models import Series, SeriesValue
from bole.signals.rules.refusing import UnknownUnit
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

SCOPE = "series.write"
Source = Literal["api", "file", "hand"]
Fate = Literal["stored", "corrected", "same"]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenValue:
    """A value that somebody gives: of which kind, of which unit (its ref or code; empty: the company), of which month, in thousandths."""

    kind: str
    unit: str
    month: date
    value: int
    name: str = ""
    where: str = ""


@action("signals.give_values")
def give_values(*, values: Sequence[GivenValue], source: Source, by: Viewer, at: datetime) -> list[Fate]:
    """Keep values of series, all or none; what is already known stays, what differs replaces, and the old one is kept as withdrawn.

    :raises UnknownUnit: naming the place, if there is no such unit, or `by` does not look after it
    """
    if not can_give(by):
        raise NotYours if may_company(by, "read", "series") else NotFound
    units = units_to_give(by, {one.unit for one in values})
    for one in values:
        if one.unit not in units:
            raise UnknownUnit(unit=one.unit[:40] or "–", where=one.where or "unit")
    fates = _keep_all(values, units, source, by, at)
    moved = {units[one.unit] for one, fate in zip(values, fates, strict=True) if fate != "same"}
    if moved:
        on_record(thing=f"{len(values)} values of series", fields=tuple(sorted({one.kind for one in values})))
        announce(SeriesGiven(tuple(sorted(key for key in moved if key)), None in moved), at=at)
    return fates


@action("signals.withdraw_value")
def withdraw_value(*, ref: str, month: date, by: Viewer, at: datetime) -> None:
    """Withdraw the value of a month that should not be there; it stays on record."""
    if not can_give(by):
        raise NotYours if may_company(by, "read", "series") else NotFound
    series = Series.objects.select_for_update().filter(ref=ref).first()
    if series is None:
        raise NotFound
    if not _looks_after(by, series.unit_id):
        raise NotYours
    if not SeriesValue.objects.filter(series=series, month=month, withdrawn_at=None).update(withdrawn_at=at):
        raise NotFound(where="month")
    on_record(thing=f"series {series.ref}", fields=("value",))
    announce(SeriesGiven((series.unit_id,) if series.unit_id else (), series.unit_id is None), at=at)


def can_give(viewer: Viewer) -> bool:
    """Test if the viewer may give values at all: HR, and a program with the scope."""
    return may_company(viewer, "change", "series") or SCOPE in viewer.scopes


def _looks_after(by: Viewer, unit_id: int | None) -> bool:
    """Test if the unit's series are somebody's to give: an HR partner gives those of the units they look after."""
    if by.is_system or SCOPE in by.scopes or by.has_role("hr", "hr_admin"):
        return True
    return unit_id is not None and unit_id in by.units


def units_to_give(by: Viewer, named: Collection[str]) -> dict[str, int | None]:
    """Return the units (by ref or code; empty: the company) whose series are somebody's to give (two queries)."""
    by_ref = dict(Unit.objects.filter(ref__in=named).values_list("ref", "id"))
    found: dict[str, int | None] = dict(Unit.objects.filter(code__in=named).values_list("code", "id")) | by_ref | {"": None}
    return {name: unit for name, unit in found.items() if _looks_after(by, unit)}


def _keep_all(values: Sequence[GivenValue], units: Mapping[str, int | None], source: Source, by: Viewer, at: datetime) -> list[Fate]:
    """Keep the values; of two for one month in a call the last one holds."""
    rows = Series.objects.select_for_update().filter(kind__in={given.kind for given in values}).order_by("pk")
    held = {(one.kind, one.unit_id): one for one in rows}
    for one in values:
        _name(held, one, units[one.unit], at)
    keys = {one.pk for one in held.values()}
    living = {
        (series, month): (pk, value)
        for pk, series, month, value in SeriesValue.objects.filter(series__in=keys, withdrawn_at=None).values_list(
            "pk", "series_id", "month", "value"
        )
    }
    fates: list[Fate] = []
    made: dict[tuple[int, date], SeriesValue] = {}
    gone: set[int] = set()
    for one in values:
        series = held[one.kind, units[one.unit]]
        place = (series.pk, one.month)
        known = living.get(place)
        if known is not None and known[1] == one.value:
            made.pop(place, None)
            gone.discard(known[0])
            fates.append("same")
            continue
        if known is not None:
            gone.add(known[0])
        made[place] = SeriesValue(series=series, month=one.month, value=one.value, source=source, by=by.name, recorded_at=at)
        fates.append("stored" if known is None else "corrected")
    SeriesValue.objects.filter(pk__among=sorted(gone)).update(withdrawn_at=at)
    SeriesValue.objects.bulk_create(made.values(), batch_size=500)
    return fates


def _name(held: dict[tuple[str, int | None], Series], given: GivenValue, unit_id: int | None, at: datetime) -> None:
    """Make a series that is not there, and keep what it is called."""
    series = held.get((given.kind, unit_id))
    if series is None:
        held[given.kind, unit_id] = Series.objects.create(kind=given.kind, unit_id=unit_id, name=given.name[:80], made_at=at)
    elif given.name and given.name[:80] != series.name:
        series.name = given.name[:80]
        series.save(update_fields=["name"])
