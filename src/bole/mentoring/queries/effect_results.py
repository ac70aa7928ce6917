"""Scores that effects are made of: closed results, and how people stand on a day. In hundredths of 100."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from bole.mentoring.rules.growth_figures import Result
from bole.scoring.models import ClosedScore, Closing, ScorePoint
from bole.scoring.queries.years import year_results
from bole.values.period import Kind, Period

LOOK_BACK = timedelta(days=45)  # a score older than this does not say how somebody stands
KINDS: tuple[Kind, ...] = ("half", "quarter", "month")
CODES = {"half": "-H", "quarter": "-Q", "month": "-"}


def kind_of_results() -> Kind:
    """Return the longest kind of period, up to half a year, that this company closes (one query)."""
    closed = {Period.parse(code).kind for code in Closing.objects.values_list("period", flat=True)}
    return next((kind for kind in KINDS if kind in closed), "half")


def closed_results(person_ids: Collection[int] | None, *, kind: Kind, day: date) -> dict[int, tuple[Result, ...]]:
    """Return each person's closed results of a kind that were over by the day, in order (one query); None asks for everybody."""
    rows = ClosedScore.objects.filter(is_last=True, state="scored", period__contains=CODES[kind], closed_at__date__lte=day)
    if person_ids is not None:
        rows = rows.filter(person__among=list(person_ids))
    found: defaultdict[int, list[Result]] = defaultdict(list)
    periods: dict[str, Period] = {}
    for person, code, score in rows.exclude(score=None).values_list("person_id", "period", "score"):
        period = periods.setdefault(code, Period.parse(code))
        if period.kind == kind and score is not None:
            found[person].append(Result(period.first_day, period.last_day, score))
    return {person: tuple(sorted(results, key=lambda one: one.last_day)) for person, results in found.items()}


def results_before(person_ids: Collection[int], *, kind: Kind, day: date) -> dict[int, tuple[Result, ...]]:
    """Return the closed results of people, and ratings of earlier years where none of that year was closed here (three queries)."""
    found = closed_results(person_ids, kind=kind, day=day)
    years = year_results(person_ids, range(day.year - 6, day.year + 1))
    for person, rows in years.items():
        own = found.get(person, ())
        closed = {one.first_day.year for one in own}
        given = [
            Result(date(year, 1, 1), date(year, 12, 31), row.score)
            for year, row in rows.items()
            if row.score is not None and year not in closed
        ]
        found[person] = tuple(sorted((*own, *given), key=lambda one: one.last_day))
    return found


def standing(person_ids: Collection[int], *, day: date) -> dict[int, int]:
    """Return how people stand on a day: the live score as it was last seen (one query); nobody's is older than 45 days."""
    rows = ScorePoint.objects.filter(person__among=list(person_ids), day__lte=day, day__gt=day - LOOK_BACK).exclude(score=None)
    found: dict[int, tuple[date, str, int]] = {}
    for person, when, period, score in rows.values_list("person_id", "day", "period", "score"):
        best = found.get(person)
        # Of two periods on a day (the last one is not closed yet), the newer one says how somebody stands.
        if score is not None and (best is None or (when, period) > best[:2]):
            found[person] = (when, period, score)
    return {person: score for person, (_when, _period, score) in found.items()}
