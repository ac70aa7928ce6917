"""What hours of mentoring come to: the worked examples of docs/domain/mentoring-hours.md, and what holds for all numbers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.mentoring.rules.hours import (
    HoursTerms,
    allowance_of,
    cost_per_point,
    planned_minutes,
    reduced,
    reduction_of,
    seats_in_hours,
    share_of,
    together,
)

TERMS = HoursTerms(reduces=True, least_share=2, most_reduction=10, rate=10_000, most_allowance=80_000)
MINUTES, DAYS = st.integers(0, 31 * 24 * 60), st.integers(0, 23)


class TestTheWorkedExamples:
    def test_of_a_share(self):
        assert share_of(390, days=21) == Fraction(390, 10_080)

    @pytest.mark.parametrize(
        ("minutes", "days", "percent"),
        [(390, 21, 3), (403, 21, 3), (404, 21, 4), (201, 21, 0), (202, 21, 2), (1_200, 21, 10), (390, 0, 0), (390, 10, 8)],
    )
    def test_of_a_reduction(self, minutes, days, percent):
        assert reduction_of(minutes, days=days, terms=TERMS) == percent

    @pytest.mark.parametrize(("minutes", "fen"), [(390, 65_000), (1, 167), (480, 80_000), (481, 80_000), (0, 0)])
    def test_of_an_allowance(self, minutes, fen):
        assert allowance_of(minutes, terms=TERMS) == fen

    def test_both_are_off_as_it_ships(self):
        shipped = HoursTerms()

        assert (reduction_of(1_200, days=21, terms=shipped), allowance_of(1_200, terms=shipped), shipped.grants) == (0, 0, False)

    @pytest.mark.parametrize(("target", "percent", "now"), [(1_000_000, 3, 970_000), (1_005, 10, 905), (1, 10, 1)])
    def test_of_a_lower_target(self, target, percent, now):
        assert reduced(target, percent=percent) == now

    def test_of_months_that_meet_in_one_period(self):
        assert together([3, 4, 5], months=3, most=10) == 4
        assert together([8, 7], months=1, most=10) == 10

    def test_of_planned_hours(self):
        pairs = [("a", 1), ("b", 2), ("group", 1), ("group", 1), ("none", 0)]

        assert planned_minutes(pairs, usual=60) == 150

    def test_of_seats_in_hours(self):
        assert seats_in_hours(Fraction(150), each=Fraction(60), most_hours=4) == 1
        assert seats_in_hours(Fraction(300), each=Fraction(60), most_hours=4) == 0
        assert seats_in_hours(Fraction(300), each=Fraction(60), most_hours=0) is None

    def test_of_cost_per_point(self):
        assert cost_per_point(minutes=6_000, hour_cost=12_000, allowances=300_000, lift=150) == 1_000_000
        assert cost_per_point(minutes=6_000, hour_cost=12_000, allowances=0, lift=0) is None


class TestForAllNumbers:
    @given(MINUTES, DAYS)
    def test_a_reduction_is_never_more_than_the_share_nor_than_the_terms(self, minutes, days):
        percent = reduction_of(minutes, days=days, terms=TERMS)

        assert percent == 0 or TERMS.least_share <= percent <= TERMS.most_reduction
        assert percent <= share_of(minutes, days=days) * 100

    @given(MINUTES, MINUTES, DAYS)
    def test_more_talk_never_comes_to_less(self, some, more, days):
        low, high = sorted((some, more))

        assert reduction_of(low, days=days, terms=TERMS) <= reduction_of(high, days=days, terms=TERMS)
        assert allowance_of(low, terms=TERMS) <= allowance_of(high, terms=TERMS) <= TERMS.most_allowance

    @given(st.integers(1, 10**15), st.integers(0, 50))
    def test_a_lower_target_is_lower_by_that_share_to_half_a_step(self, target, percent):
        now = reduced(target, percent=percent)

        assert 1 <= now <= target
        assert now == 1 or abs(now * 100 - target * (100 - percent)) <= 50
