"""One unit as HR keeps it: where it lies, who leads it, who led it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bole.people.models import Headship, Unit
from bole.people.permissions import can_change_units
from bole.people.queries.files import units_for
from bole.people.queries.units import UnitRow
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_HEADS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadRow:
    """Who led the unit, from a day to a day; withdrawn ones were wrong."""

    name: str
    number: str
    first_day: date
    last_day: date | None
    is_withdrawn: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFile:
    """A unit, the one above, those right below, its heads, and where it may be put; `version` counts its changes."""

    row: UnitRow
    version: int
    above: tuple[str, str, str] | None  # ref, name, English name
    below: tuple[UnitRow, ...]
    heads: tuple[HeadRow, ...]
    places: tuple[UnitRow, ...]
    may_change: bool


def unit_file(viewer: Viewer, ref: str, *, day: date) -> UnitFile:
    """Return one unit (six queries).

    :raises NotFound: unless the company is open to the viewer, and this unit, on the day
    """
    rows = units_for(viewer, day=day)
    row = next((one for one in rows if one.ref == ref), None)
    if row is None:
        raise NotFound(where="unit")
    kept = Unit.objects.select_related("parent").get(pk=row.id)
    may_change = can_change_units(viewer)
    return UnitFile(
        row=row,
        version=kept.version,
        above=(kept.parent.ref, kept.parent.name, kept.parent.name_en) if kept.parent else None,
        below=tuple(one for one in rows if one.parent_id == row.id),
        heads=tuple(_heads(row.id)),
        places=tuple(one for one in rows if not one.path.startswith(row.path)) if may_change else (),
        may_change=may_change,
    )


def chosen_place(places: tuple[UnitRow, ...], ref: str) -> int | None:
    """Return the unit that a form puts another one under; None at the top."""
    keys: Mapping[str, int] = {one.ref: one.id for one in places}
    return keys[ref] if ref else None


def _heads(unit_id: int) -> list[HeadRow]:
    rows = Headship.objects.filter(unit=unit_id).order_by("-first_day", "-id")
    columns = rows.values_list("person__name", "person__number", "first_day", "last_day", "withdrawn_at")[:MOST_HEADS]
    return [
        HeadRow(name=name, number=number, first_day=first, last_day=last, is_withdrawn=gone is not None)
        for name, number, first, last, gone in columns
    ]
