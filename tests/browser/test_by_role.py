"""Walks of three who work for others: an HR partner looks at a score, an auditor reads who looked, a system admin connects a tool."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import DESK, Running, opened

LISI, WANG, PARTNER, AUDITOR, ADMIN = "BL0471", "BL0801", "BL0148", "BL0901", "BL0902"


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open the company of the worked examples, where each of the three has one role."""
    with opened("tests.browser.examples_company", tmp_path_factory.mktemp("office"), migrated) as company:
        yield company


def test_an_hr_partner_sees_the_score_of_the_own_unit_alone_and_whose_it_is_reads_of_the_look(office: Running, chromium: Browser) -> None:
    partner = office.open(chromium, PARTNER, viewport=DESK)
    partner.goto(f"/people/{LISI}/")
    partner.locator(f'a[href="/people/{LISI}/score/"]').click()
    expect(partner.locator("[data-figure=score]")).to_have_attribute("data-value", "86.6")
    elsewhere = partner.goto(f"/people/{WANG}/score/")
    assert elsewhere is not None
    assert elsewhere.status == 404

    own = office.open(chromium, LISI)
    own.goto("/me/")  # where the auditor's walk may have left one look more
    expect(own.get_by_text(re.compile("何佳（人力资源业务伙伴）查看了你的评分")).first).to_be_visible()


def test_an_auditor_finds_a_look_in_the_record_and_checks_that_the_chain_is_whole(office: Running, chromium: Browser) -> None:
    office.open(chromium, PARTNER, viewport=DESK).goto(f"/people/{LISI}/score/")
    auditor = office.open(chromium, AUDITOR, viewport=DESK)
    auditor.goto("/company/record/?what=score.look")
    expect(auditor.locator("#lines")).to_contain_text("何佳")
    expect(auditor.locator("#lines")).to_contain_text(LISI)

    auditor.get_by_role("button", name="校验日志链").click()

    expect(auditor.get_by_role("heading", level=1)).to_contain_text("日志链完整")


def test_a_system_admin_connects_a_tool_and_sees_its_secret_once(office: Running, chromium: Browser) -> None:
    admin = office.open(chromium, ADMIN, viewport=DESK)
    admin.goto("/company/connections/new/")
    admin.get_by_label("来源名称").fill("平台组代码库")
    admin.get_by_role("button", name="建立连接").click()
    expect(admin.get_by_text("密钥，只显示这一次", exact=True)).to_be_visible()
    secret = admin.locator("[data-secret]").inner_text()

    admin.goto("/company/connections/")
    admin.get_by_role("link", name=re.compile("平台组代码库")).click()

    expect(admin.get_by_role("heading", level=1)).to_have_text(re.compile("平台组代码库"))
    assert len(secret) > 15
    assert secret not in admin.content()
