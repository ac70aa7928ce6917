"""The rule and the oracle agree: any model, any people, any gaps."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bole.scoring.rules.explain import explain, join
from bole.scoring.rules.explanation import Explanation, Stretch, as_json, from_json
from bole.scoring.rules.rule import NO_SCORE, score
from bole.scoring.rules.shares import contributions
from bole.scoring.rules.usual import usual
from tests.scoring import oracle
from tests.scoring.drawn import Drawn, cases
from tests.scoring.scored import batch_of, rule_from

SLOW_TO_DRAW = [HealthCheck.too_slow, HealthCheck.data_too_large]
MANY = settings(max_examples=80, deadline=None, suppress_health_check=SLOW_TO_DRAW)
VERY_MANY = settings(max_examples=3_000, deadline=None, suppress_health_check=SLOW_TO_DRAW)


class TestScore:
    @MANY
    @given(cases())
    def test_agrees_with_the_oracle_to_the_hundredth(self, drawn: Drawn) -> None:
        assert_agreement(drawn)

    @pytest.mark.full
    @VERY_MANY
    @given(cases())
    def test_agrees_with_the_oracle_on_thousands_of_models(self, drawn: Drawn) -> None:
        assert_agreement(drawn)

    @MANY
    @given(cases())
    def test_contributions_add_up_and_none_is_off_by_a_hundredth(self, drawn: Drawn) -> None:
        rule = rule_from(drawn.tree, drawn.indicators)

        scores = score(rule, batch_of(rule, drawn.people))

        parts = contributions(rule, scores)
        assert parts.sum(axis=1).tolist() == np.where(scores.totals == NO_SCORE, 0, scores.totals).tolist()
        for row, person in enumerate(drawn.people):
            expected = oracle.score(drawn.tree, drawn.indicators, person)
            exact = [float(expected.exact[code]) * 100 * (expected.total is not None) for code in rule.codes]
            np.testing.assert_array_less(np.abs(parts[row] - exact), 1.000001)

    @MANY
    @given(cases(), st.randoms())
    def test_does_not_depend_on_who_stands_where(self, drawn: Drawn, random: Any) -> None:
        rule = rule_from(drawn.tree, drawn.indicators)
        order = list(range(len(drawn.people)))
        random.shuffle(order)

        shuffled = score(rule, batch_of(rule, [drawn.people[row] for row in order]))

        straight = score(rule, batch_of(rule, drawn.people))
        assert shuffled.totals.tolist() == straight.totals[order].tolist()


class TestExplanation:
    @MANY
    @given(cases())
    def test_adds_up_on_every_level_and_is_kept_whole(self, drawn: Drawn) -> None:
        rule = rule_from(drawn.tree, drawn.indicators)
        batch = batch_of(rule, drawn.people)

        explanation = explain(rule, batch, score(rule, batch), period="2026-11")

        total = explanation.total or 0
        assert sum(explanation.contributions().values()) == total
        assert sum(dimension.contribution for dimension in explanation.dimensions) == total
        assert sum(explanation.in_tenths().values()) == (total + 5) // 10
        assert all(dimension.used == sum(part.used for part in dimension.parts) for dimension in explanation.dimensions)
        assert from_json(as_json(explanation)) == explanation

    @given(st.lists(st.tuples(st.none() | st.integers(0, 10_000), st.integers(5, 130)), min_size=2, max_size=5))
    def test_of_parts_is_their_mean_by_days(self, parts: list[tuple[int | None, int]]) -> None:
        joined = join([stretch(total, gone) for total, gone in parts])

        assert joined.total == oracle.mean_of_parts(parts)
        assert sum(part.contribution for part in joined.stretches) == (joined.total or 0)


class TestUsual:
    @given(st.lists(st.integers(0, 10_000), min_size=8, max_size=26))
    def test_agrees_with_the_oracle(self, weekly: list[int]) -> None:
        found = usual(weekly)

        assert found is not None
        assert (found.low, found.high) == (oracle.percentile(weekly, 1), oracle.percentile(weekly, 9))


def assert_agreement(drawn: Drawn) -> None:
    """Score by rule and oracle; assert equal totals, and equal parts to a millionth."""
    rule = rule_from(drawn.tree, drawn.indicators)

    scores = score(rule, batch_of(rule, drawn.people))

    expected = [oracle.score(drawn.tree, drawn.indicators, person) for person in drawn.people]
    assert [total if total != NO_SCORE else None for total in scores.totals.tolist()] == [one.total for one in expected]
    for row, one in enumerate(expected):
        weighing = [n for n, indicator in enumerate(rule.indicators) if not indicator.is_veto]
        assert_close(scores.points[row, weighing], [one.points[rule.codes[n]] for n in weighing])
        assert_close(scores.dimensions[row], list(one.dimensions.values()))


def stretch(total: int | None, gone: int) -> Stretch:
    """Return a part with a score."""
    day = date(2026, 11, 2)
    outcome = "no_data" if total is None else "scored"
    inner = Explanation(outcome=outcome, total=total, model="drawn", period="2026-11", days=130, gone=gone)
    return Stretch(label="part", first_day=day, last_day=day, explanation=inner)


def assert_close(found: Any, expected: list[Any]) -> None:
    """Assert equality to a millionth; None is missing."""
    wanted = [np.nan if one is None else float(one) for one in expected]
    np.testing.assert_allclose(found, wanted, atol=1e-6, rtol=0)
