"""Months of units as they were counted, and the targets that held."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from bole.scoring.models import Target
from bole.signals.counting import UNIT
from bole.signals.models import UnitMonth
from bole.signals.rules.diagnosis_runs import MonthOfUnit

Pair = tuple[int, str]  # unit and indicator


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetSpell:
    """A target of a unit, in the indicator's unit, while it holds."""

    ref: str
    value: float
    first_day: date
    last_day: date | None
    is_whole: bool
    by: str
    why: str


def target_spells(pairs: Collection[Pair]) -> dict[Pair, tuple[TargetSpell, ...]]:
    """Return the targets of each unit and indicator, oldest first (one query); those of the whole unit go before those of its people."""
    rows = Target.objects.filter(withdrawn_at=None, unit__in={unit for unit, _ in pairs}, indicator__in={code for _, code in pairs})
    found: defaultdict[Pair, list[TargetSpell]] = defaultdict(list)
    for one in rows.order_by("first_day", "id"):
        spell = TargetSpell(
            ref=one.ref,
            value=one.value / UNIT,
            first_day=one.first_day,
            last_day=one.last_day,
            is_whole=one.is_whole,
            by=one.by,
            why=one.why,
        )
        found[one.unit_id or 0, one.indicator].append(spell)
    wanted = {pair: found[pair] for pair in pairs if pair in found}
    return {pair: tuple(_of_whole(spells)) for pair, spells in wanted.items()}


def _of_whole(spells: Sequence[TargetSpell]) -> Sequence[TargetSpell]:
    whole = [one for one in spells if one.is_whole]
    return whole or spells


def target_on(spells: Sequence[TargetSpell], day: date) -> TargetSpell | None:
    """Return the target that holds on the day."""
    holding = [one for one in spells if one.first_day <= day and (one.last_day is None or day <= one.last_day)]
    return holding[-1] if holding else None


def months_of(pairs: Collection[Pair], months: Sequence[date]) -> dict[Pair, tuple[MonthOfUnit, ...]]:
    """Return each month of each unit and indicator, with its target (two queries)."""
    spells = target_spells(pairs)
    rows = UnitMonth.objects.filter(unit__in={unit for unit, _ in pairs}, month__gte=months[0], month__lte=months[-1])
    counted = {
        (unit, code, month): (value, sample)
        for unit, code, month, value, sample in rows.values_list("unit_id", "indicator", "month", "value", "sample")
    }
    return {pair: tuple(_month(pair, month, counted, spells.get(pair, ())) for month in months) for pair in pairs}


def _month(
    pair: Pair, month: date, counted: dict[tuple[int, str, date], tuple[int | None, int]], spells: Sequence[TargetSpell]
) -> MonthOfUnit:
    value, sample = counted.get((*pair, month), (None, 0))
    target = target_on(spells, month)
    return MonthOfUnit(month, None if value is None else value / UNIT, target.value if target else None, sample)
