"""Opening scores: what the arrays hold of each row, as an explanation that a page can show and a closing can keep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

import numpy as np

from bole.scoring.rules.curves import Capped
from bole.scoring.rules.explanation import Explanation, GroupPart, LeafPart, LeafState, Outcome, Stretch
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.parts import join_totals
from bole.scoring.rules.rounding import apportion, shown
from bole.scoring.rules.rule import MOST_POINTS, NO_SCORE, Batch, Floats, Rule, Scores, State, part_points
from bole.scoring.rules.shares import basis_points, contributions, weights_used
from bole.scoring.rules.tree import Group, Leaf

OUTCOMES: Mapping[int, Outcome] = {State.SCORED: "scored", State.NOT_ENOUGH: "not_enough", State.NO_DATA: "no_data"}


def explain(rule: Rule, batch: Batch, scores: Scores, *, row: int = 0, period: str = "") -> Explanation:
    """Return how the score of one row came about."""
    here = slice(row, row + 1)
    return explain_all(rule, batch.rows(here), scores.rows(here), period=period)[0]


def explain_all(rule: Rule, batch: Batch, scores: Scores, *, period: str = "") -> list[Explanation]:
    """Return how the score of each row came about."""
    count = len(batch.folded)
    days, gone = (np.broadcast_to(given, count).tolist() for given in (batch.days, batch.gone))
    used = weights_used(rule, scores)
    reached = np.sum(used * np.nan_to_num(scores.points, nan=0.0), axis=1).tolist()
    columns = _columns(rule, batch, scores, used)
    groups = _group_scores(rule, scores)
    totals, states = scores.totals.tolist(), scores.states.tolist()
    explanations = []
    for row in range(count):
        opened = _Opened(row, days[row], gone[row], columns, groups)
        explanations.append(
            Explanation(
                outcome=OUTCOMES[states[row]],
                total=None if totals[row] == NO_SCORE else totals[row],
                model=rule.tree.code,
                period=period,
                days=days[row],
                gone=gone[row],
                dimensions=tuple(opened.group(dimension) for dimension in rule.tree.dimensions),
                is_cut_to_100=reached[row] > MOST_POINTS and totals[row] == MOST_POINTS * 100,
            ),
        )
    return explanations


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Column:
    """An indicator, its weight in its level, and what all rows have for it."""

    indicator: IndicatorRule
    weight: int
    numerators: list[int]
    counts: list[int]
    divisors: list[int]
    reads: list[float | None]
    scores: list[int | None]
    targets: list[float | None]
    used: list[int]
    contributions: list[int]


@dataclass(frozen=True, slots=True)
class _Opened:
    """One row, being opened."""

    row: int
    days: int
    gone: int
    columns: Mapping[str, _Column]
    groups: Mapping[str, list[int | None]]

    def group(self, group: Group) -> GroupPart:
        """Return a dimension, or a part of one."""
        parts = tuple(self.leaf(self.columns[part.indicator]) if isinstance(part, Leaf) else self.group(part) for part in group.parts)
        return GroupPart(
            code=group.code,
            zh=group.zh,
            en=group.en,
            value_class=group.value_class,
            score=self.groups[group.code][self.row],
            weight=group.weight,
            used=sum(part.used for part in parts),
            contribution=sum(part.contribution for part in parts),
            parts=parts,
        )

    def leaf(self, column: _Column) -> LeafPart:
        """Return an indicator."""
        indicator, row = column.indicator, self.row
        numerator, count, divisor, read = column.numerators[row], column.counts[row], column.divisors[row], column.reads[row]
        is_sum, is_ratio = indicator.how == "sum", indicator.how == "ratio"
        return LeafPart(
            code=indicator.code,
            zh=indicator.zh,
            en=indicator.en,
            how=indicator.how,
            unit=indicator.unit,
            direction=indicator.direction,
            numerator=numerator,
            denominator=None if is_sum else divisor if is_ratio else count,
            sample=divisor if is_ratio else count + divisor,
            least_sample=indicator.least_sample,
            value=numerator / indicator.scale if is_sum else read,
            expected=numerator * self.days / (self.gone * indicator.scale) if is_sum and read is not None else None,
            read=read,
            target=column.targets[row],
            score=column.scores[row],
            weight=column.weight,
            used=column.used[row],
            contribution=column.contributions[row],
            state=_state(indicator, read, column.scores[row]),
        )


def _columns(rule: Rule, batch: Batch, scores: Scores, used: Floats) -> dict[str, _Column]:
    """Return the columns by indicator, as plain numbers."""
    weights = {leaf.indicator: leaf.weight for leaf in rule.tree.leaves}
    used_shown, given = basis_points(used), contributions(rule, scores)
    nothing = [0] * len(batch.folded)
    return {
        indicator.code: _Column(
            indicator=indicator,
            weight=weights[indicator.code],
            numerators=batch.folded.total(indicator.numerator).tolist(),
            counts=batch.folded.count(indicator.numerator).tolist(),
            divisors=batch.folded.total(indicator.denominator).tolist() if indicator.denominator else nothing,
            reads=[None if isnan(value) else value for value in scores.values[:, n].tolist()],
            scores=shown(scores.points[:, n]),
            targets=_targets(batch, n, indicator),
            used=used_shown[:, n].tolist(),
            contributions=given[:, n].tolist(),
        )
        for n, indicator in enumerate(rule.indicators)
    }


def _group_scores(rule: Rule, scores: Scores) -> dict[str, list[int | None]]:
    """Return the shown scores of all dimensions and parts of them, by code."""
    columns = {code: scores.points[:, n] for n, code in enumerate(rule.codes)}
    found: dict[str, list[int | None]] = {}
    for n, dimension in enumerate(rule.tree.dimensions):
        for group in dimension.groups:
            found[group.code] = shown(part_points(group, columns))
        found[dimension.code] = shown(scores.dimensions[:, n])
    return found


def _targets(batch: Batch, column: int, indicator: IndicatorRule) -> list[float | None]:
    """Return each row's own target, the indicator's if it has none, or none that its curve could divide by."""
    if batch.targets is None:
        return [indicator.target] * len(batch.folded)
    own = batch.targets[:, column]
    is_of_use = own > 0.0 if isinstance(indicator.curve, Capped) else ~np.isnan(own)
    return [one if fits else indicator.target for one, fits in zip(own.tolist(), is_of_use.tolist(), strict=True)]


def _state(indicator: IndicatorRule, read: float | None, score: int | None) -> LeafState:
    """Return what became of the indicator."""
    if indicator.is_veto:
        return "passed" if score else "stopped"
    if read is not None:
        return "counted"
    if indicator.missing == "zero":
        return "zero"
    return "renormalised" if score is None else "carried"
