"""The line of the target: the score with every indicator exactly at its target."""

from dataclasses import replace

import numpy as np
import pytest

from bole.scoring.rules.explain import explain
from bole.scoring.rules.explanation import Explanation
from bole.scoring.rules.fold import Folded
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.on_target import on_target
from bole.scoring.rules.rule import Batch, Rule, rule_of, score
from bole.scoring.rules.templates import TEMPLATES


def opened(rule: Rule, totals: dict[str, int], *, count: int = 10) -> Explanation:
    """Return the explanation of one row."""
    folded = Folded(
        measures=rule.measures,
        totals=np.array([[totals.get(one, 0) for one in rule.measures]], np.int64),
        counts=np.array([[count if totals.get(one) else 0 for one in rule.measures]], np.int64),
    )
    batch = Batch(folded=folded, days=21, gone=15)
    return explain(rule, batch, score(rule, batch))


@pytest.mark.parametrize("code", sorted(TEMPLATES))
def test_is_what_the_rule_gives_for_the_targets(code: str) -> None:
    rule = rule_of(TEMPLATES[code], LIBRARY)
    explanation = opened(rule, dict.fromkeys(rule.measures, 5))

    line = on_target(rule, explanation)

    assert line is not None
    assert 6000 <= line <= 10_000


def test_weighs_like_the_score_itself() -> None:
    rule = rule_of(TEMPLATES["programmer"], LIBRARY)
    explanation = opened(rule, {"tasks_due": 10, "tasks_on_time": 10})

    line = on_target(rule, explanation)

    # Task completion 90 and at most 2 delays (82), half each; nothing else has data.
    assert line == 8600


def test_is_none_without_a_score_or_under_several_models() -> None:
    rule = rule_of(TEMPLATES["programmer"], LIBRARY)
    scored = opened(rule, {"tasks_due": 10, "tasks_on_time": 10})

    assert on_target(rule, opened(rule, {})) is None
    assert on_target(rule, replace(scored, stretches=(object(),))) is None  # type: ignore[arg-type]  # any will do
