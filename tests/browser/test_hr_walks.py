"""Two walks with HR: an application until the letter that verifies, and a round of ratings whose result holds back what is too little."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Running, opened

pytestmark = pytest.mark.full
SMALL = {"width": 360, "height": 780}
WU, HE, SU, LISI = "BL0093", "BL0148", "BL0012", "BL0471"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open a company in which a year is asked of mentors, and a team is large enough to rate each other."""
    with opened("tests.browser.mentored_company", tmp_path_factory.mktemp("walks"), migrated) as made:
        yield made


def until_shown(page: Page, path: str, words: str) -> None:
    """Open the page until the worker has done what follows."""
    for _ in range(20):
        page.goto(path)
        if page.get_by_text(words).count():
            return
        page.wait_for_timeout(300)
    raise AssertionError(f"{words} never stood on {path}")


class TestAdmission:
    def test_leads_from_the_application_over_the_decision_to_the_letter(self, company: Running, chromium: Browser) -> None:
        person, hr = company.open(chromium, WU, viewport=PHONE), company.open(chromium, HE, viewport=PHONE)

        person.goto("/mentoring/become/")
        expect(person.get_by_text("你已符合导师准入条件，可以提交申请。")).to_be_visible()
        person.get_by_role("button", name="申请成为导师").click()
        expect(person.get_by_role("button", name="申请成为导师")).to_have_count(0)
        hr.goto("/company/mentoring/applications/")
        hr.get_by_role("link", name="吴铮").click()
        expect(hr.get_by_text("提交时的凭证")).to_be_visible()
        hr.get_by_role("button", name="通过吴铮的申请").click()
        until_shown(person, "/mentoring/become/", "导师聘书")
        person.get_by_role("link", name="导师聘书").click()

        expect(person.get_by_text("吴铮").first).to_be_visible()
        assert "/verify/" in person.url


class TestASurvey:
    def test_is_opened_by_hr_answered_on_a_phone_and_holds_back_what_too_few_said(self, company: Running, chromium: Browser) -> None:
        hr, phone = company.open(chromium, SU), company.open(chromium, LISI, viewport=SMALL)

        hr.goto("/company/peer-rating/")
        hr.locator("select[name=unit]").select_option(label=hr.locator("select[name=unit] option", has_text="交付一组").inner_text())
        hr.get_by_role("button", name="发起互评").click()
        expect(hr.get_by_text("进行中").first).to_be_visible()
        path = hr.url
        phone.goto("/surveys/")
        phone.locator("main a[href*='/peer-rating/']").first.click()
        for question in phone.locator("main fieldset").all():
            question.locator("label").nth(2).click()
        phone.get_by_role("button", name="发出").click()
        hr.goto(path)
        hr.get_by_role("button", name="现在结束这一轮").click()

        expect(hr.get_by_text("不足3份评分：没有结果，也不影响任何评分").first).to_be_visible()
        assert hr.get_by_text("平均值已成为工作记录").count() == 0
        assert phone.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
