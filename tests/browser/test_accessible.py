"""Everybody can use it: nothing that axe finds wrong, text at twice its size, every key, a name for whatever one can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.accessible import AXE, cut_off, enlarge, nameless, not_reached, violations
from tests.browser.conftest import DESK, PHONE, Running

EMPLOYEE, MANAGER, HR = "BL0471", "BL0031", "BL0012"
# Where each of them begins; all that the menu leads to is walked in the full run.
FIRST = ((EMPLOYEE, "/"), (EMPLOYEE, "/performance/"), (EMPLOYEE, "/me/"), (MANAGER, "/team/"), (HR, "/company/"))
BOTH_WAYS = (("zh-hans", "light"), ("en", "dark"))
ALL_WAYS = (("zh-hans", "light"), ("zh-hans", "dark"), ("en", "light"), ("en", "dark"))


@pytest.fixture(scope="module", autouse=True)
def axe() -> None:
    """Ask for what finds the faults: skipping here is a failure where CI=true, skipping the file would not be."""
    if not AXE.exists():
        pytest.skip("axe-core is not installed: make assets")


@contextmanager
def shown(running: Running, chromium: Browser, who: str, path: str, *, language: str = "zh-hans", theme: str = "light") -> Iterator[Page]:
    """Open a page on a phone."""
    page = running.open(chromium, who, viewport={"width": 360, "height": 780}, language=language, color_scheme=theme)
    page.goto(path)
    yield page
    page.context.close()


@pytest.mark.parametrize(("language", "theme"), BOTH_WAYS)
@pytest.mark.parametrize(("who", "path"), FIRST)
def test_a_first_page_has_nothing_wrong(running: Running, chromium: Browser, who: str, path: str, language: str, theme: str) -> None:
    with shown(running, chromium, who, path, language=language, theme=theme) as page:
        assert violations(page) == []
        assert nameless(page) == []
        assert cut_off(page) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/sign-in/", "/sign-in/forgotten/", "/sign-in/scan/"])
def test_the_door_has_nothing_wrong(running: Running, chromium: Browser, path: str, theme: str) -> None:
    context = chromium.new_context(viewport=PHONE, base_url=running.site.address, locale="zh-CN", color_scheme=theme)  # type: ignore[arg-type]  # one of two
    page = context.new_page()
    page.goto(path)

    assert violations(page) == []
    assert nameless(page) == []
    context.close()


@pytest.mark.parametrize(("who", "path"), FIRST)
def test_text_at_twice_its_size_is_not_cut_off(running: Running, chromium: Browser, who: str, path: str) -> None:
    page = running.open(chromium, who, viewport={"width": 1280, "height": 900})
    page.goto(path)
    enlarge(page)

    assert cut_off(page) == []
    page.context.close()


@pytest.mark.parametrize(("who", "path"), FIRST)
def test_every_act_is_reached_by_keys_and_shows_it(running: Running, chromium: Browser, who: str, path: str) -> None:
    page = running.open(chromium, who, viewport=DESK)
    page.goto(path)

    assert not_reached(page) == []
    page.context.close()


def test_the_first_key_skips_to_the_content(running: Running, chromium: Browser) -> None:
    page = running.open(chromium, EMPLOYEE, viewport=DESK)
    page.goto("/performance/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.locator("#main")).to_be_focused()
    page.context.close()


@pytest.mark.full
@pytest.mark.parametrize("who", [EMPLOYEE, MANAGER, HR])
def test_all_that_the_menu_leads_to_has_nothing_wrong(running: Running, chromium: Browser, who: str) -> None:
    wrong: dict[tuple[str, str, str], list[str]] = {}
    page = running.open(chromium, who, viewport=DESK)
    page.goto("/")
    paths = sorted(set(page.eval_on_selector_all(".rail a[href^='/']", "all => all.map((one) => one.getAttribute('href'))")))
    page.context.close()
    for path in paths:
        for language, theme in ALL_WAYS:
            with shown(running, chromium, who, path, language=language, theme=theme) as page:
                wrong[path, language, theme] = violations(page) + nameless(page) + cut_off(page)
        with shown(running, chromium, who, path) as page:
            page.set_viewport_size({"width": 1280, "height": 900})
            wrong[path, "keys", ""] = not_reached(page)
            enlarge(page)
            wrong[path, "200 %", ""] = cut_off(page)

    print(f"\naxe {who} pages={len(paths)} ways={len(ALL_WAYS)} wrong={sum(map(len, wrong.values()))}")
    assert {place: found for place, found in wrong.items() if found} == {}
