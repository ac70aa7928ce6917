"""Diagnosing: which units missed a target long enough, what stands around those months, and what the rule makes of it."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import numpy as np

from bole.kit.clock import local_day
from bole.scoring.actions.closing import closing_day
from bole.scoring.models import Closing
from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.actions.diagnoses import keep_diagnosis, over
from bole.signals.counting import MONTHS_BACK, Watched, count_unit_months, months_before, watched_units
from bole.signals.foreseeing import foresee_targets
from bole.signals.models import Decision, Diagnosis, MissRule
from bole.signals.queries.conditions import conditions_of
from bole.signals.queries.unit_months import Pair, months_of
from bole.signals.rules.diagnosis import Case, Finding, History
from bole.signals.rules.diagnosis_inputs import history_of
from bole.signals.rules.diagnosis_model import METHOD, diagnose
from bole.signals.rules.diagnosis_runs import MONTHS, MonthOfUnit, Run, run_at_end
from bole.values.period import Period
from bole.values.viewer import SYSTEM

MOST_SISTERS = 40


@dataclass(frozen=True, slots=True)
class Missed:
    """A unit that missed a target some months in a row."""

    watched: Watched
    run: Run
    months: tuple[MonthOfUnit, ...]


def diagnose_missed(at: datetime) -> str:
    """Count the months of units, foresee the next one, and diagnose who missed a target too often in a row (a job of the timetable)."""
    count_unit_months(at)
    foreseen = foresee_targets(at)
    return f"{diagnose_units(at=at)}, {foreseen} foreseen"


def diagnose_units(*, at: datetime) -> str:
    """Diagnose the units that missed a target too often in a row, as far as what is known of them, or of their sisters, changed."""
    watched, months = watched_units(), settled_months(local_day(at))
    counted = months_of([(one.unit_id, one.rule.code) for one in watched], months)
    missed = missed_units(watched, counted)
    found = 0
    for code in sorted({one.watched.rule.code for one in missed}):
        of_code = [one for one in missed if one.watched.rule.code == code]
        found += _diagnose(of_code, [one for one in watched if one.rule.code == code], counted, months, at=at)
    ended = _end(watched, missed, months, at=at)
    return f"{len(missed)} units missed a target, {found} diagnosed, {ended} over"


def settled_months(day: date) -> list[date]:
    """Return the months whose records are in: closed, or past the day on which they close."""
    months = months_before(day, MONTHS_BACK + 1)
    last = Period.of("month", months[-1])
    is_settled = day >= closing_day(last) or Closing.objects.filter(period=last.code).exists()
    return months[1:] if is_settled else months[:-1]


def missed_units(watched: Sequence[Watched], counted: Mapping[Pair, tuple[MonthOfUnit, ...]]) -> list[Missed]:
    """Return the units whose run of missed months is long enough; after a decision it is counted anew."""
    needed, settled = dict(MissRule.objects.values_list("indicator", "months")), _settled_by_decisions()
    found = []
    for one in watched:
        months = counted[one.unit_id, one.rule.code]
        last = settled.get((one.unit_id, one.rule.code), date.min)
        run = run_at_end([row for row in months if row.month > last], one.rule.direction)
        if run and run.months >= needed.get(one.rule.code, needed.get("", MONTHS)):
            found.append(Missed(one, run, months))
    return found


def _settled_by_decisions() -> dict[Pair, date]:
    """Return the last month that a decision settled, by unit and indicator (two queries): of a target that was kept the last one that was
    missed, of one that was changed the last one before the new one holds.
    """
    decided = Diagnosis.objects.filter(state__in=("kept", "changed")).values_list("pk", "unit_id", "indicator", "last_month")
    approved = Decision.objects.filter(state="approved").values_list("diagnosis", "first_day")
    begins = {key: first_day for key, first_day in approved if first_day is not None}
    found: dict[Pair, date] = {}
    for key, unit, code, missed in decided:
        last = Period.of("month", begins[key]).before.first_day if key in begins else missed
        found[unit, code] = max(last, missed, found.get((unit, code), date.min))
    return found


def _diagnose(
    missed: Sequence[Missed],
    watched: Sequence[Watched],
    counted: Mapping[Pair, tuple[MonthOfUnit, ...]],
    months: Sequence[date],
    *,
    at: datetime,
) -> int:
    rule, done = missed[0].watched.rule, 0
    around = conditions_of([one.unit_id for one in watched], months)
    histories = {one.unit_id: _history(one, counted, around, months) for one in watched}
    for one in missed:
        sisters = tuple(histories[other.unit_id] for other in watched if _are_sisters(one.watched, other))[:MOST_SISTERS]
        case = _case(histories[one.watched.unit_id], sisters, one.run, months, rule)
        digest = _digest(case)
        held = Diagnosis.objects.filter(unit=one.watched.unit_id, indicator=rule.code, first_month=one.run.first).first()
        if held is not None and (held.inputs_hash == digest or held.state != "open"):
            continue
        result = told(diagnose(case), one, rule)
        keep_diagnosis(unit_id=one.watched.unit_id, indicator=rule.code, run=one.run, result=result, inputs_hash=digest, by=SYSTEM, at=at)
        done += 1
    return done


def _are_sisters(one: Watched, other: Watched) -> bool:
    return one.unit_id != other.unit_id and not one.path.startswith(other.path) and not other.path.startswith(one.path)


def _history(
    one: Watched,
    counted: Mapping[Pair, tuple[MonthOfUnit, ...]],
    around: Mapping[int, Mapping[str, Mapping[date, float]]],
    months: Sequence[date],
) -> History:
    rows = counted[one.unit_id, one.rule.code]
    actual = {row.month: row.actual for row in rows if row.actual is not None}
    target = {row.month: row.target for row in rows if row.target is not None}
    samples = {row.month: float(row.sample) for row in rows if row.sample}
    return history_of(one.unit_id, actual, target, samples, around[one.unit_id], months, is_sum=one.rule.how == "sum")


def _case(subject: History, sisters: tuple[History, ...], run: Run, months: Sequence[date], rule: IndicatorRule) -> Case:
    return Case(
        subject=subject,
        sisters=sisters,
        month_of_year=np.array([month.month for month in months], np.int64),
        first=list(months).index(run.first),
        last=list(months).index(run.last),
        is_more_better=rule.direction == "up",
        most=100.0 if rule.unit in {"percent", "points"} else None,
    )


def told(finding: Finding, one: Missed, rule: IndicatorRule) -> dict[str, Any]:
    """Return what is kept of a finding."""
    missed = [row for row in one.months if one.run.first <= row.month <= one.run.last and row.actual is not None]
    return {
        **asdict(finding),
        "method": METHOD,
        "months": [{"month": row.month.isoformat(), "target": row.target, "actual": row.actual, "records": row.sample} for row in missed],
        "unit": rule.unit,
        "direction": rule.direction,
    }


def _digest(case: Case) -> str:
    """Return a fingerprint of all that the rule reads."""

    def plain(history: History) -> list[object]:
        factors = [(one.kind, np.round(one.values, 6).tolist()) for one in history.factors]
        return [history.unit, np.round(history.actual, 6).tolist(), np.round(history.target, 6).tolist(), factors]

    read = [METHOD, case.first, case.last, case.month_of_year.tolist(), *(plain(one) for one in (case.subject, *case.sisters))]
    return hashlib.sha256(json.dumps(read).encode()).hexdigest()


def _end(watched: Sequence[Watched], missed: Sequence[Missed], months: Sequence[date], *, at: datetime) -> int:
    """End the open diagnoses whose run is over: the last month reached its target."""
    running = {(one.watched.unit_id, one.watched.rule.code, one.run.first) for one in missed}
    known = {(one.unit_id, one.rule.code) for one in watched}
    ended = 0
    for held in Diagnosis.objects.filter(state="open", last_month__lt=months[-1]):
        if (held.unit_id, held.indicator) in known and (held.unit_id, held.indicator, held.first_month) not in running:
            over(ref=held.ref, by=SYSTEM, at=at)
            ended += 1
    return ended
