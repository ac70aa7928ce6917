"""What is found by a day rests on that day and the days before it; a night finds what the walk finds."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from bole.signals.rules.decline import Standing, detect, detect_last, nothing_standing
from tests.signals.rules.series_of import calendar, daily, noisy, surroundings, until, workday

DAYS = calendar(300)
NUMBER = 6


def drawn(seed, onset):
    """Six rows of a team, some of which get worse, with days away and a silent source."""
    rng = np.random.default_rng(seed)
    values = noisy(rng, DAYS, NUMBER, scatter=0.4)
    values[:2, onset : onset + 40] *= 2.2
    here = rng.random((NUMBER, DAYS.is_working.size)) > 0.05
    heard = np.broadcast_to(rng.random(DAYS.is_working.size) > 0.02, here.shape)
    return daily(values, DAYS, count=3, here=here, heard=heard, team=[0] * NUMBER)


def known_by(found, column):
    """What had been found by the end of a day, and what had been over."""
    seen = found.noticed <= column
    recovered = np.where(found.recovered <= column, found.recovered, -1)
    columns = (found.row, found.onset, found.noticed, found.usual, found.now, recovered)
    return [tuple(np.round(one, 6).tolist()) for one in np.stack([np.asarray(c, np.float64)[seen] for c in columns], axis=1)]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 999), st.integers(80, 160), st.integers(120, 299))
def test_the_future_changes_nothing_that_was_found(seed, onset, column):
    data = drawn(seed, onset)

    whole, part = detect(data, DAYS), detect(*until(data, DAYS, column))

    assert known_by(whole, column) == known_by(part, column)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 999), st.integers(80, 160))
def test_the_night_of_a_finding_finds_it(seed, onset):
    data = drawn(seed, onset)
    whole = detect(data, DAYS)

    rows, first = np.unique(whole.row, return_index=True)  # a second one of a row rests on the first, which a single night does not know
    nights = [detect_last(*until(data, DAYS, int(column))) for column in whole.noticed[first]]
    assert [row in night.found.row for row, night in zip(rows, nights, strict=True)] == [True] * len(nights)


def test_the_night_of_a_return_tells_it():
    days = calendar(400)
    values = noisy(np.random.default_rng(3), days)
    values[:, 150:180] *= 2
    data = daily(values, days, count=4)
    found = detect(data, days)
    open_one = Standing(is_open=np.array([True]), onset=found.onset, usual=found.usual, now=found.now, since=np.zeros(1, np.int32))

    before, on = (detect_last(*until(data, days, int(found.recovered[0]) - back), open_one) for back in (1, 0))

    assert before.back.tolist() == []
    assert on.back.tolist() == [0]


def test_an_open_decline_is_not_found_again():
    days = calendar(280)
    values = noisy(np.random.default_rng(4), days)
    values[:, 150:] *= 2
    found = detect(daily(values, days, count=4), days)
    standing = replace(nothing_standing(1), is_open=np.array([True]), onset=found.onset, usual=found.usual, now=found.now)
    one_week_on = until(daily(values, days, count=4), days, int(found.noticed[0]) + 7)

    assert detect_last(*one_week_on).found.row.tolist() == [0]
    assert detect_last(*one_week_on, standing).found.row.tolist() == []


def test_a_usual_that_began_anew_forgets_what_was_before():
    days = calendar(280)
    values = noisy(np.random.default_rng(5), days)
    values[:, 120:] *= 2
    column = workday(days, 130)
    anew = replace(nothing_standing(1), since=np.array([workday(days, 120)], np.int32))

    assert detect_last(*until(daily(values, days, count=4), days, column)).found.row.tolist() == [0]
    assert detect_last(*until(daily(values, days, count=4), days, column), anew).found.row.tolist() == []


def test_a_change_in_the_work_makes_a_small_decline_believable():
    days = calendar(400)
    values = noisy(np.random.default_rng(6), days, 40, scatter=0.5)
    values[:, 200:] *= 1.3
    data, quiet, busy = daily(values, days, count=4), surroundings(days, 40), surroundings(days, 40)
    busy.projects[:, workday(days, 199) :] += 1

    assert len(detect(data, days, quiet)) == len(detect(data, days))
    assert len(detect(data, days, busy)) > len(detect(data, days, quiet))
