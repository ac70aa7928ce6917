"""What the data holds about somebody's work meanwhile: items open, projects, days away, hours of mentoring."""

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from django.conf import settings
from django.db.models import Q

from bole.signals.reading.days import Read
from bole.signals.rules.daily import Surroundings
from bole.work.models import Item, Reading
from bole.work.queries.open_work import KINDS

MENTORING = "mentoring_time"
SECONDS = 3600


def surroundings(read: Read, person_ids: Collection[int]) -> Surroundings:
    """Return what these people had in hand, nothing for the others (two queries)."""
    days = len(read.calendar.weekday)
    first = read.calendar.first_day
    open_work, at_once = _in_hand(person_ids, first, days)
    hours = _mentoring(person_ids, first, days)
    shape = (len(read.pairs), days)
    found = Surroundings(np.zeros(shape, np.float32), np.zeros(shape, np.float32), np.zeros(shape, np.bool_), np.zeros(shape, np.float32))
    for row, pair in enumerate(read.pairs):
        person = pair.post.person_id
        if person in open_work:
            found.open_work[row] = open_work[person]
        if person in at_once:
            found.projects[row] = at_once[person]
        for day in read.absent.get(person, ()):
            found.absent[row, read.column(day)] = bool(read.calendar.is_working[read.column(day)])
        for day, seconds in hours.get(person, ()):
            found.mentoring[row, read.column(day)] = seconds / SECONDS
    return found


def _in_hand(person_ids: Collection[int], first: date, days: int) -> tuple[dict[int, np.ndarray], dict[int, np.ndarray]]:
    """Return how many items, and how many projects, these people had in hand on each day (one query)."""
    open_work: dict[int, np.ndarray] = {}
    projects: dict[tuple[int, str], np.ndarray] = {}
    for person, project, opened, closed in _items(person_ids, first, days):
        start, end = max((opened - first).days, 0), days if closed is None else min((closed - first).days, days)
        open_work.setdefault(person, np.zeros(days, np.float32))[start:end] += 1
        if project:
            projects.setdefault((person, project), np.zeros(days, np.bool_))[start:end] = True
    at_once: dict[int, np.ndarray] = {}
    for (person, _project), held in projects.items():
        at_once.setdefault(person, np.zeros(days, np.float32))[held] += 1
    return open_work, at_once


def _mentoring(person_ids: Collection[int], first: date, days: int) -> dict[int, list[tuple[date, int]]]:
    """Return on which days these people mentored others, and for how many seconds (one query)."""
    found: dict[int, list[tuple[date, int]]] = {}
    until = first + timedelta(days=days - 1)
    rows = Reading.objects.filter(person__among=list(person_ids), measure=MENTORING, day__range=(first, until))
    for person, day, seconds in rows.values_list("person_id", "day", "total"):
        found.setdefault(person, []).append((day, seconds))
    return found


def new_projects(person_ids: Collection[int], since: Mapping[int, date], until: date) -> dict[int, tuple[str, ...]]:
    """Return the projects of which somebody's first item was opened in these days (one query)."""
    first: dict[tuple[int, str], date] = {}
    for person, project, opened, _closed in _items(person_ids, date(1970, 1, 1), (until - date(1970, 1, 1)).days + 1):
        if project:
            first[person, project] = min(opened, first.get((person, project), opened))
    found: dict[int, list[str]] = {}
    for (person, project), opened in sorted(first.items(), key=lambda one: one[1]):
        if since[person] <= opened <= until:
            found.setdefault(person, []).append(project)
    return {person: tuple(names) for person, names in found.items()}


def _items(person_ids: Collection[int], first: date, days: int) -> list[tuple[int, str, date, date | None]]:
    zone = ZoneInfo(settings.TIME_ZONE)
    start = datetime.combine(first, time.min, zone)
    end = start + timedelta(days=days)
    rows = Item.objects.filter(person__among=list(person_ids), is_retracted=False, kind__in=KINDS, opened_at__lt=end)
    rows = rows.filter(Q(closed_at__gte=start) | Q(closed_at=None, state="open"))
    return [
        (person, project, opened.astimezone(zone).date(), closed.astimezone(zone).date() if closed else None)
        for person, project, opened, closed in rows.values_list("person_id", "project", "opened_at", "closed_at")
        if opened is not None
    ]
