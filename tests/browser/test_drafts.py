"""What is typed on a phone and not sent yet is kept, put back, leaves with its writer; each kind of entry waits and is sent once."""

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.bad_line import BadLine, bad_line
from tests.browser.conftest import Running, opened, wait_until
from tests.browser.pocket import ASKED, Pocket, count, pocket, record_of, rows_in, seen, words_in
from tests.browser.test_results import photo

ZHANG, LISI, DING, SU = "BL0064", "BL0471", "BL0490", "BL0012"
SESSIONS = itertools.count()
MEETINGS = "mentoring_meeting"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open the company of these walks."""
    with opened("tests.browser.offline_company", tmp_path_factory.mktemp("drafts"), migrated) as running:
        yield running


@pytest.fixture
def line(company: Running) -> Iterator[BadLine]:
    """Lay a line to it that is good until a test says otherwise."""
    with bad_line(company.site.address) as laid:
        yield laid


@pytest.fixture
def zhang(chromium: Browser, company: Running, line: BadLine) -> Iterator[Pocket]:
    """Return 张三's phone."""
    phone = pocket(chromium, company, line, f"{ZHANG} {next(SESSIONS)}")
    yield phone
    phone.context.close()


def type_advice(page: Page, address: str, words: str) -> None:
    """Type into the record of a talk until the phone keeps it; send nothing."""
    page.goto(address)
    page.get_by_label(re.compile("^给.*的建议$")).press_sequentially(words)
    wait_until(page, f"async (asked) => (await ({ASKED})(asked)).words?.fields.some(([, value]) => value === asked.value)", {
        "ask": "draft", "place": f"{address}?#", "value": words,
    })  # fmt: skip


class TestWhatIsTyped:
    """What nobody has sent yet is kept, too."""

    ADVICE = re.compile("^给.*的建议$")
    BACK = re.compile("^已放回你.*在这里写的草稿。")

    def test_is_put_back_after_the_page_was_killed_and_sent_once(self, zhang: Pocket, line: BadLine) -> None:
        before = count(zhang.company, MEETINGS)
        page = zhang.page("/mentoring/")
        address = record_of(page)
        seen(page, address)
        line.is_cut = True
        type_advice(page, address, "写到一半被关掉")
        page.close()

        page = zhang.context.new_page()
        page.goto(address)
        expect(page.get_by_text(self.BACK)).to_be_visible()
        expect(page.get_by_label(self.ADVICE)).to_have_value("写到一半被关掉")
        line.is_cut = False
        page.get_by_role("button", name="保存记录").click()
        page.wait_for_url("**/waiting/")
        wait_until(page, f"async () => (await ({ASKED})({{ ask: 'count' }})).waiting === 0")

        assert count(zhang.company, MEETINGS) == before + 1
        page.goto(address)
        expect(page.get_by_label(self.ADVICE)).to_have_value("")
        assert rows_in(zhang.left(page)).get("drafts", 0) == 0

    def test_can_be_discarded(self, zhang: Pocket) -> None:
        page = zhang.page("/mentoring/")
        address = record_of(page)
        type_advice(page, address, "还是不写了")
        page.goto("/me/")
        page.goto(address)

        page.get_by_role("button", name="不要草稿").click()

        expect(page.get_by_label(self.ADVICE)).to_have_value("")
        expect(page.get_by_text(self.BACK)).to_have_count(0)
        wait_until(page, f"async () => !(await ({ASKED})({{ ask: 'draft', place: '{address}?#' }})).words")

    def test_leaves_the_phone_when_it_waits_to_be_sent(self, zhang: Pocket, line: BadLine) -> None:
        page = zhang.page("/mentoring/")
        address = record_of(page)
        seen(page, address)
        line.is_cut = True
        type_advice(page, address, "等网络")
        page.get_by_role("button", name="保存记录").click()
        page.wait_for_url("**/waiting/")

        page.goto(address)

        expect(page.get_by_label(self.ADVICE)).to_have_value("")
        assert rows_in(zhang.left(page)).get("drafts", 0) == 0

    def test_leaves_with_what_was_sent_on_the_very_first_visit(self, zhang: Pocket) -> None:
        before = count(zhang.company, MEETINGS)
        page = zhang.context.new_page()
        address = record_of(page)
        page.goto(address)
        page.get_by_label(self.ADVICE).fill("第一次打开就写")
        page.get_by_role("button", name="保存记录").click()
        expect(page).not_to_have_url(re.compile("/record/"))

        page = zhang.page(address)

        assert count(zhang.company, MEETINGS) == before + 1
        expect(page.get_by_label(self.ADVICE)).to_have_value("")
        assert rows_in(zhang.left(page)).get("drafts", 0) == 0

    def test_leaves_with_what_was_sent_in_place_from_a_page_that_no_worker_watches(self, zhang: Pocket) -> None:
        page = zhang.page("/performance/")
        with page.expect_navigation():
            page.context.new_cdp_session(page).send("Page.reload", {"ignoreCache": True})
        assert page.evaluate("navigator.serviceWorker.controller") is None
        page.locator("#ask > summary").click()
        page.get_by_label("需要什么支持").fill("想要一台测试机")
        asked = {"ask": "draft", "place": "/performance/support/ask/?#"}
        wait_until(page, f"async (asked) => Boolean((await ({ASKED})(asked)).words)", asked)

        page.get_by_role("button", name="告诉主管").click()

        expect(page.locator("#support summary", has_text="想要一台测试机")).to_be_visible()
        wait_until(page, f"async (asked) => !(await ({ASKED})(asked)).words", asked)
        expect(page.get_by_label("需要什么支持")).to_have_value("")
        expect(page.get_by_text(self.BACK)).to_have_count(0)

    def test_stays_when_it_was_refused(self, zhang: Pocket) -> None:
        page = zhang.page("/mentoring/")
        address = record_of(page)
        type_advice(page, address, "日子写错了")
        page.locator("#when > summary").click()
        page.get_by_label("哪一天谈的").fill("2001-01-01")
        page.get_by_role("button", name="保存记录").click()
        expect(page.locator("[aria-invalid=true]").first).to_be_visible()
        page.close()

        page = zhang.page(address)

        expect(page.get_by_label(self.ADVICE)).to_have_value("日子写错了")

    def test_is_locked_when_the_session_ends_and_comes_back_for_its_writer(self, zhang: Pocket) -> None:
        page = zhang.page("/mentoring/")
        address = record_of(page)
        type_advice(page, address, "会话中断前的话")
        zhang.context.clear_cookies(name="sid")
        page.goto("/mentoring/")
        expect(page).to_have_url(re.compile("/sign-in/"))
        assert rows_in(zhang.left(page)) == {"drafts": 1, "keys": 1}  # the key of the box for what is shared, sealed itself
        assert "会话中断前的话" not in words_in(zhang.left(page))

        zhang.sign_in(f"{ZHANG} {next(SESSIONS)}")
        page = zhang.page(address)

        expect(page.get_by_label(self.ADVICE)).to_have_value("会话中断前的话")

    def test_is_gone_for_another_person_and_at_sign_out(self, zhang: Pocket) -> None:
        page = zhang.page("/mentoring/")
        address = record_of(page)
        type_advice(page, address, "只给李四看的话")
        zhang.sign_in(LISI)
        page = zhang.page(address)
        expect(page.locator("main")).to_be_visible()
        expect(page.get_by_text("只给李四看的话")).to_have_count(0)
        wait_until(page, f"async () => !(await ({ASKED})({{ ask: 'draft', place: '{address}?#' }})).words")

        page.get_by_label(self.ADVICE).press_sequentially("李四的话")
        wait_until(page, f"async () => (await ({ASKED})({{ ask: 'draft', place: '{address}?#' }})).words")
        page.goto("/me/")
        page.get_by_role("button", name="退出登录", exact=True).click()
        expect(page).to_have_url(re.compile("/sign-in/"))

        assert rows_in(zhang.left(page)) == {}


class TestAFormThatCannotWait:
    """What somebody writes at length is kept on the way, also where it is sent at once or not at all."""

    ADDRESS = "/company/mentoring/frameworks/{}/"
    GOAL = "中文目标"
    BACK = re.compile("^已放回你.*在这里写的草稿。")
    MEANWHILE = "这里有你的一份草稿，而这里的内容后来有改动。"

    @pytest.fixture
    def su(self, chromium: Browser, company: Running, line: BadLine) -> Iterator[Pocket]:
        """Return the phone of 苏文, who cares for the frameworks."""
        phone = pocket(chromium, company, line, SU)
        yield phone
        phone.context.close()

    def test_is_put_back_and_goes_once_it_was_taken_and_not_before(self, su: Pocket) -> None:
        address = self.ADDRESS.format("new_graduate")
        self._type(su.page(address), "第一个月能独立完成一项任务")

        page = su.page(address)
        expect(page.get_by_text(self.BACK)).to_be_visible()
        page.get_by_label("中文名", exact=True).first.fill("")
        page.get_by_role("button", name="保存新的一版").click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.close()
        page = su.page(address)
        expect(page.get_by_label(self.GOAL)).to_have_value("第一个月能独立完成一项任务")
        page.get_by_label("中文名", exact=True).first.fill("新人导师制")
        page.get_by_role("button", name="保存新的一版").click()
        expect(page.get_by_text("已保存为新的一版，")).to_be_visible()

        assert rows_in(su.left(page)).get("drafts", 0) == 0

    def test_is_offered_and_not_put_in_where_another_hand_changed_it_meanwhile(self, su: Pocket) -> None:
        address = self.ADDRESS.format("transferred")
        page = su.page(address)
        was = page.get_by_label(self.GOAL).input_value()
        self._type(page, "我写的目标")
        other = su.company.open(su.context.browser, SU)  # type: ignore[arg-type]  # a phone's context has a browser
        other.goto(address)
        other.get_by_text("改出新的一版").click()
        other.get_by_label("英文目标").fill("Changed by another hand.")
        other.get_by_role("button", name="保存新的一版").click()
        expect(other.get_by_text("已保存为新的一版，")).to_be_visible()

        page = su.page(address)

        expect(page.get_by_text(self.MEANWHILE)).to_be_visible()
        expect(page.get_by_label(self.GOAL)).to_have_value(was)
        page.get_by_role("button", name="放回草稿").click()
        expect(page.get_by_label(self.GOAL)).to_have_value("我写的目标")
        page.get_by_role("button", name="不要草稿").click()
        assert rows_in(su.left(page)).get("drafts", 0) == 0

    def test_stays_when_the_door_was_shown_instead(self, su: Pocket) -> None:
        address = self.ADDRESS.format("first_manager")
        page = su.page(address)
        self._type(page, "会话结束时写的", closes=False)
        su.context.clear_cookies(name="sid")
        page.get_by_role("button", name="保存新的一版").click()
        expect(page).to_have_url(re.compile("/sign-in/"))
        assert rows_in(su.left(page)) == {"drafts": 1, "keys": 1}

        su.sign_in(f"{SU} again")
        page = su.page(address)

        expect(page.get_by_label(self.GOAL)).to_have_value("会话结束时写的")

    def test_says_without_a_network_that_it_was_not_sent_and_stays(self, su: Pocket, line: BadLine) -> None:
        address = self.ADDRESS.format("algorithm_engineer")
        page = su.page(address)
        self._type(page, "没有网络时写的", closes=False)
        line.is_cut = True

        page.get_by_role("button", name="保存新的一版").click()

        expect(page.get_by_role("heading", name="没有网络")).to_be_visible()
        expect(page.get_by_text("没有送出：这一步需要网络。你写的内容还在，再打开表单就能看到。")).to_be_visible()
        line.is_cut = False
        page = su.page(address)
        expect(page.get_by_label(self.GOAL)).to_have_value("没有网络时写的")

    def _type(self, page: Page, words: str, *, closes: bool = True) -> None:
        """Write a goal until the phone keeps it, then kill the page."""
        page.get_by_text("改出新的一版").click()
        page.get_by_label(self.GOAL).fill(words)
        place = page.evaluate("location.pathname")
        wait_until(page, f"async (asked) => (await ({ASKED})(asked)).words", {"ask": "draft", "place": f"{place}?#"})
        if closes:
            page.close()


class TestEachKindOfEntry:
    """What is written without a network waits, and arrives once however often it is sent."""

    def test_feedback(self, zhang: Pocket, line: BadLine) -> None:
        before = count(zhang.company, "reviews_feedback")
        page = zhang.page("/feedback/new/?to=BL0471")
        line.is_cut = True
        page.get_by_label("你想说的话").fill("对账方案写得清楚")
        page.get_by_role("button", name="发给李四").click()
        expect(page.get_by_text("对账方案写得清楚")).to_be_visible()
        page.close()

        _send_until_taken(zhang, line)

        assert count(zhang.company, "reviews_feedback") == before + 1

    def test_a_result_with_its_photo(self, zhang: Pocket, line: BadLine) -> None:
        before, files = count(zhang.company, "work_submission"), count(zhang.company, "vault_keptfile")
        page = zhang.page("/results/new/?kind=project_report")
        line.is_cut = True
        page.get_by_label("照片和文件").set_input_files([photo(640, 480)])  # type: ignore[list-item]  # a file as playwright takes it
        page.get_by_label("做成了什么").fill("断网时验收通过")
        page.get_by_role("button", name="提交", exact=True).click()
        expect(page.get_by_text("断网时验收通过")).to_be_visible()
        expect(page.get_by_text("现场.jpg")).to_be_visible()
        page.close()

        page = _send_until_taken(zhang, line)

        assert (count(zhang.company, "work_submission"), count(zhang.company, "vault_keptfile")) == (before + 1, files + 1)
        page.goto("/results/")
        page.get_by_role("link", name=re.compile("断网时验收通过")).click()
        expect(page.get_by_text("现场.jpg")).to_be_visible()

    def test_a_peer_rating(self, chromium: Browser, company: Running, line: BadLine) -> None:
        phone = pocket(chromium, company, line, DING)
        before = count(company, "surveys_answer")
        page = phone.page("/surveys/")
        page.get_by_role("link", name=re.compile("^同事互评")).click()
        asked = page.locator("main form[data-offline] fieldset")
        expect(asked.first).to_be_visible()
        many = asked.count()
        line.is_cut = True
        for one in asked.all():
            one.locator("label").last.click()
        page.get_by_role("button", name="发出", exact=True).click()
        page.wait_for_url("**/waiting/")
        page.close()

        _send_until_taken(phone, line)

        assert many >= 1
        assert count(company, "surveys_answer") == before + many
        phone.context.close()


def _send_until_taken(phone: Pocket, line: BadLine) -> Page:
    """Open the app again on a line that loses half, and send what waits until nothing does."""
    line.loss, line.is_cut = 0.5, False
    page = phone.page("/me/")
    for _ in range(12):
        if phone.ask(page, "send") == {"left": 0}:
            break
    assert phone.ask(page, "count") == {"waiting": 0, "held": 0}
    line.loss = 0.0
    return page
