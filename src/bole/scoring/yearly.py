"""What a year comes to for everybody: the closed periods of each, weighed by working days. Reads only; who calls decides what is kept."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from bole.people.queries import EmploymentRow, employments_on
from bole.scoring.actions.scores import SCORED_KINDS, live_kind
from bole.scoring.models import ClosedScore, Closing, LiveScore, RatingYear, YearResult
from bole.scoring.rules.ratings import USUAL_BANDS, USUAL_EXCELLENT, Closed, Rated, rate
from bole.values.period import Period
from bole.values.workdays import working_days


@dataclass(frozen=True, slots=True)
class Scale:
    """The bands and the excellent levels of a year; the usual ones until somebody sets others."""

    bands: Mapping[str, int]
    excellent: tuple[str, ...]
    version: int = 0


@dataclass(frozen=True, slots=True)
class OneYear:
    """A person's year: the closed periods, what they come to, and whether an import stands there already."""

    parts: tuple[Closed, ...]
    rated: Rated
    is_given: bool = False


def scale_of(row: RatingYear | None) -> Scale:
    """Return the scale of a year."""
    if row is None:
        return Scale(dict(USUAL_BANDS), USUAL_EXCELLENT)
    return Scale(row.bands, tuple(row.excellent), row.version)


def last_day(year: int) -> date:
    """Return the last day of a year."""
    return date(year, 12, 31)


def periods_of(year: int) -> list[Period]:
    """Return the periods of the company's kind that make the year."""
    period, found = Period.of(live_kind(), date(year, 1, 1)), []
    while period.first_day.year == year:
        found.append(period)
        period = period.after
    return found


def open_periods(year: int) -> list[Period]:
    """Return the periods that must be closed before the year is: the last one, and every one that has live scores (two queries)."""
    periods = periods_of(year)
    codes = [one.code for one in periods]
    closed = set(Closing.objects.filter(period__in=codes).values_list("period", flat=True))
    live = set(LiveScore.objects.filter(period__in=codes).values_list("period", flat=True).distinct())
    return [one for one in periods if one.code not in closed and (one == periods[-1] or one.code in live)]


def years_of(year: int, scale: Scale, *, person_ids: Collection[int] | None = None) -> dict[int, OneYear]:
    """Return the year of everybody who is employed on its last day in a kind that is scored (three queries)."""
    here = {key: row for key, row in employments_on(person_ids, last_day(year)).items() if row.kind in SCORED_KINDS}
    given = set(YearResult.objects.filter(year=year, is_last=True).values_list("person_id", flat=True))
    parts = _parts(year, here)
    return {key: OneYear(tuple(parts[key]), rate(parts[key], scale.bands), key in given) for key in here}


def _parts(year: int, here: Mapping[int, EmploymentRow]) -> defaultdict[int, list[Closed]]:
    periods = {one.code: one for one in periods_of(year)}
    rows = ClosedScore.objects.filter(period__in=periods, is_last=True, state="scored").exclude(score=None)
    found: defaultdict[int, list[Closed]] = defaultdict(list)
    for person, code, score in rows.order_by("period").values_list("person_id", "period", "score"):
        row = here.get(person)
        if row is not None and score is not None:
            found[person].append(Closed(code, score, days_in(periods[code], row.joined_on)))
    return found


def days_in(period: Period, joined_on: date) -> int:
    """Count the working days of a period that somebody was here; a period before somebody came back counts whole."""
    first = joined_on if joined_on in period else period.first_day
    return working_days(first, period.last_day)
