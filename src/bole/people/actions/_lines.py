"""Keeping reporting lines free of circles, and managers present."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from bole.kit.clock import local_day
from bole.people.models import Person
from bole.people.queries.lines import Tree, bosses_of_leaders, main_seats, tree_on
from bole.people.rules.lines import Circle, Seat, circles, in_words, manager_of
from bole.people.rules.refusals import ManagerNotThere, OwnManager


def refuse_circles(day: date, changed: Mapping[int, Seat], *, tree: Tree | None = None) -> None:
    """Refuse lines that would run in a circle on the day, with these seats in place of those that are stored.

    :raises Circle: with the whole circle by names
    """
    tree = tree or tree_on(day)
    managers = {seat.manager for seat in changed.values() if seat.manager is not None}
    bosses = bosses_of_leaders(day, tree, also=managers | set(changed))
    bosses |= {person: manager_of(seat, tree.over) for person, seat in changed.items()}
    found = next(iter(circles(bosses)), None)
    if found is not None:
        names = dict(Person.objects.filter(pk__in=found).values_list("id", "name"))
        raise Circle(where="manager", names=in_words(found, names))


def days_to_check(first_day: date, at: datetime) -> list[date]:
    """Return the days on which lines are checked: when the change begins, and today if that is later."""
    return sorted({first_day, max(first_day, local_day(at))})


def refuse_absent_managers(pairs: Collection[tuple[int, int | None]], day: date) -> None:
    """Refuse managers who do not work here on the day, and people who would be their own.

    :raises OwnManager: if somebody would be their own manager
    :raises ManagerNotThere: if the manager does not work here on the day
    """
    managers = {manager for _, manager in pairs if manager is not None}
    own = next((person for person, manager in pairs if manager == person), None)
    if own is not None:
        raise OwnManager(where="manager", name=_name(own))
    here = set(main_seats(day).filter(person__in=managers).values_list("person_id", flat=True)) if managers else set()
    missing = min(managers - here, default=None)
    if missing is not None:
        raise ManagerNotThere(where="manager", name=_name(missing), day=day)


def _name(person_id: int) -> str:
    return Person.objects.values_list("name", flat=True).filter(pk=person_id).first() or ""
