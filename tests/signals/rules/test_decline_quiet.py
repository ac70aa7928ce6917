"""What is no decline of one person raises no alert."""

import numpy as np

from bole.signals.rules.decline import detect
from tests.signals.rules.series_of import calendar, daily, noisy, workday

DAYS = calendar(420)
WORKED = int(DAYS.is_working.sum())


def quiet(seed, number=1):
    return noisy(np.random.default_rng(seed), DAYS, number)


class TestSingleDays:
    def test_one_extreme_value_is_no_decline(self):
        values = quiet(1)
        values[0, 200] = 200.0

        assert not len(detect(daily(values, DAYS, count=4), DAYS))

    def test_three_very_bad_days_are_none(self):
        values = quiet(2)
        values[0, 200:203] *= 4

        assert not len(detect(daily(values, DAYS, count=4), DAYS))

    def test_bad_mondays_are_usual_on_mondays(self):
        values = quiet(3)
        values[0, ::5] *= 2

        assert not len(detect(daily(values, DAYS, count=4), DAYS))


class TestSilence:
    def test_a_silent_source_says_nothing_about_persons(self):
        days = np.arange(DAYS.is_working.size)
        heard = np.broadcast_to((days < 250) | (days >= 280), (5, days.size))
        values = quiet(4, 5)
        values[:, 178:200] = 0.0

        found = detect(daily(values, DAYS, count=4, up_is_worse=False, heard=heard), DAYS)

        assert not len(found)

    def test_a_holiday_without_work_says_nothing(self):
        days = DAYS.is_working.copy()
        days[250:259] = False
        off = calendar(420, off=[])
        working = type(off)(off.first_day, days, off.weekday)
        values = noisy(np.random.default_rng(5), working, 5, level=6.0)

        found = detect(daily(values, working, up_is_worse=False), working)

        assert not len(found)

    def test_days_away_are_no_evidence(self):
        here = np.ones((1, DAYS.is_working.size), np.bool_)
        here[0, 250:300] = False
        values = quiet(6)
        values[0, 178:214] = 9.0

        assert not len(detect(daily(values, DAYS, count=4, here=here), DAYS))


class TestANewPost:
    def test_begins_with_a_usual_of_its_own(self):
        here = np.ones((1, DAYS.is_working.size), np.bool_)
        here[0, : workday(DAYS, 200)] = False
        values = quiet(7)
        values[0, 200:] *= 3

        assert not len(detect(daily(values, DAYS, count=4, here=here), DAYS))

    def test_is_not_judged_before_sixty_working_days(self):
        here = np.ones((1, DAYS.is_working.size), np.bool_)
        here[0, : workday(DAYS, 200)] = False
        values = quiet(8)
        values[0, 240:260] *= 3

        assert not len(detect(daily(values, DAYS, count=4, here=here), DAYS))


class TestTheTeam:
    def test_what_all_go_through_is_nobodys_decline(self):
        values = quiet(9, 8)
        values[:, 200:] *= 2

        assert not len(detect(daily(values, DAYS, count=4, team=[0] * 8), DAYS))

    def test_what_moves_each_as_far_as_each_scatters_is_nobodys_decline(self):
        scatter = np.array([0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6])[:, None]
        values = np.maximum(1 + scatter * np.random.default_rng(13).standard_normal((8, WORKED)), 0.1)
        values[:, 200:230] += 1.6 * scatter

        assert not len(detect(daily(values, DAYS, count=4, team=[0] * 8), DAYS))

    def test_who_gets_worse_than_the_rest_is_noticed(self):
        values = quiet(10, 8)
        values[:, 200:] *= 1.5
        values[3, 200:] *= 2

        found = detect(daily(values, DAYS, count=4, team=[0] * 8), DAYS)

        assert found.row.tolist() == [3]
        assert 0.1 < found.team_share[0] < 0.5
