"""From what is known of a unit's months to the arrays of a case."""

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from bole.signals.rules.diagnosis import Factor, Floats, History
from bole.signals.rules.series import KINDS

Values = Mapping[date, float]
# What a diagnosis wants to know, a kind of each row at least; the first is what is asked for.
WANTED: tuple[tuple[str, ...], ...] = (
    ("market", "demand"),
    ("staffing", "headcount", "budget", "hours"),
    ("skills", "training", "exams", "held_skills", "tenure", "staying"),
)


def line_of(values: Values, months: Sequence[date]) -> Floats:
    """Return values by month, NaN where there is none."""
    return np.array([values.get(month, np.nan) for month in months], np.float64)


def history_of(
    unit: int, actual: Values, target: Values, samples: Values, known: Mapping[str, Values], months: Sequence[date], *, is_sum: bool
) -> History:
    """Return a unit's history: posts as the part of them that is filled, work as work a head."""
    lines = {kind: line_of(values, months) for kind, values in known.items()}
    heads = lines.get("headcount")
    if heads is not None:
        planned = lines.get("establishment")
        if planned is None and "vacancies" in lines:
            planned = heads + lines["vacancies"]
        if planned is not None:
            lines["staffing"] = heads / np.where(planned > 0, planned, np.nan)
        if not is_sum:
            # What came to the unit, by how many there were to do it: a load, where the indicator itself does not grow with it.
            lines["work_a_head"] = line_of(samples, months) / np.where(heads > 0, heads, np.nan)
    left_out = {"establishment", "vacancies"} | ({"headcount"} if "staffing" in lines else set())
    factors = tuple(
        Factor(kind, KINDS[kind].cause, KINDS[kind].good, values)
        for kind, values in sorted(lines.items())
        if kind not in left_out and KINDS[kind].good and np.isfinite(values).any()
    )
    return History(unit, line_of(actual, months), line_of(target, months), factors)
