"""Who could rate whom in a round: colleagues of the unit, and who worked on the same projects in its days."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Q

from bole.people.models import WITHOUT_SCORE
from bole.people.queries import employments_on, managers_on, people_in_units, subtree
from bole.reviews.rules.peers import in_line
from bole.work.models import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Who is rated, and who could rate each of them with how many shared projects."""

    could: Mapping[int, Mapping[int, int]]


def pool_of(unit_id: int, *, first_day: date, last_day: date, day: date) -> Pool:
    """Return who could rate whom (ten queries and two for each step of the reporting line)."""
    inside = people_in_units(subtree([unit_id]), day)
    beside = _projects(inside, first_day, last_day)
    others = frozenset(person for people in beside.values() for person in people)
    everybody = frozenset(inside) | others
    scored = frozenset(person for person, row in employments_on(everybody, day).items() if row.kind not in WITHOUT_SCORE)
    above = in_line(_managers(scored, day))
    shared = _shared(beside)
    could = {}
    for ratee in sorted(frozenset(inside) & scored):
        mates = {one for one, unit in inside.items() if unit == inside[ratee]} | shared.get(ratee, Counter()).keys()
        fitting = (mates & scored) - {ratee} - above[ratee]
        could[ratee] = {one: shared.get(ratee, Counter())[one] for one in sorted(fitting) if ratee not in above[one]}
    return Pool(could=could)


def _managers(people: Collection[int], day: date) -> dict[int, int | None]:
    """Return the manager of each and of everybody above."""
    known: dict[int, int | None] = {}
    missing = frozenset(people)
    while missing:
        found = managers_on(missing, day)
        known |= {person: found.get(person) for person in missing}
        missing = frozenset(one for one in found.values() if one is not None) - known.keys()
    return known


def _projects(inside: Collection[int], first_day: date, last_day: date) -> dict[str, frozenset[int]]:
    """Return who worked on each project of these people in some days (two queries)."""
    zone = ZoneInfo(settings.TIME_ZONE)
    begin, end = (datetime.combine(one, time.min, zone) for one in (first_day, last_day + timedelta(days=1)))
    lived = Item.objects.filter(Q(closed_at=None) | Q(closed_at__gte=begin), opened_at__lt=end, is_retracted=False)
    lived = lived.exclude(person=None).exclude(project="")
    names = lived.filter(person__in=inside).values_list("project", flat=True).distinct()
    found: defaultdict[str, set[int]] = defaultdict(set)
    for project, person in lived.filter(project__in=list(names)).values_list("project", "person_id").distinct():
        found[project].add(person)
    return {project: frozenset(people) for project, people in found.items()}


def _shared(projects: Mapping[str, frozenset[int]]) -> dict[int, Counter[int]]:
    """Return for each how many projects they share with whom."""
    found: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for people in projects.values():
        for person in people:
            found[person].update(people - {person})
    return dict(found)
