"""Handing in a result on a small phone, six taps and one text field; and the palette on a desk, by the keyboard alone."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, Running
from tests.browser.test_feedback import LIN, LISI, SHEN, Thumb, phone


def photo(width: int, height: int) -> dict[str, object]:
    """Return a large photo as a phone takes it."""
    found = io.BytesIO()
    Image.effect_noise((width, height), 90).convert("RGB").save(found, "JPEG", quality=95)
    return {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": found.getvalue()}


@pytest.fixture(scope="module")
def handed_in(running: Running, chromium: Browser) -> tuple[str, list[str]]:
    """Let 李四 hand in what a customer said, from her start page; return where it is, and her taps."""
    page = phone(running, chromium, LISI)
    page.goto("/")
    thumb = Thumb(page)
    thumb.tap(page.locator(".dock").get_by_role("link", name="我的"))
    thumb.tap(page.locator("main").get_by_role("link", name="提交成果", exact=True))
    thumb.tap(page.get_by_role("link", name="客户反馈"))
    thumb.tap(page.locator("label", has_text="很满意").first)
    thumb.tap(page.get_by_label("客户怎么说"))
    page.keyboard.type("上线那天没有一次报错")
    expect(page.get_by_text("发出后能看到的人：")).to_be_visible()
    thumb.tap(page.get_by_role("button", name="提交", exact=True))
    expect(page.get_by_text("本人提交，待确认").first).to_be_visible()
    page.get_by_role("link", name="上线那天没有一次报错").first.tap()
    expect(page.get_by_role("button", name="撤回")).to_be_visible()
    return page.url, thumb.taps


class TestAResult:
    def test_is_handed_in_with_six_taps(self, handed_in: tuple[str, list[str]]) -> None:
        assert len(handed_in[1]) == 6

    @pytest.mark.parametrize("kind", ["project_report", "customer_feedback", "skill_score"])
    def test_has_one_text_field(self, running: Running, chromium: Browser, kind: str) -> None:
        page = phone(running, chromium, SHEN)

        page.goto(f"/results/new/?kind={kind}")

        assert page.locator("main textarea, main input[type=text], main input:not([type])").count() == 1
        assert page.evaluate("document.documentElement.scrollWidth") <= 360

    def test_is_confirmed_on_the_managers_team_page(self, running: Running, chromium: Browser, handed_in: tuple[str, list[str]]) -> None:
        page = phone(running, chromium, LIN)
        page.goto("/team/")
        ref = handed_in[0].rstrip("/").rpartition("/")[2]
        waiting = page.locator(f"form[action='/results/{ref}/confirm/']").get_by_role("button", name="确认成果")
        expect(waiting).to_have_count(1)

        waiting.tap()

        expect(waiting).to_have_count(0)
        page.goto(handed_in[0])
        expect(page.get_by_text("已确认").first).to_be_visible()

    def test_has_its_photo_made_smaller_before_it_is_sent(self, running: Running, chromium: Browser) -> None:
        page = phone(running, chromium, SHEN)
        page.goto("/results/new/?kind=project_report")
        large = photo(3000, 2000)

        page.get_by_label("照片和文件").set_input_files([large])  # type: ignore[list-item]  # a file as playwright takes it
        expect(page.locator("[data-chosen] li")).to_have_count(1)
        sent = page.evaluate("document.querySelector('input[type=file]').files[0].size")
        page.get_by_label("做成了什么").fill("现场验收通过")
        page.get_by_role("button", name="提交", exact=True).tap()

        expect(page.get_by_text("现场验收通过")).to_be_visible()
        assert sent < len(large["buffer"]) / 2  # type: ignore[arg-type]  # bytes


def desk(running: Running, chromium: Browser, number: str) -> Page:
    """Return somebody's desk."""
    return running.open(chromium, number, viewport=DESK)  # type: ignore[arg-type]


class TestThePalette:
    def test_leads_to_a_person_by_the_keyboard_alone(self, running: Running, chromium: Browser) -> None:
        page = desk(running, chromium, SHEN)
        page.goto("/")

        page.keyboard.press("Control+k")
        expect(page.get_by_role("dialog", name="搜索")).to_be_visible()
        page.keyboard.type("linjing")
        expect(page.locator("#search-found").get_by_role("link", name="林静").first).to_be_visible()
        page.keyboard.press("Enter")

        page.wait_for_url(f"**/people/{LIN}/")

    def test_shows_what_one_may_do_before_anything_is_typed(self, running: Running, chromium: Browser) -> None:
        page = desk(running, chromium, SHEN)
        page.goto("/")

        page.keyboard.press("Control+k")
        expect(page.locator("#search-found").get_by_role("link", name="提交成果")).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")

        page.wait_for_url("**/results/new/")

    def test_keeps_the_focus_and_gives_it_back(self, running: Running, chromium: Browser) -> None:
        page = desk(running, chromium, SHEN)
        page.goto("/people/")
        page.keyboard.press("Control+k")
        expect(page.locator("#search-found a").first).to_be_visible()

        for _ in range(12):
            page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('#search')")
        page.keyboard.press("Escape")

        assert inside
        expect(page.get_by_role("dialog", name="搜索")).to_be_hidden()
