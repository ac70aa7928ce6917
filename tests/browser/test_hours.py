"""A walk of hours: HR grants another figure for one mentor and approves the other as proposed; the mentor reads it on the phone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, PHONE, Running, opened, wait_until

ZHANG, HE = "BL0064", "BL0148"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open a company whose mentors' hours count."""
    with opened("tests.browser.hours_company", tmp_path_factory.mktemp("hours"), migrated) as made:
        yield made


class TestHours:
    def test_are_decided_by_hr_and_read_by_the_mentor_on_the_phone(self, company: Running, chromium: Browser) -> None:
        hr, mentor = company.open(chromium, HE, viewport=DESK), company.open(chromium, ZHANG, viewport=PHONE)

        self.opens_the_talks(hr)
        self.grants_another_figure(hr)
        self.approves_what_is_ticked(hr)

        mentor.goto("/notices/?all=1")
        wait_until(mentor, "async () => (await (await fetch(location.href)).text()).includes('人力资源部已审批你的带教工时')")
        mentor.goto("/mentoring/")
        mentor.get_by_role("link", name=re.compile("我的带教工时")).click()
        expect(mentor.get_by_text("已通过，有调整")).to_be_visible()
        expect(mentor.get_by_text("本月只发一半")).to_be_visible()
        expect(mentor.get_by_text(re.compile("何佳于.*通过：.*¥500"))).to_be_visible()
        assert mentor.evaluate("document.documentElement.scrollWidth") == PHONE["width"]

    def opens_the_talks(self, hr: Page) -> None:
        hr.goto("/company/mentoring/")
        hr.locator("main").get_by_role("link", name="带教工时").click()
        expect(hr.get_by_role("heading", level=1, name=re.compile("2项建议待审批"))).to_be_visible()
        hr.locator("label", has_text="张三").get_by_role("link", name="查看明细").click()
        hr.locator("summary", has_text="1次沟通").click()
        expect(hr.get_by_text("600分钟")).to_be_visible()

    def grants_another_figure(self, hr: Page) -> None:
        hr.get_by_label("津贴（元）").fill("500")
        hr.get_by_role("button", name="通过", exact=True).click()
        expect(hr.get_by_text("请说明理由")).to_be_visible()
        expect(hr.get_by_label("津贴（元）")).to_have_value("500")
        hr.get_by_label("理由").fill("本月只发一半")
        hr.get_by_role("button", name="通过", exact=True).click()
        expect(hr.get_by_role("heading", level=1, name=re.compile("1项建议待审批"))).to_be_visible()

    def approves_what_is_ticked(self, hr: Page) -> None:
        hr.locator("label", has_text="叶青").locator("input").check()
        hr.get_by_role("button", name="通过勾选的建议").click()
        expect(hr.get_by_role("heading", level=1, name=re.compile("都已审批"))).to_be_visible()
        with hr.expect_download() as taken:
            hr.get_by_role("link", name=re.compile("导出已通过的津贴")).click()
        assert taken.value.suggested_filename.startswith("allowances-")
