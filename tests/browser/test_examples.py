"""The worked examples of the specification, opened in the browser from the score down to a record."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Running, opened

LISI, WANG = "BL0471", "BL0801"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open the company of the two examples, on its own day."""
    with opened("tests.browser.examples_company", tmp_path_factory.mktemp("examples"), migrated) as company:
        yield company


def parts_of(page: Page) -> list[Decimal]:
    """Return what each dimension contributes, as the page shows it."""
    return [Decimal(text.split("/")[0].strip()) for text in page.locator("#score details.open > summary .trail").all_inner_texts()]


def test_the_programmer_makes_86_6_and_opens_to_a_defect(examples: Running, chromium: Browser) -> None:
    page = examples.open(chromium, LISI)
    page.goto("/performance/")
    expect(page.locator("[data-figure=score]")).to_have_attribute("data-value", "86.6")
    assert parts_of(page) == [Decimal("25.5"), Decimal("22.5"), Decimal("17.6"), Decimal("21.0")]
    assert sum(parts_of(page)) == Decimal("86.6")

    page.locator("#part-code_quality > summary").click()
    page.locator("#part-code_quality").get_by_role("link", name=re.compile("bug率")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("10个合并的变更，2个缺陷")
    page.locator('[data-record="BUG-2"] > summary', has_text="支付缺陷2").click()

    link = page.get_by_role("link", name=re.compile("到来源工具里查看.*BUG-2"))
    expect(link).to_have_attribute("href", "https://jira.example.com/browse/BUG-2")


def test_the_worker_makes_86_1_and_opens_to_the_shift(examples: Running, chromium: Browser) -> None:
    page = examples.open(chromium, WANG)
    page.goto("/performance/?period=2026-10")
    expect(page.locator("[data-figure=score]")).to_have_attribute("data-value", "86.1")
    assert parts_of(page) == [Decimal("27.6"), Decimal("22.0"), Decimal("17.0"), Decimal("10.5"), Decimal("9.0")]
    assert sum(parts_of(page)) == Decimal("86.1")

    page.locator("#part-output > summary").click()
    page.locator("#part-output").get_by_role("link", name=re.compile("产量")).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("920")
    page.locator('[data-record="白班第1批"] > summary').click()

    link = page.get_by_role("link", name=re.compile("到来源工具里查看"))
    expect(link).to_have_attribute("href", "https://mes.example.com/shifts/1")
