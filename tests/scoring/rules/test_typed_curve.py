"""A curve while it is edited: lines as typed, and the curve that they make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.scoring.rules.curves import Capped, Linear, NotRising, Steps, Veto, curve_of
from bole.scoring.rules.typed_curve import BadNumber, TypedCurve, curve_raw, number, sent_curve, typed_curve

CURVES = [
    Linear(((0, 100), (12.5, 50), (100, 0))),
    Steps(((0, 100), (1, 90)), 30),
    Capped(120),
    Veto(3, "dimension"),
]


class TestTheLines:
    @pytest.mark.parametrize("curve", CURVES)
    def test_give_the_curve_back(self, curve):
        assert curve_of(curve_raw(typed_curve(curve))) == curve

    def test_that_are_empty_are_left_out(self):
        fields = {"curve": "linear", "value0": "0", "score0": "0", "value1": " ", "score1": "", "value2": "100", "score2": "100"}

        assert sent_curve(fields).lines == (("0", "0"), ("100", "100"))

    def test_two_more_stand_ready(self):
        assert TypedCurve(lines=(("1", "2"),)).rows == (("1", "2"), ("", ""), ("", ""))

    def test_say_where_a_number_is_none(self):
        with pytest.raises(BadNumber) as refused:
            curve_raw(TypedCurve(lines=(("0", "0"), ("ten", "100"))))

        assert refused.value.where == "points[1][0]"

    def test_say_where_values_do_not_rise(self):
        with pytest.raises(NotRising) as refused:
            curve_of(curve_raw(TypedCurve(lines=(("5", "0"), ("4", "100")))))

        assert refused.value.where == "curve.points[1][0]"

    @given(st.dictionaries(st.text(max_size=10), st.text(max_size=10), max_size=12))
    def test_are_read_whatever_is_sent(self, fields):
        assert sent_curve(fields).kind in {"linear", "steps", "capped", "veto"}


class TestANumber:
    @pytest.mark.parametrize(
        ("text", "value"), [("12", 12), ("0.5", 0.5), ("１２", 12), ("1,000", 1000), ("-3", -3), ("−3", -3), ("15%", 15)]
    )
    def test_is_read_as_people_write_it(self, text, value):
        assert number(text, where="x") == value

    @pytest.mark.parametrize("text", ["", "ten", "nan", "inf", "1e999", "1_000", "1e13", "0x1"])
    def test_is_nothing_else(self, text):
        with pytest.raises(BadNumber):
            number(text, where="x")
