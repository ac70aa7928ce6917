"""Foreseeing: what each unit with a target may reach in the month to come, worked out by night. Reads only, but for its own table."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date, datetime

import numpy as np

from bole.kit.bulk import merge_rows
from bole.kit.clock import local_day
from bole.signals.counting import months_before, watched_units
from bole.signals.models import UnitReach
from bole.signals.queries.unit_months import Pair, months_of
from bole.signals.rules.diagnosis import History
from bole.signals.rules.diagnosis_inputs import line_of
from bole.signals.rules.diagnosis_runs import MonthOfUnit
from bole.signals.rules.foresight import METHOD, MOST_SISTERS, months_known, reach_of
from bole.values.period import Period

AT_ONCE = 200  # rows that are kept together


def foresee_targets(at: datetime) -> int:
    """Work out what units may reach in the month to come, as far as their months, or those of their sisters, changed; return how many."""
    watched, day = watched_units(), local_day(at)
    months, ahead = months_before(day), Period.of("month", day).after.first_day
    counted = months_of([(one.unit_id, one.rule.code) for one in watched], months)
    histories = {pair: _history(pair, rows, months) for pair, rows in counted.items()}
    kept = {(unit, code): digest for unit, code, digest in _kept(ahead)}
    years, rows = [month.month for month in months], []
    for one in watched:
        pair = (one.unit_id, one.rule.code)
        sisters = [other for of, other in histories.items() if of[1] == pair[1] and of[0] != pair[0]][:MOST_SISTERS]
        digest = _digest((histories[pair], *sisters), ahead, one.rule.direction)
        if kept.get(pair) == digest:
            continue
        reach = reach_of(histories[pair], sisters, years, ahead.month, up=one.rule.direction == "up")
        rows.append((*pair, ahead, list(reach), months_known(histories[pair]), digest, at))
    columns = ("unit_id", "indicator", "month", "quantiles", "months", "inputs_hash", "worked_out_at")
    for start in range(0, len(rows), AT_ONCE):
        merge_rows(UnitReach, columns, rows[start : start + AT_ONCE], key=("unit_id", "indicator", "month"))
    UnitReach.objects.filter(month__lt=Period.of("month", day).first_day).delete()
    return len(rows)


def _kept(ahead: date) -> list[tuple[int, str, str]]:
    return list(UnitReach.objects.filter(month=ahead).values_list("unit_id", "indicator", "inputs_hash"))


def _history(pair: Pair, rows: Sequence[MonthOfUnit], months: Sequence[date]) -> History:
    actual = line_of({one.month: one.actual for one in rows if one.actual is not None}, months)
    return History(pair[0], actual, np.full(len(months), np.nan), ())


def _digest(known: Sequence[History], ahead: date, direction: str) -> str:
    """Return a fingerprint of all that the rule reads."""
    read = [METHOD, ahead.isoformat(), direction, *(np.round(one.actual, 6).tolist() for one in known)]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()
