"""The app in the hand: it can be installed, its pages pass into each other, and it keeps clear of a phone's notch and bar."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, Running, wait_until

NOTCH, BAR = 59, 34
# Each picture that the manifest names, with the size that it says and the size that it has.
PICTURES = """async () => {
  const told = await (await fetch(document.querySelector("link[rel=manifest]").href, { credentials: "include" })).json();
  const asked = [...told.icons, ...told.screenshots].map(async ({ src, sizes }) => {
    const picture = Object.assign(new Image(), { src });
    await picture.decode();
    return [sizes, sizes === "any" ? "any" : `${picture.naturalWidth}x${picture.naturalHeight}`];
  });
  return Promise.all(asked);
}"""


@pytest.fixture
def page(running: Running, chromium: Browser) -> Iterator[Page]:
    """Return an employee's phone."""
    page = running.open(chromium, "BL0471", viewport=PHONE)
    yield page
    page.context.close()


def test_it_can_be_installed_with_the_pictures_that_it_names(page: Page) -> None:
    page.goto("/")

    errors = page.context.new_cdp_session(page).send("Page.getInstallabilityErrors")["installabilityErrors"]
    pictures = page.evaluate(PICTURES)

    # A test's window is a private one, in which nothing is installed.
    assert [one["errorId"] for one in errors if one["errorId"] != "in-incognito"] == []
    assert len(pictures) == 7
    assert [(said, real) for said, real in pictures if said != real] == []


@pytest.mark.parametrize(("motion", "passes"), [("no-preference", True), ("reduce", False)])
def test_pages_pass_into_each_other_where_movement_is_welcome(page: Page, motion: str, *, passes: bool) -> None:
    page.emulate_media(reduced_motion=motion)  # type: ignore[arg-type]  # one of two
    page.add_init_script("addEventListener('pagereveal', (event) => { window.passed = event.viewTransition !== null; });")
    page.goto("/")

    # A browser that is short of time leaves a passage out (three of twelve on a busy machine): what counts is whether it is offered one.
    seen = [followed(page, tab) for tab in ("绩效", "辅导", "绩效", "辅导", "绩效", "辅导")]

    assert any(seen) is passes


def followed(page: Page, tab: str) -> bool:
    """Follow a tab of the dock; return whether the page that comes passes over the one before."""
    before = page.url
    page.locator(".dock").get_by_role("link", name=tab).click()
    page.wait_for_url(lambda url: url != before)
    wait_until(page, "() => window.passed !== undefined")
    return bool(page.evaluate("window.passed"))


def test_it_keeps_clear_of_the_notch_and_the_bar_of_a_phone(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setSafeAreaInsetsOverride", {"insets": {"top": NOTCH, "bottom": BAR}})
    page.goto("/")

    tabs = page.locator(".dock a")
    expect(tabs).to_have_count(5)
    ends = [box["y"] + box["height"] for box in (one.bounding_box() for one in tabs.all()) if box]
    top = page.locator(".topbar").bounding_box()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    last = page.evaluate("Math.max(...[...document.querySelectorAll('main > *')].map((one) => one.getBoundingClientRect().bottom))")
    dock = page.locator(".dock").bounding_box()

    assert top is not None
    assert dock is not None
    assert top["y"] >= NOTCH
    assert max(ends) <= PHONE["height"] - BAR
    assert last <= dock["y"]
