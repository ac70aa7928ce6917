"""Scoring a few people by the rule, from plain dicts: what tests arrange."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from bole.scoring.rules.fold import Folded, arrange
from bole.scoring.rules.indicator import IndicatorRule, indicator_of
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.rule import Batch, Rule, rule_of
from bole.scoring.rules.templates import TEMPLATES
from bole.scoring.rules.tree import tree_of
from tests.scoring.oracle import Person


def template_rule(code: str) -> Rule:
    """Return the rule of a model that ships."""
    return rule_of(TEMPLATES[code], LIBRARY)


def rule_from(tree: Mapping[str, Any], indicators: Mapping[str, Mapping[str, Any]]) -> Rule:
    """Return the rule of JSON."""
    parsed: dict[str, IndicatorRule] = {code: indicator_of(raw) for code, raw in indicators.items()}
    return rule_of(tree_of(tree), parsed)


def folded_of(rule: Rule, people: Sequence[Person]) -> Folded:
    """Return what the people's readings come to."""
    sums = (
        (row, measure, person.totals.get(measure, 0), person.counts.get(measure, 0))
        for row, person in enumerate(people)
        for measure in rule.measures
    )
    return arrange(sums, {row: row for row in range(len(people))}, rule.measures)


def batch_of(rule: Rule, people: Sequence[Person]) -> Batch:
    """Return the people as a batch."""
    return Batch(
        folded=folded_of(rule, people),
        days=np.array([person.days for person in people]),
        gone=np.array([person.gone for person in people]),
        months=people[0].months,
        targets=_own(rule, [person.targets for person in people]),
        last=_own(rule, [person.last for person in people]),
    )


def month(totals: Mapping[str, int], counts: Mapping[str, int] | None = None, *, days: int = 21, gone: int = 21) -> Person:
    """Return a person with these totals; each measure counts as its total unless said otherwise."""
    return Person(totals=dict(totals), counts={**totals, **(counts or {})}, days=days, gone=gone)


def _own(rule: Rule, given: Sequence[Mapping[str, Any]]) -> np.ndarray:
    """Return numbers of the rows' own, NaN where there are none."""
    return np.array([[float(row.get(code, np.nan)) for code in rule.codes] for row in given])
