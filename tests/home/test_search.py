"""Search: people, pages, what one may do, courses and one's own records, by Chinese, pinyin and initials; never another's."""

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bole.growth.actions import take_presets
from bole.home.rules.titles import is_found, nearness
from bole.values.viewer import SYSTEM
from tests.factories import make_person
from tests.home.test_lineage import text
from tests.reviews.team import Team, make_team, send
from tests.work.test_submissions import NOON, hand_in


class TestATitle:
    @pytest.mark.parametrize("typed", ["绩效", "jixiao", "jx", "wodejixiao", "wdjx", "performance", "perf", "my perf", "JX"])
    def test_is_found_by_chinese_pinyin_initials_and_english(self, typed):
        assert is_found(typed, "我的绩效", "My performance")

    @pytest.mark.parametrize("typed", ["erformance", "ixiao", "薪资", "jxx", ".*"])
    def test_is_not_found_by_what_begins_inside_a_word(self, typed):
        assert not is_found(typed, "我的绩效", "My performance")

    def test_is_the_nearer_the_more_it_is_what_was_typed(self):
        titles = ("绩效", "绩效结果", "我的绩效", "考核")

        assert [nearness("绩效", one) for one in titles] == [nearness("jixiao", one) for one in titles] == [0, 1, 2, 3]


@pytest.fixture(autouse=True)
def clock():
    """Let it be noon on Friday."""
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def team(db: None) -> Team:
    """Return 林静's team."""
    return make_team()


def found(browser: Client, typed: str, **more: str) -> str:
    """Return the words of what is found while one types."""
    return text(browser.get("/search/", {"q": typed}, headers={"hx-request": "true", **more}).content)


class TestSearch:
    def test_tells_two_of_one_name_apart(self, team):
        make_person(team.company, "张伟", number="BL0322", unit=team.company.team)
        make_person(team.company, "张伟", number="BL0277")

        shown = found(team.browser("李四"), "zhangwei")

        assert "BL0322" in shown
        assert "BL0277" in shown

    @pytest.mark.parametrize("typed", ["提交成果", "tijiao", "tjcg", "submit a"])
    def test_finds_pages_and_acts_in_both_languages(self, team, typed):
        assert "提交成果" in found(team.browser("李四"), typed)

    def test_finds_courses_by_pinyin(self, team):
        take_presets(by=SYSTEM, at=NOON)

        assert "导师带教技巧" in found(team.browser("李四"), "daijiao")

    def test_finds_ones_own_records_by_whom_they_are_with(self, team):
        send(team, "林静", "李四")
        hand_in(team)

        shown = found(team.browser("李四"), "linjing")

        assert "反馈，林静" in shown
        assert "客户说上线很顺利" in found(team.browser("李四"), "客户说")

    @pytest.mark.parametrize("name", ["林静", "沈一帆", "苏文", "何佳"])
    def test_finds_nobody_elses_records(self, team, name):
        hand_in(team, words="金丝雀成果")
        send(team, "李四", "吴铮", words="金丝雀反馈")

        shown = found(team.browser(name), "金丝雀") + found(team.browser(name), "wuzheng")

        assert "没有找到“金丝雀”。可以试试拼音首字母，或者工号。" in shown
        assert "反馈，吴铮" not in shown

    def test_finds_nothing_that_was_written(self, team):
        send(team, "林静", "李四", words="先约客户，再改接口")

        assert "没有找到“先约客户”。" in found(team.browser("李四"), "先约客户")

    @pytest.mark.parametrize("typed", ["waiting records", "juese", "/company/"])
    def test_offers_a_colleague_no_page_of_hr(self, team, typed):
        assert f"没有找到“{typed}”" in found(team.browser("李四"), typed)

    def test_begins_with_what_one_may_do(self, team):
        assert "提交成果" in found(team.browser("李四"), "")
        assert "确认成果" not in found(team.browser("李四"), "")
        assert "确认成果" in found(team.browser("林静"), "")

    def test_answers_whole_without_javascript(self, team):
        page = team.browser("李四").get("/search/?q=linjing").content.decode()

        assert "<main" in page
        assert "/people/BL0031/" in page

    def test_asks_as_often_however_much_is_found(self, team):
        browser = team.browser("李四")
        send(team, "林静", "李四")
        found(browser, "lin")
        with CaptureQueriesContext(connection) as few:
            found(browser, "lin")
        for _ in range(4):
            send(team, "林静", "李四")

        with CaptureQueriesContext(connection) as many:
            found(browser, "lin")

        assert len(many) == len(few) <= 26
