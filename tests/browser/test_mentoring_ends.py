"""On a phone: the agreement signed in two taps, a reason given in one, a place in office hours booked in two, and who came."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import PHONE, Running, opened
from tests.browser.test_feedback import Thumb

ZHANG, YE, LISI, DING = "BL0064", "BL0125", "BL0471", "BL0490"


@pytest.fixture(scope="module")
def agreed(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open a company with an agreement that waits, a programme that is over, and office hours."""
    with opened("tests.browser.agreed_company", tmp_path_factory.mktemp("agreed"), migrated) as company:
        yield company


class TestTheAgreement:
    def test_is_signed_from_the_notice_in_two_taps(self, agreed: Running, chromium: Browser) -> None:
        page = agreed.open(chromium, LISI, viewport=PHONE, has_touch=True)
        page.goto("/notices/")
        thumb = Thumb(page)

        thumb.tap(page.get_by_role("button", name="阅读签字"))
        expect(page.get_by_text("独立负责一个小项目")).to_be_visible()
        thumb.tap(page.get_by_role("button", name="签字", exact=True))

        expect(page.get_by_text("已签字。")).to_be_visible()
        assert len(thumb.taps) == 2
        assert page.evaluate("document.documentElement.scrollWidth") <= 390

    def test_on_paper_is_the_text_alone(self, agreed: Running, chromium: Browser) -> None:
        page = agreed.open(chromium, ZHANG)
        page.goto("/mentoring/")
        page.get_by_role("link", name="李四").first.click()
        page.get_by_role("link", name="师徒协议").click()
        expect(page.get_by_role("button", name="打印")).to_be_visible()

        page.emulate_media(media="print")

        expect(page.get_by_role("button", name="打印")).to_be_hidden()
        expect(page.get_by_role("button", name="签字", exact=True)).to_be_hidden()
        expect(page.get_by_text("独立负责一个小项目")).to_be_visible()


class TestTheReason:
    def test_is_given_from_the_notice_in_one_tap_and_read_by_the_mentee(self, agreed: Running, chromium: Browser) -> None:
        page = agreed.open(chromium, YE, viewport=PHONE, has_touch=True)
        page.goto("/notices/")
        thumb = Thumb(page)

        thumb.tap(page.get_by_role("button", name="时间不够"))

        expect(page.get_by_text("已保存。你们两人和人力资源部能看到。")).to_be_visible()
        assert len(thumb.taps) == 1
        mentee = agreed.open(chromium, DING, viewport=PHONE)
        mentee.goto("/mentoring/")
        mentee.get_by_role("link", name="叶青").first.click()
        expect(mentee.get_by_text("没有聊到：")).to_be_visible()
        expect(mentee.get_by_text("时间不够")).to_be_visible()


class TestOfficeHours:
    def test_are_booked_in_two_taps_and_one_line_and_the_mentor_reads_it(self, agreed: Running, chromium: Browser) -> None:
        page = agreed.open(chromium, DING, viewport=PHONE, has_touch=True)
        page.goto("/mentoring/office-hours/?skill=eval")
        thumb = Thumb(page)

        thumb.tap(page.get_by_role("link", name="张三 ·"))
        page.get_by_label("想问什么，一句话就行").fill("评测集怎么划分才不泄漏")
        thumb.tap(page.get_by_role("button", name="预约", exact=True))

        expect(page.get_by_text("已预约，你的日程和日历里都有。")).to_be_visible()
        assert len(thumb.taps) == 2
        mentor = agreed.open(chromium, ZHANG, viewport=PHONE)
        mentor.goto("/mentoring/office-hours/")
        mentor.get_by_role("link", name="14:00").first.click()
        expect(mentor.get_by_text("评测集怎么划分才不泄漏")).to_be_visible()
        other = agreed.open(chromium, LISI, viewport=PHONE)
        other.goto(mentor.url)
        expect(other.get_by_text("还有2个名额")).to_be_visible()
        assert "评测集怎么划分" not in other.content()

    def test_are_given_back(self, agreed: Running, chromium: Browser) -> None:
        page = agreed.open(chromium, LISI, viewport=PHONE)
        page.goto("/mentoring/office-hours/?skill=eval")
        page.get_by_role("link", name="张三 ·").click()
        page.get_by_label("想问什么，一句话就行").fill("特征重要性怎么看")
        page.get_by_role("button", name="预约", exact=True).click()
        expect(page.get_by_text("已预约，你的日程和日历里都有。")).to_be_visible()

        page.get_by_role("button", name="取消预约").click()

        expect(page.get_by_text("已取消，名额空出来了，导师收到了通知。")).to_be_visible()
        expect(page.get_by_role("button", name="预约", exact=True)).to_be_visible()
