"""The spec's own example on a phone and on a desk: what the manager and the person read, and what is done about a change that waits."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import DESK, PHONE, Running

SIZES = pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


class TestTheThreeHours:
    @SIZES
    def test_are_read_by_the_manager_from_the_first_hour_to_the_last(self, running: Running, chromium: Browser, viewport) -> None:
        page = running.open(chromium, "BL0031", viewport=viewport)
        page.goto("/alerts/")

        page.get_by_role("link", name="张三的客户响应时间最近变化明显").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("张三的客户响应时间最近变化明显")
        expect(page.locator("main")).to_contain_text(
            "平时平均1小时，最近5个工作日平均3小时。同一时间新接手1个项目，在办任务由6个增至14个。"
        )
        expect(page.locator("main")).to_contain_text("二期刚上线，客户集中提问。")
        expect(page.locator("main")).to_contain_text("从调整工作安排算起，用了9个工作日。")
        assert fits(page)

    @SIZES
    def test_are_read_by_the_person_without_the_managers_word(self, running: Running, chromium: Browser, viewport) -> None:
        page = running.open(chromium, "BL0064", viewport=viewport)
        page.goto("/changes/")

        page.get_by_role("link", name="你的客户响应时间最近和平时不太一样").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("你的客户响应时间最近和平时不太一样")
        expect(page.locator("main")).to_contain_text("林静写了一条改进建议")
        assert "预警" not in page.content()
        assert fits(page)


class TestAChangeThatWaits:
    def test_is_first_of_all_on_the_managers_day_and_is_handled_there(self, running: Running, chromium: Browser) -> None:
        page = running.open(chromium, "BL0031", viewport=PHONE)
        page.goto("/")

        page.get_by_role("link", name="邓凯").first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text("邓凯的延期次数最近变化明显")
        page.get_by_text("调整工作安排", exact=True).first.click()
        page.get_by_label("写一句话").or_(page.get_by_label("移走什么，交给谁")).first.fill("青禾质检先交给韩雪峰")
        page.get_by_role("button", name="调整工作安排").click()

        expect(page.locator("main")).to_contain_text("青禾质检先交给韩雪峰")

    def test_takes_what_the_person_knows(self, running: Running, chromium: Browser) -> None:
        page = running.open(chromium, "BL0340", viewport=PHONE)
        page.goto("/performance/")

        page.get_by_role("link", name="你的延期次数最近和平时不太一样").click()
        page.get_by_label("发生了什么").fill("三个项目的上线排在同一周。")
        page.get_by_role("button", name="补充情况").click()

        expect(page.locator("main")).to_contain_text("三个项目的上线排在同一周。")
