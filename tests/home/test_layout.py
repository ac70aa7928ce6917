"""The order of cards: pinned first, then one's own order, else what is most urgent; and each change has its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bole.home.rules.layout import BACK, Layout, arranged, laid_out
from bole.home.rules.minutes import minutes_for

CODES = ("today", "progress", "career_path", "work")
QUIET = dict.fromkeys(CODES, 0)


class TestTheOrder:
    def test_is_the_one_in_which_they_were_offered_on_a_quiet_day(self):
        assert arranged(QUIET, Layout()) == list(CODES)

    def test_sets_what_is_most_urgent_first(self):
        assert arranged({**QUIET, "work": 3, "progress": 1}, Layout()) == ["work", "progress", "today", "career_path"]

    def test_sets_pinned_cards_before_everything_urgent(self):
        assert arranged({**QUIET, "work": 3}, Layout(pinned=("career_path",))) == ["career_path", "work", "today", "progress"]

    def test_is_ones_own_where_one_made_one(self):
        layout = Layout(order=("work", "career_path", "progress", "today"))

        assert arranged({**QUIET, "today": 3}, layout) == ["work", "career_path", "progress", "today"]

    def test_sets_a_card_that_came_later_after_ones_own_order(self):
        assert arranged(QUIET, Layout(order=("work", "progress"))) == ["work", "progress", "today", "career_path"]

    def test_leaves_hidden_cards_out(self):
        assert arranged(QUIET, Layout(hidden=("today", "work"))) == ["progress", "career_path"]


class TestAChange:
    def test_of_a_hidden_card_to_pinned_shows_it_again(self):
        assert laid_out(Layout(hidden=("work",)), "pin", "work", CODES) == Layout(pinned=("work",))

    def test_hides_a_pinned_card_whole(self):
        assert laid_out(Layout(pinned=("work",)), "hide", "work", CODES) == Layout(hidden=("work",))

    def test_stays_at_the_end_of_the_list(self):
        assert laid_out(Layout(), "up", "today", CODES).order == CODES

    @given(st.sampled_from(["up", "down"]), st.sampled_from(["progress", "career_path"]))
    def test_of_a_place_is_undone_by_its_opposite(self, verb, code):
        there = laid_out(Layout(), verb, code, CODES)

        assert laid_out(there, BACK[verb], code, there.order).order == CODES

    @pytest.mark.parametrize("verb", ["pin", "hide"])
    def test_of_a_card_is_undone_by_its_opposite(self, verb):
        there = laid_out(Layout(), verb, "work", CODES)

        assert laid_out(there, BACK[verb], "work", CODES) == Layout()


def test_three_things_of_three_kinds_take_about_four_minutes():
    assert minutes_for({"alert": 1, "support": 1, "overdue": 1}) == 4
