"""Adding up plain rows gives what the fold of readings gives."""

from datetime import date, timedelta

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from bole.scoring.rules.fold import Reading, Span, add_up, fold

FIRST = date(2026, 11, 1)
MEASURES = ("tasks_due", "delays", "responses")
days = st.integers(0, 29).map(lambda n: FIRST + timedelta(days=n))
rows = st.lists(st.tuples(st.integers(1, 3), st.sampled_from((*MEASURES, "commits")), days, st.integers(-9, 10**9), st.integers(1, 9)))
spans = st.lists(st.builds(lambda person, a, b: Span(person, min(a, b), max(a, b)), st.integers(1, 3), days, days), unique=True)


@given(rows, spans)
def test_plain_rows_add_up_to_the_fold(given_rows, given_spans):
    readings = [Reading(person, measure, day, total, count, total, total) for person, measure, day, total, count in given_rows]

    folded, added = fold(readings, given_spans, MEASURES), add_up(given_rows, given_spans, MEASURES)

    assert np.array_equal(folded.totals, added.totals)
    assert np.array_equal(folded.counts, added.counts)
