"""Units and their heads."""

from datetime import date, datetime

from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.people.actions._holding import lock_lines, refuse_stale
from bole.people.actions._lines import days_to_check, refuse_circles
from bole.people.events import HeadChanged
from bole.people.models import UNIT_KINDS, Employment, Headship, Person, Unit
from bole.people.permissions import can_change_units
from bole.people.queries.lines import main_seats, tree_on
from bole.people.rules.entries import known, short_text
from bole.people.rules.lines import UnitCircle, in_words
from bole.people.rules.names import normalise_number
from bole.people.rules.refusals import CodeTaken, HeadNotThere, UnitNotYet, UnitOver
from bole.people.rules.spells import day_before
from bole.people.rules.zones import checked_zone
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer


@action("people.add_unit")
def add_unit(
    *,
    code: str,
    name: str,
    kind: str,
    first_day: date,
    by: Viewer,
    at: datetime,
    parent_id: int | None = None,
    name_en: str = "",
    zone: str = "",
    place: str = "",
    place_en: str = "",
) -> Unit:
    """Add a unit under another one, or at the root.

    :raises NotYours: unless HR admin adds it
    :raises CodeTaken: if the code is in use
    :raises UnitNotYet, UnitOver: if the unit above is not there on its first day
    """
    lock_lines()
    if not can_change_units(by):
        raise NotYours
    clean = normalise_number(code)
    if Unit.objects.filter(code=clean).exists():
        raise CodeTaken(where="code", code=clean)
    parent = _unit(parent_id) if parent_id is not None else None
    if parent is not None:
        _insist_there(parent, first_day)
    unit = Unit.objects.create(
        code=clean,
        name=short_text(name, where="name"),
        name_en=short_text(name_en, where="name_en"),
        kind=known(kind, UNIT_KINDS, where="kind"),
        parent=parent,
        zone=checked_zone(zone),
        place=short_text(place, where="place"),
        place_en=short_text(place_en, where="place_en"),
        first_day=first_day,
        changed_at=at,
        changed_by=by.name[:120],
    )
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    on_record(thing=f"unit {unit.ref}")
    return unit


@action("people.rename_unit")
def rename_unit(*, unit_id: int, name: str, name_en: str, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Write another name of a unit; what careers tell keeps the name of its day.

    :raises NotYours: unless HR admin renames it
    :raises ChangedMeanwhile: if someone else changed the unit first, with both texts
    """
    if not can_change_units(by):
        raise NotYours
    unit = _unit(unit_id)
    refuse_stale(
        unit,
        version,
        yours=lambda: {"name": name, "name_en": name_en},
        theirs=lambda: {"name": unit.name, "name_en": unit.name_en},
    )
    unit.name, unit.name_en = short_text(name, where="name"), short_text(name_en, where="name_en")
    unit.save(update_fields=["name", "name_en"])
    _touch(unit, ("name",), by=by, at=at)


@action("people.move_unit")
def move_unit(*, unit_id: int, parent_id: int | None, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Put a unit and all below it under another one.

    :raises NotYours: unless HR admin moves it
    :raises ChangedMeanwhile: if someone else changed the unit first, with both texts
    :raises UnitCircle: if it would lie in itself, with the whole circle by names
    :raises Circle: if a reporting line would run in a circle
    """
    lock_lines()
    if not can_change_units(by):
        raise NotYours
    unit, parent = _unit(unit_id), _unit(parent_id) if parent_id is not None else None
    refuse_stale(
        unit,
        version,
        yours=lambda: {"parent": parent.name if parent else ""},
        theirs=lambda: {"parent": unit.parent.name if unit.parent else ""},
    )
    if parent is not None and parent.path.startswith(unit.path):
        raise UnitCircle(where="parent", names=_circle(unit, parent))
    former, under = unit.path, f"{parent.path if parent else '/'}{unit.pk}/"
    Unit.objects.filter(pk=unit_id).update(parent=parent)
    Unit.objects.filter(path__startswith=former).update(path=Concat(Value(under), Substr("path", len(former) + 1)))
    day = days_to_check(unit.first_day, at)[-1]
    refuse_circles(day, {})
    _touch(unit, ("parent",), by=by, at=at)
    announce(HeadChanged(unit_id, day.isoformat()), at=at)


@action("people.set_head")
def set_head(*, unit_id: int, person_id: int | None, first_day: date, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Let somebody lead the unit from a day on; None leaves it to the unit above. A head known for a later day stays.

    Leading ends with the contract and with the unit, if their end is known.

    :raises NotYours: unless HR admin decides
    :raises ChangedMeanwhile: if someone else changed the unit first, with both texts
    :raises HeadNotThere: if the person does not work here on that day
    :raises UnitNotYet, UnitOver: if the unit is not there on that day
    :raises Circle: if a reporting line would run in a circle, with the whole circle by names
    """
    lock_lines()
    if not can_change_units(by):
        raise NotYours
    unit = _unit(unit_id)
    refuse_stale(unit, version, yours=lambda: {"head": _name(person_id)}, theirs=lambda: {"head": _name(_head(unit_id, first_day))})
    if person_id is not None and not main_seats(first_day).filter(person=person_id).exists():
        raise HeadNotThere(where="head", name=_name(person_id), day=first_day, unit=unit.name)
    _insist_there(unit, first_day)
    for day in days_to_check(first_day, at):
        refuse_circles(day, {}, tree=tree_on(day).with_head(unit_id, person_id))
    former = Headship.objects.on(first_day).filter(unit=unit_id)
    later = Headship.objects.known().filter(unit=unit_id, first_day__gt=first_day).order_by("first_day").first()
    former.filter(first_day=first_day).update(withdrawn_at=at)
    former.filter(first_day__lt=first_day).update(last_day=day_before(first_day))
    if person_id is not None:
        ends = (day_before(later.first_day) if later else None, _contract_ends(person_id, first_day), unit.last_day)
        last_day = min((day for day in ends if day), default=None)
        Headship.objects.create(unit=unit, person_id=person_id, first_day=first_day, last_day=last_day, recorded_at=at)
    _touch(unit, ("head",), by=by, at=at)
    announce(HeadChanged(unit_id, first_day.isoformat()), at=at)


def _unit(unit_id: int) -> Unit:
    """Return a unit, locked.

    :raises NotFound: if it is not there
    """
    unit = Unit.objects.select_for_update().filter(pk=unit_id).first()
    if unit is None:
        raise NotFound(where="unit")
    return unit


def _insist_there(unit: Unit, day: date) -> None:
    """Refuse a day on which the unit is not there.

    :raises UnitNotYet: if it begins later
    :raises UnitOver: if it was closed before
    """
    if day < unit.first_day:
        raise UnitNotYet(where="first_day", unit=unit.name, day=unit.first_day)
    if unit.last_day is not None and day > unit.last_day:
        raise UnitOver(where="first_day", unit=unit.name, day=unit.last_day)


def _touch(unit: Unit, fields: tuple[str, ...], *, by: Viewer, at: datetime) -> None:
    """Count a new version of the unit and put it on the record."""
    Unit.objects.filter(pk=unit.pk).update(version=F("version") + 1, changed_at=at, changed_by=by.name[:120])
    on_record(thing=f"unit {unit.ref}", fields=fields)


def _contract_ends(person_id: int, day: date) -> date | None:
    """Return the last day of the person's contracts from the day on; None while one of them goes on."""
    ends = list(Employment.objects.known().filter(person=person_id).exclude(last_day__lt=day).values_list("last_day", flat=True))
    return None if None in ends else max((end for end in ends if end), default=None)


def _head(unit_id: int, day: date) -> int | None:
    return Headship.objects.on(day).filter(unit=unit_id).values_list("person_id", flat=True).first()


def _name(person_id: int | None) -> str:
    return Person.objects.values_list("name", flat=True).filter(pk=person_id or 0).first() or ""


def _circle(unit: Unit, parent: Unit) -> str:
    """Return the units from the one moved down to its new parent, by names."""
    keys = [int(key) for key in parent.path.removeprefix(unit.path).strip("/").split("/") if key]
    names = dict(Unit.objects.filter(pk__in=keys).values_list("id", "name")) | {unit.pk: unit.name}
    return in_words([unit.pk, *keys], names)
