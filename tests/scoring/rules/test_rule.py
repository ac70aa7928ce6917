"""The rule, promise by promise: samples, gaps, pace, caps, vetoes, own targets."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from bole.scoring.rules.curves import Capped, Linear, Veto
from bole.scoring.rules.explain import explain, explain_all
from bole.scoring.rules.fold import blank
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.rule import NO_SCORE, Batch, Rule, Scores, State, rule_of, score
from bole.scoring.rules.shares import contributions
from bole.scoring.rules.tree import Group, Leaf, Tree
from tests.scoring.oracle import Person
from tests.scoring.scored import batch_of, folded_of, month, template_rule

OUTPUT = LIBRARY["output"]  # capped at 120 % of 1,000 a month
GOOD = LIBRARY["quality"]
ACCIDENTS = IndicatorRule(
    code="accidents", how="sum", numerator="accidents", direction="down", unit="count", curve=Veto(limit=0), least_sample=0
)


def rule_for(*dimensions: tuple[IndicatorRule, ...]) -> Rule:
    """A model of equal dimensions; the first indicator of each has all its weight."""
    share = 10_000 // len(dimensions)
    groups = tuple(
        Group(
            code=f"d{n}",
            zh="维度",
            en="Dimension",
            weight=share,
            parts=tuple(Leaf(one.code, 0 if place else 10_000) for place, one in enumerate(indicators)),
            value_class="work_result",
        )
        for n, indicators in enumerate(dimensions)
    )
    tree = Tree(code="model", zh="模型", en="Model", dimensions=groups)
    return rule_of(tree, {one.code: one for indicators in dimensions for one in indicators})


def scored(rule: Rule, *people: Person) -> Scores:
    """Score people."""
    return score(rule, batch_of(rule, people))


class TestSample:
    def test_below_the_least_is_missing(self) -> None:
        few, enough = month({"good_units": 19, "output_units": 19}), month({"good_units": 20, "output_units": 20})

        scores = scored(rule_for((GOOD,)), few, enough)

        assert scores.totals.tolist() == [NO_SCORE, 10_000]
        assert scores.states.tolist() == [State.NO_DATA, State.SCORED]

    def test_of_delays_is_what_was_due_or_delayed(self) -> None:
        idle, busy = month({"delays": 0, "tasks_due": 0}), month({"delays": 0, "tasks_due": 1})
        only_delayed = month({"delays": 1, "tasks_due": 0})

        scores = scored(rule_for((LIBRARY["delays"],)), idle, busy, only_delayed)

        assert scores.totals.tolist() == [NO_SCORE, 10_000, 9000]

    def test_of_revenue_is_not_needed(self) -> None:
        scores = scored(rule_for((LIBRARY["revenue"],)), month({}))

        assert scores.totals.tolist() == [0]


class TestPace:
    def test_in_an_open_month_is_for_the_whole_month(self) -> None:
        rule = rule_for((OUTPUT,))

        scores = scored(rule, month({"output_units": 400}, days=20, gone=10), month({"output_units": 400}, days=20, gone=20))

        assert scores.values[:, 0].tolist() == [800.0, 400.0]
        assert scores.totals.tolist() == [8000, 4000]

    def test_of_a_quarter_is_for_a_month(self) -> None:
        quarter = Person(totals={"output_units": 2400}, counts={}, days=63, gone=63, months=3)

        scores = scored(rule_for((OUTPUT,)), quarter)

        assert scores.totals.tolist() == [8000]

    def test_on_the_bound_of_a_step_lies_on_it(self) -> None:
        people = [month({"delays": delays, "tasks_due": 1}, days=21, gone=7) for delays in (2, 3, 14)]

        scores = scored(rule_for((LIBRARY["delays"],)), *people)

        assert scores.values[:, 0].tolist() == [6.0, 9.0, 42.0]
        assert scores.totals.tolist() == [6200, 5000, 3000]


class TestCap:
    def test_lets_over_achievement_count_up_to_it(self) -> None:
        rule = rule_for((OUTPUT,), (GOOD,))

        scores = scored(rule, month({"output_units": 5000, "good_units": 3000}))

        assert scores.points.tolist() == [[120.0, 60.0]]
        assert scores.totals.tolist() == [9000]

    def test_the_score_stops_at_100_and_all_parts_are_cut_alike(self) -> None:
        rule = rule_for((OUTPUT,), (GOOD,))
        batch = batch_of(rule, [month({"output_units": 2000, "good_units": 2000})])

        explanation = explain(rule, batch, score(rule, batch))

        assert (explanation.total, explanation.is_cut_to_100) == (10_000, True)
        assert explanation.contributions() == {"output": 5455, "quality": 4545}

    def test_where_lower_is_better_nothing_earns_it(self) -> None:
        errors = replace(OUTPUT, code="errors", numerator="errors", direction="down", target=4, curve=Capped(110))

        scores = scored(
            rule_for((errors,)), *(Person(totals={"errors": errors}, counts={}, days=21, gone=21) for errors in (0, 2, 4, 8, -1))
        )

        assert scores.points[:, 0].tolist() == [110.0, 110.0, 100.0, 50.0, 110.0]


class TestTarget:
    def test_of_the_row_goes_before_that_of_the_indicator(self) -> None:
        rule = rule_for((OUTPUT,))
        batch = batch_of(rule, [month({"output_units": 400})] * 3)
        own = replace_targets(batch, [[np.nan], [500.0], [0.0]])

        scores = score(rule, own)

        assert scores.totals.tolist() == [4000, 8000, 4000]
        assert [next(one.leaves).target for one in explain_all(rule, own, scores)] == [1000, 500.0, 1000]


def replace_targets(batch: Batch, targets: Any) -> Batch:
    """The batch with other targets."""
    return Batch(folded=batch.folded, days=batch.days, gone=batch.gone, targets=np.array(targets))


class TestMissing:
    @pytest.mark.parametrize(("rule_for_gaps", "total", "state"), [("renormalise", 9000, "renormalised"), ("zero", 4500, "zero")])
    def test_is_never_zero_in_silence(self, rule_for_gaps: Any, total: int, state: str) -> None:
        rule = rule_for((OUTPUT,), (replace(LIBRARY["satisfaction"], missing=rule_for_gaps),))
        batch = batch_of(rule, [month({"output_units": 900})])

        explanation = explain(rule, batch, score(rule, batch))

        assert explanation.total == total
        assert [leaf.state for leaf in explanation.leaves] == ["counted", state]

    def test_carries_the_score_given_last(self) -> None:
        rule = rule_for((OUTPUT,), (LIBRARY["peer_rating"],))
        folded = folded_of(rule, [month({"output_units": 900})] * 2)
        batch = Batch(folded=folded, days=21, gone=21, last=np.array([[np.nan, 80.0], [50.0, np.nan]]))

        explained = explain_all(rule, batch, score(rule, batch))

        assert [one.total for one in explained] == [8500, 9000]
        assert [list(one.leaves)[1].state for one in explained] == ["carried", "renormalised"]


class TestVeto:
    def test_makes_the_whole_score_0(self) -> None:
        rule = rule_for((OUTPUT,), (GOOD, ACCIDENTS))
        batch = batch_of(rule, [month({"output_units": 1000, "good_units": 800, "accidents": accidents}) for accidents in (0, 1)])

        scores = score(rule, batch)

        assert scores.totals.tolist() == [9000, 0]
        assert contributions(rule, scores).tolist() == [[5000, 4000, 0], [0, 0, 0]]
        assert [list(one.leaves)[2].state for one in explain_all(rule, batch, scores)] == ["passed", "stopped"]

    def test_makes_its_dimension_0_which_keeps_its_weight(self) -> None:
        rule = rule_for((OUTPUT,), (GOOD, replace(ACCIDENTS, curve=Veto(limit=0, zeroes="dimension"))))

        scores = scored(rule, month({"output_units": 1000, "good_units": 800, "accidents": 1}))

        assert scores.dimensions.tolist() == [[100.0, 0.0]]
        assert scores.totals.tolist() == [5000]
        assert contributions(rule, scores).tolist() == [[5000, 0, 0]]

    def test_makes_even_an_empty_dimension_0(self) -> None:
        rule = rule_for((OUTPUT,), (LIBRARY["satisfaction"], replace(ACCIDENTS, curve=Veto(limit=0, zeroes="dimension"))))

        scores = scored(rule, month({"output_units": 1000, "accidents": 1}))

        assert scores.totals.tolist() == [5000]
        assert contributions(rule, scores).tolist() == [[5000, 0, 0]]

    def test_of_two_in_one_dimension_either_stops_it(self) -> None:
        stop = replace(ACCIDENTS, curve=Veto(limit=0, zeroes="dimension"))
        rule = rule_for((LIBRARY["satisfaction"], stop, replace(stop, code="fires", numerator="fires")), (OUTPUT,))

        scores = scored(rule, month({"output_units": 1000, "accidents": 1}), month({"output_units": 1000, "fires": 1}))

        assert scores.totals.tolist() == [5000, 5000]
        assert contributions(rule, scores).sum(axis=1).tolist() == [5000, 5000]

    def test_without_data_passes(self) -> None:
        checked = replace(ACCIDENTS, denominator="shifts", least_sample=1)

        scores = scored(rule_for((OUTPUT, checked)), month({"output_units": 1000}))

        assert scores.totals.tolist() == [10_000]

    def test_where_higher_is_better_stops_below_the_limit(self) -> None:
        checks = replace(ACCIDENTS, code="checks", numerator="checks", direction="up", curve=Veto(limit=4))

        scores = scored(rule_for((OUTPUT, checks)), month({"output_units": 1000, "checks": 3}), month({"output_units": 1000, "checks": 4}))

        assert scores.totals.tolist() == [0, 10_000]


class TestCrowd:
    def test_scores_alike_in_one_batch_and_one_by_one(self) -> None:
        rule = template_rule("programmer")
        rng = np.random.default_rng(7)
        folded = blank(20_000, rule.measures)
        folded.counts[:] = folded.totals[:] = rng.integers(0, 30, folded.totals.shape)

        together = score(rule, Batch(folded=folded, days=21, gone=16))

        for row in (0, 16_383, 16_384, 19_999):
            alone = score(rule, Batch(folded=folded.rows(slice(row, row + 1)), days=21, gone=16))
            assert alone.totals.tolist() == [together.totals[row]]

    def test_of_nobody_is_empty(self) -> None:
        rule = template_rule("programmer")

        scores = score(rule, Batch(folded=blank(0, rule.measures), days=21, gone=16))

        assert (scores.totals.shape, scores.points.shape) == ((0,), (0, 6))


class TestUnits:
    @pytest.mark.parametrize(
        ("unit", "total", "value"),
        [("percent", 4250, 42.5), ("points", 8650, 86.5), ("hours", 5400, 1.5), ("money", 1999, 19.99), ("rating5", 9000, 4.5)],
    )
    def test_are_shown_units(self, unit: Any, total: int, value: float) -> None:
        indicator = replace(LIBRARY["satisfaction"], unit=unit, least_sample=1, curve=Linear(((0, 0), (100, 100))))

        scores = scored(rule_for((indicator,)), Person(totals={"satisfaction": total}, counts={"satisfaction": 1}, days=21, gone=21))

        assert scores.values.tolist() == [[value]]
