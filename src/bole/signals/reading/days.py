"""Readings of days as arrays: a row for each pair of post and indicator."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from bole.attendance.queries import absent_days
from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.reading.posts import Indicators, Post
from bole.signals.reading.traffic import Traffic
from bole.signals.rules.daily import BoolArray, Calendar, Daily
from bole.values.workdays import is_working_day
from bole.work.models import Fact, Reading

# Whose source an indicator is, is told by the records of these days.
SOURCE_DAYS = timedelta(days=120)


@dataclass(frozen=True, slots=True)
class Pair:
    """An indicator of somebody in a post, and the connections that its records came from."""

    post: Post
    indicator: IndicatorRule
    connections: frozenset[int]

    @property
    def measures(self) -> frozenset[str]:
        """The measures that make its value."""
        named = {self.indicator.numerator}
        return frozenset(named | {self.indicator.denominator} if self.indicator.how == "ratio" else named)


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """The pairs of some posts, and their days."""

    pairs: tuple[Pair, ...]
    daily: Daily
    calendar: Calendar
    absent: dict[int, frozenset[date]]

    @property
    def people(self) -> frozenset[int]:
        """Everybody in it."""
        return frozenset(pair.post.person_id for pair in self.pairs)

    def day(self, column: int) -> date:
        """Return the day of a column."""
        return self.calendar.first_day + timedelta(days=int(column))

    def column(self, day: date) -> int:
        """Return the column of a day."""
        return (day - self.calendar.first_day).days


def calendar_of(first_day: date, last_day: date) -> Calendar:
    """Return the days with what the company's calendar says of each."""
    days = [first_day + timedelta(days=n) for n in range((last_day - first_day).days + 1)]
    return Calendar(first_day, np.array([is_working_day(day) for day in days]), np.array([day.weekday() for day in days], np.int32))


def read_days(posts: Sequence[Post], indicators: Indicators, traffic: Traffic, *, is_past_too: bool = False) -> Read:
    """Return the days of these posts (three queries)."""
    first, last = traffic.first_day, traffic.last_day
    posts = [post for post in posts if post.family_id in indicators]
    people = sorted({post.person_id for post in posts})
    measures = {
        code for one in {post.family_id for post in posts} for rule in indicators[one] for code in (rule.numerator, rule.denominator)
    } - {""}
    sources = _sources(people, measures, first if is_past_too else last - SOURCE_DAYS, last)
    pairs = tuple(
        Pair(
            post,
            rule,
            sources.get((post.person_id, rule.numerator), frozenset()) | sources.get((post.person_id, rule.denominator), frozenset()),
        )
        for post in posts
        for rule in indicators[post.family_id]
    )
    calendar, absent = calendar_of(first, last), absent_days(people, first, last)
    here = _here(posts, absent, calendar)
    totals, counts = _sums(people, measures, first, last, len(calendar.weekday))
    return Read(pairs, _daily(pairs, here, totals, counts, traffic, calendar), calendar, absent)


def _sources(people: Sequence[int], measures: set[str], first: date, last: date) -> dict[tuple[int, str], frozenset[int]]:
    rows = Fact.objects.filter(person__among=people, measure__in=measures, withdrawn_at=None, day__gte=first, day__lte=last)
    found: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for person, measure, connection in rows.values_list("person_id", "measure", "item__connection_id").distinct():
        found[person, measure].add(connection)
    return {key: frozenset(held) for key, held in found.items()}


def _here(posts: Sequence[Post], absent: dict[int, frozenset[date]], calendar: Calendar) -> dict[Post, BoolArray]:
    found = {}
    for post in posts:
        row = np.zeros(len(calendar.weekday), np.bool_)
        row[(post.first_day - calendar.first_day).days : (post.last_day - calendar.first_day).days + 1] = True
        row[[(day - calendar.first_day).days for day in absent.get(post.person_id, ())]] = False
        found[post] = row
    return found


Sums = dict[tuple[int, str], np.ndarray]


def _sums(people: Sequence[int], measures: set[str], first: date, last: date, days: int) -> tuple[Sums, Sums]:
    """Return totals and counts by person and measure, a place for each day (one query)."""
    totals: Sums = defaultdict(lambda: np.zeros(days, np.float64))
    counts: Sums = defaultdict(lambda: np.zeros(days, np.float64))
    rows = Reading.objects.filter(person__among=people, measure__in=measures, day__gte=first, day__lte=last)
    start = first.toordinal()
    for person, measure, day, total, count in rows.values_list("person_id", "measure", "day", "total", "count").iterator(chunk_size=5000):
        place = day.toordinal() - start
        totals[person, measure][place] = total
        counts[person, measure][place] = count
    return totals, counts


def _daily(pairs: Sequence[Pair], here: dict[Post, BoolArray], totals: Sums, counts: Sums, traffic: Traffic, calendar: Calendar) -> Daily:
    shape = (len(pairs), len(calendar.weekday))
    total, count = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    is_here, heard = np.zeros(shape, np.bool_), np.ones(shape, np.bool_)
    teams: dict[tuple[int, str], int] = {}
    families: dict[str, int] = {}
    known: dict[frozenset[int], BoolArray] = {}
    for row, pair in enumerate(pairs):
        rule, person = pair.indicator, pair.post.person_id
        is_here[row] = here[pair.post]
        top = totals.get((person, rule.numerator))
        if top is not None:
            total[row] = top * rule.times / rule.scale if rule.how == "ratio" else top / rule.scale
        if rule.how == "sum":
            count[row] = is_here[row] & calendar.is_working
        else:
            made = totals.get((person, rule.denominator)) if rule.how == "ratio" else counts.get((person, rule.numerator))
            if made is not None:
                count[row] = made
        if pair.connections not in known:
            known[pair.connections] = traffic.days(pair.connections)
        heard[row] = known[pair.connections]
        teams.setdefault((pair.post.unit_id, rule.code), len(teams))
        families.setdefault(rule.code, len(families))
    return Daily(
        total=total,
        count=count,
        here=is_here,
        heard=heard,
        is_up_worse=np.array([pair.indicator.direction == "down" for pair in pairs], np.bool_),
        team=np.array([teams[pair.post.unit_id, pair.indicator.code] for pair in pairs], np.int32),
        family=np.array([families[pair.indicator.code] for pair in pairs], np.int32),
    )
