"""What the score was at the end of days gone by, from today's readings: totals only, a month at a time."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from bole.people.queries import assignments_during
from bole.scoring.computing import Row, _last_of, _rows, rule_of_version, targets_in, targets_of_rows, versions_in_force
from bole.scoring.models import Target
from bole.scoring.rules.fold import Folded
from bole.scoring.rules.parts import join_totals
from bole.scoring.rules.rule import NO_SCORE, Batch, Rule, score
from bole.values.period import MONTHS, Period
from bole.values.workdays import working_days
from bole.work.models import Reading

Sums = NDArray[np.int64]


def totals_at(person_ids: Collection[int] | None, period: Period, days: Sequence[date]) -> dict[date, dict[int, int]]:
    """Return, for each of the days of a period (in order), the score of everybody who had one (four queries)."""
    posts = assignments_during(person_ids, period.first_day, min(days[-1], period.last_day))
    in_force = versions_in_force(period.first_day)
    groups: dict[int, list[Row]] = defaultdict(list)
    for spells in posts.values():
        for row in _rows(spells, period.first_day, min(days[-1], period.last_day)):
            if row.family_id in in_force:
                groups[in_force[row.family_id].pk].append(row)
    versions = {version.pk: rule_of_version(version) for version in in_force.values()}
    readings = _readings(period, days)
    found: dict[date, dict[int, list[tuple[int, int]]]] = {day: defaultdict(list) for day in days}
    targets = targets_in(period)
    for version, rows in groups.items():
        _score_group(versions[version], rows, days, period, readings, targets, found)
    return {
        day: {person: total for person, parts in those.items() if (total := join_totals(parts)) is not None} for day, those in found.items()
    }


def _readings(period: Period, days: Sequence[date]) -> Mapping[int, list[tuple[str, date, int, int]]]:
    """Return the readings of the period by person (one query)."""
    found: defaultdict[int, list[tuple[str, date, int, int]]] = defaultdict(list)
    rows = Reading.objects.filter(day__gte=period.first_day, day__lte=min(days[-1], period.last_day))
    for person, measure, day, total, count in rows.values_list("person_id", "measure", "day", "total", "count").iterator(chunk_size=5000):
        found[person].append((measure, day, total, count))
    return found


def _score_group(
    rule: Rule,
    rows: Sequence[Row],
    days: Sequence[date],
    period: Period,
    readings: Mapping[int, list[tuple[str, date, int, int]]],
    targets: Sequence[Target],
    found: dict[date, dict[int, list[tuple[int, int]]]],
) -> None:
    """Score the rows of one model at the end of each day."""
    totals, counts = _summed(rule, rows, days, readings)
    own, last = targets_of_rows(rule, rows, targets), _last_of(rule, rows, period)
    whole = working_days(period.first_day, period.last_day)
    for k, day in enumerate(days):
        gone = np.array([working_days(row.span.first_day, min(row.span.last_day, day)) for row in rows], np.int64)
        folded = Folded(rule.measures, totals[k], counts[k])
        scores = score(rule, Batch(folded=folded, days=whole, gone=gone, months=MONTHS[period.kind], targets=own, last=last))
        for n, row in enumerate(rows):
            if scores.totals[n] != NO_SCORE:
                found[day][row.span.person].append((int(scores.totals[n]), int(gone[n])))


def _summed(
    rule: Rule, rows: Sequence[Row], days: Sequence[date], readings: Mapping[int, list[tuple[str, date, int, int]]]
) -> tuple[Sums, Sums]:
    """Return totals and counts [days, rows, measures] up to each day."""
    column = {measure: n for n, measure in enumerate(rule.measures)}
    shape = len(days), len(rows), len(rule.measures)
    totals, counts = ([[[0] * shape[2] for _ in rows] for _ in days] for _ in range(2))
    for n, row in enumerate(rows):
        first, last = row.span.first_day, min(row.span.last_day, days[-1])
        for measure, day, total, count in readings.get(row.span.person, ()):
            m = column.get(measure)
            if m is not None and first <= day <= last:
                k = bisect_left(days, day)
                totals[k][n][m] += total
                counts[k][n][m] += count
    return np.array(totals, np.int64).reshape(shape).cumsum(axis=0), np.array(counts, np.int64).reshape(shape).cumsum(axis=0)
