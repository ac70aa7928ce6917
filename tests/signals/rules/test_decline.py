"""A decline is noticed on its fifth working day, once, and closes when the work is as usual again."""

from datetime import date, timedelta

import numpy as np

from bole.signals.rules.decline import detect
from tests.signals.rules.series_of import calendar, daily, noisy, workday

FIRST = date(2026, 6, 15)
SLOW = date(2026, 9, 8)
# The mid-autumn day is off, the Sunday before is worked.
DAYS = calendar(120, first_day=FIRST, off=[date(2026, 9, 25)], on=[date(2026, 9, 20)])
WORKED = [FIRST + timedelta(days=int(n)) for n in np.flatnonzero(DAYS.is_working)]
MENDING = (2.8, 2.6, 2.3, 2.0, 1.8, 1.6, 1.3, 1.1, 0.9)


def day_of(column):
    return FIRST + timedelta(days=int(column))


def hours():
    """An hour until 7 September, three until 16 September, then falling: 1.1 is the mean of the three days up to 29 September."""
    since = np.array([WORKED.index(day) - WORKED.index(SLOW) for day in WORKED])
    mended = np.select([since - 7 == n for n in range(len(MENDING))], MENDING, 1.1)
    return np.where(since < 0, 1.0, np.where(since < 7, 3.0, mended))


class TestTheSpecsCase:
    def test_is_noticed_on_the_fifth_working_day_and_over_when_it_is_back(self):
        found = detect(daily(hours(), DAYS, count=3), DAYS)

        assert len(found) == 1
        assert day_of(found.onset[0]) == SLOW
        assert day_of(found.noticed[0]) == date(2026, 9, 14)
        assert day_of(found.recovered[0]) == date(2026, 9, 29)

    def test_shows_the_usual_of_sixty_days_and_the_last_five(self):
        found = detect(daily(hours(), DAYS, count=3), DAYS)

        assert np.allclose(found.usual, [1.0])
        assert np.allclose(found.now, [3.0])
        assert found.sample_days.tolist() == [5]

    def test_says_nothing_on_the_fourth_day(self):
        until_friday = calendar((date(2026, 9, 11) - FIRST).days + 1, first_day=FIRST)

        found = detect(daily(hours()[: int(until_friday.is_working.sum())], until_friday, count=3), until_friday)

        assert not len(found)


class TestWhatIsCountedRarely:
    def test_notices_delays_that_go_from_two_in_five_weeks_to_two_a_week(self):
        days = calendar(280)
        delays = np.zeros(200)
        delays[4:150:12] = 1
        delays[150::5] = delays[152::5] = 1

        found = detect(daily(delays, days), days)

        assert len(found) == 1
        assert found.recovered.tolist() == [-1]

    def test_notices_failures_of_somebody_who_hardly_ever_fails(self):
        days = calendar(280)
        passed = np.ones(200)
        passed[20:150:25] = 0
        passed[150::2] = 0

        found = detect(daily(passed, days, up_is_worse=False), days)

        assert len(found) == 1


class TestOneDecline:
    def test_raises_one_alert_however_long_it_lasts(self):
        days = calendar(560)
        values = noisy(np.random.default_rng(11), days)
        values[:, 150:] *= 1.8

        found = detect(daily(values, days, count=4), days)

        assert found.row.tolist() == [0]
        assert found.recovered.tolist() == [-1]

    def test_may_be_followed_by_another_after_it_was_over(self):
        days = calendar(560)
        values = noisy(np.random.default_rng(12), days)
        values[:, 150:180] *= 2.0
        values[:, 300:330] *= 2.0

        found = detect(daily(values, days, count=4), days)

        assert np.abs(found.onset - [workday(days, 150), workday(days, 300)]).max() <= 4
        assert np.all(found.recovered > found.noticed)


class TestANewcomer:
    def test_is_noticed_as_soon_as_everybody_else(self):
        days = calendar(420)
        here = np.ones((2, days.is_working.size), np.bool_)
        here[1, : workday(days, 100)] = False
        share = np.clip(noisy(np.random.default_rng(11), days, 2, level=0.97, scatter=0.015), 0, 1)
        share[:, 200:] -= 0.03

        found = detect(daily(share, days, count=90, up_is_worse=False, here=here), days)

        assert sorted(found.row.tolist()) == [0, 1]
        assert (found.noticed <= workday(days, 210)).all()


class TestTheFirstDay:
    def test_is_one_of_which_something_is_known(self):
        days = calendar(420)
        values = noisy(np.random.default_rng(12), days, scatter=0.15)
        values[0, 200:] *= 3
        known = np.ones(int(days.is_working.sum()))
        known[195:200] = 0
        data = daily(values, days, count=known)

        found = detect(data, days)

        assert data.count[0, found.onset[0]] > 0
        assert found.onset.tolist() == [workday(days, 200)]
