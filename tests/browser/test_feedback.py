"""Feedback on a small phone: six taps and one text field, shown to whom before it is sent, and read by these alone."""

import re
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Running

LIN, LISI, SHEN, SU = "BL0031", "BL0471", "BL0402", "BL0012"
SMALL = {"width": 360, "height": 740}


@dataclass
class Thumb:
    """Taps, and counts its taps."""

    page: Page
    taps: list[str] = field(default_factory=list)

    def tap(self, target: Locator) -> None:
        """Tap once on what is in reach."""
        target.tap()
        self.taps.append(self.page.url)


def phone(running: Running, chromium: Browser, number: str, **more: object) -> Page:
    """Return somebody's small phone."""
    return running.open(chromium, number, viewport=SMALL, has_touch=True, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def advice(running: Running, chromium: Browser) -> tuple[str, list[str]]:
    """Let 林静 advise 李四 from her start page; return where the piece is, and her taps."""
    page = phone(running, chromium, LIN)
    page.goto("/")
    thumb = Thumb(page)
    thumb.tap(page.locator(".dock").get_by_role("link", name="团队"))
    thumb.tap(page.locator("main a[href^='/people/']", has_text="李四").first)
    thumb.tap(page.get_by_role("link", name="写反馈"))
    thumb.tap(page.locator("label", has_text="建议"))
    thumb.tap(page.get_by_label("你想说的话"))
    page.keyboard.type("下次先约客户，再改接口")
    expect(page.get_by_text("发出后能看到的人：李四、你自己")).to_be_visible()
    thumb.tap(page.get_by_role("button", name="发给李四"))
    expect(page.get_by_text("已发给李四")).to_be_visible()
    return page.url, thumb.taps


class TestSixTaps:
    def test_are_enough_from_the_start_page(self, advice: tuple[str, list[str]]) -> None:
        assert len(advice[1]) == 6

    def test_are_enough_by_way_of_the_feedback_page(self, running: Running, chromium: Browser) -> None:
        page = phone(running, chromium, SHEN)
        page.goto("/")
        thumb = Thumb(page)

        thumb.tap(page.locator(".dock").get_by_role("link", name="我的"))
        thumb.tap(page.locator("main").get_by_role("link", name="反馈", exact=True))
        thumb.tap(page.get_by_role("link", name="写反馈"))
        thumb.tap(page.get_by_role("link", name="李四"))
        thumb.tap(page.get_by_label("你想说的话"))
        page.keyboard.type("对账方案写得清楚")
        thumb.tap(page.get_by_role("button", name="发给李四"))

        expect(page.get_by_text("已发给李四")).to_be_visible()
        assert len(thumb.taps) == 6

    def test_are_enough_for_a_note_of_a_one_to_one_that_nobody_planned(self, running: Running, chromium: Browser) -> None:
        page = phone(running, chromium, LISI)
        page.goto("/")
        thumb = Thumb(page)

        thumb.tap(page.locator(".dock").get_by_role("link", name="我的"))
        thumb.tap(page.locator("main").get_by_role("link", name="一对一沟通"))
        thumb.tap(page.locator("main").get_by_role("link", name="林静"))
        thumb.tap(page.get_by_role("button", name="约好"))
        thumb.tap(page.locator("#note-of-talk"))
        page.keyboard.type("先聊聊下个月的排班")
        expect(page.get_by_text("能看到的人：林静、你自己。")).to_be_visible()
        thumb.tap(page.get_by_role("button", name="保存记录"))

        expect(page.get_by_text("先聊聊下个月的排班")).to_be_visible()
        assert len(thumb.taps) == 6

    def test_need_one_text_field(self, running: Running, chromium: Browser) -> None:
        page = phone(running, chromium, LIN)

        page.goto("/feedback/new/?to=BL0471")

        assert page.locator("main textarea, main input:not([type=hidden]):not([type=radio])").count() == 1


class TestTheReaders:
    def test_are_told_until_they_have_read(self, running: Running, chromium: Browser) -> None:
        lin = phone(running, chromium, LIN)
        lin.goto("/feedback/new/?to=BL0402")
        lin.get_by_label("你想说的话").fill("这次的测试报告很清楚")
        lin.get_by_role("button", name="发给沈一帆").tap()
        expect(lin.get_by_text("已发给沈一帆")).to_be_visible()
        page = phone(running, chromium, SHEN)
        page.goto("/")
        line = page.get_by_text("你的绩效反馈已生成，请及时查看")
        expect(line).to_be_visible()

        page.get_by_role("link", name="去看看").tap()
        page.get_by_role("link", name=re.compile("林静")).first.tap()
        expect(page.get_by_text("这次的测试报告很清楚")).to_be_visible()
        page.goto("/")

        expect(line).to_have_count(0)

    def test_find_it_beside_the_score_and_reply(self, running: Running, chromium: Browser, advice: tuple[str, list[str]]) -> None:
        page = phone(running, chromium, LISI)
        page.goto("/performance/")
        page.locator("main").get_by_role("link", name=re.compile("林静.*建议")).first.tap()

        page.get_by_label("回复或提问").fill("好的，周一先约")
        page.get_by_role("button", name="发出").tap()

        expect(page.get_by_text("好的，周一先约")).to_be_visible()
        lin = phone(running, chromium, LIN)
        lin.goto("/feedback/?tab=sent")
        lin.get_by_role("link", name=re.compile("李四")).first.tap()
        expect(lin.get_by_text("好的，周一先约")).to_be_visible()

    @pytest.mark.parametrize("number", [SHEN, SU])
    def test_are_nobody_else(self, running: Running, chromium: Browser, advice: tuple[str, list[str]], number: str) -> None:
        page = phone(running, chromium, number)

        answer = page.goto(advice[0])

        assert answer is not None
        assert answer.status == 404
        expect(page.get_by_text("下次先约客户")).to_have_count(0)


class TestWhatIsWritten:
    def test_comes_back_after_a_session_that_ended(self, running: Running, chromium: Browser) -> None:
        page = phone(running, chromium, LIN)
        page.goto("/feedback/new/?to=BL0402")
        with page.expect_response(re.compile("/feedback/draft/")):
            page.get_by_label("你想说的话").press_sequentially("写到一半的话", delay=20)
        page.context.clear_cookies()

        page.get_by_role("button", name="发给沈一帆").tap()
        expect(page).to_have_url(re.compile("/sign-in/"))
        again = phone(running, chromium, LIN)
        again.goto("/feedback/new/?to=BL0402")

        expect(again.get_by_label("你想说的话")).to_have_value("写到一半的话")

    def test_is_taken_back_before_anybody_reads_it(self, running: Running, chromium: Browser) -> None:
        page = phone(running, chromium, LIN)
        page.goto("/feedback/new/?to=BL0402")
        page.get_by_label("你想说的话").fill("发错人了")
        page.get_by_role("button", name="发给沈一帆").tap()

        page.get_by_role("button", name="撤销").tap()

        expect(page.get_by_text("已撤回。没有人读过，内容已删除。")).to_be_visible()

    def test_works_without_a_script(self, running: Running, chromium: Browser) -> None:
        page = phone(running, chromium, SHEN, java_script_enabled=False)
        page.goto("/feedback/new/?to=BL0031&kind=request")
        page.get_by_label("你想说的话").fill("评审时我讲得清楚吗？")

        page.get_by_role("button", name="发给林静").tap()

        expect(page.get_by_text("已发给林静")).to_be_visible()


def test_a_talk_is_planned_held_and_followed_up(running: Running, chromium: Browser) -> None:
    page = phone(running, chromium, LIN)
    page.goto("/people/BL0402/")
    page.get_by_role("link", name="约一次沟通").tap()
    page.get_by_role("button", name="约好").tap()
    expect(page.get_by_role("heading", level=1)).to_have_text("和沈一帆的一对一沟通")
    page.locator("#agree > summary").tap()
    page.get_by_label("约定了什么").fill("整理接口文档")
    page.get_by_role("button", name="保存约定").tap()

    expect(page.get_by_text("整理接口文档")).to_be_visible()
    other = phone(running, chromium, SHEN)
    other.goto("/one-to-ones/")
    expect(other.get_by_text("整理接口文档")).to_be_visible()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize(
    "path", ["/feedback/", "/feedback/new/", "/feedback/new/?to=BL0471", "/one-to-ones/", "/one-to-ones/new/?with=BL0471"]
)
def test_no_page_scrolls_sideways_on_a_small_phone(running: Running, chromium: Browser, path: str, language: str) -> None:
    page = phone(running, chromium, LIN, language=language)
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"]
