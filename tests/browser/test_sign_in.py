"""The door in a browser: signing in, a wrong password, and the second factor from switching it on to being asked for it."""

import time
from collections.abc import Iterator

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running
from tests.browser.small_company import BY_HAND, PASSWORD


@pytest.fixture
def page(running: Running, chromium: Browser) -> Iterator[Page]:
    """Return a phone in front of the door."""
    context = chromium.new_context(viewport={"width": 390, "height": 844}, base_url=running.site.address, locale="zh-CN")
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto("/performance/")
    yield page
    context.close()
    assert problems == []


def sign_in(page: Page, password: str = PASSWORD) -> None:
    """Type number and password."""
    page.get_by_label("工号").fill(BY_HAND)
    page.get_by_label("密码").fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def code(secret: str, *, later: int = 0) -> str:
    """Return what the phone shows."""
    return format_hotp_value(hotp_value(secret, (int(time.time()) + later) // 30))


class TestTheDoor:
    def test_says_what_does_not_fit_and_keeps_the_number(self, page: Page) -> None:
        sign_in(page, "wrong-wrong")

        expect(page.get_by_role("alert")).to_contain_text("工号和密码对不上。")
        expect(page.get_by_label("工号")).to_have_value(BY_HAND)

    @pytest.mark.walk
    def test_speaks_the_other_language_at_a_touch(self, page: Page) -> None:
        page.get_by_role("button", name="English").click()

        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")

    @pytest.mark.walk
    def test_says_whom_to_ask_for_a_forgotten_password(self, page: Page) -> None:
        page.get_by_role("link", name="忘了密码").click()

        expect(page.locator("main")).to_contain_text("找人力资源部")


class TestTheSecondFactor:
    def test_is_switched_on_and_then_asked_for(self, page: Page) -> None:
        sign_in(page)
        page.goto("/me/second-factor/")
        page.get_by_role("link", name="开启第二重验证").click()
        page.get_by_label("密码").fill(PASSWORD)
        page.get_by_role("button", name="确认").click()
        secret = (page.locator("details p").text_content() or "").strip()
        page.get_by_label("身份验证器显示的验证码").fill(code(secret))
        page.get_by_role("button", name="开启").click()
        expect(page.locator("ol.codes > li")).to_have_count(10)

        page.goto("/sign-out/")
        page.get_by_role("button", name="退出登录").click()
        sign_in(page)
        page.get_by_label("验证码").fill(code(secret, later=30))
        page.get_by_role("button", name="登录", exact=True).click()

        page.goto("/me/second-factor/")
        expect(page.get_by_role("heading", level=1)).to_have_text("第二重验证已开启")
