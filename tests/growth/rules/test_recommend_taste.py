"""How much an item appeals, and what somebody's opens say of their taste."""

import numpy as np
import pytest
from scipy import sparse

from bole.growth.rules.recommend import been_there
from bole.growth.rules.recommend_taste import UNKNOWN, appeal_of, taste_of

NEVER = 0.0


def opens(*rows: list[float]) -> sparse.csr_array:
    """Return who opened what: a row a person, how much of it still counts."""
    return sparse.csr_array(np.array(rows))


def appeals(used: sparse.csr_array, *, there: list[float]) -> list[float]:
    """Return how much each item of one topic appeals to people who lean to it alike."""
    people, items = used.shape
    heads = np.asarray((used.toarray() > 0).sum(axis=0), dtype=np.float64)
    found = appeal_of(
        used, heads, topics=np.ones((items, 1)), leaning=np.ones((people, 1)), there=np.array(there), least=5,
    )  # fmt: skip
    return [float(one) for one in found]


class TestAppeal:
    def test_is_about_one_where_all_are_opened_alike(self):
        found = appeals(opens(*[[1.0, 1.0]] * 10), there=[1.0, 1.0])

        assert found == pytest.approx([1.0, 1.0])

    def test_of_an_item_that_came_late_is_counted_by_its_time(self):
        early, late = appeals(opens(*[[1.0, 1.0]] * 10), there=[1.0, 0.25])

        assert late > 1.5 * early

    def test_is_not_less_because_everybody_has_opened_it_before(self):
        lost, kept = appeals(opens(*[[0.3, 0.0]] * 15, *[[0.0, 0.3]] * 5, *[[0.0, 0.0]] * 5), there=[1.0, 1.0])

        assert lost > 2 * kept

    def test_says_nothing_of_fewer_than_five_people(self):
        found = appeals(opens(*[[1.0, 1.0]] * 4, *[[0.0, 1.0]] * 6), there=[1.0, 1.0])

        assert found[0] == UNKNOWN


class TestTaste:
    TOPICS = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]])
    WITHIN = np.array([[0.5, 0.0, 0.5], [0.0, 0.5, 0.5]])

    def owed(self, row: list[float], *, plain: list[float], before: list[float]) -> list[float]:
        """Return how many of one person's opens each of two topics is owed."""
        found = taste_of(opens(row), topics=self.TOPICS, within=self.WITHIN, plain=np.array(plain), before=np.array([before]))
        return [float(one) for one in found[0]]

    def test_owes_an_open_of_two_topics_to_the_one_that_is_opened_else(self):
        first, second = self.owed([1.0, 0.0, 1.0], plain=[NEVER, NEVER, NEVER], before=[0.1, 0.1])

        assert first + second == pytest.approx(2.0)
        assert first > 1.9

    def test_owes_less_to_a_topic_where_everybody_opens_the_thing(self):
        rare = self.owed([1.0, 0.0, 0.0], plain=[0.01, 0.5, 0.49], before=[1.0, 1.0])
        plain = self.owed([1.0, 0.0, 0.0], plain=[0.9, 0.05, 0.05], before=[1.0, 1.0])

        assert plain[0] < 0.6 < 0.95 < rare[0]

    def test_owes_nothing_for_nothing(self):
        assert self.owed([0.0, 0.0, 0.0], plain=[0.4, 0.3, 0.3], before=[1.0, 1.0]) == [0.0, 0.0]


class TestTimeThere:
    def test_grows_with_what_still_counts(self):
        found = been_there(np.array([0.0, 42.0, 180.0, 400.0]))

        assert [round(float(one), 2) for one in found] == [0.0, 0.53, 1.0, 1.0]
