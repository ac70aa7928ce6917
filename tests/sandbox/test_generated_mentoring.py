"""Companies generated with mentors: the effects are known, nothing of them is in what can be observed, and the traps are there."""

import numpy as np
import pytest

from bole.sandbox.generated.mentoring import generate
from bole.sandbox.generated.mentors import PRACTICES, Climate, MentoringTruth
from tests.sandbox.told_of_generated import arrays, within_reach


@pytest.fixture(scope="module")
def generated():
    return generate(people=3000, seed=7)


@pytest.fixture(scope="module")
def lifts(generated):
    """Return the change of each mentee's score from before to after, NaN where a year is missing."""
    seen = generated.observed
    return seen.score[seen.mentee, seen.after] - seen.score[seen.mentee, seen.before]


class TestCompanies:
    def test_are_the_same_for_the_same_seed(self):
        first, again = generate(people=300, seed=3), generate(people=300, seed=3)

        same = [np.array_equal(a, b, equal_nan=True) for a, b in zip(arrays(first), arrays(again), strict=True)]

        assert same == [True] * len(same)

    def test_differ_with_the_seed(self):
        first, other = generate(people=300, seed=3), generate(people=300, seed=4)

        assert not np.array_equal(first.truth.effect, other.truth.effect)
        assert first.truth.climate != other.truth.climate

    def test_refuse_too_short_a_past(self):
        with pytest.raises(ValueError, match="at least 3 periods, not 2"):
            generate(people=100, seed=1, periods=2)

    def test_keep_the_truth_out_of_what_can_be_observed(self, generated):
        reached = within_reach(generated.observed)

        hidden = {id(one) for one in arrays(generated.truth)}

        assert not [one for one in reached if id(one) in hidden or isinstance(one, MentoringTruth | Climate)]


class TestScores:
    def test_stand_on_the_scale_in_hundredths(self, generated):
        score = generated.observed.score[np.isfinite(generated.observed.score)]

        assert score.min() >= 1.0
        assert score.max() <= 5.0
        assert np.allclose(score * 100, np.round(score * 100))

    def test_are_missing_for_some_years_and_for_who_is_not_there(self, generated):
        seen = generated.observed
        here = seen.unit >= 0

        missing = np.isnan(seen.score)

        assert missing[~here].all()
        assert 0.04 < missing[here].mean() < 0.08

    def test_share_the_shocks_of_their_unit(self, generated):
        seen, shock = generated.observed, generated.truth.shock
        big = np.argwhere(shock > 0.35)

        stands_out = [
            np.nanmean(seen.score[(seen.unit[:, period] == unit), period]) - np.nanmean(seen.score[:, period]) for unit, period in big
        ]

        assert len(big) > 10
        assert np.mean(stands_out) > 0.25


class TestPairs:
    def test_have_a_score_closed_before_the_start_and_one_afterwards(self, generated):
        seen = generated.observed

        length = seen.after - seen.before

        assert set(length.tolist()) == {1, 2}
        assert (seen.unit[seen.mentee, seen.before] >= 0).all()

    def test_have_one_mentor_at_a_time(self, generated):
        seen = generated.observed
        order = np.lexsort((seen.before, seen.mentee))

        next_of_the_same = seen.mentee[order][1:] == seen.mentee[order][:-1]

        assert (seen.before[order][1:] >= seen.after[order][:-1])[next_of_the_same].all()

    def test_are_few_for_most_mentors(self, generated):
        number = np.bincount(generated.observed.mentor, minlength=len(generated.truth.effect))

        assert np.median(number) <= 6
        assert (number == 1).sum() > 5
        assert number.max() >= 10

    def test_leave_many_without_a_mentor_to_compare_with(self, generated):
        everybody = len(generated.observed.family)

        assert len(np.unique(generated.observed.mentee)) < 0.4 * everybody

    def test_add_what_the_truth_says(self, generated):
        seen, truth = generated.observed, generated.truth
        inside = (truth.without > 1.5) & (truth.without < 4.5) & np.isfinite(seen.score[seen.mentee, seen.after])

        added = (seen.score[seen.mentee, seen.after] - truth.without)[inside]

        assert np.abs(added - truth.effect_of_pair[inside]).max() < 0.011
        assert np.std(truth.effect_of_pair - truth.effect[seen.mentor]) == pytest.approx(0.06, abs=0.01)


class TestTraps:
    def test_weak_starters_get_mentors(self, generated):
        seen = generated.observed

        before = seen.score[seen.mentee, seen.before]

        assert np.nanmean(before) < np.nanmean(seen.score) - 0.1

    def test_some_mentors_are_given_weaker_starters_than_others(self, generated):
        seen = generated.observed
        kind = generated.truth.practice[seen.mentor]

        weak, plain, strong = (
            np.nanmean(seen.score[seen.mentee, seen.before][kind == PRACTICES.index(one)]) for one in ("weak", "plain", "strong")
        )

        assert weak < plain - 0.1
        assert strong > plain + 0.1

    def test_mentees_regress_to_the_mean(self, generated):
        seen = generated.observed

        unlucky = generated.truth.level_before - seen.score[seen.mentee, seen.before]

        assert np.nanmean(unlucky) > 0.02

    def test_so_the_bare_lift_flatters_who_was_given_weak_starters(self, generated, lifts):
        seen, truth = generated.observed, generated.truth
        too_much = lifts - truth.effect_of_pair
        kind = truth.practice[seen.mentor]

        assert np.nanmean(too_much) > 0.05
        assert np.nanmean(too_much[kind == PRACTICES.index("weak")]) > np.nanmean(too_much[kind == PRACTICES.index("strong")]) + 0.1

    def test_a_hidden_choice_looks_at_where_people_are_heading(self):
        plain, hidden = (generate(people=3000, seed=11, hidden=one) for one in (0.0, 1.5))

        too_much = [np.nanmean(one.truth.without - one.observed.score[one.observed.mentee, one.observed.before]) for one in (plain, hidden)]

        assert too_much[1] < too_much[0] - 0.02
