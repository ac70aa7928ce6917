"""The months of a unit around its indicator: series that were given, and what people, absences and learning say."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from bole.attendance.queries import absent_days
from bole.people.models import Unit
from bole.signals.models import SeriesValue
from bole.signals.queries.crew import Crew, crew_of
from bole.signals.queries.learning import learning_of_units
from bole.signals.rules.learning import SPAN
from bole.signals.rules.series import KINDS, THOUSAND
from bole.signals.rules.staffing import Staffing, staffing_of
from bole.values.period import Period
from bole.values.workdays import is_working_day, working_days

Values = dict[date, float]


def conditions_of(unit_ids: Collection[int], months: Sequence[date]) -> dict[int, dict[str, Values]]:
    """Return each unit's values by kind and month (eleven queries). What somebody gives goes before what is counted under the same name."""
    paths = dict(Unit.objects.filter(pk__among=list(unit_ids)).values_list("id", "path"))
    found: dict[int, dict[str, Values]] = {unit: defaultdict(dict) for unit in paths}
    for unit, kind, month, value in _given(paths, months):
        found[unit][kind][month] = value
    crew = crew_of(paths, months_with_learning(months))
    for unit, month, kind, amount in _counted(crew, months):
        found[unit][kind][month] = amount
    for unit, kinds in learning_of_units(crew).items():
        for kind, values in kinds.items():
            if kind not in found[unit]:
                found[unit][kind] = {month: value for month, value in values.items() if month >= months[0]}
    return found


def given_kinds(unit_id: int, months: Sequence[date]) -> frozenset[str]:
    """Return the kinds of which somebody gave values for the unit itself in these months (one query)."""
    rows = SeriesValue.objects.filter(series__unit=unit_id, withdrawn_at=None, month__gte=months[0], month__lte=months[-1])
    return frozenset(rows.values_list("series__kind", flat=True).distinct())


def months_with_learning(months: Sequence[date]) -> list[date]:
    """Return the months with those before them that count together with the first."""
    found = [Period.of("month", months[0])]
    while len(found) < SPAN:
        found.insert(0, found[0].before)
    return [*(one.first_day for one in found[:-1]), *months]


def _given(paths: Mapping[int, str], months: Sequence[date]) -> list[tuple[int, str, date, float]]:
    """Return the given values of each unit; the market's are those of the nearest unit above, or of the company, if it has none."""
    rows = SeriesValue.objects.filter(withdrawn_at=None, month__gte=months[0], month__lte=months[-1])
    held: defaultdict[tuple[str, int | None], Values] = defaultdict(dict)
    for kind, unit, month, value in rows.values_list("series__kind", "series__unit_id", "month", "value"):
        held[kind, unit][month] = value / THOUSAND
    kinds = {kind for kind, _ in held}
    found = []
    for unit, path in paths.items():
        above: list[int | None] = [*(int(key) for key in reversed(path.strip("/").split("/"))), None]
        for kind in kinds:
            places = above if KINDS[kind].cause == "market" else above[:1]
            values = next((held[kind, place] for place in places if (kind, place) in held), {})
            found += [(unit, kind, month, value) for month, value in values.items()]
    return found


def _counted(crew: Crew, months: Sequence[date]) -> Iterator[tuple[int, date, str, float]]:
    """Yield what people and absences say of each unit and month: kind and value."""
    for unit, by_month in staffing_by_month(crew, months).items():
        for month, one in by_month.items():
            known = {"headcount": float(one.headcount), "tenure": one.tenure, "staying": one.staying, "attendance": one.attendance}
            for kind, amount in known.items():
                if amount is not None and one.headcount:
                    yield unit, month, kind, amount


def staffing_by_month(crew: Crew, months: Sequence[date]) -> dict[int, dict[date, Staffing]]:
    """Return how each unit stood at the end of each month (one query); the crew is known of the month before the first, too."""
    away = absent_days(crew.people, months[0], Period.of("month", months[-1]).last_day)
    found: dict[int, dict[date, Staffing]] = {unit: {} for unit in crew.paths}
    for month in months:
        period = Period.of("month", month)
        now, before = crew.members[month], crew.members[period.before.first_day]
        here = {person for person, rows in crew.contracts.items() if any(period.last_day in one.spell for one in rows)}
        days = working_days(period.first_day, period.last_day)
        lost = {person: sum(day in period and is_working_day(day) for day in gone) for person, gone in away.items()}
        for unit in crew.paths:
            then = [one.person for one in before[unit]]
            found[unit][month] = staffing_of(now[unit], then, here, lost, last_day=period.last_day, days=days)
    return found
