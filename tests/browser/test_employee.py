"""An employee's walk: the score, what made it, and a number that moves while one looks."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running

LISI = "BL0471"


def shown_score(page: Page) -> str:
    """Return the score that the page shows."""
    return page.locator("[data-figure=score]").get_attribute("data-value") or ""


@pytest.fixture
def page(running: Running, chromium: Browser) -> Page:
    """Return 李四's own score on a phone."""
    page = running.open(chromium, LISI)
    page.goto("/performance/")
    return page


class TestTheLiveScore:
    def test_moves_in_the_open_page_when_a_fact_comes(self, running: Running, page: Page) -> None:
        figure = page.locator("[data-figure=score]")
        before = shown_score(page)
        noon = f"{running.day.isoformat()}T04:00:00Z"
        page.evaluate("window.untouched = true")

        answer = running.post(
            "/api/v1/items",
            {"items": [{"id": "PAY-live", "kind": "task", "account": "lisi", "state": "done", "title": "刚完成的任务", "version": 1,
                        "opened_at": noon, "closed_at": noon, "due_on": running.day.isoformat()}]},
        )  # fmt: skip

        assert answer["counts"] == {"stored": 1}
        expect(figure).not_to_have_attribute("data-value", before, timeout=5_000)
        assert page.evaluate("window.untouched") is True

    def test_shows_parts_that_add_up_to_it(self, page: Page) -> None:
        parts = [Decimal(text.split("/")[0].strip()) for text in page.locator("#score details.open > summary .trail").all_inner_texts()]

        assert sum(parts) == Decimal(shown_score(page))
        assert len(parts) == 4

    def test_opens_down_to_a_record_and_its_tool(self, page: Page) -> None:
        page.get_by_text("项目进度", exact=False).first.click()
        page.get_by_role("link", name=re.compile("任务完成率")).last.click()

        expect(page.get_by_role("heading", level=1)).to_contain_text("任务完成率")
        page.get_by_text("对账任务9").click()
        expect(page.get_by_role("link", name="到来源工具里查看")).to_have_attribute("href", "https://jira.example.com/browse/PAY-9")
