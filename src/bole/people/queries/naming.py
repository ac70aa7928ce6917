"""Names for the rooms below: of those whose data a line of the record is about, of units as choices."""

from collections.abc import Collection
from datetime import date

from bole.access.registry import UnitName
from bole.people.models import Person
from bole.people.queries.units import unit_rows


def names_by_ref(refs: Collection[str]) -> dict[str, str]:
    """Return name and staff number of the people with these refs (one query)."""
    rows = Person.objects.filter(ref__in=[ref for ref in refs if _is_ref(ref)]).values_list("ref", "name", "number")
    return {str(ref): f"{name} {number}" for ref, name, number in rows}


def unit_choices(day: date) -> list[UnitName]:
    """Return the units of the day, each under the one above."""
    return [UnitName(one.ref, one.name, one.name_en, one.depth) for one in unit_rows(day)]


def _is_ref(text: str) -> bool:
    return len(text) == 36 and text.count("-") == 4
