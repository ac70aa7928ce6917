"""Days of the story on any day: moved by working days, months by months, July stays July."""

from datetime import date

import pytest

from bole.sandbox.rules.days import EXAMPLE, Almanac, anchor_of, closes_on
from bole.values.period import Period


class TestTheAnchor:
    def test_a_working_day_is_itself(self):
        assert anchor_of(date(2026, 10, 10)) == date(2026, 10, 10)

    def test_a_day_off_stands_for_the_working_day_before(self):
        assert anchor_of(date(2026, 10, 4)) == date(2026, 9, 30)


class TestMovingDays:
    @pytest.mark.parametrize("day", [date(2026, 9, 7), date(2025, 7, 7), date(2026, 12, 10), EXAMPLE])
    def test_on_the_example_day_nothing_moves(self, day):
        almanac = Almanac(EXAMPLE)

        assert (almanac.at(day), almanac.in_month(day)) == (day, day)

    def test_days_move_by_working_days(self):
        assert Almanac(date(2026, 11, 24)).at(date(2026, 11, 20)) == date(2026, 11, 23)

    def test_graduates_join_in_july_whatever_day_it_is(self):
        joined = [Almanac(day).near(date(2025, 7, 7)) for day in (date(2026, 9, 1), date(2027, 1, 4), date(2027, 6, 1))]

        assert [(day.month, day.day) for day in joined] == [(7, 7), (7, 7), (7, 7)]

    def test_what_a_month_tells_keeps_its_working_day_of_the_month(self):
        assert Almanac(date(2027, 1, 4)).in_month(date(2026, 9, 7)) == date(2026, 10, 13)


class TestTheHeadline:
    @pytest.mark.parametrize(
        ("day", "code"),
        [(EXAMPLE, "2026-11"), (date(2026, 12, 4), "2026-11"), (date(2026, 12, 7), "2026-12"), (date(2026, 10, 9), "2026-09")],
    )
    def test_is_the_newest_month_with_five_working_days(self, day, code):
        assert Almanac(day).headline.code == code

    def test_the_month_before_closes_on_the_day_on_which_the_new_one_is_shown(self):
        assert closes_on(Period.parse("2026-11")) == date(2026, 12, 7)

    def test_the_data_cover_twenty_four_months(self):
        almanac = Almanac(EXAMPLE)

        assert (almanac.launch, len(almanac.months)) == (date(2024, 12, 1), 24)

    def test_halves_that_lie_in_the_data_whole_are_closed(self):
        assert [half.code for half in Almanac(EXAMPLE).closed_halves] == ["2025-H1", "2025-H2", "2026-H1"]
