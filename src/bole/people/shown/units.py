"""One unit as HR keeps it, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.people.queries.unit_files import HeadRow, UnitFile
from bole.people.shown.files import SpellShown, UnitShown, named, span, unit_kinds, units_shown


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitFileShown:
    """One unit in words."""

    ref: str
    name: str
    note: str
    words: str
    people_url: str
    facts: tuple[tuple[str, str], ...]
    below: tuple[UnitShown, ...]
    heads: tuple[SpellShown, ...]
    may_change: bool
    has_head: bool


def unit_file_shown(found: UnitFile) -> UnitFileShown:
    """Return one unit in words."""
    row, above = found.row, named(*found.above[1:]) if found.above else ""
    led = _("%(head)s leads it") % {"head": row.head_name} if row.head_name else _("Nobody leads it; its people report to the head above")
    return UnitFileShown(
        ref=row.ref,
        name=named(row.name, row.name_en),
        note=_("in %(unit)s") % {"unit": above} if above else _("at the top"),
        words=led,
        people_url=f"/company/people/?unit={row.ref}",
        facts=(
            (_("Kind of unit"), unit_kinds()[row.kind]),
            (_("Code of the unit"), row.code),
            (_("Headcount with all below"), str(row.people_below)),
            (_("Own people"), str(row.people)),
        ),
        below=tuple(units_shown(found.below)),
        heads=tuple(_head(one) for one in found.heads),
        may_change=found.may_change,
        has_head=bool(row.head_name),
    )


def kinds_of_units() -> list[tuple[str, str]]:
    """Return the kinds to choose from."""
    return list(unit_kinds().items())


def kinds_below(kind: str) -> str:
    """Return what usually lies right below a unit of this kind."""
    return {"company": "division", "region": "division", "division": "department"}.get(kind, "team")


def places_of(found: UnitFile) -> list[tuple[str, str]]:
    """Return the units that this one may be put under, by depth."""
    return [(one.ref, "\u3000" * one.depth + named(one.name, one.name_en)) for one in found.places]


def _head(one: HeadRow) -> SpellShown:
    return SpellShown(words=one.name, note=one.number, when=span(one.first_day, one.last_day), is_withdrawn=one.is_withdrawn)
