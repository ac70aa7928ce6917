"""Rounding: once, half up; shown parts add up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.scoring.rules.rounding import apportion, five_point, half_up, share_out, shown, to_hundredths, to_tenths


class TestToHundredths:
    @pytest.mark.parametrize(
        ("points", "expected"),
        [(84.005, 8401), (84.0049, 8400), (0.0, 0), (0.005, 1), (99.995, 10_000), (100.0, 10_000), (1.115, 112)],
    )
    def test_rounds_half_up_after_a_billionth(self, points: float, expected: int) -> None:
        found = to_hundredths(np.array([points]))

        assert found.tolist() == [expected]

    @given(st.integers(0, 10_000_000))
    def test_agrees_with_whole_numbers_on_every_hundredth_of_a_thousandth(self, fine: int) -> None:
        found = to_hundredths(np.array([fine / 100_000]))

        assert found.tolist() == [(fine + 500) // 1000]


class TestShown:
    def test_leaves_gaps(self) -> None:
        assert shown(np.array([71.005, np.nan])) == [7101, None]


class TestShareOut:
    def test_gives_the_missing_hundredth_to_what_lost_most(self) -> None:
        parts = np.array([[16.67, 16.665, 16.671666]])

        shared = share_out(parts, np.array([5001], np.int32))

        assert shared.tolist() == [[1667, 1667, 1667]]

    def test_takes_the_first_of_equals(self) -> None:
        parts = np.array([[33.333333333, 33.333333333, 33.333333334]])

        shared = share_out(parts, np.array([10_000], np.int32))

        assert shared.tolist() == [[3333, 3333, 3334]]


class TestApportion:
    @given(st.lists(st.integers(-10_000, 10_000), min_size=1, max_size=12), st.integers(-9, 9))
    def test_adds_up_to_any_total_less_than_a_step_away(self, parts: list[int], off: int) -> None:
        total = -((-(sum(parts) + off)) // 10) if off < 0 else (sum(parts) + off) // 10

        found = apportion(parts, total, step=10)

        assert sum(found) == total
        assert all(abs(10 * shared - part) <= 10 for shared, part in zip(found, parts, strict=True))


class TestHalfUp:
    @pytest.mark.parametrize(("numerator", "denominator", "expected"), [(1, 2, 1), (-1, 2, 0), (3, 2, 2), (-3, 2, -1), (7, 3, 2)])
    def test_halves_go_up(self, numerator: int, denominator: int, expected: int) -> None:
        assert half_up(numerator, denominator) == expected

    def test_of_scores_for_pages(self) -> None:
        assert (to_tenths(8665), to_tenths(8664), five_point(7000), five_point(8410)) == (867, 866, 350, 421)
