"""Exams, certificates and skills as arithmetic: docs/domain/growth.md tells the examples."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.growth.rules.codes import read_code, spelled
from bole.growth.rules.exams import Again, Try, draw, is_right, may_try, passes, points_of
from bole.growth.rules.expiry import holds_until, state_on
from bole.growth.rules.skills import Shown, Standing, standing

DAY = date(2026, 11, 6)
REFS = [f"q{n:02d}" for n in range(40)]


def again(*tries: Try, today: date, tries_a_year: int = 4, repeats: bool = False, until: date | None = None) -> Again:
    return may_try(tries, today=today, days_between=14, tries_a_year=tries_a_year, repeats=repeats, holds_until=until)


class TestDrawing:
    @given(st.lists(st.floats(0, 1), min_size=40, max_size=40), st.integers(1, 40))
    def test_draws_so_many_and_none_twice(self, lots, count):
        drawn = draw(REFS, lots=dict(zip(REFS, lots, strict=True)), count=count)

        assert len(drawn) == len(set(drawn)) == count
        assert set(drawn) <= set(REFS)

    def test_the_lots_decide(self):
        assert draw(["a", "b", "c"], lots={"a": 0.9, "b": 0.1, "c": 0.5}, count=2) == ("b", "c")


class TestMarking:
    @pytest.mark.parametrize(
        ("chosen", "right", "marked"),
        [(["a"], ["a"], True), (["b"], ["a"], False), ([], ["a"], False), (["b", "a"], ["a", "b"], True), (["a"], ["a", "b"], False),
         (["a", "b", "c"], ["a", "b"], False)],
    )  # fmt: skip
    def test_is_right_when_exactly_the_right_ones_are_chosen(self, chosen, right, marked):
        assert is_right(chosen, right) is marked

    @pytest.mark.parametrize(
        ("right", "count", "points"), [(19, 25, 7600), (20, 25, 8000), (2, 3, 6667), (1, 3, 3333), (0, 25, 0), (25, 25, 10_000)]
    )
    def test_points_are_hundredths(self, right, count, points):
        assert points_of(right, count) == points

    @pytest.mark.parametrize(
        ("right", "count", "passed"), [(20, 25, True), (19, 25, False), (24, 30, True), (23, 30, False), (0, 0, False)]
    )
    def test_the_pass_mark_is_met_exactly(self, right, count, passed):
        assert passes(right, count, pass_points=80) is passed

    def test_rounding_lifts_nobody_over_it(self):
        # 2 of 3 are 66.67 points, shown as 67.
        assert passes(2, 3, pass_points=67) is False


class TestTryingAgain:
    def test_the_first_try_is_free(self):
        assert again(today=DAY) == Again(day=DAY, why="")

    def test_zhou_yu_tries_again_after_two_weeks(self):
        failed = Try(day=date(2026, 11, 6), passed=False)

        assert again(failed, today=date(2026, 11, 19)) == Again(day=date(2026, 11, 20), why="wait")
        assert again(failed, today=date(2026, 11, 20)) == Again(day=date(2026, 11, 20), why="")

    def test_a_year_has_so_many_tries(self):
        tries = [Try(day=date(2026, month, 2), passed=False) for month in (3, 5, 7, 9)]

        assert again(*tries, today=DAY) == Again(day=date(2027, 1, 1), why="year")
        assert again(*tries, today=date(2027, 1, 1)) == Again(day=date(2027, 1, 1), why="")

    def test_days_between_lead_into_the_next_year(self):
        tries = [Try(day=date(2026, month, 28), passed=False) for month in (3, 5, 7, 12)]

        assert again(*tries, today=date(2026, 12, 29)) == Again(day=date(2027, 1, 11), why="wait")

    def test_a_pass_holds(self):
        passed = Try(day=DAY, passed=True)

        assert again(passed, today=date(2027, 1, 1)) == Again(day=None, why="passed")
        assert again(passed, today=date(2027, 1, 1), until=date(2028, 11, 5)) == Again(day=date(2028, 8, 7), why="passed")
        assert again(passed, today=date(2028, 8, 7), until=date(2028, 11, 5)) == Again(day=date(2028, 8, 7), why="")

    def test_a_test_of_skills_repeats(self):
        assert again(Try(day=DAY, passed=True), today=date(2026, 11, 20), repeats=True) == Again(day=date(2026, 11, 20), why="")

    @given(st.lists(st.tuples(st.integers(0, 700), st.booleans()), max_size=8), st.integers(0, 800), st.booleans())
    def test_never_leads_back_in_time(self, days, now, repeats):
        tries = [Try(day=DAY + timedelta(days=number), passed=passed) for number, passed in days]
        today = max([DAY + timedelta(days=now), *(one.day for one in tries)])

        found = again(*tries, today=today, repeats=repeats, until=DAY + timedelta(days=900))

        assert found.day is not None
        assert found.day >= today
        assert (found.day == today) == (found.why == "")


class TestHowLongAPaperHolds:
    @pytest.mark.parametrize(
        ("granted", "months", "until"),
        [
            (date(2026, 11, 20), 24, date(2028, 11, 19)),
            (date(2026, 1, 31), 1, date(2026, 2, 28)),
            (date(2028, 2, 29), 12, date(2029, 2, 28)),
            (date(2026, 12, 1), 1, date(2026, 12, 31)),
            (date(2026, 11, 20), 0, None),
        ],
    )
    def test_to_the_day_before(self, granted, months, until):
        assert holds_until(granted, months=months) == until

    def test_its_last_day_is_one_of_them(self):
        about = {"granted_on": date(2026, 11, 20), "valid_until": date(2028, 11, 19), "revoked_on": None}

        assert [state_on(day, **about) for day in (date(2026, 11, 20), date(2028, 11, 19), date(2028, 11, 20))] == [
            "valid",
            "valid",
            "ended",
        ]

    def test_revoked_is_revoked(self):
        day = date(2027, 1, 1)

        assert state_on(day, granted_on=DAY, valid_until=None, revoked_on=day) == "revoked"


class TestCodes:
    @pytest.mark.parametrize("typed", ["k7m29qpdx4ht", "K7M2-9QPD-X4HT", " k7m2 9qpd x4ht "])
    def test_are_read_as_people_type_them(self, typed):
        assert read_code(typed) == "k7m29qpdx4ht"

    @pytest.mark.parametrize("typed", ["", "k7m2", "K7M2-9QPD-X4H!", "k7m29qpdx4ht9", "k7m10qpdx4ht"])
    def test_that_can_be_none_are_none(self, typed):
        assert read_code(typed) == ""

    def test_are_spelled_in_threes(self):
        assert spelled("k7m29qpdx4ht") == "K7M2-9QPD-X4HT"


NOON = datetime(2026, 11, 1, 4, tzinfo=UTC)


def shown(level: int, source: str, days: int = 0) -> Shown:
    return Shown(level=level, source=source, at=NOON + timedelta(days=days))


class TestStanding:
    @pytest.mark.parametrize(
        ("evidence", "told"),
        [
            ([shown(3, "own")], Standing(level=3, is_confirmed=False, asked=3, count=1)),
            ([shown(3, "own"), shown(4, "own", 1)], Standing(level=4, is_confirmed=False, asked=4, count=2)),
            ([shown(4, "own"), shown(3, "manager", 1)], Standing(level=3, is_confirmed=True, asked=None, count=2)),
            ([shown(3, "manager"), shown(4, "own", 1)], Standing(level=3, is_confirmed=True, asked=4, count=2)),
            ([shown(3, "manager"), shown(3, "own", 1)], Standing(level=3, is_confirmed=True, asked=None, count=2)),
            ([shown(2, "manager"), shown(3, "exam")], Standing(level=3, is_confirmed=True, asked=None, count=2)),
            ([shown(3, "exam"), shown(2, "manager", 1)], Standing(level=3, is_confirmed=True, asked=None, count=2)),
            ([shown(1, "own"), shown(3, "certificate", 1)], Standing(level=3, is_confirmed=True, asked=None, count=2)),
        ],
    )
    def test_weighs_the_evidence(self, evidence, told):
        assert standing(evidence) == told

    def test_of_nothing_is_none(self):
        assert standing([]) is None
