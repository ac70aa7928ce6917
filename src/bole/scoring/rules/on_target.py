"""The score that a person would have with every indicator exactly at its target: the line that a trend is held against."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

import numpy as np

from bole.scoring.rules.explanation import Explanation
from bole.scoring.rules.fold import Folded
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.rounding import to_hundredths
from bole.scoring.rules.rule import Batch, Rule, score

# So many records stand behind each made-up value that no rounding to whole numbers shows.
_MANY: Final = 1_000_000
_DAYS: Final = 20


def on_target(rule: Rule, explanation: Explanation) -> int | None:
    """Return the score at the targets, in hundredths, with the weights that counted; an indicator without a target stays as it is.

    None where no one line could be drawn: no score yet, no target at all, or parts of the period under different models.
    """
    if explanation.total is None or explanation.stretches:
        return None
    leaves = {leaf.code: leaf for leaf in explanation.leaves}
    targets = {code: leaf.target for code, leaf in leaves.items() if leaf.target is not None}
    if not targets:
        return None
    points = _points(rule, tuple(targets.items()))
    reached = sum(
        (points[n] if code in targets else (leaves[code].score or 0) / 100) * leaves[code].used / 10_000
        for n, code in enumerate(rule.codes)
        if leaves[code].used
    )
    return int(to_hundredths(np.array([min(reached, 100.0)]))[0])


@lru_cache(maxsize=4096)
def _points(rule: Rule, targets: tuple[tuple[str, float], ...]) -> tuple[float, ...]:
    """Return each indicator's score at these targets, in the order of the rule: most people of a family share them."""
    return tuple(score(rule, _batch(rule, dict(targets))).points[0].tolist())


def _batch(rule: Rule, targets: Mapping[str, float]) -> Batch:
    """Make up the readings whose values are the targets; sums first, for a ratio may be divided by one of them."""
    totals = dict.fromkeys(rule.measures, _MANY)
    counts = dict.fromkeys(rule.measures, _MANY)
    ordered = sorted(rule.indicators, key=lambda one: ("sum", "mean", "ratio").index(one.how))
    for indicator in ordered:
        if indicator.code in targets:
            _put(indicator, targets[indicator.code], totals)
    own = np.array([[targets.get(code, np.nan) for code in rule.codes]])
    folded = Folded(
        measures=rule.measures,
        totals=np.array([[totals[measure] for measure in rule.measures]], np.int64),
        counts=np.array([[counts[measure] for measure in rule.measures]], np.int64),
    )
    return Batch(folded=folded, days=_DAYS, gone=_DAYS, targets=own)


def _put(indicator: IndicatorRule, target: float, totals: dict[str, int]) -> None:
    """Let the numerator be what makes the value the target."""
    match indicator.how:
        case "sum":
            totals[indicator.numerator] = round(target * indicator.scale)
        case "mean":
            totals[indicator.numerator] = round(target * indicator.scale * _MANY)
        case "ratio":
            totals[indicator.numerator] = round(target * indicator.scale * totals[indicator.denominator] / indicator.times)
