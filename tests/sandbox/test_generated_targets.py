"""Units generated with targets: missed for causes that are known, each with its share, and none in what can be observed."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.sandbox.generated.shares import shapley, shares_of
from bole.sandbox.generated.targets import generate, runs_in
from bole.sandbox.generated.units import CAUSES, RUNS, SPEAKS_OF, Runs, UnitTruth
from tests.sandbox.told_of_generated import arrays, within_reach

GAPS = st.lists(st.floats(-1000, 1000), min_size=16, max_size=16)


@pytest.fixture(scope="module")
def generated():
    return generate(units=400, seed=5)


def game(gaps):
    """Return the gap of a world by its flags, of a single run."""
    return lambda flags: np.array([gaps[sum(flag << place for place, flag in enumerate(flags))]])


def over_all_orders(gaps):
    """Return the amounts by their definition: the mean over all orders in which the factors leave normal."""
    amounts = np.zeros(4)
    for order in permutations(range(4)):
        codes = [sum(1 << one for one in order[:taken]) for taken in range(5)]
        for taken, one in enumerate(order):
            amounts[one] += (gaps[codes[taken + 1]] - gaps[codes[taken]]) / 24
    return amounts


class TestShares:
    @given(GAPS)
    def test_are_the_mean_over_all_orders(self, gaps):
        amounts, _ = shapley(game(gaps), factors=4)

        assert np.allclose(amounts[0], over_all_orders(gaps), atol=1e-9)

    @given(GAPS)
    def test_and_what_is_left_are_the_gap(self, gaps):
        amounts, left = shapley(game(gaps), factors=4)

        assert amounts.sum() + left[0] == pytest.approx(gaps[15], abs=1e-9)

    def test_give_all_to_the_only_factor_that_does_anything(self):
        amounts, left = shapley(lambda flags: np.array([30.0 if flags[2] else 10.0]), factors=4)

        assert np.allclose(amounts, [[0.0, 0.0, 20.0, 0.0]])
        assert left.tolist() == [10.0]

    def test_divide_what_two_did_together(self):
        amounts, _ = shapley(lambda flags: np.array([12.0 if flags[0] and flags[1] else 0.0]), factors=4)

        assert np.allclose(amounts, [[6.0, 6.0, 0.0, 0.0]])

    def test_leave_out_what_narrowed_the_gap(self):
        assert shares_of(np.array([[3.0, -2.0, 1.0, 0.0]])).tolist() == [[0.75, 0.0, 0.25, 0.0]]

    def test_are_none_where_nothing_widened_it(self):
        assert shares_of(np.array([[-1.0, 0.0, -2.0, 0.0]])).tolist() == [[0.0, 0.0, 0.0, 0.0]]


class TestUnits:
    def test_are_the_same_for_the_same_seed(self):
        one, again = generate(units=60, seed=3), generate(units=60, seed=3)

        assert all(np.array_equal(a, b, equal_nan=a.dtype.kind == "f") for a, b in zip(arrays(one), arrays(again), strict=True))
        assert all(np.array_equal(one.observed.series[name], again.observed.series[name], equal_nan=True) for name in one.observed.series)

    def test_are_others_for_another_seed(self):
        one, other = generate(units=60, seed=3), generate(units=60, seed=4)

        assert not np.array_equal(one.observed.actual, other.observed.actual, equal_nan=True)

    def test_keep_their_truth_out_of_reach(self, generated):
        reached = within_reach(generated.observed)

        assert len(reached) > 30
        assert [one for one in reached if isinstance(one, UnitTruth | Runs)] == []
        assert [a for a in arrays(generated.truth) for b in reached if isinstance(b, np.ndarray) and np.shares_memory(a, b)] == []

    def test_refuse_too_few_months(self):
        with pytest.raises(ValueError, match="at least 18 months"):
            generate(units=10, seed=1, months=17)

    def test_have_a_series_for_every_name(self, generated):
        names = [name for names in SPEAKS_OF.values() for name in names]

        assert sorted(generated.observed.series) == sorted(names)

    def test_have_as_many_vacancies_as_posts_without_a_head(self, generated):
        series = generated.observed.series
        known = np.isfinite(series["headcount"] + series["establishment"] + series["vacancies"])

        missing = np.maximum(series["establishment"] - series["headcount"], 0)

        assert np.array_equal(missing[known], series["vacancies"][known])

    def test_reach_no_share_beyond_the_whole(self, generated):
        observed = generated.observed
        retention = observed.indicator == [one.code for one in observed.indicators].index("retention")

        assert np.nanmax(observed.actual[retention]) < 1
        assert np.nanmin(observed.actual[retention]) > 0.2


class TestRuns:
    def test_missed_their_target_three_months_in_a_row(self, generated):
        observed, runs = generated.observed, generated.truth.runs
        sign = np.where(observed.is_up_better, 1, -1)[runs.unit]

        short = [sign * (observed.target - observed.actual)[runs.unit, runs.first + month] for month in range(3)]

        assert len(runs.unit) > 100
        assert (np.array(short) > 0).all()
        assert (runs.last == runs.first + 2).all()

    def test_can_be_found_by_who_sees_the_observed_alone(self, generated):
        unit, first = runs_in(generated.observed)

        assert unit.tolist() == generated.truth.runs.unit.tolist()
        assert first.tolist() == generated.truth.runs.first.tolist()

    def test_have_amounts_and_luck_that_are_the_gap(self, generated):
        observed, runs = generated.observed, generated.truth.runs
        sign = np.where(observed.is_up_better, 1, -1)[runs.unit]

        gap = sum(sign * (observed.target - observed.actual)[runs.unit, runs.first + month] for month in range(3))

        assert np.allclose(runs.gap, gap, rtol=1e-9)
        assert np.allclose(runs.amount.sum(axis=1) + runs.luck, runs.gap, rtol=1e-9)

    def test_have_shares_that_add_up_to_the_whole(self, generated):
        runs = generated.truth.runs

        planted = runs.share[runs.kind == RUNS.index("planted")]

        assert np.abs(planted.sum(axis=1) - 1).max() < 1e-9
        assert (runs.share >= 0).all()

    def test_are_of_every_kind_and_every_cause(self, generated):
        runs = generated.truth.runs

        assert set(runs.kind.tolist()) == set(range(len(RUNS)))
        assert set(runs.main.tolist()) == {-1, *range(len(CAUSES))}

    def test_have_the_planted_cause_as_their_main_one(self, generated):
        runs = generated.truth.runs
        alone = runs.planted.sum(axis=1) == 1

        right = runs.planted[alone].argmax(axis=1) == runs.main[alone]

        assert alone.sum() > 60
        assert right.mean() > 0.95

    def test_have_causes_that_do_little_where_it_was_bad_luck(self, generated):
        runs = generated.truth.runs
        luck = runs.kind == RUNS.index("luck")

        by_causes = np.maximum(runs.amount[luck], 0).sum(axis=1) / runs.gap[luck]

        assert luck.sum() > 20
        assert by_causes.max() <= 0.5
        assert not runs.planted[luck].any()

    def test_say_where_nothing_speaks_of_a_cause(self, generated):
        observed, runs = generated.observed, generated.truth.runs
        place = CAUSES.index("market")

        lacking = runs.unit[runs.has_no_series[:, place]]

        assert len(lacking) > 0
        assert np.isnan(observed.series["market"][lacking]).all()
        assert np.isnan(observed.series["demand"][lacking]).all()
        assert not runs.has_no_series[:, CAUSES.index("target")].any()

    def test_know_how_young_a_unit_is(self, generated):
        observed, runs = generated.observed, generated.truth.runs

        known = np.array([np.isfinite(observed.actual[unit, :first]).sum() for unit, first in zip(runs.unit, runs.first, strict=True)])

        assert np.array_equal(runs.known_months, known)
        assert known.min() < 6
