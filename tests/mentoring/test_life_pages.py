"""The pages of duties, dates and the life of a pair: who opens them, what they say, and whom a change tells."""

import re
from datetime import UTC, date, datetime

import icalendar
import pytest
import time_machine
from django.test import Client

from bole.growth.models import Exam
from bole.mentoring.actions.duties import lay_duties
from bole.mentoring.actions.leaving import note_leaving
from bole.mentoring.models import CalendarFeed, Duty, HelpRequest, MentorRole, Mentorship, SkillTest, Wish
from bole.notices.actions import tell
from bole.people.actions import end_employment
from bole.values.viewer import SYSTEM
from tests.mentoring.making import Cast
from tests.office import text

pytestmark = pytest.mark.django_db
APPROVED = datetime(2026, 5, 26, 2, tzinfo=UTC)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Let 张三 mentor 李四; the meeting of November is overdue."""
    made = cast.pair(state="running")
    lay_duties(mentorship_id=made.pk, by=SYSTEM, at=APPROVED)
    Duty.objects.filter(mentorship=made, due_on__lt=date(2026, 11, 1)).update(done_on=date(2026, 5, 26))
    return made


@pytest.fixture
def late(pair: Mentorship) -> Duty:
    """Return the meeting that is overdue."""
    return Duty.objects.get(mentorship=pair, kind="meeting", nominal_on=date(2026, 11, 15))


class TestADuty:
    def test_offers_the_two_days_on_which_both_are_free(self, cast: Cast, pair: Mentorship, late: Duty) -> None:
        MentorRole.objects.filter(person=cast.pk("张三")).update(hours=["thu_am", "fri_pm"])
        Wish.objects.create(
            person=cast.people["李四"], framework_id=pair.framework_id, hours=["thu_am", "mon_am"], made_at=APPROVED, made_by="x",
            state="matched",
        )  # fmt: skip

        page = text(cast.browser("李四").get(f"/mentoring/duties/{late.ref}/").content)

        assert "已逾期" in page
        assert "两个人都有空" in page
        assert "11月26日（周四）上午" in page
        assert "周五" not in page

    @pytest.mark.parametrize(
        ("kind", "name", "words", "url"),
        [
            ("meeting", "张三", "记录辅导", "record/"),
            ("meeting", "李四", "记录辅导", "record/"),
            ("test", "张三", "登记技能测试成绩", "progress/#record-test"),
            ("report", "李四", "写成果汇报", "report/"),
        ],
    )
    def test_is_done_from_its_page_by_whoever_can(self, cast: Cast, pair: Mentorship, kind: str, name: str, words: str, url: str) -> None:
        duty = Duty.objects.filter(mentorship=pair, kind=kind, done_on=None).order_by("due_on").first()

        page = cast.browser(name).get(f"/mentoring/duties/{duty.ref}/").content.decode()

        assert f'href="/mentoring/pairs/{pair.ref}/{url}"' in page
        assert words in page

    @pytest.mark.parametrize(
        ("kind", "words", "url"),
        [
            ("meeting", "记录辅导", "/mentoring/pairs/{pair}/record/"),
            ("test", "登记技能测试成绩", "/mentoring/pairs/{pair}/progress/#record-test"),
        ],
    )
    def test_that_is_overdue_is_recorded_from_the_notice_in_one_tap(
        self, cast: Cast, pair: Mentorship, kind: str, words: str, url: str
    ) -> None:
        duty, mentor = self._told(cast, pair, kind)

        notices = mentor.get("/notices/").content.decode()
        (to,) = re.findall(rf'formaction="(/notices/\w+/read/\?do=\d)"[^>]*>{words}<', notices)
        answer = mentor.post(to, follow=True)

        assert [where for where, _ in answer.redirect_chain] == [f"/mentoring/duties/{duty.ref}/do/", url.format(pair=pair.ref)]
        assert "没有新通知" in text(mentor.get("/notices/").content)

    def test_that_is_the_mentees_to_write_is_not_offered_to_the_mentor(self, cast: Cast, pair: Mentorship) -> None:
        duty, mentor = self._told(cast, pair, "report")

        assert "do=" not in mentor.get("/notices/").content.decode()
        assert mentor.get(f"/mentoring/duties/{duty.ref}/do/")["Location"] == f"/mentoring/duties/{duty.ref}/"

    def _told(self, cast: Cast, pair: Mentorship, kind: str) -> tuple[Duty, Client]:
        """Tell the mentor that a duty is overdue."""
        duty = Duty.objects.filter(mentorship=pair, kind=kind, done_on=None).order_by("due_on").first()
        params = {"duty": kind, "mentee": "李四", "manager": "林静", "date": "2026-11-16"}
        address, who = f"/mentoring/duties/{duty.ref}/", cast.viewer("张三").account_id
        tell(accounts=[who], kind="mentoring.overdue_mentor", key="1", params=params, address=address, by=SYSTEM, at=NOON)
        return duty, cast.browser("张三")

    def test_leads_the_mentee_to_the_exam_of_the_pair_or_else_to_handing_in_the_mark(self, cast: Cast, pair: Mentorship) -> None:
        duty = Duty.objects.filter(mentorship=pair, kind="test", done_on=None).order_by("due_on").first()
        browser, url = cast.browser("李四"), f"/mentoring/duties/{duty.ref}/"
        without = browser.get(url).content.decode()
        Exam.objects.create(code="eval", title_zh="评测", title_en="Evaluating", repeats=True, changed_at=APPROVED)
        SkillTest.objects.create(mentorship=pair, taken_on=date(2026, 5, 27), points=7000, exam="eval", by="x", at=APPROVED)

        page = browser.get(url).content.decode()

        assert 'href="/results/new/?kind=skill_score"' in without
        assert 'href="/growth/exams/eval/"' in page

    def test_of_a_report_has_no_act_for_the_mentor_and_none_for_managers(self, cast: Cast, pair: Mentorship, late: Duty) -> None:
        report = Duty.objects.get(mentorship=pair, kind="report", done_on=None)

        pages = [
            cast.browser(name).get(f"/mentoring/duties/{one.ref}/").context["shown"].act for name, one in (("张三", report), ("林静", late))
        ]

        assert pages == [None, None]

    @pytest.mark.parametrize(("kind", "words"), [("meeting", "辅导沟通逾期"), ("test", "季度技能考核逾期"), ("report", "半年成果汇报逾期")])
    def test_is_called_by_its_kind_on_the_managers_home(self, cast: Cast, pair: Mentorship, kind: str, words: str) -> None:
        Duty.objects.filter(mentorship=pair, done_on=None).update(dropped_at=NOON)
        Duty.objects.filter(mentorship=pair, kind=kind).update(done_on=None, dropped_at=None, due_on=date(2026, 11, 16))

        page = text(cast.browser("林静").get("/").content)

        assert f"张三与李四的{words}" in page
        assert ("0次沟通逾期" in page) == (kind != "meeting")

    def test_is_called_by_its_kind_on_the_mentors_home(self, cast: Cast, pair: Mentorship) -> None:
        Duty.objects.filter(mentorship=pair, kind="meeting").update(done_on=NOON)
        Duty.objects.filter(mentorship=pair, kind="test").update(done_on=None, due_on=date(2026, 11, 16))

        page = text(cast.browser("张三").get("/").content)

        assert "11月16日到期的技能考核还没完成" in page

    def test_is_set_for_another_day_with_one_tap(self, cast: Cast, late: Duty) -> None:
        answer = cast.browser("李四").post(f"/mentoring/duties/{late.ref}/set/", {"day": "2026-11-26"})

        late.refresh_from_db()
        assert (answer.status_code, late.set_for) == (302, date(2026, 11, 26))

    def test_keeps_the_half_day_that_was_tapped_and_tells_it(self, cast: Cast, late: Duty, client) -> None:
        cast.browser("李四").post(f"/mentoring/duties/{late.ref}/set/", {"slot": "2026-11-26 pm"})

        told, page = (text(cast.browser("张三").get(url).content) for url in ("/notices/", f"/mentoring/duties/{late.ref}/"))
        made = cast.browser("张三").post("/mentoring/dates/feed/").content.decode()
        feed = client.get(re.search(r'value="http://testserver(/mentoring/calendar/[^"]+)"', made)[1])
        late.refresh_from_db()
        assert (late.set_for, late.set_half) == (date(2026, 11, 26), "pm")
        assert "李四把你们的辅导沟通改约在11月26日下午。" in told
        assert "11月26日（周四）下午" in page
        assert str(icalendar.Calendar.from_ical(feed.content).walk("VEVENT")[0]["summary"]) == "辅导沟通：李四，下午"

    @pytest.mark.parametrize("told", [{}, {"slot": "2026-11-26 xx"}, {"slot": "2026-13-26 am"}, {"day": "2026-11-26", "half": "night"}])
    def test_is_not_set_for_what_is_no_day(self, cast: Cast, late: Duty, told: dict[str, str]) -> None:
        answer = cast.browser("李四").post(f"/mentoring/duties/{late.ref}/set/", told)

        late.refresh_from_db()
        assert (answer.status_code, late.set_for) == (422, None)

    def test_says_at_the_field_what_cannot_be(self, cast: Cast, late: Duty) -> None:
        answer = cast.browser("李四").post(f"/mentoring/duties/{late.ref}/set/", {"day": "2026-11-20"})

        assert answer.status_code == 422
        assert "这一天已经过去" in text(answer.content)

    def test_lets_the_manager_send_a_nudge_once_a_day(self, cast: Cast, late: Duty) -> None:
        browser = cast.browser("林静")
        page = text(browser.get(f"/mentoring/duties/{late.ref}/").content)

        first, second = (browser.post(f"/mentoring/duties/{late.ref}/nudge/") for _ in range(2))

        assert "提醒一下" in page
        assert (first.status_code, second.status_code) == (302, 409)
        assert "今天已经提醒过张三了" in text(second.content)

    def test_says_that_the_years_holidays_are_not_known(self, cast: Cast, pair: Mentorship, late: Duty) -> None:
        Duty.objects.filter(pk=late.pk).update(due_on=date(2031, 3, 17))

        assert "放假安排还没有公布" in text(cast.browser("张三").get(f"/mentoring/duties/{late.ref}/").content)

    def test_says_for_whose_leave_it_moved(self, cast: Cast, late: Duty) -> None:
        moved = [{"person": cast.pk("张三"), "first": "2026-11-13", "last": "2026-11-19"}]
        Duty.objects.filter(pk=late.pk).update(due_on=date(2026, 11, 20), moved_for=moved)

        page = text(cast.browser("李四").get(f"/mentoring/duties/{late.ref}/").content)

        assert "张三在11月13日至11月19日休假，到期日顺延到11月20日。" in page

    @pytest.mark.parametrize(("name", "status"), [("林静", 200), ("高远", 200), ("何佳", 200), ("吴铮", 404), ("陆衡", 404)])
    def test_is_open_to_who_may_know_of_it(self, cast: Cast, late: Duty, name: str, status: int) -> None:
        assert cast.browser(name).get(f"/mentoring/duties/{late.ref}/").status_code == status


class TestTheCalendar:
    def address(self, cast: Cast, name: str) -> str:
        """Make somebody's address."""
        page = cast.browser(name).post("/mentoring/dates/feed/").content.decode()
        return re.search(r'value="http://testserver(/mentoring/calendar/[^"]+)"', page)[1]

    def test_holds_days_and_names_and_no_word(self, cast: Cast, pair: Mentorship, late: Duty, client) -> None:
        Duty.objects.filter(pk=late.pk).update(set_for=date(2026, 11, 25))

        answer = client.get(self.address(cast, "张三"))

        events = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
        assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
        assert len(events) == 7
        assert (events[0].decoded("dtstart"), str(events[0]["summary"])) == (date(2026, 11, 25), "辅导沟通：李四")
        assert str(events[0]["uid"]) == f"{late.ref}@bole"

    def test_moves_a_talk_in_place(self, cast: Cast, pair: Mentorship, late: Duty, client) -> None:
        address = self.address(cast, "李四")
        before = icalendar.Calendar.from_ical(client.get(address).content).walk("VEVENT")[0]["uid"]
        Duty.objects.filter(pk=late.pk).update(set_for=date(2026, 11, 25))

        after = icalendar.Calendar.from_ical(client.get(address).content).walk("VEVENT")[0]

        assert (before, after.decoded("dtstart")) == (after["uid"], date(2026, 11, 25))

    def test_is_shown_once_and_kept_as_a_hash(self, cast: Cast) -> None:
        address = self.address(cast, "张三")

        secret = address.split("/")[-1].removesuffix(".ics")

        assert secret not in cast.browser("张三").get("/mentoring/dates/").content.decode()
        assert CalendarFeed.objects.get().hash != secret

    def test_dies_with_a_new_one_and_when_it_is_taken_back(self, cast: Cast, client) -> None:
        first = self.address(cast, "张三")
        second = self.address(cast, "张三")
        statuses = [client.get(one).status_code for one in (first, second)]

        cast.browser("张三").post("/mentoring/dates/feed/end/")

        assert statuses == [404, 200]
        assert client.get(second).status_code == 404

    def test_dies_with_the_employment(self, cast: Cast, client) -> None:
        address = self.address(cast, "张三")
        end_employment(person_id=cast.pk("张三"), last_day=date(2026, 11, 22), reason="resigned", by=SYSTEM, at=NOON)

        assert client.get(address).status_code == 404

    def test_knows_no_other_secret(self, cast: Cast, client) -> None:
        assert client.get("/mentoring/calendar/x.ics").status_code == 404
        assert client.get(f"/mentoring/calendar/{'x' * 5000}.ics").status_code == 404


class TestMyDates:
    def test_list_what_is_to_come(self, cast: Cast, pair: Mentorship) -> None:
        page = text(cast.browser("张三").get("/mentoring/dates/").content)

        assert "辅导沟通·李四" in page
        assert "放进自己的日历" in page

    def test_say_when_nothing_is_due(self, cast: Cast) -> None:
        assert "没有到期事项" in text(cast.browser("吴铮").get("/mentoring/dates/").content)

    def test_ask_the_database_twelve_times_at_most(self, cast: Cast, pair: Mentorship, django_assert_max_num_queries) -> None:
        browser = cast.browser("张三")
        browser.get("/mentoring/dates/")

        with django_assert_max_num_queries(12):
            browser.get("/mentoring/dates/")


class TestHrsHome:
    def test_counts_what_mentees_asked_and_puts_what_is_late_first(self, cast: Cast, pair: Mentorship) -> None:
        Duty.objects.all().delete()
        HelpRequest.objects.create(mentorship=pair, kind="help", words="x", asked_at=NOON, answer_by=date(2026, 11, 20))
        HelpRequest.objects.create(mentorship=pair, kind="rematch", words="", asked_at=NOON, answer_by=date(2026, 11, 26))

        answer = cast.browser("何佳").get("/")

        words = text(answer.content)
        assert "2个学员请求等待答复，其中1个已逾期" in words
        assert 'href="/company/mentoring/requests/"' in answer.content.decode()

    def test_says_nothing_of_requests_where_there_are_none(self, cast: Cast, pair: Mentorship) -> None:
        assert "学员请求" not in text(cast.browser("何佳").get("/").content)


class TestAsking:
    def test_for_another_mentor_needs_no_reason_and_no_mentor_hears_of_it(self, cast: Cast, pair: Mentorship) -> None:
        browser = cast.browser("李四")
        page = text(browser.get(f"/mentoring/pairs/{pair.ref}/help/").content)

        answer = browser.post(f"/mentoring/pairs/{pair.ref}/rematch/", {"words": ""})

        assert "不用说明理由。人力资源部会在3个工作日内给你新的建议。" in page
        assert (answer.status_code, HelpRequest.objects.get().kind) == (302, "rematch")
        assert "换一位导师" not in text(cast.browser("张三").get("/notices/").content)

    def test_is_the_mentees_page(self, cast: Cast, pair: Mentorship) -> None:
        url = f"/mentoring/pairs/{pair.ref}/help/"

        assert [cast.browser(name).get(url).status_code for name in ("李四", "张三", "林静", "何佳")] == [200, 403, 404, 404]

    def test_needs_words_when_it_is_for_help(self, cast: Cast, pair: Mentorship) -> None:
        answer = cast.browser("李四").post(f"/mentoring/pairs/{pair.ref}/help/ask/", {"words": " "})

        assert (answer.status_code, HelpRequest.objects.count()) == (422, 0)


class TestHr:
    def test_answers_and_the_mentee_reads_it(self, cast: Cast, pair: Mentorship) -> None:
        cast.browser("李四").post(f"/mentoring/pairs/{pair.ref}/help/ask/", {"words": "最近约不到时间"})
        asked = HelpRequest.objects.get()
        seen = text(cast.browser("何佳").get("/company/mentoring/requests/").content)

        cast.browser("何佳").post(f"/company/mentoring/pairs/{pair.ref}/requests/{asked.ref}/", {"words": "我来约你们一起聊"})

        assert "李四想请人帮忙" in seen
        assert "我来约你们一起聊" in text(cast.browser("李四").get(f"/mentoring/pairs/{pair.ref}/help/").content)

    def test_hands_over_to_a_mentor_with_a_seat(self, cast: Cast, pair: Mentorship) -> None:
        url = f"/company/mentoring/pairs/{pair.ref}/"
        page = cast.browser("何佳").get(url).content.decode()

        answer = cast.browser("何佳").post(f"{url}hand-over/", {"mentor": cast.pk("叶青"), "why": "handed_over"})

        assert "叶青（已带0人，最多3人）" in page
        assert answer.status_code == 302
        assert Mentorship.objects.get(mentee=cast.pk("李四"), state="planned").mentor_id == cast.pk("叶青")

    def test_is_offered_nobody_who_leads_the_mentee(self, cast: Cast, pair: Mentorship) -> None:
        MentorRole.objects.create(person=cast.people["林静"], first_day=date(2026, 1, 1), how="import")

        page = cast.browser("何佳").get(f"/company/mentoring/pairs/{pair.ref}/").content.decode()

        assert "林静（" not in page

    def test_refuses_a_mentor_who_is_not_offered(self, cast: Cast, pair: Mentorship) -> None:
        url = f"/company/mentoring/pairs/{pair.ref}/hand-over/"

        answer = cast.browser("何佳").post(url, {"mentor": cast.pk("吴铮"), "why": "handed_over"})

        pair.refresh_from_db()
        assert (answer.status_code, pair.state) == (422, "running")

    def test_ends_a_pair_with_a_reason(self, cast: Cast, pair: Mentorship) -> None:
        url = f"/company/mentoring/pairs/{pair.ref}/end/"

        answers = [
            cast.browser("何佳").post(url, form).status_code for form in ({"on": "2026-11-23"}, {"on": "2026-11-23", "why": "moved"})
        ]

        pair.refresh_from_db()
        assert (answers, pair.state, pair.ended_why) == ([422, 302], "ended", "moved")

    def test_lets_a_pair_rest_and_go_on(self, cast: Cast, pair: Mentorship) -> None:
        cast.browser("何佳").post(f"/mentoring/pairs/{pair.ref}/pause/")
        paused = Mentorship.objects.get(pk=pair.pk).state

        cast.browser("何佳").post(f"/mentoring/pairs/{pair.ref}/resume/")

        assert (paused, Mentorship.objects.get(pk=pair.pk).state) == ("paused", "running")

    @pytest.mark.parametrize(
        ("name", "status"),
        [("何佳", 200), ("周宁", 200), ("苏文", 200), ("林静", 403), ("张三", 403), ("李四", 403), ("吴铮", 404), ("方磊", 404)],
    )
    def test_has_the_pair_to_itself(self, cast: Cast, pair: Mentorship, name: str, status: int) -> None:
        assert cast.browser(name).get(f"/company/mentoring/pairs/{pair.ref}/").status_code == status

    def test_asks_the_database_as_often_for_many_requests_as_for_one(
        self, cast: Cast, pair: Mentorship, django_assert_max_num_queries
    ) -> None:
        other = cast.pair("叶青", "丁一", state="running")
        for one, mentee in ((pair, "李四"), (other, "丁一")):
            cast.browser(mentee).post(f"/mentoring/pairs/{one.ref}/rematch/")
        browser = cast.browser("何佳")
        browser.get("/company/mentoring/requests/")

        with django_assert_max_num_queries(11), time_machine.travel(NOON, tick=False):
            page = browser.get("/company/mentoring/requests/")

        assert text(page.content).count("想换一位导师") == 2


class TestAMentorWhoLeaves:
    def test_is_said_on_the_pages_of_both_as_long_as_the_pair_runs(self, cast: Cast, pair: Mentorship) -> None:
        note_leaving(person_ids=[cast.pk("张三")], last_day=date(2026, 12, 23), by=SYSTEM, at=NOON)

        own, both = (text(cast.browser("李四").get(path).content) for path in ("/mentoring/", f"/mentoring/pairs/{pair.ref}/"))
        mentor = text(cast.browser("张三").get("/mentoring/").content)

        assert "这段辅导关系12月23日结束。人力资源部正在为你安排新的导师。" in own
        assert "这段辅导关系12月23日结束。人力资源部正在为你安排新的导师。" in both
        assert "这段辅导关系12月23日结束。" in mentor
        assert "安排新的导师" not in mentor
