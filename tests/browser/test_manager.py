"""A manager's walk: who needs her, a score of the team that moves, answering support; and what a colleague never sees."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running

LIN, SU = "BL0031", "BL0012"


@pytest.fixture
def page(running: Running, chromium: Browser) -> Page:
    """Return 林静's team on a desk."""
    page = running.open(chromium, LIN, viewport={"width": 1440, "height": 900})
    page.goto("/team/")
    return page


class TestTheTeam:
    def test_moves_when_somebody_finishes_something(self, running: Running, page: Page) -> None:
        row = page.locator("tr", has_text="李四")
        before = row.locator("td").first.inner_text()
        moment = running.moment

        running.post(
            "/api/v1/facts", {"facts": [{"id": "r-team", "account": "lisi", "measure": "satisfaction", "value": 1000, "moment": moment}]}
        )

        expect(row.locator("td").first).not_to_have_text(before, timeout=5_000)

    def test_leads_to_a_person_and_down_to_the_records(self, page: Page) -> None:
        page.get_by_role("link", name="李四", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_have_text("李四的绩效")
        page.locator("#part-progress > summary").click()
        page.get_by_role("link", name=re.compile("任务完成率")).last.click()

        expect(page).to_have_url(re.compile("/people/BL0471/score/task_completion/"))
        expect(page.get_by_text("数据不对")).to_have_count(0)

    def test_answers_support_in_place(self, running: Running, chromium: Browser, page: Page) -> None:
        asker = running.open(chromium, "BL0402")
        asker.goto("/performance/")
        asker.locator("#ask > summary").click()
        asker.get_by_label("需要什么支持").fill("想要一台测试机")
        asker.get_by_role("button", name="告诉主管").click()
        asked = page.locator(".alert-sheet", has_text="想要一台测试机")
        expect(asked).to_be_visible(timeout=5_000)

        asked.get_by_label("你的回应").fill("下午就到")
        asked.get_by_role("button", name="回应").click()

        expect(page.get_by_text("想要一台测试机")).to_have_count(0)
        expect(asker.get_by_text("林静：下午就到")).to_have_count(1, timeout=5_000)

    def test_greets_her_with_what_waits(self, page: Page) -> None:
        page.goto("/")

        expect(page.get_by_role("heading", name="团队变化")).to_be_visible()
        expect(page.get_by_role("heading", name="需要你的支持")).to_be_visible()


class TestWhatIsNotOpen:
    @pytest.mark.walk
    @pytest.mark.parametrize("path", ["/people/BL0471/score/", "/team/", "/company/", "/company/scores.csv", "/api/v1/people/BL0471/score"])
    def test_does_not_exist_for_a_colleague(self, running: Running, chromium: Browser, path: str) -> None:
        page = running.open(chromium, "BL0402")

        answer = page.goto(path)

        assert answer is not None
        assert answer.status == 404

    def test_is_told_to_the_person_when_hr_looks(self, running: Running, chromium: Browser) -> None:
        hr = running.open(chromium, SU)
        hr.goto("/people/BL0471/score/")
        own = running.open(chromium, "BL0471")

        own.goto("/me/")

        expect(own.get_by_text("苏文（人力资源部）查看了你的评分").first).to_be_visible()


@pytest.mark.walk
@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(("number", "path"), [(LIN, "/"), (LIN, "/team/"), (LIN, "/people/BL0471/score/"), (SU, "/"), (SU, "/company/")])
def test_no_page_scrolls_sideways_on_a_phone(running: Running, chromium: Browser, number: str, path: str, language: str) -> None:
    page = running.open(chromium, number, language=language)
    page.goto(path)
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
