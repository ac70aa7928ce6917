"""One-to-ones: read by the two alone, with an agenda that gathers what waits, and actions that come up again until they are done."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.kit.models import Announcement
from bole.notices.kinds import kind_of, said
from bole.notices.models import Notice
from bole.people.actions import set_manager
from bole.reviews.actions import (
    add_note,
    add_point,
    agree_action,
    call_off_talk,
    finish_action,
    hold_talk,
    keep_private_note,
    keep_talk_after_all,
    move_talk,
    plan_talk,
)
from bole.reviews.models import ActionPoint, OneToOne, Point, TalkNote
from bole.reviews.queries import waiting_for
from bole.reviews.queries.talks import talk_for
from bole.reviews.refusals import (
    CalledOff,
    DayAhead,
    DayPast,
    ForAnotherCompany,
    HeldAlready,
    NotCalledOff,
    NotTogether,
    NoWords,
    PlannedAlready,
    TooManyWords,
)
from bole.scoring.actions import ask_for_support
from bole.signals.models import Alert, AlertStep
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.reviews.team import MORNING, THIRD, Team, send

pytestmark = pytest.mark.django_db
CANARY = "金丝雀沟通的话"
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)


def plan(team: Team, *, by: str = "林静", other: str = "李四", day: date = TODAY, alert_ref: str = "") -> OneToOne:
    """Plan a talk."""
    return plan_talk(with_id=team.pk(other), planned_on=day, alert_ref=alert_ref, by=team.viewer(by), at=MORNING)


def alert_of(team: Team, name: str = "李四") -> Alert:
    """Return an alert that the manager sees too."""
    before = datetime(2026, 11, 18, 1, tzinfo=UTC)
    return Alert.objects.create(
        person=team.people[name], indicator="response_hours", onset_on=date(2026, 11, 12), noticed_on=date(2026, 11, 17), usual=1000,
        now_value=3000, sample_days=5, evidence=[], state="open", manager_sees_at=before, opened_at=before,
    )  # fmt: skip


def agenda(team: Team, talk: OneToOne, name: str) -> list[tuple[str, str]]:
    """Return where the points of an agenda come from, as one of the two sees them."""
    found = talk_for(team.viewer(name), talk.ref, day=TODAY, at=MORNING)
    return [(one.source, one.words) for one in found.agenda]


class TestPlanTalk:
    @pytest.mark.parametrize(("by", "other"), [("林静", "李四"), ("李四", "林静")])
    def test_is_of_manager_and_report_whoever_plans(self, team, by, other):
        talk = plan(team, by=by, other=other)

        assert (talk.manager_id, talk.report_id) == (team.pk("林静"), team.pk("李四"))

    @pytest.mark.parametrize(
        ("by", "other", "day", "refusal"),
        [
            ("李四", "沈一帆", TODAY, NotTogether),
            ("高远", "李四", TODAY, NotTogether),
            ("林静", "外包", TODAY, ForAnotherCompany),
            ("林静", "李四", date(2026, 11, 19), DayPast),
        ],
    )
    def test_refuses_with_the_reason(self, team, by, other, day, refusal):
        with pytest.raises(refusal):
            plan(team, by=by, other=other, day=day)

        assert not OneToOne.objects.exists()

    def test_refuses_a_second_one(self, team):
        plan(team)

        with pytest.raises(PlannedAlready):
            plan(team, by="李四", other="林静")

        assert OneToOne.objects.count() == 1


class TestFromAnAlert:
    def test_the_alert_keeps_that_a_talk_is_planned_and_no_word(self, team):
        alert = alert_of(team)

        talk = plan(team, alert_ref=alert.ref)

        step = AlertStep.objects.get()
        assert (step.alert_id, step.kind, step.by, step.words) == (alert.pk, "talk", "林静", "")
        assert step.more["one_to_one"] == talk.ref

    def test_a_planned_talk_serves_as_well(self, team):
        talk, alert = plan(team), alert_of(team)

        assert plan(team, alert_ref=alert.ref).pk == talk.pk
        assert AlertStep.objects.get().kind == "talk"

    def test_is_one_step_on_the_page(self, team):
        alert, browser = alert_of(team), team.browser("林静")

        page = text(browser.get(f"/one-to-ones/new/?alert={alert.ref}").content)
        answer = browser.post(f"/one-to-ones/new/?alert={alert.ref}", {"planned_on": "2026-11-23"})

        assert "和李四约一次沟通" in page
        assert answer["Location"] == f"/one-to-ones/{OneToOne.objects.get().ref}/"

    def test_advice_begins_with_the_alert(self, team):
        alert, browser = alert_of(team), team.browser("林静")

        page = text(browser.get(f"/feedback/new/?alert={alert.ref}", follow=True).content)
        form = {"once": "abcdefgh2345", "kind": "advice", "words": CANARY, "about": f"alert:{alert.ref}", "reader": "alone"}
        browser.post(f"/feedback/new/?to=BL0471&kind=advice&about=alert:{alert.ref}", form)

        step = AlertStep.objects.get()
        assert "写给李四" in page
        assert (step.kind, step.words, step.look_again_on) == ("advice", "", date(2026, 12, 4))
        assert CANARY not in str(step.more)

    @pytest.mark.parametrize("name", ["李四", "吴铮"])
    def test_is_for_whoever_handles_it(self, team, name):
        alert, browser = alert_of(team), team.browser(name)

        assert browser.get(f"/one-to-ones/new/?alert={alert.ref}").status_code == 404
        assert browser.get(f"/feedback/new/?alert={alert.ref}").status_code == 404


class TestTheAgenda:
    def test_gathers_what_waits(self, team):
        alert_of(team)
        ask_for_support(words="想要一台测试机", manager_id=team.pk("林静"), by=team.viewer("李四"), at=MORNING)
        send(team, "林静", "李四")
        talk = plan(team)

        for name in ("林静", "李四"):
            assert agenda(team, talk, name) == [("alert", ""), ("support", "想要一台测试机"), ("feedback", "")]

    def test_leaves_out_what_only_one_of_them_reads(self, team):
        send(team, "沈一帆", "李四", words=CANARY)
        send(team, "吴铮", "林静", words=CANARY)
        talk = plan(team)

        assert agenda(team, talk, "林静") == []

    def test_leaves_out_a_change_that_only_the_person_sees(self, team):
        Alert.objects.filter(pk=alert_of(team).pk).update(state="first", manager_sees_at=MORNING + timedelta(days=1))
        talk = plan(team)

        assert agenda(team, talk, "李四") == []

    @pytest.mark.parametrize("name", ["林静", "李四"])
    def test_leaves_out_what_a_former_manager_does_not_see(self, team, name):
        talk = plan(team)
        set_manager(person_id=team.pk("李四"), manager_id=team.pk("高远"), first_day=TODAY, by=SYSTEM, at=MORNING)
        alert_of(team)
        ask_for_support(words=CANARY, manager_id=team.pk("高远"), by=team.viewer("李四"), at=MORNING)

        assert agenda(team, talk, name) == []
        hold_talk(ref=talk.ref, held_on=TODAY, next_on=None, by=team.viewer(name), at=MORNING)
        assert not Point.objects.exists()

    def test_takes_points_of_both(self, team):
        talk = plan(team)
        add_point(ref=talk.ref, words="下季度的方向", by=team.viewer("李四"), at=MORNING)
        add_point(ref=talk.ref, words="值班安排", by=team.viewer("林静"), at=MORNING)

        assert agenda(team, talk, "林静") == [("hand", "下季度的方向"), ("hand", "值班安排")]

    def test_brings_back_what_was_agreed_until_it_is_done(self, team):
        first = plan(team)
        action = agree_action(ref=first.ref, words="整理接口文档", is_mine=False, due_on=TOMORROW, by=team.viewer("林静"), at=MORNING)
        second = hold_talk(ref=first.ref, held_on=TODAY, next_on=date(2026, 12, 4), by=team.viewer("林静"), at=MORNING)
        assert agenda(team, second, "李四") == [("action", "整理接口文档")]

        finish_action(ref=action.ref, by=team.viewer("李四"), at=MORNING)

        assert agenda(team, second, "李四") == []

    def test_stays_as_it_was_when_the_talk_took_place(self, team):
        alert, talk = alert_of(team), plan(team)
        hold_talk(ref=talk.ref, held_on=TODAY, next_on=None, by=team.viewer("林静"), at=MORNING)
        Alert.objects.filter(pk=alert.pk).update(state="closed")

        assert agenda(team, talk, "李四") == [("alert", "")]
        assert "和平时不太一样" in text(team.browser("李四").get(f"/one-to-ones/{talk.ref}/").content)


class TestNotes:
    def test_to_a_point_are_read_by_both(self, team):
        alert, talk = alert_of(team), plan(team)

        add_note(ref=talk.ref, key=f"alert-{alert.ref}", words=CANARY, by=team.viewer("林静"), at=MORNING)

        assert Point.objects.get().source_ref == alert.ref
        for name in ("林静", "李四"):
            assert CANARY in text(team.browser(name).get(f"/one-to-ones/{talk.ref}/").content)

    def test_for_oneself_are_read_by_oneself(self, team):
        talk = plan(team)
        keep_private_note(ref=talk.ref, words=CANARY, by=team.viewer("林静"), at=MORNING)

        assert CANARY in text(team.browser("林静").get(f"/one-to-ones/{talk.ref}/").content)
        assert CANARY not in team.browser("李四").get(f"/one-to-ones/{talk.ref}/").content.decode()
        assert CANARY not in team.browser("李四").get("/api/v1/people/BL0471/export").content.decode()

    def test_for_oneself_are_one_and_go_when_emptied(self, team):
        talk = plan(team)
        for words in ("一", "二"):
            keep_private_note(ref=talk.ref, words=words, by=team.viewer("李四"), at=MORNING)
        assert TalkNote.objects.get().words == "二"

        keep_private_note(ref=talk.ref, words=" ", by=team.viewer("李四"), at=MORNING)

        assert not TalkNote.objects.exists()

    @pytest.mark.parametrize("name", [*THIRD, "外包"])
    def test_are_nobody_elses_at_any_door(self, team, name):
        talk = plan(team)
        add_note(ref=talk.ref, key="", words=CANARY, by=team.viewer("林静"), at=MORNING)
        action = agree_action(ref=talk.ref, words=CANARY, is_mine=True, due_on=TOMORROW, by=team.viewer("林静"), at=MORNING)
        browser = team.browser(name)

        assert browser.get(f"/one-to-ones/{talk.ref}/").status_code == 404
        for way in ("point", "note", "private", "agree", "held", "move"):
            assert browser.post(f"/one-to-ones/{talk.ref}/{way}/", {"note": "x", "point": "x"}).status_code == 404
        assert browser.post(f"/one-to-ones/actions/{action.ref}/done/").status_code == 404
        for path in ("/", "/me/", "/one-to-ones/", "/company/feedback/", "/company/record/", "/people/BL0471/", "/team/"):
            assert CANARY not in browser.get(path).content.decode()
        assert not Point.objects.exists()

    @pytest.mark.parametrize(("words", "refusal"), [(" ", NoWords), ("好" * 1001, TooManyWords)])
    def test_refuse_what_cannot_be_kept(self, team, words, refusal):
        talk = plan(team)

        with pytest.raises(refusal):
            add_note(ref=talk.ref, key="", words=words, by=team.viewer("林静"), at=MORNING)

        assert not TalkNote.objects.exists()

    def test_refuse_a_point_that_is_not_there(self, team):
        talk = plan(team)

        with pytest.raises(NotFound):
            add_note(ref=talk.ref, key="alert-222222222222", words="好", by=team.viewer("林静"), at=MORNING)

        assert not TalkNote.objects.exists()


class TestHoldTalk:
    def test_plans_the_next_one(self, team):
        talk = plan(team)

        following = hold_talk(ref=talk.ref, held_on=TODAY, next_on=date(2026, 12, 4), by=team.viewer("李四"), at=MORNING)

        talk.refresh_from_db()
        assert (talk.held_on, following.planned_on) == (TODAY, date(2026, 12, 4))
        assert Announcement.objects.get(kind="OneToOneHeld").body["ref"] == talk.ref

    def test_happens_once(self, team):
        talk = plan(team)
        hold_talk(ref=talk.ref, held_on=TODAY, next_on=None, by=team.viewer("林静"), at=MORNING)

        with pytest.raises(HeldAlready):
            hold_talk(ref=talk.ref, held_on=TODAY, next_on=TOMORROW, by=team.viewer("李四"), at=MORNING)
        with pytest.raises(HeldAlready):
            move_talk(ref=talk.ref, planned_on=TOMORROW, by=team.viewer("李四"), at=MORNING)

        assert OneToOne.objects.count() == 1

    @pytest.mark.parametrize(("held_on", "next_on", "refusal"), [(TOMORROW, None, DayAhead), (TODAY, date(2026, 11, 19), DayPast)])
    def test_refuses_days_that_cannot_be(self, team, held_on, next_on, refusal):
        talk = plan(team)

        with pytest.raises(refusal):
            hold_talk(ref=talk.ref, held_on=held_on, next_on=next_on, by=team.viewer("林静"), at=MORNING)

        talk.refresh_from_db()
        assert talk.held_on is None


class TestCallOffTalk:
    def test_tells_the_other_one_in_words_and_keeps_the_talk(self, team):
        talk = plan(team, day=TOMORROW)
        add_point(ref=talk.ref, words="下季度的方向", by=team.viewer("李四"), at=MORNING)

        call_off_talk(ref=talk.ref, words=CANARY, by=team.viewer("林静"), at=MORNING)

        notice = Notice.objects.get()
        assert notice.account.login == "BL0471"
        assert said(kind_of(notice.kind), notice.params) == "林静取消了原定11月21日的一对一沟通，可以另约合适的时间"
        page = text(team.browser("李四").get(notice.address).content)
        assert "原定11月21日（周六），已取消" in page
        assert CANARY in page
        assert "下季度的方向" in page

    def test_stays_on_the_list_and_another_one_can_be_planned(self, team):
        talk = plan(team)
        call_off_talk(ref=talk.ref, by=team.viewer("林静"), at=MORNING)

        another = plan(team, by="李四", other="林静", day=TOMORROW)

        page = text(team.browser("李四").get("/one-to-ones/").content)
        assert another.pk != talk.pk
        assert "谈过的和取消的林静林静已取消11月20日（周五）" in page

    def test_is_for_whoever_planned_it(self, team):
        talk = plan(team)

        with pytest.raises(NotYours):
            call_off_talk(ref=talk.ref, by=team.viewer("李四"), at=MORNING)

        talk.refresh_from_db()
        assert talk.called_off_at is None
        assert "取消这次沟通" not in text(team.browser("李四").get(f"/one-to-ones/{talk.ref}/").content)
        assert not Notice.objects.exists()

    def test_refuses_what_took_place_or_was_called_off(self, team):
        held, off = plan(team), plan(team, other="沈一帆")
        hold_talk(ref=held.ref, held_on=TODAY, next_on=None, by=team.viewer("林静"), at=MORNING)
        call_off_talk(ref=off.ref, by=team.viewer("林静"), at=MORNING)

        with pytest.raises(HeldAlready):
            call_off_talk(ref=held.ref, by=team.viewer("林静"), at=MORNING)
        with pytest.raises(CalledOff):
            call_off_talk(ref=off.ref, by=team.viewer("林静"), at=MORNING)
        with pytest.raises(CalledOff):
            move_talk(ref=off.ref, planned_on=TOMORROW, by=team.viewer("林静"), at=MORNING)

        assert Notice.objects.count() == 1

    def test_is_undone_on_the_page(self, team):
        talk, browser = plan(team), team.browser("林静")
        path = f"/one-to-ones/{talk.ref}/"

        off = text(browser.post(f"{path}call-off/", {"words": ""}, follow=True).content)
        on = text(browser.post(f"{path}after-all/", follow=True).content)

        assert "照常进行" in off
        assert "沟通照常进行，已告诉对方" in on
        assert [one.kind for one in Notice.objects.order_by("pk")] == ["reviews.talk_called_off", "reviews.talk_after_all"]
        talk.refresh_from_db()
        assert talk.is_planned

    @pytest.mark.parametrize(
        ("another", "later", "refusal"), [(True, timedelta(0), PlannedAlready), (False, timedelta(days=1), DayPast)]
    )  # fmt: skip
    def test_is_not_undone_beside_another_one_or_when_its_day_is_over(self, team, another, later, refusal):
        talk = plan(team)
        call_off_talk(ref=talk.ref, by=team.viewer("林静"), at=MORNING)
        for _ in range(another):
            plan(team, day=TOMORROW)

        with pytest.raises(refusal):
            keep_talk_after_all(ref=talk.ref, by=team.viewer("林静"), at=MORNING + later)

        talk.refresh_from_db()
        assert talk.called_off_at == MORNING

    def test_has_nothing_to_undo_of_a_planned_one(self, team):
        talk = plan(team)

        with pytest.raises(NotCalledOff):
            keep_talk_after_all(ref=talk.ref, by=team.viewer("林静"), at=MORNING)

        assert not Notice.objects.exists()


class TestAgreed:
    def test_is_told_when_it_is_due(self, team):
        talk = plan(team)
        agree_action(ref=talk.ref, words="整理接口文档", is_mine=False, due_on=TODAY, by=team.viewer("林静"), at=MORNING)

        assert waiting_for(team.viewer("李四"), day=TODAY).due == 1
        assert waiting_for(team.viewer("林静"), day=TODAY).due == 0
        assert "一对一沟通里约定的事到期了" in text(team.browser("李四").get("/").content)

    def test_keeps_what_was_typed_when_a_day_is_wrong(self, team):
        talk = plan(team)

        answer = team.browser("林静").post(
            f"/one-to-ones/{talk.ref}/agree/", {"words": "整理接口文档", "who": "me", "due_on": "2026-11-01"}
        )  # fmt: skip

        assert answer.status_code == 422
        assert "整理接口文档" in answer.content.decode()
        assert "这一天已经过去" in text(answer.content)
        assert not ActionPoint.objects.exists()


class TestThePages:
    def test_walk_through_a_talk(self, team):
        browser, talk = team.browser("林静"), plan(team)
        path = f"/one-to-ones/{talk.ref}/"

        browser.post(f"{path}point/", {"point": "下季度的方向"})
        browser.post(f"{path}note/", {"key": Point.objects.get().ref, "note": "先把对账做完"})
        browser.post(f"{path}agree/", {"words": "写一页计划", "who": "other", "due_on": "2026-11-27"})
        answer = browser.post(f"{path}held/", {"held_on": "2026-11-20", "next_on": "2026-12-04"}, follow=True)

        page = text(answer.content)
        assert "下季度的方向" in page
        assert "先把对账做完" in page
        assert "写一页计划" in page
        assert "11月20日（周五）谈过" in page

    @pytest.mark.parametrize(("language", "words"), [("zh-CN", "能看到的人：林静、你自己"), ("en", "Whocanreadthis:林静,youyourself")])
    def test_say_who_reads_a_note(self, team, language, words):
        talk = plan(team)

        assert words in text(team.browser("李四", language).get(f"/one-to-ones/{talk.ref}/").content)

    def test_show_hr_the_day_alone(self, team):
        talk = plan(team)
        hold_talk(ref=talk.ref, held_on=TODAY, next_on=None, by=team.viewer("林静"), at=MORNING)

        page = text(team.browser("何佳").get("/company/feedback/").content)

        assert "林静、李四11月20日" in page
        assert team.browser("高远").get("/company/feedback/").status_code == 404

    @pytest.mark.parametrize(("pieces", "said"), [(4, "2026年11月少于5"), (5, "2026年11月5")])
    def test_show_hr_no_small_count(self, team, pieces, said):
        for _ in range(pieces):
            send(team, "林静", "李四")

        assert said in text(team.browser("苏文").get("/company/feedback/").content)

    def test_ask_as_often_for_three_points_as_for_one(self, team):
        browser, talk = team.browser("林静"), plan(team)
        add_point(ref=talk.ref, words="一", by=team.viewer("林静"), at=MORNING)
        browser.get(f"/one-to-ones/{talk.ref}/")
        with CaptureQueriesContext(connection) as one:
            browser.get(f"/one-to-ones/{talk.ref}/")
        for words in ("二", "三"):
            point = add_point(ref=talk.ref, words=words, by=team.viewer("李四"), at=MORNING)
            add_note(ref=talk.ref, key=point.ref, words="好", by=team.viewer("林静"), at=MORNING)
        with CaptureQueriesContext(connection) as three:
            browser.get(f"/one-to-ones/{talk.ref}/")

        assert len(three) == len(one)

    def test_of_planned_and_held_ask_as_often_for_two_as_for_one(self, team):
        browser = team.browser("林静")
        plan(team)
        browser.get("/one-to-ones/")
        with CaptureQueriesContext(connection) as one:
            browser.get("/one-to-ones/")
        plan(team, other="沈一帆")
        with CaptureQueriesContext(connection) as two:
            browser.get("/one-to-ones/")

        assert len(two) == len(one)

    @pytest.mark.parametrize("path", ["/one-to-ones/", "/one-to-ones/new/?with=BL0031"])
    def test_are_not_there_for_people_of_another_company(self, team, path):
        assert team.browser("外包").get(path).status_code == 404
