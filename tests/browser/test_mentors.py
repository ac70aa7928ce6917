"""Three walks of mentors: to the certificate and the letter; a pool that is matched, adjusted and published; a mentor who leaves."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, PHONE, Running, opened, wait_until

ZHANG, YE, LU, LISI, DING, SHEN, WU, HE, SU = "BL0064", "BL0125", "BL0511", "BL0471", "BL0490", "BL0512", "BL0093", "BL0148", "BL0012"


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Iterator[Running]:
    """Open a company with mentors."""
    with opened("tests.browser.mentors_company", tmp_path_factory.mktemp("mentors"), migrated) as made:
        yield made


def told(page: Page, words: str) -> None:
    """Wait until the worker has told somebody, and look at it among the notices."""
    page.goto("/notices/?all=1")
    wait_until(page, "async (words) => (await (await fetch(location.href)).text()).includes(words)", words)
    page.reload()
    expect(page.locator("main").get_by_text(words)).to_be_visible()


def right_answers() -> dict[str, list[str]]:
    """Return the right options of each question that ships, by its words."""
    kept = json.loads((files("bole.growth") / "presets" / "mentoring_skills_exam.json").read_text(encoding="utf-8"))
    return {one["zh"]: [zh for zh, _en, right in one["options"] if right] for one in kept["questions"]}


class TestTheWayToTheLetter:
    def test_leads_from_what_is_missing_over_course_and_exam_to_a_certificate_and_a_letter_that_verify(
        self, company: Running, chromium: Browser
    ) -> None:
        person, hr = company.open(chromium, WU, viewport=PHONE), company.open(chromium, HE, viewport=DESK)

        self.finds_what_is_missing(person)
        self.takes_the_course(person)
        self.passes_the_exam(person)
        self.applies(person)
        self.is_admitted(hr)

        told(person, "你已成为导师")
        person.goto("/mentoring/become/")
        person.get_by_role("link", name="导师聘书").click()
        self.holds(person, "导师聘书")
        person.goto("/growth/")
        paper = person.locator("details[id^=paper-]", has_text="导师认证")
        paper.locator("summary").click()
        paper.get_by_role("link", name="别人看到的样子").click()
        self.holds(person, "导师认证")

    def finds_what_is_missing(self, page: Page) -> None:
        page.goto("/mentoring/become/")
        expect(page.get_by_text("已满足1项，还差1项")).to_be_visible()
        page.locator("main").get_by_role("link", name=re.compile("导师带教技巧")).click()

    def takes_the_course(self, page: Page) -> None:
        page.get_by_role("button", name="开始学习").click()
        page.get_by_role("button", name="读完了，下一节").click()
        page.get_by_role("button", name="读完了，这是最后一节").click()
        page.get_by_role("link", name="去考试").click()

    def passes_the_exam(self, page: Page) -> None:
        answers = right_answers()
        page.get_by_role("button", name="开始考试").click()
        while True:
            words = page.get_by_role("heading", level=1).inner_text()
            for one in answers[words]:
                page.get_by_label(one, exact=True).check()
            last = page.get_by_role("button", name="保存，检查全部")
            if last.count():
                last.click()
                break
            page.get_by_role("button", name="保存，下一题").click()
        page.get_by_role("button", name="交卷").click()
        expect(page.get_by_role("link", name="看我的证书")).to_be_visible()

    def holds(self, page: Page, paper: str) -> None:
        expect(page.get_by_role("heading", name="这份证书有效")).to_be_visible()
        expect(page.get_by_role("definition").filter(has_text=re.compile("^吴铮$"))).to_be_visible()
        expect(page.get_by_role("definition").filter(has_text=paper)).to_be_visible()

    def applies(self, page: Page) -> None:
        page.goto("/mentoring/become/")
        expect(page.get_by_text("你已符合导师准入条件，可以提交申请。")).to_be_visible()
        page.get_by_role("button", name="申请成为导师").click()
        expect(page.get_by_text("申请已提交")).to_be_visible()

    def is_admitted(self, hr: Page) -> None:
        hr.goto("/company/mentoring/applications/")
        hr.locator("main").get_by_role("link", name=re.compile("吴铮")).click()
        expect(hr.get_by_text("提交时的凭证")).to_be_visible()
        hr.get_by_role("button", name="通过吴铮的申请").click()


class TestAPool:
    def test_is_matched_with_reasons_adjusted_by_hand_and_published_and_the_two_learn_of_it(
        self, company: Running, chromium: Browser
    ) -> None:
        hr = company.open(chromium, HE, viewport=DESK)

        self.waits(hr)
        self.is_matched_with_reasons(hr)
        self.is_adjusted_by_hand(hr)
        self.is_published(hr)

        mentee, mentor = company.open(chromium, SHEN, viewport=PHONE), company.open(chromium, LU, viewport=PHONE)
        told(mentee, "陆远成为你的导师，看看为什么是你们")
        told(mentor, "沈禾成为你的学员，看看为什么是你们")
        mentee.locator("main form").filter(has_text="陆远成为你的导师").get_by_role("button", name="去看看").click()
        expect(mentee.get_by_role("heading", level=1, name="你的导师陆远")).to_be_visible()
        expect(mentee.get_by_text("推荐陆远：")).to_be_visible()

    def waits(self, hr: Page) -> None:
        hr.goto("/company/mentoring/matching/waiting/")
        hr.get_by_label("工号", exact=True).fill(f"{DING} {SHEN}")
        hr.get_by_label("属于哪一种").select_option("new_graduate")
        hr.locator("label", has_text=re.compile("^软件测试$")).click()
        hr.get_by_role("button", name="排入候补").click()
        expect(hr.get_by_role("heading", level=1, name="2人在等导师")).to_be_visible()

    def is_matched_with_reasons(self, hr: Page) -> None:
        hr.goto("/company/mentoring/matching/")
        hr.get_by_role("button", name="一次配齐").click()
        expect(hr.get_by_role("heading", level=1, name="2位学员都配好了")).to_be_visible()
        hr.locator(".pin", has_text="沈禾").click()
        expect(hr.get_by_role("heading", name="为什么是叶青")).to_be_visible()
        expect(hr.get_by_text("推荐叶青：擅长软件测试")).to_be_visible()

    def is_adjusted_by_hand(self, hr: Page) -> None:
        other = hr.get_by_label("换一位")
        other.select_option(label=other.locator("option", has_text="陆远").inner_text())
        hr.get_by_role("button", name="就选这位").click()
        expect(hr.get_by_text("已锁定", exact=True)).to_be_visible()
        expect(hr.get_by_role("heading", name="为什么是陆远")).to_be_visible()

    def is_published(self, hr: Page) -> None:
        hr.get_by_role("button", name="发布2对").click()
        expect(hr.get_by_role("heading", level=1, name="2对辅导关系开始了，已通知双方。")).to_be_visible()


class TestAMentorWhoLeaves:
    def test_leaves_a_mentee_who_is_told_waits_and_is_handed_over(self, company: Running, chromium: Browser) -> None:
        hr, mentee = company.open(chromium, SU, viewport=DESK), company.open(chromium, LISI, viewport=PHONE)

        self.is_given_a_last_day(hr, company)
        told(mentee, "人力资源部正在为你安排新的导师")
        mentee.goto("/mentoring/")
        expect(mentee.get_by_text("人力资源部正在为你安排新的导师")).to_be_visible()
        self.is_handed_over(hr)

        told(mentee, "陆远是你的导师")
        told(company.open(chromium, LU, viewport=PHONE), "你是李四的导师")
        mentee.goto("/mentoring/")
        expect(mentee.get_by_role("link", name="陆远")).to_be_visible()
        hr.goto("/company/mentoring/requests/")
        expect(hr.get_by_text("没有待答复的请求")).to_be_visible()

    def is_given_a_last_day(self, hr: Page, company: Running) -> None:
        hr.goto(f"/company/people/{ZHANG}/")
        hr.locator("#change-end summary").click()
        hr.get_by_label("离职日期").fill((company.day + timedelta(days=30)).isoformat())
        hr.get_by_label("理由", exact=True).fill("个人原因")
        hr.get_by_role("button", name="结束雇佣").click()

    def is_handed_over(self, hr: Page) -> None:
        hr.goto("/company/mentoring/requests/")
        hr.get_by_role("link", name="李四需要新的导师：原导师离职").click()
        other = hr.get_by_label("新导师")
        other.select_option(label=other.locator("option", has_text="陆远").inner_text())
        hr.get_by_label("原因").first.select_option(label="导师离职")
        hr.get_by_role("button", name="交接", exact=True).click()
