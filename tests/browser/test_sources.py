"""HR's walk: records of an account that nobody is known by wait; once it is mapped, they count; and it can be taken back."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, Running, wait_until

SUWEN, SHEN = "BL0012", "BL0402"
ACCOUNT = "shen-of-the-tool"
COUNT = 12


@pytest.fixture
def hr(running: Running, chromium: Browser) -> Page:
    """Return 苏文 of HR before the waiting records."""
    page = running.open(chromium, SUWEN, viewport=DESK)
    page.goto("/company/waiting/")
    return page


def send(running: Running) -> dict[str, int]:
    """Send tasks that somebody did on time, by an account that nobody here is known by; return their fates."""
    moment = running.moment
    tasks = [
        {"id": f"WAIT-{n}", "kind": "task", "account": ACCOUNT, "account_name": "沈一帆", "state": "done", "version": 1,
         "title": f"等待对应的任务{n}", "opened_at": moment, "closed_at": moment, "due_on": running.day.isoformat()}
        for n in range(COUNT)
    ]  # fmt: skip
    counts: dict[str, int] = running.post("/api/v1/items", {"items": tasks})["counts"]
    return counts


class TestAWaitingAccount:
    def test_counts_once_it_is_mapped_and_no_longer_once_that_is_taken_back(self, running: Running, chromium: Browser, hr: Page) -> None:
        own = running.open(chromium, SHEN)
        own.goto("/performance/")
        before = own.locator("[data-figure=score]").count()

        assert send(running) == {"waiting": COUNT}
        hr.reload()
        expect(hr.get_by_role("heading", level=1)).to_have_text(f"{COUNT}条记录等待对应人员")
        hr.get_by_role("link", name=re.compile("可能是沈一帆")).click()
        with hr.expect_response(re.compile("shenyifan")):
            hr.get_by_role("searchbox").first.fill("shenyifan")
        wait_until(hr, "() => !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")
        hr.get_by_text("沈一帆，交付一组").click()
        hr.get_by_role("button", name="对应到这个人").click()

        expect(hr.get_by_text(f"现在有{COUNT}条记录计入沈一帆。")).to_be_visible()
        expect(hr.get_by_role("heading", level=1)).to_have_text("没有记录在等待对应人员")
        assert before == 0
        expect_after(own, "[data-figure=score]", 1)

        hr.locator("summary", has_text=ACCOUNT).click()
        hr.get_by_role("button", name="撤销").first.click()
        expect(hr.get_by_role("heading", level=1)).to_have_text(f"{COUNT}条记录等待对应人员")
        expect_after(own, "[data-figure=score]", 0)


def expect_after(page: Page, what: str, count: int) -> None:
    """Expect so many of it on the page within some seconds, looking again and again as a person would."""
    for _ in range(20):
        page.reload()
        if page.locator(what).count() == count:
            break
        page.wait_for_timeout(250)
    expect(page.locator(what)).to_have_count(count)
