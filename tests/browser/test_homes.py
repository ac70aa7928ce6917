"""The homes of three people on a phone, in both languages: their cards by name; what was pinned or hidden stays so."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE, Running, opened

LI_SI, DING_YI, ZHANG_SAN = "BL0471", "BL0490", "BL0064"
CARDS = {
    LI_SI: {
        "zh-hans": ("新人入职指南", "导师联系方式", "本周培训计划", "绩效目标解读"),
        "en": ("Newcomer guide", "Your mentor's contact", "Training this week", "Your performance goals explained"),
    },
    DING_YI: {
        "zh-hans": ("绩效进度", "技能提升课程", "导师辅导申请入口", "晋升通道"),
        "en": ("Performance progress", "Skill courses", "Apply for a mentor", "Promotion path"),
    },
    ZHANG_SAN: {
        "zh-hans": ("学员列表", "辅导计划", "带教数据", "导师资源库"),
        "en": ("My mentees", "Mentoring plans", "My mentoring figures", "Mentor's library"),
    },
}


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open the company."""
    with opened("tests.browser.three_homes", tmp_path_factory.mktemp("homes"), migrated) as company:
        yield company


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("number", [LI_SI, DING_YI, ZHANG_SAN])
def test_a_home_has_its_four_cards_and_fits_a_phone(homes: Running, chromium: Browser, number: str, language: str) -> None:
    page = homes.open(chromium, number, viewport=PHONE, language=language)
    page.goto("/")

    shown = " ".join(page.locator(".card h2").all_inner_texts())  # a pinned one says so too

    assert [name for name in CARDS[number][language] if name not in shown] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_pinned_card_stands_first_and_a_hidden_one_comes_back(homes: Running, chromium: Browser) -> None:
    page = homes.open(chromium, DING_YI, viewport=PHONE)
    page.goto("/")

    page.locator("#corner-career_path > summary").click()
    page.locator("#corner-career_path").get_by_role("button", name="置顶").click()
    expect(page.locator(".card h2").first).to_contain_text("晋升通道")
    page.locator("#corner-apply_mentor > summary").click()
    page.locator("#corner-apply_mentor").get_by_role("button", name="收起").click()
    expect(page.get_by_text("已收起“导师辅导申请入口”。")).to_be_visible()
    page.reload()
    expect(page.locator("#card-apply_mentor")).to_have_count(0)
    expect(page.locator(".card h2").first).to_contain_text("晋升通道")

    page.get_by_role("link", name="调整首页").click()
    page.locator("#arrange-apply_mentor").get_by_role("button", name="放回首页").click()
    expect(page.get_by_text("“导师辅导申请入口”已放回首页。")).to_be_visible()
    page.goto("/")
    expect(page.locator("#card-apply_mentor")).to_be_visible()


def test_cards_are_moved_without_a_script_and_taken_back(homes: Running, chromium: Browser) -> None:
    page = homes.open(chromium, ZHANG_SAN, viewport=PHONE, java_script_enabled=False)
    page.goto("/home/arrange/")
    before = page.locator("[id^=arrange-]").first.get_attribute("id") or ""

    page.locator("[id^=arrange-]").nth(1).get_by_role("button", name="上移").click()
    assert page.locator("[id^=arrange-]").nth(1).get_attribute("id") == before

    page.get_by_role("button", name="撤销").click()
    assert page.locator("[id^=arrange-]").first.get_attribute("id") == before


def test_a_newcomer_ticks_a_line_of_the_first_week(homes: Running, chromium: Browser) -> None:
    page = homes.open(chromium, LI_SI, viewport=PHONE)
    page.goto("/")
    expect(page.get_by_text("已完成1项，还有8项", exact=False).first).to_be_visible()

    page.get_by_role("link", name="继续", exact=True).click()
    page.get_by_role("button", name="完成了 给导师发一句问候").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("入职还剩7件事")
