"""A plan refused for a missing core topic, returned, approved; then a meeting recorded on a small phone in six taps and one text field."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Running, opened
from tests.browser.test_feedback import SMALL, Thumb

ZHANG, LISI, HE = "BL0064", "BL0471", "BL0148"


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open a company with one pair."""
    with opened("tests.browser.mentored_company", tmp_path_factory.mktemp("pairs"), migrated) as company:
        yield company


def plan_of(page: Page) -> None:
    """Go from the start page to the plan."""
    page.goto("/mentoring/")
    page.get_by_role("link", name="李四").first.click()
    page.get_by_role("link", name="计划", exact=True).first.click()


@pytest.fixture(scope="module")
def approved(pairs: Running, chromium: Browser) -> dict[str, str]:
    """Walk the plan from its first refusal to the approval; return what was said on the way."""
    told: dict[str, str] = {}
    mentor = pairs.open(chromium, ZHANG, viewport=PHONE)
    plan_of(mentor)
    mentor.get_by_label("可以检查的成果1").fill("独立完成一次客户交付")
    mentor.get_by_role("button", name="去掉这一项").nth(1).click()
    expect(mentor.get_by_text("核心要点，缺少")).to_be_visible()
    mentor.get_by_role("button", name="提交审批").click()
    refused = mentor.get_by_text("还不能提交")
    expect(refused).to_be_visible()
    told["refused"] = refused.inner_text()
    mentor.get_by_role("button", name="放回计划").first.click()
    mentor.get_by_role("button", name="提交审批").click()
    expect(mentor.get_by_text("已提交，人力资源部审批通过后开始执行。").first).to_be_visible()
    hr = pairs.open(chromium, HE)
    _decide(hr, "退回修改", remark="成果再具体一些")
    mentor.reload()
    expect(mentor.get_by_text("成果再具体一些")).to_be_visible()
    told["kept"] = mentor.get_by_label("可以检查的成果1").input_value()
    mentor.get_by_label("可以检查的成果1").fill("三个月内独立完成一次客户交付，客户评价不低于85分")
    mentor.get_by_role("button", name="提交审批").click()
    expect(mentor.get_by_text("已提交，人力资源部审批通过后开始执行。").first).to_be_visible()
    _decide(hr, "通过", remark="")
    mentor.reload()
    told["state"] = mentor.get_by_text("起执行").inner_text()
    return told


def _decide(page: Page, what: str, *, remark: str) -> None:
    page.goto("/company/mentoring/plans/")
    page.get_by_role("link", name="张三与李四").click()
    expect(page.get_by_text("核心要点齐全")).to_be_visible()
    if remark:
        page.get_by_label("给导师的意见").fill(remark)
    page.get_by_role("button", name=what, exact=True).click()
    expect(page.get_by_text("没有计划等你审批")).to_be_visible()


class TestThePlan:
    def test_is_refused_for_the_missing_core_topic_by_name(self, approved: dict[str, str]) -> None:
        assert "缺少核心要点“岗位技能实操”" in approved["refused"]

    def test_keeps_what_was_written_when_it_is_returned(self, approved: dict[str, str]) -> None:
        assert approved["kept"] == "独立完成一次客户交付"

    def test_runs_once_it_is_approved(self, approved: dict[str, str]) -> None:
        assert "起执行" in approved["state"]


class TestTheMeeting:
    def test_is_recorded_at_360_pixels_in_six_taps_and_one_text_field_and_read_by_the_mentee(
        self, pairs: Running, chromium: Browser, approved: dict[str, str]
    ) -> None:
        page = pairs.open(chromium, ZHANG, viewport=SMALL, has_touch=True)
        page.goto("/")
        thumb = Thumb(page)

        thumb.tap(page.locator(".dock").get_by_role("link", name="辅导"))
        thumb.tap(page.get_by_role("link", name="记录辅导"))
        thumb.tap(page.locator("label", has_text="企业价值观"))
        thumb.tap(page.locator("label", has_text="岗位技能实操"))
        thumb.tap(page.get_by_label("给李四的建议"))
        page.keyboard.type("先听完再说方案")
        thumb.tap(page.get_by_role("button", name="保存记录"))

        expect(page.get_by_text("已保存。核心要点完成2项，共3项。")).to_be_visible()
        assert len(thumb.taps) == 6
        assert page.evaluate("document.documentElement.scrollWidth") <= 360

        read = pairs.open(chromium, LISI, viewport=SMALL)
        read.goto("/mentoring/")
        read.get_by_role("link", name="张三").first.click()
        read.get_by_role("link", name="记录", exact=True).first.click()
        expect(read.get_by_text("先听完再说方案")).to_be_visible()

    @pytest.mark.walk
    def test_has_its_day_corrected_on_the_phone_and_says_what_stood_there(self, pairs: Running, chromium: Browser) -> None:
        mentor, day = pairs.open(chromium, ZHANG, viewport=PHONE), pairs.day
        plan_of(mentor)
        mentor.get_by_role("link", name="记录", exact=True).first.click()
        mentor.get_by_role("link", name="记录辅导", exact=True).click()
        mentor.get_by_label("给李四的建议").fill("把问题写成一句话")
        mentor.get_by_role("button", name="保存记录").click()

        mentor.get_by_text("更正这条记录", exact=True).click()
        mentor.get_by_label("哪一天谈的").fill((day - timedelta(days=1)).isoformat())
        mentor.get_by_role("button", name="保存更正").click()

        expect(mentor.get_by_text("已更正，记录上会写明。")).to_be_visible()
        expect(mentor.get_by_text("更正之前：")).to_contain_text(f"{day.month}月{day.day}日")
