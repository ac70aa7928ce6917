"""Counting what units reached by month: sums of (person, day) pairs that were in the unit that day. Reads only, but for its own table."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Sum

from bole.kit.bulk import merge_rows
from bole.kit.clock import local_day
from bole.people.queries import AssignmentRow, assignments_during, subtree_paths
from bole.scoring.models import Indicator, Target
from bole.scoring.rules.indicator import IndicatorRule, indicator_of
from bole.signals.models import UnitMonth
from bole.signals.rules.unit_values import Sums, value_of
from bole.values.period import Period
from bole.work.models import Reading

UNIT = 1000  # values and targets are kept in thousandths of the indicator's unit
MONTHS_BACK = 24
AGAIN = 3  # so many months are counted again each night: facts come late


@dataclass(frozen=True, slots=True)
class Watched:
    """A unit that has targets of its own for an indicator."""

    unit_id: int
    path: str
    rule: IndicatorRule


def watched_units() -> list[Watched]:
    """Return the units with targets of their own, and by which indicators (three queries)."""
    rows = list(Target.objects.filter(withdrawn_at=None, unit__isnull=False).values_list("unit_id", "indicator", "is_whole").distinct())
    rules = {
        code: indicator_of(raw)
        for code, raw in Indicator.objects.filter(code__in={row[1] for row in rows}).values_list("code", "definition")
    }
    paths = subtree_paths({row[0] for row in rows})
    # What adds up has another size for a unit than for each of its people: only targets of the whole are compared with its sum.
    pairs = sorted({(unit, code) for unit, code, is_whole in rows if code in rules and (is_whole or rules[code].how != "sum")})
    return [Watched(unit, paths[unit], rules[code]) for unit, code in pairs]


def months_before(day: date, count: int = MONTHS_BACK) -> list[date]:
    """Return the first days of the months that were over on the day, oldest first."""
    found = [Period.of("month", day).before]
    while len(found) < count:
        found.append(found[-1].before)
    return [one.first_day for one in reversed(found)]


def count_unit_months(at: datetime, *, every: bool = False) -> int:
    """Count the months that are over, of all watched units: those that were never counted, and the last ones again."""
    watched, months = watched_units(), months_before(local_day(at))
    have = set(UnitMonth.objects.filter(month__in=months).values_list("unit_id", "indicator", "month"))
    again = set(months if every else months[-AGAIN:])
    done = 0
    for month in months:
        wanted = [one for one in watched if month in again or (one.unit_id, one.rule.code, month) not in have]
        if wanted:
            done += _count(wanted, Period.of("month", month), at=at)
    return done


def _count(watched: Sequence[Watched], month: Period, *, at: datetime) -> int:
    measures = sorted({measure for one in watched for measure in one.rule.measures})
    sums = sums_of_units({one.unit_id: one.path for one in watched}, measures, month)
    rows = []
    for one in watched:
        value, sample = value_of(one.rule, sums[one.unit_id])
        kept = None if value is None else round(value * UNIT)
        rows.append((one.unit_id, one.rule.code, month.first_day, kept, sample, at))
    columns = ("unit_id", "indicator", "month", "value", "sample", "counted_at")
    merge_rows(UnitMonth, columns, rows, key=("unit_id", "indicator", "month"))
    return len(rows)


def sums_of_units(paths: Mapping[int, str], measures: Collection[str], month: Period) -> dict[int, Sums]:
    """Return the totals and counts of measures in each unit with all below it, by who was in it on which day (three queries)."""
    spells = _spells(paths.values(), month)
    whole = {person for person, rows in spells.items() if len(rows) == 1 and _covers(rows[0], month)}
    found = {unit: Sums() for unit in paths}
    above = {path: [unit for unit, root in paths.items() if path.startswith(root)] for rows in spells.values() for path in _paths(rows)}
    readings = Reading.objects.filter(measure__in=measures, day__gte=month.first_day, day__lte=month.last_day)
    summed = readings.filter(person__among=sorted(whole)).values("person_id", "measure").annotate(all=Sum("total"), times=Sum("count"))
    for person, measure, total, count in summed.values_list("person_id", "measure", "all", "times"):
        for unit in above[spells[person][0].unit_path]:
            found[unit].add(measure, total, count)
    by_day = readings.filter(person__among=sorted(spells.keys() - whole))
    for person, measure, day, total, count in by_day.values_list("person_id", "measure", "day", "total", "count"):
        for row in spells[person]:
            if row.first_day <= day and (row.last_day is None or day <= row.last_day):
                for unit in above[row.unit_path]:
                    found[unit].add(measure, total, count)
    return found


def records_of_people(path: str, rule: IndicatorRule, month: Period) -> dict[int, int]:
    """Return how many records of an indicator each person brought while in the unit, or below it, in a month (three queries)."""
    spells = _spells([path], month)
    found: dict[int, Sums] = defaultdict(Sums)
    readings = Reading.objects.filter(measure__in=rule.measures, day__gte=month.first_day, day__lte=month.last_day)
    rows = readings.filter(person__among=sorted(spells)).values_list("person_id", "measure", "day", "total", "count")
    for person, measure, day, total, count in rows:
        if any(row.first_day <= day and (row.last_day is None or day <= row.last_day) for row in spells[person]):
            found[person].add(measure, total, count)
    return {person: sample for person, sums in found.items() if (sample := value_of(rule, sums)[1])}


def _spells(roots: Iterable[str], month: Period) -> dict[int, list[AssignmentRow]]:
    """Return the spells of the month in one of the units."""
    under = tuple(roots)
    found: defaultdict[int, list[AssignmentRow]] = defaultdict(list)
    for person, rows in assignments_during(None, month.first_day, month.last_day).items():
        for row in rows:
            if row.unit_path.startswith(under):
                found[person].append(row)
    return dict(found)


def _covers(row: AssignmentRow, month: Period) -> bool:
    return row.first_day <= month.first_day and (row.last_day is None or row.last_day >= month.last_day)


def _paths(rows: Iterable[AssignmentRow]) -> set[str]:
    return {row.unit_path for row in rows}
