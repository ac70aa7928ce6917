"""A closed period: frozen by hand, changed by a late record, opened again by two people, both revisions kept."""

import time
from datetime import date
from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from bole.values.period import Period
from tests.browser.conftest import Running

SUWEN, HEJIA = "BL0012", "BL0148"


def long_ago(running: Running) -> Period:
    """Return a month that is over and that nothing closes by itself."""
    return Period.of("month", running.day).before.before


def fact(period: Period, name: str, value: int) -> dict[str, Any]:
    """Return a customer's rating of 李四 in that month."""
    noon = f"{date(period.first_day.year, period.first_day.month, 12).isoformat()}T04:00:00Z"
    return {"id": name, "account": "lisi", "measure": "satisfaction", "value": value, "moment": noon}


def look_until(page: Page, url: str, wanted: Locator) -> None:
    """Open the page again until it shows what the worker has done."""
    deadline = time.monotonic() + 15
    page.goto(url)
    while not wanted.count() and time.monotonic() < deadline:
        page.wait_for_timeout(200)
        page.goto(url)
    expect(wanted.first).to_be_visible()


class TestAClosedPeriod:
    def test_stays_as_it_was_until_two_people_open_it(self, running: Running, chromium: Browser) -> None:
        period = long_ago(running)
        first = running.open(chromium, SUWEN, viewport={"width": 1440, "height": 900})
        second = running.open(chromium, HEJIA)
        month = f"{period.first_day.year}年{period.first_day.month}月"

        running.post("/api/v1/facts", {"facts": [fact(period, f"old-{n}", 9000) for n in range(3)]})
        look_until(first, "/company/closings/", first.get_by_text(f"关闭{month}"))
        first.get_by_text(f"关闭{month}").first.click()
        expect(first.get_by_role("dialog")).to_contain_text("关闭后不能撤回")
        first.get_by_role("dialog").get_by_role("button", name=f"关闭{month}").click()
        expect(first.get_by_role("link", name=month)).to_be_visible()

        running.post("/api/v1/facts", {"facts": [fact(period, f"late-{n}", 3000) for n in range(3)]})
        look_until(first, f"/company/closings/{period.code}/", first.get_by_role("link", name="李四"))
        first.get_by_role("link", name="李四").click()
        expect(first.get_by_text("固定为90.00；按今天的记录会是60.00。")).to_be_visible()
        first.get_by_label("理由").fill("客户的评价晚到了")
        first.get_by_role("button", name="提出", exact=True).click()
        expect(first.get_by_text("这是你自己提出的，需要另一个人批准。")).to_be_visible()

        second.goto("/company/closings/")
        expect(second.get_by_text("客户的评价晚到了")).to_be_visible()
        second.get_by_role("button", name="批准并重新计算").click()
        second.goto(f"/company/closings/{period.code}/BL0471/")
        rows = second.locator(".row", has_text="版")
        expect(rows).to_have_count(2)
        expect(rows.first).to_contain_text("60.00")
        expect(rows.last).to_contain_text("90.00")
