"""Scores over the weeks: the line of a trend, the own usual range, and what moved since last Sunday."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, JSONField, OuterRef, Q, QuerySet, Subquery, When

from bole.kit.prepared import Prepared
from bole.scoring.models import ScorePoint
from bole.scoring.queries.sheets import Sheet, explanation_in
from bole.scoring.rules.moved import Moved, moved
from bole.scoring.rules.rounding import to_tenths
from bole.scoring.rules.usual import WEEKS, Usual, usual
from bole.values.period import Period

WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Point:
    """A score as it stood at the end of a day; what it was made of comes with the newest alone."""

    day: date
    period: str
    score: int | None
    parts: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Week:
    """The score as it stood at the end of a week; None where there was none."""

    last_day: date
    score: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """The weeks that are over, oldest first, the usual range that they make, and the parts of the newest score while they are kept."""

    weeks: tuple[Week, ...]
    usual: Usual | None
    parts: Mapping[str, Any] | None = None

    @property
    def last(self) -> Week:
        """The week before this one."""
        return self.weeks[-1]


@dataclass(frozen=True, slots=True)
class Change:
    """By how much the shown score changed since last week, in tenths; `why` is known while the parts of that day are kept."""

    tenths: int
    since: date
    why: Moved | None


def last_sunday(day: date) -> date:
    """Return the last day of the week before the one of `day`."""
    return day - timedelta(days=day.isoweekday())


def lines_of(person_ids: Collection[int], *, day: date, weeks: int = WEEKS) -> dict[int, Line]:
    """Return each person's weekly scores up to last Sunday and their usual range (one query)."""
    end = last_sunday(day)
    days = [end - WEEK * n for n in reversed(range(weeks))]
    asked = (days[0] - 5 * WEEK, end - 5 * WEEK, end)
    rows = _ONE.ask(next(iter(person_ids)), *asked) if len(person_ids) == 1 else _points(person_ids, *asked)
    points: defaultdict[int, list[Point]] = defaultdict(list)
    for person, *point in rows:
        points[person].append(Point(*point))
    return {person: _line(points.get(person, ()), days) for person in person_ids}


def _points(person_ids: Collection[int], after: date, whole_after: date, end: date) -> QuerySet[ScorePoint, Any]:
    """Return the points up to the end of a week; what a score is made of is large, so only the newest brings it, if it is not too old."""
    newest = ScorePoint.objects.filter(person=OuterRef("person"), day__lte=end).order_by("-day", "-period").values("pk")[:1]
    parts = Case(When(Q(day__gt=whole_after) & Q(pk=Subquery(newest)), then="parts"), output_field=JSONField())
    rows = ScorePoint.objects.filter(person__in=person_ids, day__gt=after, day__lte=end).order_by("person_id", "day", "period")
    return rows.annotate(newest_parts=parts).values_list("person_id", "day", "period", "score", "newest_parts")


_ONE = Prepared(lambda person, *days: _points([person], *days), int, date, date, date)


def _line(points: Sequence[Point], days: Sequence[date]) -> Line:
    """Stand the newest point of each week, or the one still standing from before, at the week's end."""
    found, n = list[Week](), 0
    for end in days:
        while n < len(points) and points[n].day <= end:
            n += 1
        held = points[n - 1] if n else None
        # A score stands until its period is over, or as long as it still moves; a week that holds no day of it is a gap.
        stands = held is not None and max(Period.parse(held.period).last_day, held.day) > end - WEEK
        found.append(Week(end, held.score) if held and stands else Week(end, None))
    return Line(tuple(found), usual([week.score for week in found]), points[-1].parts if points else None)


def changes_of(sheets: Mapping[int, Sheet], lines: Mapping[int, Line]) -> dict[int, Change]:
    """Return what moved each score since last Sunday; people without both scores are left out."""
    both = {
        person: (sheet, lines[person])
        for person, sheet in sheets.items()
        if sheet.score is not None and person in lines and lines[person].last.score is not None
    }
    found = {}
    for person, (sheet, line) in both.items():
        week, before = line.last, explanation_in(line.parts or {})
        why = moved(before, sheet.explanation) if before and sheet.explanation else None
        found[person] = Change(to_tenths(sheet.score or 0) - to_tenths(week.score or 0), week.last_day, why)
    return found
