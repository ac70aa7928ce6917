"""Behaviours in a real browser: parts stay live, nothing typed is lost, nothing is sent twice; and all works without them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.kit.ui.pages import WORLD

BUILT = Path(__file__).parents[3] / "src/bole/kit/static/built/app.js"
pytestmark = [pytest.mark.browser, pytest.mark.walk, pytest.mark.urls("tests.kit.ui.pages")]


@pytest.fixture(autouse=True)
def built() -> None:
    if not BUILT.exists():
        pytest.skip("the built assets are not here (make assets)")


@pytest.fixture
def address(request: pytest.FixtureRequest, settings: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("bole.access.middleware.PUBLIC", ("/",))
    settings.ALLOWED_HOSTS = ["*"]
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    WORLD.begin()
    return str(request.getfixturevalue("live_server").url)


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=address, viewport={"width": 1440, "height": 900}, locale="en")
    opened = context.new_page()
    problems: list[str] = []
    opened.on("pageerror", lambda problem: problems.append(str(problem)))
    opened.on("console", lambda line: problems.append(line.text) if "Content Security Policy" in line.text else None)
    yield opened
    context.close()
    assert problems == []


@pytest.fixture
def plain(chromium: Browser, address: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=address, java_script_enabled=False, locale="en")
    yield context.new_page()
    context.close()


class TestLive:
    def test_a_figure_moves_by_itself_and_is_said(self, page: Page) -> None:
        page.goto("/score/")

        WORLD.move("87.7")

        expect(page.locator(".figure")).to_have_text("87.7")
        expect(page.locator("#said")).to_have_text("Live score 87.7")

    def test_what_was_opened_stays_open(self, page: Page) -> None:
        page.goto("/score/")
        page.click("#parts summary")

        WORLD.move("87.7")

        expect(page.locator(".figure")).to_have_text("87.7")
        expect(page.locator("#parts")).to_have_attribute("open", "")

    def test_what_was_typed_stays_until_it_is_sent_or_taken_back(self, page: Page) -> None:
        page.goto("/score/")
        note = page.get_by_label("Note")
        note.fill("half a thought")
        note.blur()

        WORLD.move("87.7")
        page.evaluate("new Promise((done) => setTimeout(done, 500))")  # longer than the page waits for more names
        expect(note).to_have_value("half a thought")
        note.fill("")
        note.blur()

        expect(page.locator(".figure")).to_have_text("87.7")

    def test_what_was_chosen_stays_too(self, page: Page) -> None:
        page.goto("/score/")
        why = page.get_by_label("Why").first
        why.select_option("b")
        why.blur()

        WORLD.move("87.7")
        page.evaluate("new Promise((done) => setTimeout(done, 500))")  # longer than the page waits for more names

        expect(why).to_have_value("b")

    def test_nothing_counts_with_reduced_motion(self, page: Page) -> None:
        page.emulate_media(reduced_motion="reduce")
        page.goto("/score/")
        page.evaluate("""() => {
            window.seen = [];
            const look = () => { window.seen.push(document.querySelector('.figure').textContent); requestAnimationFrame(look); };
            look();
        }""")

        WORLD.move("87.7")

        expect(page.locator(".figure")).to_have_text("87.7")
        page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")  # it looks once a frame
        assert set(page.evaluate("window.seen")) == {"86.4", "87.7"}


class TestForm:
    def test_keeps_what_was_typed_and_goes_to_the_error(self, page: Page) -> None:
        page.goto("/form/")
        page.fill("[name=text]", "half a page of thoughts")

        page.click("main .btn")

        expect(page.locator(".field-no")).to_have_text("Say something.")
        expect(page.locator("[name=text]")).to_have_value("half a page of thoughts")
        expect(page.locator("[name=title]")).to_be_focused()

    def test_shows_a_refusal_above_the_fields(self, page: Page) -> None:
        page.goto("/form/")
        page.fill("[name=title]", "refuse")
        page.fill("[name=text]", "thoughts")

        page.click("main .btn")

        expect(page.locator("form > .refused")).to_have_text("Weights are short.")
        expect(page.locator("[name=text]")).to_have_value("thoughts")

    def test_says_a_fault_in_a_toast_that_stays(self, page: Page) -> None:
        page.goto("/form/")
        page.fill("[name=title]", "break")

        page.click("main .btn")

        expect(page.locator("#toasts [role=alert]")).to_contain_text("It is our fault.")
        expect(page.locator("[name=title]")).to_have_value("break")

    def test_is_sent_once(self, page: Page) -> None:
        page.goto("/form/")
        page.fill("[name=title]", "good")

        page.evaluate("() => { const button = document.querySelector('main .btn'); button.click(); button.click(); button.click(); }")

        page.wait_for_url("**/score/")
        assert WORLD.posts == ["good"]

    def test_says_that_the_network_is_gone(self, page: Page) -> None:
        page.goto("/form/")
        page.fill("[name=title]", "good")
        page.context.set_offline(True)

        page.click("main .btn")

        expect(page.locator("#toasts [role=alert]")).to_contain_text("No network. What you wrote is kept")
        expect(page.locator("[name=title]")).to_have_value("good")


class TestKeys:
    def test_slash_searches_while_typing(self, page: Page) -> None:
        page.goto("/score/")

        page.keyboard.press("/")
        page.keyboard.type("lin")

        expect(page.locator("#search-found")).to_have_text("found lin")

    def test_g_and_a_letter_is_a_way(self, page: Page) -> None:
        page.goto("/score/")

        page.keyboard.type("gf")

        page.wait_for_url("**/form/")

    def test_question_mark_lists_the_ways(self, page: Page) -> None:
        page.goto("/score/")

        page.keyboard.press("?")

        expect(page.locator("#keys dt")).to_have_text(["Search", "Score", "Form", "This list"])

    def test_letters_in_a_field_are_letters(self, page: Page) -> None:
        page.goto("/form/")
        page.focus("[name=text]")

        page.keyboard.type("go/?")

        expect(page.locator("[name=text]")).to_have_value("go/?")


class TestTheme:
    def test_changes_at_once_and_stays(self, page: Page) -> None:
        page.goto("/score/")

        page.check("input[value=ink]", force=True)

        expect(page.locator("html")).to_have_attribute("data-theme", "ink")
        page.reload()
        expect(page.locator("html")).to_have_attribute("data-theme", "ink")


class TestWithoutScript:
    def test_a_dialog_opens_by_its_address(self, plain: Page) -> None:
        plain.goto("/score/#ask")

        expect(plain.locator("#ask")).to_be_visible()

    def test_a_form_answers_with_the_page(self, plain: Page) -> None:
        plain.goto("/form/")

        plain.click("main .btn")

        expect(plain.locator(".field-no")).to_have_text("Say something.")

    def test_a_theme_is_chosen_by_a_button(self, plain: Page) -> None:
        plain.goto("/score/")
        plain.check("input[value=ink]", force=True)

        plain.click("[data-without-script]")

        expect(plain.locator("html")).to_have_attribute("data-theme", "ink")
