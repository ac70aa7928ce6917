"""The fold: the same by hand, from sums, and in bulk."""

from datetime import date, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bole.scoring.rules.fold import NO_LEAST, NO_MOST, Reading, Span, arrange, fold
from bole.scoring.rules.fold_bulk import Spans, fold_bulk

FIRST = date(2026, 11, 1)
MEASURES = ("delays", "tasks_due", "responses")
days = st.integers(0, 40).map(lambda n: FIRST + timedelta(days=n))
readings = st.builds(
    Reading,
    person=st.integers(1, 6),
    measure=st.sampled_from((*MEASURES, "commits")),
    day=days,
    total=st.integers(-(10**12), 10**12),
    count=st.integers(1, 50),
    least=st.integers(-9, 0),
    most=st.integers(0, 9),
)
spans = st.builds(lambda person, first, last: Span(person, min(first, last), max(first, last)), st.integers(1, 7), days, days)


def frame_of(rows: list[Reading], *, categories: bool = False) -> pl.LazyFrame:
    """Readings as a table."""
    kind = pl.Categorical() if categories else pl.String()
    return pl.LazyFrame(
        [(row.person, row.measure, row.day, row.total, row.count) for row in rows],
        schema={"person": pl.Int64, "measure": kind, "day": pl.Date, "total": pl.Int64, "count": pl.Int64},
        orient="row",
    )


class TestFold:
    def test_adds_the_days_of_a_span_up(self) -> None:
        rows = [
            Reading(1, "responses", FIRST, 7200, 2, 3000, 4200),
            Reading(1, "responses", FIRST + timedelta(days=3), 1800, 1, 1800, 1800),
            Reading(1, "responses", FIRST + timedelta(days=9), 9, 1, 9, 9),
            Reading(2, "responses", FIRST, 9, 1, 9, 9),
            Reading(1, "commits", FIRST, 9, 9, 1, 1),
        ]

        folded = fold(rows, [Span(1, FIRST, FIRST + timedelta(days=5))], ("responses", "delays"))

        assert folded.totals.tolist() == [[9000, 0]]
        assert folded.counts.tolist() == [[3, 0]]
        assert (folded.least is not None and folded.least.tolist()) == [[1800, NO_LEAST]]
        assert (folded.most is not None and folded.most.tolist()) == [[4200, NO_MOST]]

    @given(st.lists(readings, max_size=60), st.lists(spans, min_size=1, max_size=8))
    def test_does_not_depend_on_the_order_of_readings(self, rows: list[Reading], own: list[Span]) -> None:
        straight, backwards = fold(rows, own, MEASURES), fold(rows[::-1], own, MEASURES)

        assert straight.totals.tolist() == backwards.totals.tolist()
        assert straight.counts.tolist() == backwards.counts.tolist()


class TestArrange:
    def test_takes_sums_of_a_database(self) -> None:
        sums = [("BL0064", "delays", 3, 3), ("BL0064", "commits", 9, 9), ("BL0471", "delays", 1, 1), ("BL9999", "delays", 5, 5)]

        folded = arrange(sums, {"BL0471": 0, "BL0064": 1}, ("delays", "tasks_due"))

        assert folded.totals.tolist() == [[1, 0], [3, 0]]
        assert folded.count("delays").tolist() == [1, 3]


class TestFoldBulk:
    @settings(max_examples=60, deadline=None)
    @given(st.lists(readings, max_size=80), st.lists(spans, min_size=1, max_size=8), st.booleans())
    def test_agrees_with_the_fold_by_hand(self, rows: list[Reading], own: list[Span], categories: bool) -> None:  # noqa: FBT001
        by_hand = fold(rows, own, MEASURES)

        in_bulk = fold_bulk(frame_of(rows, categories=categories), Spans.of(own), MEASURES)

        assert in_bulk.totals.tolist() == by_hand.totals.tolist()
        assert in_bulk.counts.tolist() == by_hand.counts.tolist()

    @settings(max_examples=60, deadline=None)
    @given(st.lists(readings, max_size=80), st.permutations([1, 2, 3, 4, 9]))
    def test_agrees_where_all_have_the_same_days(self, rows: list[Reading], people: list[int]) -> None:
        last = FIRST + timedelta(days=20)
        by_hand = fold(rows, [Span(person, FIRST, last) for person in people], MEASURES)

        in_bulk = fold_bulk(frame_of(rows), Spans.whole(np.array(people), FIRST, last), MEASURES)

        assert in_bulk.totals.tolist() == by_hand.totals.tolist()
        assert in_bulk.counts.tolist() == by_hand.counts.tolist()

    @pytest.mark.parametrize("rows", [1, 1000])
    def test_of_no_readings_is_nothing(self, rows: int) -> None:
        folded = fold_bulk(frame_of([]), Spans.whole(np.arange(rows), FIRST, FIRST), MEASURES)

        assert folded.totals.shape == (rows, 3)
        assert not folded.totals.any()
