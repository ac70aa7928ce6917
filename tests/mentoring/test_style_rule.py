"""A mentor's style, from the structure of records: nothing below ten of them, middle values that one odd record does not move, borders."""

from datetime import date, timedelta

import pytest

from bole.mentoring.rules.style import MeetingShape, style_of

FIRST = date(2026, 1, 5)


def met(count: int, *, every: int = 9, minutes: int = 40, agreed: int = 1, has_next: bool = True, topics: int = 1, pair: int = 1):
    """Return so many meetings of one pair."""
    return [
        MeetingShape(pair=pair, held_on=FIRST + n * timedelta(days=every), minutes=minutes, agreed=agreed, has_next=has_next, topics=topics)
        for n in range(count)
    ]


class TestStyle:
    def test_is_learned_from_ten_records_on(self) -> None:
        assert (style_of(met(9)), style_of(met(10)) is None) == (None, False)

    def test_of_short_frequent_planned_talks_with_a_next_step(self) -> None:
        style = style_of(met(10))

        assert style is not None
        assert style.ways == {"pace": "often", "length": "short", "steps": "firm", "lead": "plan"}
        assert (style.days_between, style.minutes, style.firm, style.planned) == (9, 40, 100, 100)

    def test_of_long_rare_free_talks_that_leave_it_open(self) -> None:
        style = style_of(met(10, every=30, minutes=90, agreed=0, topics=0))

        assert style is not None
        assert style.ways == {"pace": "spaced", "length": "long", "steps": "open", "lead": "free"}

    @pytest.mark.parametrize(("every", "pace"), [(14, "often"), (15, "spaced")])
    def test_calls_fourteen_days_often_still(self, every: int, pace: str) -> None:
        style = style_of(met(10, every=every))

        assert style is not None
        assert style.ways["pace"] == pace

    @pytest.mark.parametrize(("minutes", "length"), [(45, "short"), (46, "long")])
    def test_calls_fortyfive_minutes_short_still(self, minutes: int, length: str) -> None:
        style = style_of(met(10, minutes=minutes))

        assert style is not None
        assert style.ways["length"] == length

    def test_needs_a_step_and_a_next_day_to_be_firm(self) -> None:
        style = style_of(met(10, has_next=False))

        assert style is not None
        assert style.ways["steps"] == "open"

    def test_counts_half_of_the_talks_as_enough(self) -> None:
        style = style_of(met(5) + met(5, agreed=0, topics=0, pair=2))

        assert style is not None
        assert (style.ways["steps"], style.ways["lead"], style.firm) == ("firm", "plan", 50)

    def test_is_not_moved_by_one_odd_record(self) -> None:
        style = style_of([*met(10), *met(1, minutes=480, pair=2)])

        assert style is not None
        assert (style.minutes, style.days_between) == (40, 9)

    def test_measures_days_within_a_pair_never_across(self) -> None:
        style = style_of([one for pair in range(10) for one in met(1, pair=pair)])

        assert style is not None
        assert (style.days_between, "pace" in style.ways) == (None, False)

    def test_takes_records_in_any_order(self) -> None:
        meetings = met(12)

        assert style_of(meetings[::-1]) == style_of(meetings)
