"""Units and their heads."""

from datetime import date, datetime

from django.db.models import F, Value
from django.db.models.functions import Concat, Substr

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.people.actions._holding import lock_lines
from bole.people.actions._lines import days_to_check, refuse_circles
from bole.people.events import HeadChanged
from bole.people.models import UNIT_KINDS, Headship, Person, Unit
from bole.people.permissions import can_change_units
from bole.people.queries.lines import main_seats, tree_on
from bole.people.rules.entries import known, short_text
from bole.people.rules.lines import UnitCircle, in_words
from bole.people.rules.names import normalise_number
from bole.people.rules.refusals import CodeTaken, HeadNotThere
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
    """
    lock_lines()
    if not can_change_units(by):
        raise NotYours
    clean = normalise_number(code)
    if Unit.objects.filter(code=clean).exists():
        raise CodeTaken(where="code", code=clean)
    parent = _unit(parent_id) if parent_id is not None else None
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


@action("people.move_unit")
def move_unit(*, unit_id: int, parent_id: int | None, by: Viewer, at: datetime) -> None:
    """Put a unit and all below it under another one.

    :raises NotYours: unless HR admin moves it
    :raises UnitCircle: if it would lie in itself, with the whole circle by names
    :raises Circle: if a reporting line would run in a circle
    """
    lock_lines()
    if not can_change_units(by):
        raise NotYours
    unit, parent = _unit(unit_id), _unit(parent_id) if parent_id is not None else None
    if parent is not None and parent.path.startswith(unit.path):
        raise UnitCircle(where="parent", names=_circle(unit, parent))
    former, under = unit.path, f"{parent.path if parent else '/'}{unit.pk}/"
    Unit.objects.filter(pk=unit_id).update(parent=parent, version=F("version") + 1, changed_at=at, changed_by=by.name[:120])
    Unit.objects.filter(path__startswith=former).update(path=Concat(Value(under), Substr("path", len(former) + 1)))
    day = days_to_check(unit.first_day, at)[-1]
    refuse_circles(day, {})
    on_record(thing=f"unit {unit.ref}", fields=("parent",))
    announce(HeadChanged(unit_id, day.isoformat()), at=at)


@action("people.set_head")
def set_head(*, unit_id: int, person_id: int | None, first_day: date, by: Viewer, at: datetime) -> None:
    """Let somebody lead the unit from a day on; None leaves it to the unit above. A head known for a later day stays.

    :raises NotYours: unless HR admin decides
    :raises HeadNotThere: if the person does not work here on that day
    :raises Circle: if a reporting line would run in a circle, with the whole circle by names
    """
    lock_lines()
    if not can_change_units(by):
        raise NotYours
    unit = _unit(unit_id)
    if person_id is not None and not main_seats(first_day).filter(person=person_id).exists():
        name = Person.objects.values_list("name", flat=True).get(pk=person_id)
        raise HeadNotThere(where="head", name=name, day=first_day, unit=unit.name)
    for day in days_to_check(first_day, at):
        refuse_circles(day, {}, tree=tree_on(day).with_head(unit_id, person_id))
    former = Headship.objects.on(first_day).filter(unit=unit_id)
    later = Headship.objects.known().filter(unit=unit_id, first_day__gt=first_day).order_by("first_day").first()
    former.filter(first_day=first_day).update(withdrawn_at=at)
    former.filter(first_day__lt=first_day).update(last_day=day_before(first_day))
    if person_id is not None:
        last_day = day_before(later.first_day) if later else None
        Headship.objects.create(unit=unit, person_id=person_id, first_day=first_day, last_day=last_day, recorded_at=at)
    Unit.objects.filter(pk=unit_id).update(version=F("version") + 1, changed_at=at, changed_by=by.name[:120])
    on_record(thing=f"unit {unit.ref}", fields=("head",))
    announce(HeadChanged(unit_id, first_day.isoformat()), at=at)


def _unit(unit_id: int) -> Unit:
    """Return a unit, locked.

    :raises NotFound: if it is not there
    """
    unit = Unit.objects.select_for_update().filter(pk=unit_id).first()
    if unit is None:
        raise NotFound(where="unit")
    return unit


def _circle(unit: Unit, parent: Unit) -> str:
    """Return the units from the one moved down to its new parent, by names."""
    keys = [int(key) for key in parent.path.removeprefix(unit.path).strip("/").split("/") if key]
    names = dict(Unit.objects.filter(pk__in=keys).values_list("id", "name")) | {unit.pk: unit.name}
    return in_words([unit.pk, *keys], names)
