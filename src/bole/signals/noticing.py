"""Noticing signs of gaming: the last month's records of each measure that somebody feeds by hand, beside those of the months before."""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter

import numpy as np
from django.db import models

from bole.kit.clock import local_day
from bole.people.queries import assignments_during
from bole.signals.actions.signs import NoticedSign, keep_signs
from bole.signals.counting import months_before
from bole.signals.rules.signs import MONTHS_BACK, Book, Ints, SignKind, Signs, signs_of
from bole.values.period import Period
from bole.values.viewer import SYSTEM
from bole.values.workdays import each_working_day
from bole.work.models import HANDED_IN, Connection, Fact

BY_HAND = ("api", HANDED_IN)  # connections that are fed by tables and programs, not by a tool's own calls
LAST_DAYS = 2
NEAR = timedelta(days=3)
MOST_ITEMS = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A record as the search reads it."""

    connection: int
    day: date
    value: int
    counterpart: str
    external_id: str


@dataclass(slots=True)
class PersonMonth:
    """Somebody's records of one measure and month."""

    entries: list[Entry] = field(default_factory=list)
    late: list[Entry] = field(default_factory=list)
    twice: list[Entry] = field(default_factory=list)


Books = dict[int, PersonMonth]  # of a measure and a month, by person


def notice_signs(at: datetime) -> str:
    """Look at the last month that is over, and keep what wants a second look (a job of the timetable)."""
    months = months_before(local_day(at), MONTHS_BACK + 1)
    by_hand = frozenset(Connection.objects.filter(vendor__in=BY_HAND).values_list("id", flat=True))
    last = Period.of("month", months[-1]).last_day
    rows = Fact.objects.filter(withdrawn_at=None, day__gte=months[0], day__lte=last)
    measures = sorted(set(rows.filter(item__connection__in=by_hand).values_list("measure", flat=True).distinct()))
    units = {person: posts[-1].unit_id for person, posts in assignments_during(None, months[-1], last).items()}
    noticed = [one for books in _read(rows, measures, months) for one in _of_measure(*books, units, by_hand)]
    kept = keep_signs(signs=noticed, month=months[-1], by=SYSTEM, at=at) if noticed else 0
    return f"{len(measures)} measures looked at, {kept} signs kept"


def _of_measure(measure: str, books: Sequence[Books], units: Mapping[int, int], by_hand: frozenset[int]) -> list[NoticedSign]:
    people = sorted(person for person in books[-1] if person in units)
    if not people:
        return []

    def grid(count: Callable[[PersonMonth | None], int]) -> Ints:
        return np.array([[count(month.get(person)) for month in books] for person in people], np.int64)

    book = Book(
        unit=np.array([units[person] for person in people], np.int64),
        count=grid(lambda one: len(one.entries) if one else 0),
        late=grid(lambda one: len(one.late) if one else 0),
        twice=grid(lambda one: len(one.twice) if one else 0),
        given=grid(lambda one: sum(entry.connection in by_hand for entry in one.entries) if one else 0),
        told=grid(lambda one: sum(entry.connection not in by_hand for entry in one.entries) if one else 0),
        top=grid(lambda one: max(Counter(entry.connection for entry in one.entries).values(), default=0) if one else 0),
    )
    found = signs_of(book)
    return [
        NoticedSign(person_id=person, kind=kind, measure=measure, evidence=_evidence(kind, books[-1][person], signs, place))
        for kind, signs in found.items()
        for place, person in enumerate(people)
        if signs.shows[place]
    ]


def _read(rows: models.QuerySet[Fact], measures: Sequence[str], months: Sequence[date]) -> Iterator[tuple[str, list[Books]]]:
    """Yield each measure with its records by month and person (one query)."""
    columns = ("measure", "person_id", "item__connection_id", "day", "value", "item__project", "item__external_id")
    read = rows.filter(measure__in=measures).order_by("measure", "day", "id").values_list(*columns).iterator()
    for measure, told in groupby(read, key=itemgetter(0)):
        found: dict[date, Books] = {month: defaultdict(PersonMonth) for month in months}
        for _measure, person, connection, day, value, project, external_id in told:
            found[day.replace(day=1)][person].entries.append(Entry(connection, day, value, project, external_id))
        for month, books in found.items():
            _mark(books, Period.of("month", month))
        yield measure, list(found.values())


def _mark(books: Books, month: Period) -> None:
    late_from = list(each_working_day(month.first_day, month.last_day))[-LAST_DAYS:][:1]
    for one in books.values():
        one.late = [entry for entry in one.entries if late_from and entry.day >= late_from[0]]
        one.twice = list(_twice(one.entries))


def _twice(entries: Sequence[Entry]) -> Iterable[Entry]:
    """Yield the records that were entered before: within three days in one source, within the month in another."""
    seen: defaultdict[tuple[str, int], list[Entry]] = defaultdict(list)
    for entry in entries:
        if not entry.counterpart:
            continue
        before = seen[entry.counterpart, entry.value]
        # One record of a source answers for one of another: three the same in each are three, not six.
        partner = next((old for old in before if old.connection != entry.connection or entry.day - old.day <= NEAR), None)
        if partner is not None:
            before.remove(partner)
            yield entry
        else:
            before.append(entry)


def _evidence(kind: SignKind, one: PersonMonth, signs: Signs, place: int) -> str:
    items = {"month_end": one.late, "duplicates": one.twice}.get(kind, one.entries)
    told = {
        "count": len(one.entries),
        "part": len(items),
        "now": round(float(signs.now[place]), 4),
        "usual": None if np.isnan(signs.usual[place]) else round(float(signs.usual[place]), 4),
        "unit": None if np.isnan(signs.unit[place]) else round(float(signs.unit[place]), 4),
        "items": [[entry.connection, entry.external_id, entry.day.isoformat(), entry.counterpart] for entry in items[:MOST_ITEMS]],
    }
    return json.dumps(told, ensure_ascii=False)
