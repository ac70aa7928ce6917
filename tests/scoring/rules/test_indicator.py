"""Indicators and curves as data: read strictly, refused with the place."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.scoring.rules.curves import AgainstDirection, Capped, Linear, NotRising, Steps, Veto, check_curve, curve_json, curve_of
from bole.scoring.rules.indicator import DenominatorMissing, DenominatorUnused, SampleTooSmall, TargetMissing, indicator_json, indicator_of
from bole.scoring.rules.library import LIBRARY
from bole.scoring.rules.rule import Batch, score
from bole.values.refusal import Invalid
from tests.scoring.drawn import curves, indicators
from tests.scoring.oracle import Person
from tests.scoring.scored import folded_of, rule_from

LINEAR = {"kind": "linear", "points": [[0, 100], [100, 0]]}
STEPS = {"kind": "steps", "steps": [[0, 100], [2, 80]], "above": 30}


class TestCurve:
    @pytest.mark.parametrize(
        ("raw", "curve"),
        [
            (LINEAR, Linear(((0, 100), (100, 0)))),
            (STEPS, Steps(((0, 100), (2, 80)), 30)),
            ({"kind": "capped", "cap": 120}, Capped(120)),
            ({"kind": "veto", "limit": 0, "zeroes": "dimension"}, Veto(0, "dimension")),
        ],
    )
    def test_is_read_and_written_alike(self, raw: dict[str, Any], curve: object) -> None:
        found = curve_of(raw)

        assert found == curve
        assert curve_json(found) == raw

    @pytest.mark.parametrize(
        ("raw", "where"),
        [
            (None, "curve"),
            ([], "curve"),
            ({}, "curve.kind"),
            ({"kind": "spline"}, "curve.kind"),
            ({"kind": ["linear"]}, "curve.kind"),
            (LINEAR | {"cap": 3}, "curve.cap"),
            (LINEAR | {"colour": "red"}, "curve.colour"),
            ({"kind": "linear"}, "curve.points"),
            ({"kind": "linear", "points": [[0, 100]]}, "curve.points"),
            ({"kind": "linear", "points": [[0, 100], [1]]}, "curve.points[1]"),
            ({"kind": "linear", "points": [[0, 100], ["1", 0]]}, "curve.points[1][0]"),
            ({"kind": "linear", "points": [[0, 100], [True, 0]]}, "curve.points[1][0]"),
            ({"kind": "linear", "points": [[0, 100], [float("nan"), 0]]}, "curve.points[1][0]"),
            ({"kind": "linear", "points": [[0, 100], [float("inf"), 0]]}, "curve.points[1][0]"),
            ({"kind": "linear", "points": [[0, 100], [10**400, 0]]}, "curve.points[1][0]"),
            ({"kind": "linear", "points": [[0, 100], [1, 100.5]]}, "curve.points[1][1]"),
            ({"kind": "linear", "points": [[0, 100], [1, -1]]}, "curve.points[1][1]"),
            ({"kind": "linear", "points": [[n, 50] for n in range(51)]}, "curve.points"),
            (STEPS | {"above": None}, "curve.above"),
            ({"kind": "steps", "steps": [], "above": 0}, "curve.steps"),
            ({"kind": "capped", "cap": 99}, "curve.cap"),
            ({"kind": "capped"}, "curve.cap"),
            ({"kind": "veto", "limit": 0, "zeroes": "everything"}, "curve.zeroes"),
        ],
    )
    def test_names_the_place_of_what_it_cannot_read(self, raw: object, where: str) -> None:
        with pytest.raises(Invalid) as refused:
            curve_of(raw)

        assert refused.value.where == where

    def test_values_must_rise(self) -> None:
        with pytest.raises(NotRising) as refused:
            curve_of({"kind": "steps", "steps": [[0, 100], [2, 80], [2, 70]], "above": 30})

        assert refused.value.where == "curve.steps[2][0]"
        assert refused.value.facts == {"value": 2, "before": 2}

    @pytest.mark.parametrize(
        ("curve", "direction", "where"),
        [
            (Linear(((0, 0), (1, 50), (2, 40))), "up", "curve.points[2][1]"),
            (Linear(((0, 0), (1, 50))), "down", "curve.points[1][1]"),
            (Steps(((0, 100), (2, 80)), 90), "down", "curve.steps[2][1]"),
        ],
    )
    def test_never_gives_a_better_value_less(self, curve: Linear | Steps, direction: Any, where: str) -> None:
        with pytest.raises(AgainstDirection) as refused:
            check_curve(curve, direction)

        assert refused.value.where == where

    @given(st.data(), st.sampled_from(("up", "down")), st.lists(st.integers(-3000, 30_000), min_size=2, max_size=20, unique=True))
    def test_is_monotone(self, data: st.DataObject, direction: str, totals: list[int]) -> None:
        raw = indicator_json(LIBRARY["satisfaction"]) | {"curve": data.draw(curves(direction)), "direction": direction, "least_sample": 1}
        tree = {"code": "t", "zh": "t", "en": "t", "dimensions": [
            {"code": "d", "zh": "d", "en": "d", "weight": 10_000, "value_class": "work_result",
             "parts": [{"indicator": "satisfaction", "weight": 10_000}]},
        ]}  # fmt: skip
        rule = rule_from(tree, {"satisfaction": raw})
        people = [Person(totals={"satisfaction": total}, counts={"satisfaction": 1}, days=1, gone=1) for total in sorted(totals)]

        points = score(rule, Batch(folded=folded_of(rule, people), days=1, gone=1)).points[:, 0]

        steps = np.diff(points) if direction == "up" else -np.diff(points)
        assert (steps >= 0).all()


class TestIndicator:
    @given(indicators("drawn", is_veto=False) | indicators("drawn", is_veto=True))
    def test_reads_back_what_it_wrote(self, raw: dict[str, Any]) -> None:
        indicator = indicator_of(raw)

        assert indicator_of(indicator_json(indicator)) == indicator

    @pytest.mark.parametrize("indicator", LIBRARY.values(), ids=LIBRARY)
    def test_of_the_library_can_be_edited(self, indicator: Any) -> None:
        assert indicator_of(indicator_json(indicator)) == indicator

    @pytest.mark.parametrize(
        ("change", "where"),
        [
            ({"how": "median"}, "how"),
            ({"unit": "stars"}, "unit"),
            ({"direction": "sideways"}, "direction"),
            ({"missing": "guess"}, "missing"),
            ({"least_sample": 2.5}, "least_sample"),
            ({"least_sample": -1}, "least_sample"),
            ({"numerator": ""}, "numerator"),
            ({"numerator": "Tasks"}, "numerator"),
            ({"target": "many"}, "target"),
            ({"zh": "任务\x00"}, "zh"),
            ({"en": "x" * 101}, "en"),
            ({"is_long_term": 1}, "is_long_term"),
            ({"curve": {"kind": "linear", "points": [[0, 0], [0, 1]]}}, "curve.points[1][0]"),
            ({"curve": {"kind": "linear", "points": [[0, 9], [1, 1]]}}, "curve.points[1][1]"),
            ({"denominator": ""}, "denominator"),
        ],
    )
    def test_names_the_place_of_what_it_cannot_read(self, change: dict[str, object], where: str) -> None:
        raw = indicator_json(LIBRARY["task_completion"]) | change

        with pytest.raises(Invalid) as refused:
            indicator_of(raw, where="indicators[3]")

        assert refused.value.where == f"indicators[3].{where}"

    def test_ratio_needs_what_it_is_divided_by(self) -> None:
        with pytest.raises(DenominatorMissing):
            replace(LIBRARY["bug_rate"], denominator="")

    def test_mean_is_divided_by_its_own_records(self) -> None:
        with pytest.raises(DenominatorUnused):
            replace(LIBRARY["satisfaction"], denominator="tickets_solved")

    def test_capped_curve_needs_a_target(self) -> None:
        with pytest.raises(TargetMissing):
            replace(LIBRARY["output"], target=0)

    def test_mean_of_nothing_has_no_value(self) -> None:
        with pytest.raises(SampleTooSmall):
            replace(LIBRARY["satisfaction"], least_sample=0)
