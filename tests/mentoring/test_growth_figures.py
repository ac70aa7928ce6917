"""Figures of growth and contribution, to the decimal, as spec 2.4 and the stories give them."""

from datetime import date
from fractions import Fraction

import pytest

from bole.mentoring.rules.growth_figures import (
    Mark,
    Outcome,
    Result,
    contribution,
    is_high_performer,
    is_promoted,
    lift,
    lift_of_tests,
    months_between,
    months_later,
    score_after,
    score_before,
    tenths_of_percent,
    top_places,
    whole_percent,
)

FIRST_2025 = Result(date(2025, 1, 1), date(2025, 6, 30), 6800)
LAST_2025 = Result(date(2025, 7, 1), date(2025, 12, 31), 7000)
FIRST_2026 = Result(date(2026, 1, 1), date(2026, 6, 30), 7700)
HALVES = (FIRST_2025, LAST_2025, FIRST_2026)


class TestLift:
    @pytest.mark.parametrize(
        ("before", "after", "tenths"), [(7000, 8400, 200), (70, 85, 214), (62, 79, 274), (8400, 7000, -167), (8000, 8000, 0)]
    )
    def test_is_exact_to_the_tenth_of_a_percent(self, before, after, tenths):
        assert tenths_of_percent(lift(before, after)) == tenths

    def test_of_3_5_to_4_2_is_a_fifth(self):
        assert lift(350, 420) == Fraction(1, 5)

    def test_is_none_where_there_was_nothing_before(self):
        assert lift(0, 7000) is None

    def test_rounds_halves_away_from_nought(self):
        assert tenths_of_percent(Fraction(5, 10_000)) == 1
        assert tenths_of_percent(Fraction(-5, 10_000)) == -1


class TestBefore:
    def test_is_the_last_result_that_was_over_before_the_start(self):
        assert score_before(HALVES, start=date(2026, 5, 18)) == LAST_2025

    def test_leaves_out_a_result_that_ends_on_the_first_day(self):
        assert score_before(HALVES, start=date(2025, 12, 31)) == FIRST_2025

    def test_is_none_for_who_had_none(self):
        assert score_before(HALVES, start=date(2025, 3, 1)) is None


class TestAfter:
    def test_is_of_the_period_in_which_it_ended(self):
        assert score_after(HALVES, start=date(2025, 12, 1), end=date(2026, 5, 31)) == FIRST_2026

    def test_is_of_the_one_before_if_that_was_hardly_begun(self):
        assert score_after(HALVES, start=date(2025, 7, 1), end=date(2026, 1, 31)) == LAST_2025

    def test_is_none_while_the_period_is_open(self):
        assert score_after(HALVES[:2], start=date(2026, 1, 5), end=date(2026, 6, 30)) is None

    def test_is_none_for_a_programme_that_hardly_touched_a_period(self):
        assert score_after(HALVES, start=date(2026, 5, 18), end=date(2026, 7, 18)) is None


class TestSkillTests:
    def test_compare_the_first_and_the_last_of_one_exam(self):
        marks = [
            Mark(date(2026, 8, 19), 7800, 10_000, "x"),
            Mark(date(2026, 5, 20), 7000, 10_000, "x"),
            Mark(date(2026, 11, 18), 8500, 10_000, "x"),
        ]

        first, last = lift_of_tests(marks)

        assert (first.points, last.points) == (7000, 8500)

    def test_leave_out_another_exam(self):
        marks = [Mark(date(2026, 5, 20), 4000, 10_000, "y"), Mark(date(2026, 8, 19), 7800, 10_000, "x")]

        assert lift_of_tests(marks) is None

    @pytest.mark.parametrize(
        ("before", "after"),
        [("SQL  Basics", "sql basics"), ("\uff33\uff31\uff2c", "sql"), ("技能测试", "Skill test"), ("产品 技能", "产品技能")],
    )
    def test_know_a_name_however_it_was_typed(self, before, after):
        marks = [Mark(date(2026, 5, 20), 7000, 10_000, before), Mark(date(2026, 8, 19), 7800, 10_000, after)]

        assert lift_of_tests(marks) == tuple(marks)

    def test_need_two(self):
        assert lift_of_tests([]) is None
        assert lift_of_tests([Mark(date(2026, 5, 20), 7000, 10_000)]) is None


class TestPromotions:
    START, END = date(2025, 12, 1), date(2026, 5, 31)

    @pytest.mark.parametrize(
        ("day", "counts"),
        [
            (date(2025, 11, 30), False),
            (date(2025, 12, 1), True),
            (date(2026, 6, 1), True),
            (date(2027, 5, 31), True),
            (date(2027, 6, 1), False),
        ],
    )
    def test_count_during_and_within_twelve_months_after(self, day, counts):
        assert is_promoted([day], start=self.START, end=self.END) is counts

    def test_count_at_any_time_of_a_running_pair(self):
        assert is_promoted([date(2030, 1, 1)], start=self.START, end=None)

    def test_of_nobody_are_none(self):
        assert not is_promoted([], start=self.START, end=self.END)


class TestHighPerformers:
    @pytest.mark.parametrize(("people", "places"), [(0, 0), (1, 1), (4, 1), (10, 1), (19, 1), (20, 2), (59, 5), (60, 6)])
    def test_are_the_first_tenth_and_one_at_least(self, people, places):
        assert top_places(people) == places

    def test_fifth_and_sixth_of_sixty_are_and_the_seventh_is_not(self):
        scores = [100 - place for place in range(60)]

        assert [is_high_performer(scores[place], scores) for place in (4, 5, 6)] == [True, True, False]

    def test_of_equal_scores_are_all_or_none(self):
        scores = [90, 80, 80, 80, *[70] * 16]

        assert is_high_performer(80, scores)
        assert not is_high_performer(70, scores)


class TestContribution:
    def test_of_three_mentees_two_promoted_and_one_at_the_top(self):
        outcomes = [Outcome(1, True, False), Outcome(2, True, False), Outcome(3, False, True)]

        given = contribution(outcomes, minutes=96 * 60)

        assert (given.mentees, given.promoted, given.high_performers, given.hours) == (3, 2, 1, 96)
        assert whole_percent(given.promotion_rate) == 67
        assert whole_percent(given.high_performer_rate) == 33

    def test_counts_a_mentee_of_two_programmes_once(self):
        given = contribution([Outcome(1, False, True), Outcome(1, True, False)], minutes=0)

        assert (given.mentees, given.promoted, given.high_performers) == (1, 1, 1)

    def test_of_nobody_has_no_rates(self):
        given = contribution([], minutes=0)

        assert given.promotion_rate is None
        assert given.high_performer_rate is None


class TestMonths:
    def test_end_on_the_last_day_of_a_short_month(self):
        assert months_later(date(2026, 1, 31), 1) == date(2026, 2, 28)
        assert months_later(date(2024, 2, 29), 12) == date(2025, 2, 28)

    @pytest.mark.parametrize(("last", "months"), [(date(2026, 11, 17), 5), (date(2026, 11, 18), 6), (date(2026, 11, 23), 6)])
    def test_between_two_days_are_whole_ones(self, last, months):
        assert months_between(date(2026, 5, 18), last) == months
