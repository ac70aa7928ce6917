"""Generates units with targets, some of them missed for known causes: what can be observed, and the truth apart.

What a unit reaches is, in logs, its level + growth + season + elasticities times resource, capability and market + noise. Its target is, in
logs, what it would normally reach, less a usual slack, plus what the planners were wrong by. Three months missed in a row are a run.

A run's truth is a comparison of worlds: its gap, with each of the four factors as it was or normal (resource, capability and market: the
unit's own normal; target: without what it is too high by), in all sixteen combinations. A factor's amount is what of the gap vanishes
when it becomes normal, averaged over all orders in which they may (`shares`). **The noise is drawn once and stays as it was in all of
these worlds**, so no factor gets any of it; what is left when all four are normal is `luck`: noise, less the target's slack. Amounts and
luck add up to the gap. `share` divides what widened the gap among the four, adding up to 1; where nothing was planted it says little,
and `main` is -1.
"""

from datetime import date

import numpy as np
from numpy.typing import NDArray

from bole.sandbox.generated.behind import Behind, draw_behind
from bole.sandbox.generated.chance import stream
from bole.sandbox.generated.company import ints
from bole.sandbox.generated.results import Results, draw_results
from bole.sandbox.generated.shares import shapley, shares_of
from bole.sandbox.generated.unit_plans import UnitPlan, depths, draw_unit_plan
from bole.sandbox.generated.unit_series import draw_series, has_no_series
from bole.sandbox.generated.units import CAUSES, RUNS, UNIT_INDICATORS, GeneratedUnits, ObservedUnits, Runs, UnitTruth
from bole.signals.rules.daily import IntArray

Floats = NDArray[np.float64]

FIRST_MONTH = date(2024, 1, 1)
SISTERS = (4, 9)
LEAST_MONTHS = 18
IN_A_ROW = 3
MOST_BY_CAUSES = 0.5  # of the gap, that all four together may widen it by when it still is luck


def generate(*, units: int, seed: int, months: int = 24) -> GeneratedUnits:
    """Generate units with targets, and beside them the truth that was planted.

    :raises ValueError: if it is less than 18 months
    """
    if months < LEAST_MONTHS:
        raise ValueError(f"at least {LEAST_MONTHS} months, not {months}")
    rng = stream(seed, "units", units)
    group = _groups(rng, units)
    indicator = rng.integers(0, len(UNIT_INDICATORS), int(group.max()) + 1)[group].astype(np.int32)
    plan = draw_unit_plan(rng, group=group, months=months)
    depth = depths(plan, units=units, months=months)
    behind = draw_behind(rng, group=group, months=months, depth=depth)
    results = draw_results(rng, group=group, indicator=indicator, plan=plan, behind=behind, too_high=depth["target"])
    series = draw_series(stream(seed, "series", units), behind, group=group, months=months)
    actual, target = results.actual(), results.target()
    for values in (actual, target, *series.values()):
        _unborn(values, plan)
    observed = ObservedUnits(
        months=tuple(date(FIRST_MONTH.year + n // 12, n % 12 + 1, 1) for n in range(months)),
        group=group,
        indicator=indicator,
        indicators=UNIT_INDICATORS,
        is_up_better=np.array([one.is_up_better for one in UNIT_INDICATORS])[indicator],
        actual=actual,
        target=target,
        series=series,
    )
    return GeneratedUnits(observed=observed, truth=_truth(observed, results=results, behind=behind, plan=plan, depth=depth))


def _groups(rng: np.random.Generator, units: int) -> IntArray:
    """Cut the units into groups of sisters."""
    sizes = rng.integers(*SISTERS, size=units // SISTERS[0] + 1)
    return np.repeat(np.arange(len(sizes)), sizes)[:units].astype(np.int32)


def _unborn(values: Floats, plan: UnitPlan) -> None:
    """Take away the months before a unit was founded."""
    for unit, first in plan.born.items():
        values[unit, :first] = np.nan


def runs_in(observed: ObservedUnits) -> tuple[IntArray, IntArray]:
    """Return unit and first month of every three months in a row that missed their target and were not preceded by a missed one."""
    shortfall = np.where(observed.is_up_better[:, None], observed.target - observed.actual, observed.actual - observed.target)
    missed = np.nan_to_num(shortfall, nan=-1.0) > 0
    starts = missed[:, : -IN_A_ROW + 1] & missed[:, 1 : -IN_A_ROW + 2] & missed[:, 2:]
    starts[:, 1:] &= ~missed[:, :-IN_A_ROW]
    unit, first = np.nonzero(starts)
    return unit.astype(np.int32), first.astype(np.int32)


def _truth(observed: ObservedUnits, *, results: Results, behind: Behind, plan: UnitPlan, depth: dict[str, Floats]) -> UnitTruth:
    """Return the truth of every run."""
    unit, first = runs_in(observed)
    three = first[:, None] + np.arange(IN_A_ROW)
    sign = np.where(observed.is_up_better, 1.0, -1.0)[unit]

    def gap_where(as_it_was: tuple[bool, ...]) -> Floats:
        where = dict(zip(CAUSES, as_it_was, strict=True))
        short = results.target(where) - results.actual(where)
        return np.asarray(sign * short[unit[:, None], three].sum(axis=1))

    amount, luck = shapley(gap_where, factors=len(CAUSES))
    at_work = np.stack([depth[cause][unit[:, None], three] > 0 for cause in CAUSES], axis=2)
    planted = at_work.sum(axis=1) >= IN_A_ROW - 1
    gap = gap_where((True,) * len(CAUSES))
    is_luck = ~at_work.any(axis=(1, 2)) & (np.maximum(amount, 0.0).sum(axis=1) <= MOST_BY_CAUSES * gap)
    born = np.array([plan.born.get(int(one), 0) for one in unit], dtype=np.int32)
    runs = Runs(
        unit=unit,
        first=first,
        last=first + IN_A_ROW - 1,
        kind=ints(np.where(planted.any(axis=1), RUNS.index("planted"), np.where(is_luck, RUNS.index("luck"), RUNS.index("unclear")))),
        planted=planted,
        amount=amount,
        luck=luck,
        gap=gap,
        share=shares_of(amount),
        main=ints(np.where(planted.any(axis=1), amount.argmax(axis=1), -1)),
        has_no_series=has_no_series(observed.series, causes=CAUSES)[unit],
        known_months=first - born,
    )
    return UnitTruth(runs=runs, elasticity=behind.elasticity, normal=results.actual(dict.fromkeys(CAUSES, False), with_noise=False))
