"""What everybody with an indicator goes through is taken off, day by day, before anybody is said to be worse."""

import numpy as np

from bole.signals.rules.climate import climate
from bole.signals.rules.decline import detect, detect_last
from tests.signals.rules.series_of import calendar, daily, noisy, until, workday

DAYS = calendar(420)
# A season in which everything takes a third longer.
SEASON = slice(210, 250)


def season(*, people=60, rows=None, own=()):
    values = noisy(np.random.default_rng(3), DAYS, people, scatter=0.15)
    values[:, SEASON] *= 1.33
    for row in own:
        values[row, 215:] *= 1.6
    family = np.zeros(people, np.int32) if rows is None else rows
    return daily(values, DAYS, count=4, family=family)


def test_what_all_with_the_indicator_go_through_is_nobodys_decline():
    alone, together = season(rows=np.arange(60)), season()

    assert len(detect(alone, DAYS)) > 40
    assert len(detect(together, DAYS)) == 0


def test_who_gets_worse_than_all_the_others_is_noticed():
    found = detect(season(own=[7]), DAYS)

    assert found.row.tolist() == [7]
    assert abs(found.onset[0] - workday(DAYS, 215)) <= 6


def test_a_day_is_told_as_far_as_the_rows_agree():
    of_many, of_few = climate(season(), DAYS), climate(season(people=8), DAYS)

    assert 1.28 < np.median(of_many[0, 225:245]) < 1.38
    assert 0.95 < np.median(of_many[0, 100:200]) < 1.05
    assert (of_few == 1).all()


def test_a_night_finds_what_the_walk_finds():
    data = season(own=[7])

    found = detect(data, DAYS)
    night = detect_last(*until(data, DAYS, int(found.noticed[0])))

    assert night.found.row.tolist() == [7]


def test_the_future_changes_no_day():
    data = season(own=[7])

    whole, part = climate(data, DAYS), climate(*until(data, DAYS, 300))

    assert np.array_equal(whole[:, : part.shape[1]], part)


def test_rare_things_that_come_as_often_as_ever_are_no_climate():
    rare = (np.random.default_rng(5).random((60, int(DAYS.is_working.sum()))) < 0.08).astype(np.float64)

    told = climate(daily(rare, DAYS, family=np.zeros(60, np.int32)), DAYS)

    assert 0.8 < np.median(told[0, 60:]) < 1.25
