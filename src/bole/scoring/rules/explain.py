"""Opening a score: what the arrays hold of one row, as an explanation that a page can show and a closing can keep."""

import math
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from bole.scoring.rules.curves import Capped
from bole.scoring.rules.explanation import Explanation, GroupPart, LeafPart, LeafState, Outcome, Stretch
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.parts import join_totals
from bole.scoring.rules.rounding import apportion, to_hundredths
from bole.scoring.rules.rule import MOST_POINTS, NO_SCORE, Batch, Rule, Scores, State, part_points
from bole.scoring.rules.shares import contributions, weights_used
from bole.scoring.rules.tree import WHOLE, Group, Leaf

OUTCOMES: dict[int, Outcome] = {State.SCORED: "scored", State.NOT_ENOUGH: "not_enough", State.NO_DATA: "no_data"}


def explain(rule: Rule, batch: Batch, scores: Scores, *, row: int = 0, period: str = "") -> Explanation:
    """Return how the score of one row came about."""
    opened = _Opened(rule, batch, scores, row)
    used = weights_used(rule, opened.one)[0]
    reached = float(used @ np.nan_to_num(opened.one.points[0], nan=0.0))
    leaves = opened.leaves(
        [int(share) for share in _basis_points(used)],
        [int(part) for part in contributions(rule, opened.one)[0]],
    )
    total = int(scores.totals[row])
    return Explanation(
        outcome=OUTCOMES[int(scores.states[row])],
        total=None if total == NO_SCORE else total,
        model=rule.tree.code,
        period=period,
        days=opened.days,
        gone=opened.gone,
        dimensions=tuple(opened.group(part, leaves, scores.dimensions[row, n]) for n, part in enumerate(rule.tree.dimensions)),
        is_cut_to_100=reached > MOST_POINTS and total == MOST_POINTS * 100,
    )


def join(stretches: Sequence[Stretch], *, period: str = "") -> Explanation:
    """Return one score for a person who was in several units or families: the mean of the stretches by working days.

    A stretch without a score (too few days, no data) is shown and left out of the mean. A single one is the explanation itself.
    """
    explained = [stretch.explanation for stretch in stretches]
    if len(explained) == 1:
        return explained[0]
    scored = [(one.total, one.gone) for one in explained if one.total is not None]
    total = join_totals(scored)
    shares = apportion([(one.total or 0) * one.gone for one in explained], total or 0, step=sum(gone for _, gone in scored) or 1)
    is_early = all(one.outcome == "not_enough" for one in explained)
    return Explanation(
        outcome="scored" if scored else "not_enough" if is_early else "no_data",
        total=total,
        model="",
        period=period,
        days=max(one.days for one in explained),
        gone=sum(one.gone for one in explained),
        stretches=tuple(replace(stretch, contribution=share) for stretch, share in zip(stretches, shares, strict=True)),
    )


class _Opened:
    """One row of a batch, with what every indicator needs from it."""

    def __init__(self, rule: Rule, batch: Batch, scores: Scores, row: int) -> None:
        """Cut the row out of the arrays."""
        here = slice(row, row + 1)
        count = len(batch.folded)
        self.rule, self.batch, self.row = rule, batch, row
        self.days = int(np.broadcast_to(batch.days, count)[row])
        self.gone = int(np.broadcast_to(batch.gone, count)[row])
        self.one = Scores(
            values=scores.values[here],
            points=scores.points[here],
            dimensions=scores.dimensions[here],
            exact=scores.exact[here],
            totals=scores.totals[here],
            states=scores.states[here],
        )
        self.columns = {code: self.one.points[:, n] for n, code in enumerate(rule.codes)}

    def leaves(self, used: Sequence[int], shares: Sequence[int]) -> dict[str, LeafPart]:
        """Return every indicator, opened."""
        weights = {leaf.indicator: leaf.weight for leaf in self.rule.tree.leaves}
        return {
            indicator.code: self._leaf(n, indicator, weights[indicator.code], used=used[n], contribution=shares[n])
            for n, indicator in enumerate(self.rule.indicators)
        }

    def group(self, group: Group, leaves: dict[str, LeafPart], points: float) -> GroupPart:
        """Return a dimension, or a part of one, opened."""
        parts = tuple(
            leaves[part.indicator] if isinstance(part, Leaf) else self.group(part, leaves, float(part_points(part, self.columns)[0]))
            for part in group.parts
        )
        return GroupPart(
            code=group.code,
            zh=group.zh,
            en=group.en,
            value_class=group.value_class,
            score=_shown(points),
            weight=group.weight,
            used=sum(part.used for part in parts),
            contribution=sum(part.contribution for part in parts),
            parts=parts,
        )

    def _leaf(self, column: int, indicator: IndicatorRule, weight: int, *, used: int, contribution: int) -> LeafPart:
        """Return an indicator, opened."""
        folded, row = self.batch.folded, self.row
        numerator, count = (int(of(indicator.numerator)[row]) for of in (folded.total, folded.count))
        divisor = int(folded.total(indicator.denominator)[row]) if indicator.denominator else 0
        read = _or_none(self.one.values[0, column])
        is_sum = indicator.is_additive
        points = float(self.one.points[0, column])
        return LeafPart(
            code=indicator.code,
            zh=indicator.zh,
            en=indicator.en,
            how=indicator.how,
            unit=indicator.unit,
            direction=indicator.direction,
            numerator=numerator,
            denominator=None if is_sum else divisor if indicator.how == "ratio" else count,
            sample=divisor if indicator.how == "ratio" else count + divisor,
            least_sample=indicator.least_sample,
            value=numerator / indicator.scale if is_sum else read,
            expected=None if not is_sum or read is None else numerator * self.days / (self.gone * indicator.scale),
            read=read,
            target=self._target(column, indicator),
            score=_shown(points),
            weight=weight,
            used=used,
            contribution=contribution,
            state=_state(indicator, read, points),
        )

    def _target(self, column: int, indicator: IndicatorRule) -> float | None:
        """Return the row's own target, the indicator's if it has none, or none that its curve could divide by."""
        own = math.nan if self.batch.targets is None else float(self.batch.targets[self.row, column])
        is_of_use = own > 0.0 if isinstance(indicator.curve, Capped) else not math.isnan(own)
        return own if is_of_use else indicator.target


def _state(indicator: IndicatorRule, read: float | None, points: float) -> LeafState:
    """Return what became of the indicator."""
    if indicator.is_veto:
        return "passed" if points else "stopped"
    if read is not None:
        return "counted"
    if indicator.missing == "zero":
        return "zero"
    return "renormalised" if math.isnan(points) else "carried"


def _shown(points: float) -> int | None:
    """Return points in hundredths, rounded like the total."""
    return None if math.isnan(points) else int(to_hundredths(np.array([points]))[0])


def _or_none(value: float) -> float | None:
    """Return the value, None if it is missing."""
    return None if math.isnan(value) else float(value)


def _basis_points(used: Sequence[float] | np.ndarray) -> tuple[int, ...]:
    """Return shares of the whole in basis points that add up to what they add up to."""
    fine = [round(float(share) * WHOLE * 1_000_000) for share in used]
    return apportion(fine, round(sum(fine) / 1_000_000), step=1_000_000)
