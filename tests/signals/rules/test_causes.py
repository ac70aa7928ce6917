"""The likely causes of a decline, with the numbers they rest on."""

import numpy as np

from bole.signals.rules.causes import CAUSES, causes
from bole.signals.rules.decline import detect
from tests.signals.rules.series_of import calendar, daily, noisy, surroundings, workday

DAYS = calendar(300)
ONSET = 150
COLUMN = workday(DAYS, ONSET)


def declined(number=1, team=None, heard=None, by=2):
    values = noisy(np.random.default_rng(21), DAYS, number)
    values[0, ONSET:] *= by
    return daily(values, DAYS, count=4, team=team, heard=heard)


def weighed(around, data=None):
    data = declined() if data is None else data
    return causes(data, DAYS, around, detect(data, DAYS))


def first(evidence):
    return CAUSES[int(evidence.weight[0].argmax())]


def test_a_new_project_comes_before_the_work_that_it_brings():
    around = surroundings(DAYS)
    around.projects[0, COLUMN - 1 :] = 2
    around.open_work[0, COLUMN - 1 :] = 14

    found = weighed(around)

    ordered = [CAUSES[n] for n in np.argsort(-found.weight[0])]
    assert ordered[:2] == ["project", "load"]
    assert np.round(found.before[0, :2]).tolist() == [6.0, 1.0]
    assert np.round(found.after[0, :2]).tolist() == [14.0, 2.0]


def test_more_work_alone_is_more_work():
    around = surroundings(DAYS)
    around.open_work[0, COLUMN - 1 :] = 14

    assert first(weighed(around)) == "load"


def test_a_long_absence_just_before():
    around = surroundings(DAYS)
    around.absent[0, COLUMN - 20 : COLUMN - 1] = True

    assert first(weighed(around)) == "absence"


def test_mentoring_taken_on():
    around = surroundings(DAYS)
    around.mentoring[0, COLUMN - 1 :] = 1.0

    assert first(weighed(around)) == "mentoring"


def test_a_source_that_was_silent_half_of_the_time():
    heard = np.ones((1, DAYS.is_working.size), np.bool_)
    heard[0, COLUMN + 1 : COLUMN + 60 : 3] = False
    heard[0, COLUMN + 2 : COLUMN + 60 : 3] = False

    assert first(weighed(surroundings(DAYS), declined(heard=heard, by=3))) == "source"


def test_a_team_that_changed_in_part():
    values = noisy(np.random.default_rng(22), DAYS, 8, scatter=0.1)
    values[:, ONSET:] *= 2
    values[0, ONSET:] *= 1.5
    data = daily(values, DAYS, count=4, team=[0] * 8)

    assert first(weighed(surroundings(DAYS, 8), data)) == "team"


def test_nothing_that_the_data_holds_is_unknown():
    found = weighed(surroundings(DAYS))

    assert found.weight[0].tolist() == [0, 0, 0, 0, 0, 0, 1]


def test_weights_add_up():
    around = surroundings(DAYS)
    around.projects[0, COLUMN:] = 2
    around.absent[0, COLUMN - 9 : COLUMN] = True

    assert np.allclose(weighed(around).weight.sum(axis=1), 1)
