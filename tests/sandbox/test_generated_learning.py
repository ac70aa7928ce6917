"""Companies generated with people who learn: tastes are known, stay apart, and show in what is opened."""

import numpy as np
import pytest

from bole.sandbox.generated.learning import generate
from bole.sandbox.generated.learning_judging import judge, most_opened
from bole.sandbox.generated.learning_parts import TOPIC_CODES, LearningClimate, LearningTruth
from tests.sandbox.told_of_generated import arrays, within_reach


@pytest.fixture(scope="module")
def generated():
    return generate(people=1500, items=600, seed=5)


class TestCompanies:
    def test_are_the_same_for_the_same_seed(self):
        first, again = generate(people=200, items=80, seed=3), generate(people=200, items=80, seed=3)

        same = [np.array_equal(a, b) for a, b in zip(arrays(first), arrays(again), strict=True)]

        assert same == [True] * len(same)
        assert first.observed.wrote_text == again.observed.wrote_text

    def test_differ_with_the_seed(self):
        first, other = generate(people=200, items=80, seed=3), generate(people=200, items=80, seed=4)

        assert first.truth.climate != other.truth.climate

    def test_keep_the_truth_out_of_what_can_be_observed(self, generated):
        reached = within_reach(generated.observed)

        hidden = {id(one) for one in arrays(generated.truth)}

        assert not [one for one in reached if id(one) in hidden or isinstance(one, LearningTruth | LearningClimate)]


class TestOpens:
    def test_are_of_people_and_items_that_are_there(self, generated):
        seen = generated.observed

        assert (seen.opened_week >= seen.began[seen.opened_by]).all()
        assert (seen.opened_week >= seen.published[seen.opened_item]).all()

    def test_are_once_a_week(self, generated):
        seen = generated.observed
        keys = np.stack([seen.opened_by, seen.opened_item, seen.opened_week])

        assert np.unique(keys, axis=1).shape == keys.shape

    def test_follow_the_tastes(self, generated):
        seen, truth = generated.observed, generated.truth
        likings = (truth.taste_before + truth.taste_after) / 2
        own = (likings[seen.opened_by] * seen.topics[seen.opened_item]).sum(axis=1).mean()
        shuffled = (likings[np.roll(seen.opened_by, 7919)] * seen.topics[seen.opened_item]).sum(axis=1).mean()

        assert own > 2 * shuffled

    def test_of_the_late_begin_late(self, generated):
        seen = generated.observed

        assert 0.1 < (seen.began >= 10).mean() < 0.2


class TestWriting:
    def test_says_a_topic_in_several_ways(self, generated):
        about = generated.truth.wrote_about == TOPIC_CODES.index("complaint-handling")

        ways = {text for text, is_about in zip(generated.observed.wrote_text, about, strict=True) if is_about}

        assert len(ways) == 6
        assert sum("投诉" in way for way in ways) == 2


class TestJudging:
    def test_counts_what_was_opened_for_the_first_time(self, generated):
        seen = generated.observed
        late = seen.opened_week >= 18
        told = np.full((1500, 5), -1)
        told[seen.opened_by[late], 0] = seen.opened_item[late]

        judged = judge(seen, told, before=18)

        assert judged.hit_rate > 0.9

    def test_finds_nothing_where_nothing_is_recommended(self, generated):
        judged = judge(generated.observed, np.full((1500, 5), -1), before=18)

        assert judged.hit_rate == 0
        assert judged.coverage == 0

    def test_knows_what_popularity_reaches(self, generated):
        judged = judge(generated.observed, most_opened(generated.observed, before=18), before=18)

        assert 0.02 < judged.hit_rate < 0.3
        assert judged.coverage < 0.05
