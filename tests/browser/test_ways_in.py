"""Coming in without a password, in a browser: through Feishu and back, a desk by a phone, and a screen that shows no names."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.accounts.provider import CORP, Member, Other, provider
from tests.browser.conftest import DESK, PHONE, Running

LARK = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Lark/7.20.0"


@pytest.fixture
def feishu(running: Running) -> Iterator[Other]:
    """Start a provider that speaks as Feishu does, and open it as a way in."""
    root = Path(__file__).resolve().parents[2]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")} | {
        "BOLE_DATA": str(running.site.data)
    }
    with provider() as other:
        subprocess.run([sys.executable, "-m", "tests.browser.feishu", other.address], cwd=root, env=surroundings, check=True)
        yield other


def test_whoever_opens_bole_inside_feishu_is_in(running: Running, chromium: Browser, feishu: Other) -> None:
    feishu.now_here = Member("lisi", corp=CORP)
    context = chromium.new_context(viewport=PHONE, base_url=running.site.address, user_agent=LARK, locale="zh-CN")
    page = context.new_page()

    page.goto("/performance/")

    expect(page).to_have_url(f"{running.site.address}/performance/")
    expect(page.locator("h1")).to_be_visible()
    context.close()


def test_a_desk_is_let_in_by_a_phone(running: Running, chromium: Browser) -> None:
    desk = chromium.new_context(viewport=DESK, base_url=running.site.address, locale="zh-CN").new_page()
    desk.goto("/performance/")
    desk.get_by_role("button", name="用手机扫码登录").click()
    address = (desk.locator("#address p").text_content() or "").strip()
    pair = (desk.locator("#waiting b").text_content() or "").strip()
    phone = running.open(chromium, "BL0471", viewport=PHONE)

    phone.goto(address)
    expect(phone.locator(".figure")).to_have_text(pair)
    phone.get_by_role("button", name="允许登录").click()
    expect(phone.locator("h1")).to_have_text("已允许那台设备登录")

    expect(desk).to_have_url(f"{running.site.address}/performance/")
    phone.context.close()
    desk.context.close()


def test_a_screen_that_is_shown_has_no_names(running: Running, chromium: Browser) -> None:
    page = running.open(chromium, "BL0031", viewport=DESK, java_script_enabled=False)
    page.goto("/team/")
    expect(page.locator("main")).to_contain_text("李四")

    page.get_by_role("button", name="投屏时隐藏姓名和分数").click()

    expect(page).to_have_url(f"{running.site.address}/team/")
    assert "李四" not in page.content()
    page.get_by_role("button", name="显示", exact=True).click()
    expect(page.locator("main")).to_contain_text("李四")
    page.context.close()
