"""Models: weights add up exactly, or the refusal says where and by how much."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.scoring.rules.balance import warnings
from bole.scoring.rules.curves import Veto
from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.templates import FACTORY, PROGRAMMER, SALES, SOLUTION_ENGINEER, TEMPLATES
from bole.scoring.rules.tree import (
    CodeTwice,
    DimensionEmpty,
    Group,
    IndicatorTwice,
    IndicatorUnknown,
    Leaf,
    TooDeep,
    Tree,
    VetoWeighs,
    WeightMissing,
    WeightsOver,
    WeightsUnder,
    check,
    equal_weights,
    leaf_weights,
    problems,
    tree_json,
    tree_of,
)
from bole.values.refusal import Invalid
from tests.scoring.drawn import Drawn, cases

ACCIDENTS = IndicatorRule(
    code="accidents",
    how="sum",
    numerator="accidents",
    direction="down",
    unit="count",
    curve=Veto(limit=0),
    least_sample=0,
)
WITH_VETO = {**LIBRARY, "accidents": ACCIDENTS}


def dimension(code: str, weight: int, *parts: Group | Leaf) -> Group:
    """A dimension of work results."""
    return Group(code=code, zh=code, en=code, weight=weight, parts=parts, value_class="work_result")


def model(*dimensions: Group) -> Tree:
    """A model."""
    return Tree(code="model", zh="模型", en="Model", dimensions=dimensions)


def refusals(*dimensions: Group) -> list[tuple[type[Invalid], str]]:
    """What is wrong with a model, and where."""
    return [(type(problem), problem.where) for problem in problems(model(*dimensions), WITH_VETO)]


class TestWeights:
    def test_of_dimensions_short_of_100_are_refused_with_what_is_missing(self) -> None:
        tree = model(dimension("quality", 4500, Leaf("bug_rate", 10_000)), dimension("progress", 5050, Leaf("delays", 10_000)))

        with pytest.raises(WeightsUnder) as refused:
            check(tree, LIBRARY)

        assert refused.value.where == "dimensions"
        assert refused.value.facts == {"level": "model", "zh": "模型", "en": "Model", "sum": "95.5", "d": "4.5", "basis_points": 450}

    def test_of_indicators_beyond_100_are_refused_with_what_is_too_much(self) -> None:
        tree = model(dimension("quality", 10_000, Leaf("bug_rate", 6000), Leaf("reuse_rate", 5000)))

        with pytest.raises(WeightsOver) as refused:
            check(tree, LIBRARY)

        assert refused.value.where == "quality"
        assert refused.value.facts == {"level": "quality", "zh": "quality", "en": "quality", "sum": "110", "d": "10", "basis_points": 1000}

    def test_of_a_third_level_are_looked_at_too(self) -> None:
        deep = Group(code="code", zh="代码", en="Code", weight=10_000, parts=(Leaf("bug_rate", 9999),))

        assert refusals(dimension("quality", 10_000, deep)) == [(WeightsUnder, "quality.code")]

    def test_of_nothing_are_refused(self) -> None:
        found = refusals(dimension("quality", 10_000, Leaf("bug_rate", 10_000), Leaf("reuse_rate", 0)))

        assert found == [(WeightMissing, "quality.reuse_rate")]

    def test_of_a_veto_are_refused(self) -> None:
        found = refusals(dimension("quality", 10_000, Leaf("bug_rate", 9000), Leaf("accidents", 1000)))

        assert found == [(VetoWeighs, "quality.accidents")]

    def test_beside_a_veto_that_weighs_nothing_are_fine(self) -> None:
        assert refusals(dimension("quality", 10_000, Leaf("bug_rate", 10_000), Leaf("accidents", 0))) == []

    @given(cases())
    def test_of_all_indicators_are_exactly_one(self, drawn: Drawn) -> None:
        weights = leaf_weights(tree_of(drawn.tree))

        assert sum(weights.values()) == 1

    @given(st.integers(1, 30))
    def test_that_are_equal_add_up(self, parts: int) -> None:
        weights = equal_weights(parts)

        assert sum(weights) == 10_000
        assert max(weights) - min(weights) <= 1


class TestProblems:
    def test_are_all_told_from_the_top_down(self) -> None:
        found = refusals(dimension("quality", 9000, Leaf("bug_rate", 5000), Leaf("charm", 4000)), dimension("empty", 500))

        assert found == [(WeightsUnder, "dimensions"), (WeightsUnder, "quality"), (DimensionEmpty, "empty"), (IndicatorUnknown, "charm")]

    def test_one_indicator_counts_once(self) -> None:
        found = refusals(dimension("one", 5000, Leaf("bug_rate", 10_000)), dimension("two", 5000, Leaf("bug_rate", 10_000)))

        assert found == [(IndicatorTwice, "bug_rate")]

    def test_one_code_names_one_part(self) -> None:
        found = refusals(dimension("one", 5000, Leaf("bug_rate", 10_000)), dimension("one", 5000, Leaf("delays", 10_000)))

        assert found == [(CodeTwice, "one")]

    def test_model_without_dimensions_has_no_value(self) -> None:
        assert refusals() == [(DimensionEmpty, "dimensions")]

    def test_model_stays_readable(self) -> None:
        part: Group | Leaf = Leaf("bug_rate", 10_000)
        for level in "fedcb":
            part = Group(code=level, zh=level, en=level, weight=10_000, parts=(part,))

        assert refusals(dimension("a", 10_000, part)) == [(TooDeep, "a.b.c.d.e.f")]


class TestJson:
    @given(cases())
    def test_reads_back_what_it_wrote(self, drawn: Drawn) -> None:
        tree = tree_of(drawn.tree)

        assert tree_of(tree_json(tree)) == tree

    @pytest.mark.parametrize(
        ("change", "where"),
        [
            ({"dimensions": {}}, "dimensions"),
            ({"code": "A model"}, "code"),
            ({"zh": ""}, "zh"),
            ({"extra": 1}, "extra"),
            ({"dimensions": [7]}, "dimensions[0]"),
            (
                {"dimensions": [{"code": "a", "zh": "a", "en": "a", "weight": 30.5, "value_class": "work_result", "parts": []}]},
                "dimensions[0].weight",
            ),
            (
                {"dimensions": [{"code": "a", "zh": "a", "en": "a", "weight": True, "value_class": "work_result", "parts": []}]},
                "dimensions[0].weight",
            ),
            (
                {"dimensions": [{"code": "a", "zh": "a", "en": "a", "weight": 1, "value_class": "luck", "parts": []}]},
                "dimensions[0].value_class",
            ),
            (
                {
                    "dimensions": [
                        {
                            "code": "a",
                            "zh": "a",
                            "en": "a",
                            "weight": 1,
                            "value_class": "work_result",
                            "parts": [{"indicator": 3, "weight": 1}],
                        }
                    ]
                },
                "dimensions[0].parts[0].indicator",
            ),
        ],
    )
    def test_names_the_place_of_what_it_cannot_read(self, change: dict[str, object], where: str) -> None:
        raw = tree_json(PROGRAMMER) | change

        with pytest.raises(Invalid) as refused:
            tree_of(raw)

        assert refused.value.where == where


class TestTemplates:
    @pytest.mark.parametrize("tree", TEMPLATES.values(), ids=TEMPLATES)
    def test_can_be_computed(self, tree: Tree) -> None:
        assert list(problems(tree, LIBRARY)) == []

    @pytest.mark.parametrize(
        ("tree", "weights"),
        [
            (FACTORY, [3000, 2500, 2000, 1500, 1000]),
            (PROGRAMMER, [3000, 2500, 2000, 2500]),
            (SOLUTION_ENGINEER, [3000, 2500, 2000, 2500]),
            (SALES, [5000, 3000, 2000]),
        ],
    )
    def test_weigh_as_the_company_was_told(self, tree: Tree, weights: Sequence[int]) -> None:
        assert [dimension.weight for dimension in tree.dimensions] == weights

    def test_response_time_is_a_tenth_of_the_solution_engineer(self) -> None:
        weights = leaf_weights(SOLUTION_ENGINEER)

        assert weights["response_time"] == Fraction(1, 10)
        assert weights["satisfaction"] == Fraction(15, 100)

    def test_use_no_commits(self) -> None:
        assert {measure for indicator in LIBRARY.values() for measure in indicator.measures}.isdisjoint({"commits", "lines"})

    def test_speak_both_languages(self) -> None:
        assert all(indicator.zh and indicator.en for indicator in LIBRARY.values())


class TestWarnings:
    def test_of_the_programmer_there_are_none(self) -> None:
        assert warnings(PROGRAMMER, LIBRARY) == ()

    def test_tell_that_nothing_pays_off_beyond_the_period(self) -> None:
        assert [warned.code for warned in warnings(SOLUTION_ENGINEER, LIBRARY)] == ["nothing_lasting"]

    def test_tell_of_one_source_and_of_counting_only(self) -> None:
        tree = model(dimension("progress", 10_000, Leaf("task_completion", 5000), Leaf("delays", 5000)))

        found = warnings(tree, LIBRARY)

        assert [warned.code for warned in found] == ["one_source", "only_counts", "nothing_lasting"]

    def test_are_not_silenced_by_a_veto(self) -> None:
        rated = replace(LIBRARY["satisfaction"], code="complaints", curve=Veto(limit=50))
        tree = model(dimension("progress", 10_000, Leaf("task_completion", 10_000), Leaf("complaints", 0)))

        found = warnings(tree, {**LIBRARY, "complaints": rated})

        assert [warned.code for warned in found] == ["one_source", "only_counts", "nothing_lasting"]
