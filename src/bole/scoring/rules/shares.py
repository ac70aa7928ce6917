"""Shares: what each indicator really weighed, and what it contributed to the total, so that shown parts add up to the shown score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bole.scoring.rules.rounding import share_out, to_hundredths
from bole.scoring.rules.rule import MOST_POINTS, NO_SCORE, Floats, Rule, Scores
from bole.scoring.rules.tree import Group, Leaf


def weights_used(rule: Rule, scores: Scores) -> Floats:
    """Return the part of the whole that each indicator had [rows, indicators].

    A row adds up to 1 if it has any data; to less only where a veto stopped a dimension that has no other data.
    """
    columns = {code: scores.points[:, n] for n, code in enumerate(rule.codes)}
    stopped: dict[str, NDArray[np.bool_]] = {}
    for column, place, veto in rule.vetoes():
        if veto.zeroes == "dimension":
            code = rule.tree.dimensions[place].code
            stopped[code] = stopped.get(code, False) | (scores.points[:, column] == 0.0)
    used: dict[str, Floats] = {}
    _pass_down(rule.tree.dimensions, np.ones(len(scores.totals)), _Given(columns, stopped), used)
    return np.stack([used[code] for code in rule.codes], axis=1)


def basis_points(used: Floats) -> NDArray[np.int32]:
    """Return weights used in basis points; those of a row add up to what they add up to, by the largest remainder."""
    return share_out(used * 100, to_hundredths(used.sum(axis=1) * 100))


def contributions(rule: Rule, scores: Scores) -> NDArray[np.int32]:
    """Return what each indicator contributed, in hundredths [rows, indicators]; a row adds up to its total exactly.

    A veto takes away what it stopped. A total that over-achievement carried past 100 is cut back, all parts alike.
    """
    parts = weights_used(rule, scores) * np.nan_to_num(scores.points, nan=0.0)
    for column, place, veto in rule.vetoes():
        is_past = scores.points[:, column] == 0.0
        stopped = rule.tree.dimensions[place].leaves if veto.zeroes == "dimension" else rule.tree.leaves
        columns = [rule.codes.index(leaf.indicator) for leaf in stopped]
        parts[np.ix_(is_past, columns)] = 0.0
    sums = parts.sum(axis=1)
    parts *= (MOST_POINTS / np.maximum(sums, MOST_POINTS))[:, None]
    is_scored = scores.totals != NO_SCORE
    shared = np.zeros(parts.shape, np.int32)
    shared[is_scored] = share_out(parts[is_scored], scores.totals[is_scored])
    return shared


@dataclass(frozen=True, slots=True)
class _Given:
    """The scores by indicator, and by dimension in which rows a veto has made it 0."""

    points: Mapping[str, Floats]
    stopped: Mapping[str, NDArray[np.bool_]]

    def counts(self, part: Group | Leaf) -> NDArray[np.bool_]:
        """Test, row by row, if a dimension, a part or an indicator has a score that weighs."""
        if isinstance(part, Leaf):
            return ~np.isnan(self.points[part.indicator]) & (part.weight > 0)
        is_there: NDArray[np.bool_] = np.logical_or.reduce([self.counts(child) for child in part.parts])
        return is_there | self.stopped[part.code] if part.code in self.stopped else is_there


def _pass_down(parts: Sequence[Group | Leaf], above: Floats, given: _Given, used: dict[str, Floats]) -> None:
    """Divide what the level above weighs among those of its parts that count."""
    present = [np.where(given.counts(part), part.weight, 0) for part in parts]
    whole = np.maximum(np.sum(present, axis=0), 1)
    for part, weight in zip(parts, present, strict=True):
        here = above * weight / whole
        if isinstance(part, Leaf):
            used[part.indicator] = here
        else:
            _pass_down(part.parts, here, given, used)
