"""The adjusted effect: not fooled by whom a mentor was given, wide where mentees are few, silent where nobody can be compared with."""

from dataclasses import replace

import numpy as np
import pytest

from benchmarks.effect import Told, add_company, panel_of
from bole.mentoring.rules.adjusted import Pairs, effects
from bole.sandbox.generated.mentoring import generate
from bole.sandbox.generated.mentors import PRACTICES


@pytest.fixture(scope="module")
def told():
    """Return ours and the raw figure on companies that tuning may look at."""
    mine, raw = Told(), Told()
    for seed in range(20, 32):
        add_company(mine, raw, generate(people=500, seed=seed))
    return mine, raw


class TestEffects:
    def test_are_right_on_the_whole_and_for_mentors_of_weak_starters(self, told):
        mine, raw = told

        assert abs(mine.bias) < 0.03
        assert abs(mine.bias_of_weak) < 0.05
        assert raw.bias_of_weak > 0.1

    def test_have_ranges_that_hold_the_truth_nine_times_in_ten(self, told):
        mine, _ = told

        assert 0.84 < mine.coverage < 0.96

    def test_are_nearer_than_the_raw_figure_and_order_mentors_better(self, told):
        mine, raw = told

        assert mine.off < raw.off / 2
        assert mine.ranked > raw.ranked

    def test_are_wider_the_fewer_the_mentees(self):
        found = effects(*panel_of(generate(people=500, seed=3).observed))
        width = found.high - found.low

        few, many = width[found.mentees <= 2].mean(), width[found.mentees >= 8].mean()

        assert few > many

    def test_are_drawn_to_the_mean_of_all_where_mentees_are_few(self):
        made = generate(people=3000, seed=5)
        found = effects(*panel_of(made.observed))
        apart = np.abs(found.effect - found.mean)

        assert apart[found.mentees == 1].mean() < apart[found.mentees >= 8].mean()

    def test_do_not_change_with_the_order_of_pairs(self):
        panel, pairs = panel_of(generate(people=200, seed=4).observed)
        turned = Pairs(pairs.mentor[::-1], pairs.mentee[::-1], pairs.before[::-1], pairs.after[::-1])

        one, other = effects(panel, pairs), effects(panel, turned)

        assert np.allclose(one.effect, other.effect, atol=1e-9)
        assert np.allclose(one.low, other.low, atol=1e-6)

    def test_follow_everybody_who_is_lifted_alike(self):
        panel, pairs = panel_of(generate(people=500, seed=6).observed)
        lifted = panel.score.copy()
        lifted += 0.5 * np.arange(lifted.shape[1])[None, :]

        one, other = effects(panel, pairs), effects(replace(panel, score=lifted), pairs)

        assert np.allclose(one.effect, other.effect, atol=0.03)

    def test_are_none_without_people_to_compare_with(self):
        panel, pairs = panel_of(generate(people=40, seed=8).observed)
        few = np.flatnonzero(np.isin(np.arange(40), pairs.mentee))
        score = np.full_like(panel.score, np.nan)
        score[few] = panel.score[few]

        assert effects(replace(panel, score=score), pairs) is None

    def test_are_none_where_no_mentee_has_a_score_before_and_after(self):
        panel, pairs = panel_of(generate(people=60, seed=8).observed)

        assert effects(replace(panel, score=np.full_like(panel.score, np.nan)), pairs) is None

    def test_do_not_lay_a_bad_half_year_of_the_unit_to_its_mentor(self):
        made = generate(people=3000, seed=12)
        seen, shock = made.observed, made.truth.shock
        found = effects(*panel_of(seen))
        place = np.searchsorted(found.mentor, seen.mentor).clip(0, len(found.mentor) - 1)
        hit = shock[seen.unit[seen.mentee, seen.after], seen.after] < -0.25

        error = (found.effect[place] - made.truth.effect[seen.mentor])[hit & np.isin(seen.mentor, found.mentor)]

        assert hit.sum() > 15
        assert error.mean() > -0.08

    def test_of_weak_and_strong_starters_stand_alike(self):
        made = generate(people=3000, seed=14)
        found = effects(*panel_of(made.observed))
        error = found.effect - made.truth.effect[found.mentor]
        kind = made.truth.practice[found.mentor]

        weak, strong = (error[kind == PRACTICES.index(one)].mean() for one in ("weak", "strong"))

        assert abs(weak - strong) < 0.06
