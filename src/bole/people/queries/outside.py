"""What work data needs to know of people: zones in which their days are counted, and whose a work e-mail is."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from django.db.models import Q
from django.db.models.functions import Lower

from bole.people.models import Assignment, Employment, Person, Unit

MOST_KEYS = 1000


def zone_spells(person_ids: Collection[int]) -> dict[int, tuple[tuple[date, date | None, str], ...]]:
    """Return (first day, last day, zone) of the people who work in another zone than the company's (two queries)."""
    units = _zones_of_units()
    rows = Assignment.objects.known().filter(is_main=True).filter(~Q(zone="") | Q(unit__in=units))
    if len(person_ids) <= MOST_KEYS:
        rows = rows.filter(person__in=person_ids)
    found: defaultdict[int, list[tuple[date, date | None, str]]] = defaultdict(list)
    for person, unit, zone, first, last in rows.order_by("first_day").values_list("person_id", "unit_id", "zone", "first_day", "last_day"):
        found[person].append((first, last, zone or units[unit]))
    return {person: tuple(spells) for person, spells in found.items()}


def _zones_of_units() -> dict[int, str]:
    """Return the zone of each unit that has one, or that lies below one that has (the nearest counts); two queries at most."""
    given: dict[str, str] = dict(Unit.objects.exclude(zone="").values_list("path", "zone"))
    if not given:
        return {}
    found = {}
    for key, path in Unit.objects.values_list("id", "path"):
        above = [one for one in given if path.startswith(one)]
        if above:
            found[key] = given[max(above, key=len)]
    return found


def employed_during(person_ids: Collection[int] | None, first_day: date, last_day: date) -> dict[int, frozenset[str]]:
    """Return the kinds of contract that each person had on at least one of the days (one query); None asks for everybody."""
    rows = Employment.objects.during(first_day, last_day)
    if person_ids is not None:
        rows = rows.filter(person__among=list(person_ids))
    found: defaultdict[int, set[str]] = defaultdict(set)
    for person, kind in rows.values_list("person_id", "kind"):
        found[person].add(kind)
    return {person: frozenset(kinds) for person, kinds in found.items()}


def people_by_work_email(emails: Collection[str]) -> dict[str, int]:
    """Return whose each work e-mail is, by the address in small letters (one query)."""
    wanted = {one.casefold() for one in emails}
    rows = Person.objects.annotate(mail=Lower("work_email")).filter(mail__in=wanted).exclude(work_email="")
    return dict(rows.values_list("mail", "id"))
