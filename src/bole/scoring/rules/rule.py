"""The scoring rule: the only place where a score is computed, for one person and for a million.

Rows are people (or the parts of one), columns are indicators. `score` turns what the fold added up into values, scores, dimension
scores and the total; what a missing value does, vetoes and rounding are here and nowhere else. `docs/domain/scoring.md` says it in prose.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bole.scoring.rules.curves import Capped, Linear, Steps, Veto
from bole.scoring.rules.fold import Folded
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.rounding import to_hundredths
from bole.scoring.rules.tree import Group, Leaf, Tree, check

Floats = NDArray[np.float64]

LEAST_DAYS: Final = 5  # working days gone before a score means something
MOST_POINTS: Final = 100.0
NO_SCORE: Final = -1
# So many rows are worked on at once that all their columns stay in the processor's cache.
_ROWS: Final = 16_384


class State(IntEnum):
    """What a row's total is."""

    SCORED = 0
    NOT_ENOUGH = 1  # fewer than LEAST_DAYS working days are gone
    NO_DATA = 2  # no indicator has a score


@dataclass(frozen=True, slots=True)
class Rule:
    """A checked model with its indicators in the order of the columns, ready to score."""

    tree: Tree
    indicators: tuple[IndicatorRule, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """The indicators' codes, in the order of the columns."""
        return tuple(indicator.code for indicator in self.indicators)

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures that the fold has to bring."""
        return tuple(dict.fromkeys(measure for indicator in self.indicators for measure in indicator.measures))

    def vetoes(self) -> Iterator[tuple[int, int, Veto]]:
        """Yield each veto with its column and the number of its dimension."""
        columns = {indicator.code: n for n, indicator in enumerate(self.indicators)}
        for place, dimension in enumerate(self.tree.dimensions):
            for column in (columns[leaf.indicator] for leaf in dimension.leaves):
                curve = self.indicators[column].curve
                if isinstance(curve, Veto):
                    yield column, place, curve


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Batch:
    """What is scored at once: the fold, and the days of each row.

    `days` are the working days of the whole period and `gone` those of the row that are over (of a part: its own; without leave):
    numbers, or arrays [rows]. `months` is the length of the period. `targets` and `last` (the score given last, 0-100, for indicators
    that carry it) are [rows, indicators] in the order of `Rule.codes`, NaN where a row has none of its own.
    """

    folded: Folded
    days: NDArray[np.int64] | int
    gone: NDArray[np.int64] | int
    months: int = 1
    targets: Floats | None = None
    last: Floats | None = None

    def rows(self, here: slice) -> "Batch":
        """Return some of the rows."""
        days, gone = (np.broadcast_to(given, len(self.folded))[here] for given in (self.days, self.gone))
        targets, last = (None if given is None else given[here] for given in (self.targets, self.last))
        return Batch(folded=self.folded.rows(here), days=days, gone=gone, months=self.months, targets=targets, last=last)


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What comes out, in the order of the rows; NaN is missing.

    `values` [rows, indicators] are what the curves read, in shown units (a sum at its pace for a month); `points` their scores, zero
    or carried ones in place (a veto: 100 passed, 0 not); `dimensions` [rows, dimensions]; `exact` the totals before rounding; `totals`
    in hundredths, NO_SCORE unless the state is SCORED.
    """

    values: Floats
    points: Floats
    dimensions: Floats
    exact: Floats
    totals: NDArray[np.int32]
    states: NDArray[np.uint8]

    def rows(self, here: slice) -> "Scores":
        """Return some of the rows."""
        return Scores(
            values=self.values[here],
            points=self.points[here],
            dimensions=self.dimensions[here],
            exact=self.exact[here],
            totals=self.totals[here],
            states=self.states[here],
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Rows:
    """Some rows of a batch."""

    batch: Batch
    here: slice
    days: Floats
    gone: Floats


def rule_of(tree: Tree, indicators: Mapping[str, IndicatorRule]) -> Rule:
    """Return the rule of a model.

    :raises Invalid: if the model's weights do not add up, or anything else is wrong with it
    """
    check(tree, indicators)
    return Rule(tree, tuple(indicators[leaf.indicator] for leaf in tree.leaves))


def score(rule: Rule, batch: Batch) -> Scores:
    """Return the scores of every row."""
    count = len(batch.folded)
    scores = Scores(
        values=np.empty((len(rule.indicators), count)).T,
        points=np.empty((len(rule.indicators), count)).T,
        dimensions=np.empty((len(rule.tree.dimensions), count)).T,
        exact=np.empty(count),
        totals=np.empty(count, np.int32),
        states=np.empty(count, np.uint8),
    )
    days, gone = np.broadcast_to(batch.days, count), np.broadcast_to(batch.gone, count)
    with np.errstate(divide="ignore", invalid="ignore"):
        for start in range(0, count, _ROWS):
            here = slice(start, start + _ROWS)
            _score_rows(rule, _Rows(batch, here, days[here].astype(np.float64), gone[here].astype(np.float64)), scores)
    return scores


def weighted(weights: Sequence[int], columns: Sequence[Floats]) -> Floats:
    """Return the weighted mean of columns; where some are missing the others share their weight; NaN where all are."""
    whole = sum(weights)
    mean = columns[0] * (weights[0] / whole)
    for weight, column in zip(weights[1:], columns[1:], strict=True):
        mean += column * (weight / whole)
    gaps = np.flatnonzero(np.isnan(mean))
    if gaps.size:
        some, shares = np.stack([column[gaps] for column in columns]), np.asarray(weights, np.float64)
        is_there = ~np.isnan(some)
        over = shares @ is_there
        mean[gaps] = np.divide(shares @ np.where(is_there, some, 0.0), over, out=np.full(len(gaps), np.nan), where=over > 0.0)
    return mean


def part_points(part: Group | Leaf, columns: Mapping[str, Floats]) -> Floats:
    """Return the scores of a dimension, a part of one, or an indicator; vetoes are not yet looked at."""
    if isinstance(part, Leaf):
        return columns[part.indicator]
    weighing = [child for child in part.parts if child.weight]
    return weighted([child.weight for child in weighing], [part_points(child, columns) for child in weighing])


def _score_rows(rule: Rule, rows: _Rows, scores: Scores) -> None:
    """Score some rows, in place."""
    columns: dict[str, Floats] = {}
    for n, indicator in enumerate(rule.indicators):
        value = _value(indicator, rows)
        columns[indicator.code] = points = _filled(indicator, n, _on_curve(indicator, n, value, rows), rows)
        scores.values[rows.here, n] = value
        scores.points[rows.here, n] = points
    vetoes = [(place, curve.zeroes, columns[rule.indicators[n].code] == 0.0) for n, place, curve in rule.vetoes()]
    dimensions = [part_points(dimension, columns) for dimension in rule.tree.dimensions]
    for place, zeroes, is_past in vetoes:
        if zeroes == "dimension":
            dimensions[place][is_past] = 0.0
    total = weighted([dimension.weight for dimension in rule.tree.dimensions], dimensions)
    for _, zeroes, is_past in vetoes:
        if zeroes == "total":
            total[is_past] = 0.0
    for n, dimension in enumerate(dimensions):
        scores.dimensions[rows.here, n] = dimension
    _close(np.minimum(total, MOST_POINTS), rows, scores)


def _close(total: Floats, rows: _Rows, scores: Scores) -> None:
    """Round the totals that are scores, and say why the others are not."""
    has_data, has_days = ~np.isnan(total), rows.gone >= LEAST_DAYS
    is_scored = has_data & has_days
    scores.exact[rows.here] = total
    scores.totals[rows.here] = np.where(is_scored, to_hundredths(np.where(is_scored, total, 0.0)), NO_SCORE)
    scores.states[rows.here] = np.where(is_scored, State.SCORED, np.where(has_days, State.NO_DATA, State.NOT_ENOUGH))


def _value(indicator: IndicatorRule, rows: _Rows) -> Floats:
    """Return the values that the curve reads; NaN where the sample is too small or there is nothing to divide by."""
    folded, here = rows.batch.folded, rows.here
    top = folded.total(indicator.numerator)[here]
    value: Floats
    if indicator.how == "ratio":
        sample = folded.total(indicator.denominator)[here]
        value = np.multiply(top, indicator.times, dtype=np.float64)
        value /= sample if indicator.scale == 1 else np.multiply(sample, indicator.scale, dtype=np.float64)
    elif indicator.how == "mean":
        sample = folded.count(indicator.numerator)[here]
        value = top / np.multiply(sample, indicator.scale, dtype=np.float64)
    else:
        sample = folded.count(indicator.numerator)[here]
        if indicator.denominator:
            sample = sample + folded.total(indicator.denominator)[here]
        # One division of whole numbers, so that a value on the bound of a step lies exactly on it.
        value = top * rows.days / (rows.gone * (rows.batch.months * indicator.scale))
        value[rows.gone <= 0] = np.nan
    value[sample < indicator.least_sample] = np.nan
    return value


def _on_curve(indicator: IndicatorRule, column: int, value: Floats, rows: _Rows) -> Floats:
    """Return the scores of values; a missing value has none, but passes a veto."""
    match indicator.curve:
        case Linear(points):
            return _on_lines(points, value)
        case Steps(steps, above):
            scores = np.array([*(score for _, score in steps), above], np.float64)
            stepped: Floats = scores[np.searchsorted([bound for bound, _ in steps], value, side="left")]
            stepped[np.isnan(value)] = np.nan
            return stepped
        case Capped(cap):
            target = _target(indicator, column, rows)
            if indicator.direction == "up":
                reached: Floats = value * 100.0 / target
            else:
                reached = np.where(value <= 0.0, np.inf, target * 100.0 / value)
            return np.minimum(np.maximum(reached, 0.0), cap)
        case Veto(limit):
            is_past = value < limit if indicator.direction == "up" else value > limit
            return np.where(is_past, 0.0, 100.0)


def _on_lines(points: Sequence[tuple[float, float]], value: Floats) -> Floats:
    """Return the scores on straight lines between points."""
    if len(points) > 2:
        return np.interp(value, [at for at, _ in points], [score for _, score in points])
    (low, first), (high, last) = points
    line: Floats = np.clip(value, low, high)
    if (low, high) != (first, last):
        line -= low
        line *= (last - first) / (high - low)
        line += first
    return line


def _target(indicator: IndicatorRule, column: int, rows: _Rows) -> Floats | float:
    """Return the rows' own targets, the indicator's where they have none."""
    default = np.nan if indicator.target is None else indicator.target
    if rows.batch.targets is None:
        return default
    own = rows.batch.targets[rows.here, column]
    return np.where(own > 0.0, own, default)


def _filled(indicator: IndicatorRule, column: int, points: Floats, rows: _Rows) -> Floats:
    """Return the scores with what the missing rule puts in the gaps."""
    if indicator.missing == "zero":
        return np.where(np.isnan(points), 0.0, points)
    if indicator.missing == "carry" and rows.batch.last is not None:
        return np.where(np.isnan(points), rows.batch.last[rows.here, column], points)
    return points
