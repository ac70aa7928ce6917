"""HR's walk: a draft whose sums follow the typing, with and without JavaScript, by keyboard, tried and published; a curve that is drawn."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.bad_line import bad_line
from tests.browser.conftest import Running, wait_until
from tests.browser.pocket import ASKED, Pocket, pocket, rows_in

SUWEN = "BL0012"
DRAFT = "/company/models/programmer/draft/"


@pytest.fixture
def page(running: Running, chromium: Browser) -> Iterator[Page]:
    """Return an HR admin's desk."""
    page = running.open(chromium, SUWEN, viewport={"width": 1440, "height": 900})
    problems: list[str] = []
    page.on("console", lambda said: problems.append(said.text) if "Content Security Policy" in said.text else None)
    yield page
    page.context.close()
    assert problems == []


@pytest.fixture
def plain(running: Running, chromium: Browser) -> Iterator[Page]:
    """Return an HR admin's phone without JavaScript."""
    page = running.open(chromium, SUWEN, java_script_enabled=False)
    yield page
    page.context.close()


class TestADraft:
    @pytest.mark.walk
    def test_says_the_sum_while_one_types(self, page: Page) -> None:
        page.goto(DRAFT)

        page.locator("[name='1.weight']").fill("25")
        page.locator("[name='0.weight']").fill("25")

        expect(page.locator("[data-sum=all]")).to_have_text("合计95%，还差5%")
        expect(page.locator("[data-sum='0']")).to_have_text("合计100%")

    def test_is_refused_in_place_and_loses_nothing(self, page: Page) -> None:
        page.goto(DRAFT)
        page.locator("[name='0.weight']").fill("37.5")
        page.locator("[name='1.weight']").fill("25")
        page.locator("[name='zh']").fill("程序员（试）")
        page.evaluate("window.untouched = true")

        page.get_by_role("button", name="保存草稿").click()

        expect(page.get_by_role("alert")).to_contain_text("权重合计107.5%，多出7.5%。")
        expect(page.locator("[name='0.weight']")).to_have_value("37.5")
        expect(page.locator("[name='zh']")).to_have_value("程序员（试）")
        assert page.evaluate("window.untouched") is True

    @pytest.mark.walk
    def test_takes_a_dimension_more_in_place(self, page: Page) -> None:
        page.goto(DRAFT)

        page.get_by_role("button", name="添加维度").click()

        expect(page.locator("[name='4.zh']")).to_have_value("")
        expect(page.locator(".state")).to_have_text("还没有保存")

    @pytest.mark.walk
    def test_works_whole_without_javascript(self, plain: Page) -> None:
        plain.goto(DRAFT)
        plain.locator("[name='0.weight']").fill("25")
        plain.get_by_role("button", name="添加维度").click()
        plain.locator("[name='4.zh']").fill("技术创新")
        plain.locator("[name='4.en']").fill("Innovation")
        plain.locator("[name='4.weight']").fill("5")
        plain.locator("[name='4.0.indicator']").select_option(label="bug率")

        plain.get_by_role("button", name="保存草稿").click()

        expect(plain.get_by_role("alert")).to_contain_text("这个指标在模型里出现了两次")
        expect(plain.locator("[name='4.zh']")).to_have_value("技术创新")

    def test_is_saved_by_the_enter_key_and_then_tried(self, page: Page) -> None:
        page.goto(DRAFT)
        page.locator("[name='0.weight']").fill("25")
        page.locator("[name='1.weight']").fill("30")

        page.locator("[name='1.weight']").press("Enter")
        page.get_by_role("link", name="试算").click()

        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("第.版试算"))
        expect(page.locator("main")).to_contain_text("试算：新模型的结果只用来比较，不影响任何人")

    @pytest.mark.walk
    def test_never_scrolls_sideways_on_a_phone(self, plain: Page) -> None:
        for path in (DRAFT, "/company/models/", "/company/models/programmer/", "/company/indicators/", "/company/indicators/delays/"):
            plain.goto(path)
            wide = plain.locator("body").bounding_box()

            assert wide is not None
            assert wide["width"] <= 390, path


class TestADraftThatWasNotSaved:
    KEPT = f"""async (asked) => {{
      const found = (await ({ASKED})({{ ask: "draft", place: "{DRAFT}?#" }})).words?.fields.map((one) => one.join("=")) ?? [];
      return asked.every((one) => found.includes(one));
    }}"""
    BACK = re.compile("^已放回你.*在这里写的草稿。")

    @pytest.fixture
    def phone(self, running: Running, chromium: Browser) -> Iterator[Pocket]:
        """Return an HR admin's phone."""
        with bad_line(running.site.address) as line:
            made = pocket(chromium, running, line, SUWEN)
            yield made
            made.context.close()

    @pytest.mark.walk
    def test_comes_back_with_the_parts_that_were_added_and_taken_out(self, phone: Pocket) -> None:
        page = phone.page(DRAFT)
        many = page.locator(".part.sheet").count()
        page.locator("[name='0.weight']").fill("27")
        page.get_by_role("button", name="添加维度").click()
        page.locator(f"[name='{many}.zh']").fill("技术创新")
        page.locator("#part-1 button[value='remove:1']").click()
        expect(page.locator(".part.sheet")).to_have_count(many)
        wait_until(page, self.KEPT, ["0.weight=27", f"{many - 1}.zh=技术创新", f"{many - 1}.kind=group"])
        page.close()

        page = phone.page(DRAFT)

        expect(page.get_by_text(self.BACK)).to_be_visible()
        expect(page.locator(f"[name='{many - 1}.zh']")).to_have_value("技术创新")
        expect(page.locator("[name='0.weight']")).to_have_value("27")
        expect(page.locator(".state")).to_have_text("还没有保存")
        page.close()
        page = phone.page(DRAFT)
        expect(page.locator(f"[name='{many - 1}.zh']")).to_have_value("技术创新")
        page.get_by_role("button", name="不要草稿").click()
        expect(page.locator("[name='0.weight']")).not_to_have_value("27")
        expect(page.locator(".part.sheet")).to_have_count(many)
        assert rows_in(phone.left(page)).get("drafts", 0) == 0

    @pytest.mark.walk
    def test_goes_once_it_was_saved_and_not_while_it_was_refused(self, phone: Pocket) -> None:
        page = phone.page(DRAFT)
        page.locator("[name='0.weight']").fill("99")
        page.get_by_role("button", name="保存草稿").click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.close()
        page = phone.page(DRAFT)
        expect(page.locator("[name='0.weight']")).to_have_value("99")
        expect(page.get_by_text(self.BACK)).to_be_visible()

        weights = [float(one.input_value()) for one in page.locator("[data-weight=all]").all()[1:]]
        page.locator("[name='0.weight']").fill(f"{100 - sum(weights):g}")
        expect(page.locator("[data-sum=all]")).to_have_text("合计100%")
        page.get_by_role("button", name="保存草稿").click()

        expect(page.get_by_role("link", name="试算")).to_be_visible()
        wait_until(page, f"async () => !(await ({ASKED})({{ ask: 'draft', place: '{DRAFT}?#' }})).words")
        expect(page.get_by_text(self.BACK)).to_have_count(0)


class TestACurve:
    @pytest.mark.walk
    def test_is_drawn_when_its_kind_changes(self, page: Page) -> None:
        page.goto("/company/indicators/delays/")

        page.get_by_text("完成目标的比例").click()

        expect(page.get_by_role("textbox", name="最多")).to_be_visible()
        expect(page.locator("svg.plot:visible").first).to_have_attribute("aria-label", re.compile("按完成目标的比例计分"))
