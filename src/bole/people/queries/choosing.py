"""Which units a form offers: all of them, or in a large company the upper levels and what lies around the chosen one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from bole.people.models import Unit

MOST_OFFERED = 300
_Row = tuple[int, str, str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChoice:
    """A unit to choose."""

    ref: str
    name: str
    name_en: str
    depth: int


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChoices:
    """The units to choose from, each under its parent; `is_all` unless there are more than one reads through."""

    rows: tuple[UnitChoice, ...]
    is_all: bool


def units_there(day: date, unit_ids: Collection[int] | None = None) -> QuerySet[Unit]:
    """Return the units that are there on the day, all or some of them."""
    there = Unit.objects.filter(first_day__lte=day).exclude(last_day__lt=day)
    return there if unit_ids is None else there.filter(pk__in=unit_ids)


def units_offered(there: QuerySet[Unit], *, is_whole: bool, chosen_path: str = "", most: int = MOST_OFFERED) -> UnitChoices:
    """Return the levels from the top whose units are few enough, and around a chosen one those above and right below (a query a level).

    `is_whole` says that these are the company's, which begin at its root; those of an HR partner begin where theirs do.
    """
    found: dict[int, _Row] = {}
    top = Q(parent=None) if is_whole else Q(parent=None) | ~Q(parent__in=there.values("pk"))
    level = _rows(there.filter(top), most)
    while level and len(found) + len(level) <= most:
        found |= {row[0]: row for row in level}
        level = _rows(there.filter(parent__in=[row[0] for row in level]), most)
    if level and chosen_path:
        way = [int(key) for key in chosen_path.strip("/").split("/")]
        found |= {row[0]: row for row in _rows(there.filter(Q(pk__in=way) | Q(parent=way[-1])), most)[:most]}
    codes = {row[0]: row[1] for row in found.values()}
    rows = sorted(found.values(), key=lambda row: [codes.get(int(key), "") for key in row[5].strip("/").split("/")])
    choices = (UnitChoice(ref=row[2], name=row[3], name_en=row[4], depth=row[5].count("/") - 2) for row in rows)
    return UnitChoices(rows=tuple(choices), is_all=not level)


def units_named(there: QuerySet[Unit], unit_ids: Collection[int]) -> dict[int, UnitChoice]:
    """Return these units by their keys (one query)."""
    rows = there.filter(pk__in=unit_ids).values_list("id", "ref", "name", "name_en", "path")
    return {key: UnitChoice(ref=ref, name=name, name_en=name_en, depth=path.count("/") - 2) for key, ref, name, name_en, path in rows}


def _rows(units: QuerySet[Unit], most: int) -> list[_Row]:
    """Read units, one more than are offered at most."""
    return list(units.order_by("path").values_list("id", "code", "ref", "name", "name_en", "path")[: most + 1])
