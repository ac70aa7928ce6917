"""An employee's walk: the score, what made it, a number that moves while one looks, and asking for support."""

import re
from decimal import Decimal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running

LISI = "BL0471"
# Every page that an employee has.
PAGES = (
    "/",
    "/performance/",
    "/performance/task_completion/",
    "/performance/delays/",
    "/people/",
    "/people/BL0031/",
    "/me/",
    "/guide/",
    "/first-page/",
    "/search/?q=li",
)


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
        moment = running.moment
        page.evaluate("window.untouched = true")

        answer = running.post(
            "/api/v1/items",
            {"items": [{"id": "PAY-live", "kind": "task", "account": "lisi", "state": "done", "title": "刚完成的任务", "version": 1,
                        "opened_at": moment, "closed_at": moment, "due_on": running.day.isoformat()}]},
        )  # fmt: skip

        assert answer["counts"] == {"stored": 1}
        expect(figure).not_to_have_attribute("data-value", before, timeout=5_000)
        assert page.evaluate("window.untouched") is True

    def test_shows_parts_that_add_up_to_it(self, page: Page) -> None:
        texts = page.locator("#score details.open > summary .trail").all_inner_texts()

        parts = [Decimal(text.split("/")[0].strip()) for text in texts]
        assert sum(parts) == Decimal(shown_score(page))
        assert len(parts) == 4

    def test_opens_down_to_a_record_and_its_tool(self, page: Page) -> None:
        page.locator("#part-progress > summary").click()
        page.locator("#part-progress").get_by_role("link", name=re.compile("任务完成率")).click()

        expect(page.get_by_role("heading", level=1)).to_contain_text("任务完成率")
        page.get_by_text("对账任务9").click()
        expect(page.get_by_role("link", name=re.compile("到来源工具里查看.*PAY-9"))).to_have_attribute(
            "href", "https://jira.example.com/browse/PAY-9"
        )

    @pytest.mark.walk
    def test_lets_one_question_a_record_in_place(self, page: Page) -> None:
        page.goto("/performance/task_completion/")
        page.get_by_text("对账任务8").click()
        page.locator("details[open] details", has_text="数据不对").locator("summary").click()
        page.locator("details[open] textarea:visible").fill("客户改了日期")
        page.get_by_role("button", name="提交异议").locator("visible=true").click()

        expect(page.get_by_text("你提出过数据异议").first).to_be_visible()

    @pytest.mark.walk
    def test_asks_before_it_sends_when_the_session_may_have_ended(self, running: Running, page: Page) -> None:
        page.clock.install()
        page.goto("/performance/task_completion/")
        page.get_by_text("对账任务7").click()
        page.locator("details[open] details", has_text="数据不对").locator("summary").click()
        words = page.locator("details[open] textarea:visible")
        words.fill("半小时前就写好的话")
        page.clock.fast_forward("31:00")
        page.context.clear_cookies(name="sid")

        page.get_by_role("button", name="提交异议").locator("visible=true").click()
        expect(page.get_by_text("登录已过期。你写的内容还在，登录后继续。")).to_be_visible()
        expect(page.get_by_role("link", name="登录", exact=True)).to_have_attribute("target", "_blank")
        expect(words).to_have_value("半小时前就写好的话")
        page.context.add_cookies([{"name": "sid", "value": running.sessions["BL0471"], "url": running.site.address}])
        page.get_by_role("button", name="提交异议").locator("visible=true").click()

        expect(page.locator("details", has_text="对账任务7").get_by_text("你提出过数据异议").first).to_be_visible()

    @pytest.mark.walk
    def test_keeps_open_what_was_open_when_it_moves(self, running: Running, page: Page) -> None:
        page.locator("#part-progress > summary").click()
        before = shown_score(page)
        moment = running.moment

        running.post(
            "/api/v1/facts", {"facts": [{"id": "r-open", "account": "lisi", "measure": "satisfaction", "value": 9900, "moment": moment}]}
        )

        expect(page.locator("[data-figure=score]")).not_to_have_attribute("data-value", before, timeout=5_000)
        expect(page.locator("#part-progress")).to_have_attribute("open", "")

    @pytest.mark.walk
    def test_leaves_the_keys_where_they_are_when_it_moves(self, running: Running, page: Page) -> None:
        page.locator("#part-progress > summary").click()
        link = page.locator("#part-progress").get_by_role("link", name=re.compile("任务完成率"))
        link.focus()
        before = shown_score(page)
        moment = running.moment
        link.evaluate("one => { window.first = one; }")

        running.post(
            "/api/v1/facts", {"facts": [{"id": "r-keys", "account": "lisi", "measure": "satisfaction", "value": 1200, "moment": moment}]}
        )

        expect(page.locator("[data-figure=score]")).not_to_have_attribute("data-value", before, timeout=5_000)
        expect(link).to_be_focused()
        assert page.evaluate("window.first.isConnected") is False


class TestSupport:
    def test_reaches_the_open_page_of_the_manager(self, running: Running, chromium: Browser, page: Page) -> None:
        manager = running.open(chromium, "BL0031", viewport={"width": 1440, "height": 900})
        manager.goto("/team/")
        page.locator("#ask > summary").click()
        page.get_by_label("需要什么支持").fill("测试环境没有显卡配额")
        page.get_by_role("button", name="告诉主管").click()

        expect(page.get_by_text("已告诉林静。求助不影响评分。")).to_be_visible()
        expect(manager.get_by_text("测试环境没有显卡配额")).to_be_visible(timeout=5_000)

    @pytest.mark.walk
    def test_loses_nothing_typed_when_it_is_refused(self, page: Page) -> None:
        page.locator("#ask > summary").click()
        # In one step: a live part may be replaced between finding a form and sending it.
        page.evaluate("() => { const form = document.querySelector('#ask form'); form.noValidate = true; form.requestSubmit(); }")

        expect(page.get_by_label("需要什么支持")).to_have_attribute("aria-invalid", "true")


class TestTheReader:
    def test_switches_the_language_in_place(self, page: Page) -> None:
        page.goto("/me/")
        page.get_by_role("button", name="English").click()

        expect(page.get_by_role("heading", name="Who has looked at my data")).to_be_visible()
        page.goto("/performance/")
        expect(page.get_by_text("In progress; not a review result").first).to_be_visible()

    @pytest.mark.walk
    def test_walks_by_keys(self, running: Running, chromium: Browser) -> None:
        desk = running.open(chromium, LISI, viewport={"width": 1440, "height": 900})
        desk.goto("/")
        desk.keyboard.press("g")
        desk.keyboard.press("s")
        desk.wait_for_url("**/performance/")
        desk.keyboard.press("g")
        desk.keyboard.press("p")
        desk.wait_for_url("**/people/")

        desk.keyboard.press("/")
        desk.keyboard.type("shenyifan")

        expect(desk.locator("#search-found").get_by_text("沈一帆")).to_be_visible()

    @pytest.mark.walk
    def test_finds_everything_without_javascript(self, running: Running, chromium: Browser) -> None:
        plain = running.open(chromium, LISI, java_script_enabled=False)
        plain.goto("/performance/")
        plain.locator("#ask > summary").click()
        plain.get_by_label("需要什么支持").fill("需要一位评审人")
        plain.get_by_role("button", name="告诉主管").click()

        expect(plain.get_by_text("需要一位评审人")).to_be_visible()

    @pytest.mark.walk
    @pytest.mark.parametrize("language", ["zh-hans", "en"])
    @pytest.mark.parametrize("path", PAGES)
    def test_never_scrolls_sideways_on_a_phone(self, running: Running, chromium: Browser, path: str, language: str) -> None:
        page = running.open(chromium, LISI, language=language)
        page.goto(path)
        page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")

        assert page.evaluate("document.documentElement.scrollWidth") <= 390
