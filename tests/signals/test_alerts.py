"""The life of an alert: who sees it from when, what is done about it, and that it never touches a score."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.access.rules import TABLE
from bole.audit.models import Entry
from bole.signals.actions import add_context, not_a_problem, note_step, say_useful, snooze, take_back_not_a_problem
from bole.signals.actions.finding import Found, Over, keep_changes, open_alerts
from bole.signals.models import Alert, AlertStep
from bole.signals.queries import alert_for, alerts_for, open_alerts_of, own_alert, own_changes, watch_rows
from bole.signals.refusals import AlertOver, DayGone, NeedsWords, NotHere
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from bole.work.rules.item import ItemVersion
from tests import factories as make
from tests.office import Office, make_office, text
from tests.signals.days import NOTICED, SHOWN, SLOW, at

pytestmark = pytest.mark.django_db
LATER = date(2026, 9, 16)


@pytest.fixture
def office() -> Office:
    """Return the office with a model that has response times."""
    made = make_office()
    make.make_model("solution_engineer", families=("programmer",))
    return made


def notice(office: Office, name: str = "李四", *, on: date = NOTICED, at_: datetime | None = None) -> Alert:
    found = Found(
        person_id=office.people[name].pk, indicator="response_time", onset_on=on - timedelta(days=6), noticed_on=on, usual=1.0, now=3.0,
        sample_days=5, evidence=[{"cause": "load", "weight": 0.8, "numbers": {"before": 6, "after": 14}}],
    )  # fmt: skip
    keep_changes(found=[found], over=(), by=SYSTEM, at=at_ or at(on))
    return Alert.objects.filter(person=office.people[name]).order_by("-id")[0]


class TestOpening:
    def test_its_months_open_to_the_records_of_each(self, office: Office) -> None:
        alert = notice(office)
        tool = make.make_connection(name="客服")
        make.map_to(tool, "lisi", office.people["李四"])
        for n, (month, hours) in enumerate([(7, 1)] * 10 + [(9, 3)] * 10):
            answered = datetime(2026, month, 9, 4, tzinfo=UTC)
            told = ItemVersion(
                external_id=f"{n}", kind="fact", version=1, account="lisi", state="done", closed_at=answered,
                values=(("responses", hours * 3600),),
            )  # fmt: skip
            make.send(tool, told, at=at(SHOWN, 8))
        with time_machine.travel(at(SHOWN, 10), tick=False):
            manager = office.browser("林静").get(f"/alerts/{alert.ref}/").content
            own = office.browser("李四").get(f"/changes/{alert.ref}/").content

        assert 'href="/people/BL0471/score/response_time/?period=2026-07"' in manager.decode()
        assert 'href="/people/BL0471/score/response_time/?period=2026-09"' in manager.decode()
        assert "period=2026-08" not in manager.decode()  # no records, nothing to open
        assert 'href="/performance/response_time/?period=2026-07"' in own.decode()
        assert "2026年9月10条记录3小时" in text(manager)
        assert "2026年7月10条记录1小时" in text(own)

    def test_a_cause_opens_only_where_the_reader_may_see_what_shows_it(self, office: Office) -> None:
        alert = notice(office)
        evidence = [{"cause": "absence", "weight": 0.5, "numbers": {"after": 2}}, {"cause": "source", "weight": 0.3, "numbers": {}}]
        Alert.objects.filter(pk=alert.pk).update(evidence=evidence)
        with time_machine.travel(at(SHOWN, 10), tick=False):
            manager, hr = (office.browser(name).get(f"/alerts/{alert.ref}/").content.decode() for name in ("林静", "苏文"))

        assert 'href="/company/absences/?q=BL0471"' in hr
        assert 'href="/company/sources/"' in hr
        assert "/company/absences/?q=" not in manager
        assert 'href="/company/sources/"' not in manager


class TestWhoSees:
    def test_the_person_alone_until_the_grace_is_over(self, office: Office) -> None:
        alert = notice(office)
        before, after = at(SHOWN, 8, 59), at(SHOWN, 9)

        assert own_alert(office.viewer("李四"), alert.ref, at=at(NOTICED)).may_add
        for name in ("林静", "顾海峰", "苏文", "白审"):
            with pytest.raises(NotFound):
                alert_for(office.viewer(name), alert.ref, at=before)
            assert alert_for(office.viewer(name), alert.ref, at=after).row.stage == "open"

    def test_nobody_else_ever(self, office: Office) -> None:
        alert = notice(office)

        with pytest.raises(NotFound):
            alert_for(office.viewer("罗工"), alert.ref, at=at(LATER))
        with pytest.raises(NotFound):
            own_alert(office.viewer("林静"), alert.ref, at=at(LATER))

    def test_the_person_alone_if_it_was_over_in_time(self, office: Office) -> None:
        alert = notice(office)
        keep_changes(found=(), over=[Over(alert_id=alert.pk, why="withdrawn", on=NOTICED)], by=SYSTEM, at=at(NOTICED, 20))

        with pytest.raises(NotFound):
            alert_for(office.viewer("林静"), alert.ref, at=at(LATER))
        assert alerts_for(office.viewer("林静"), at=at(LATER)).closed == ()
        assert [one.closed_why for one in own_changes(office.viewer("李四"), at=at(LATER))] == ["withdrawn"]

    def test_pages_do_not_wait_for_the_job(self, office: Office) -> None:
        alert = notice(office)

        assert Alert.objects.get().state == "first"
        assert set(open_alerts_of(office.viewer("林静"), [alert.person_id], at=at(SHOWN, 10))) == {alert.person_id}

    def test_opens_at_the_moment_that_was_said_however_late_the_job_is(self, office: Office) -> None:
        notice(office)

        assert open_alerts(by=SYSTEM, at=at(LATER)) == 1
        assert open_alerts(by=SYSTEM, at=at(LATER)) == 0
        assert Alert.objects.get().opened_at == at(SHOWN, 9)

    def test_a_look_by_hr_is_on_the_record(self, office: Office) -> None:
        office.browser("林静").get(f"/alerts/{notice(office, on=date(2026, 11, 10)).ref}/")
        before = Entry.objects.filter(what="alert.look").count()

        office.browser("苏文").get(f"/alerts/{Alert.objects.get().ref}/")

        assert (before, Entry.objects.filter(what="alert.look").count()) == (0, 1)


class TestAddContext:
    def test_is_read_by_the_manager(self, office: Office) -> None:
        alert = notice(office)

        add_context(ref=alert.ref, words="客户集中提问。", by=office.viewer("李四"), at=at(NOTICED, 20))

        assert [step.words for step in alert_for(office.viewer("林静"), alert.ref, at=at(LATER)).steps] == ["", "客户集中提问。"]

    def test_is_for_whom_it_is_about_alone(self, office: Office) -> None:
        alert = notice(office)

        with pytest.raises(NotYours):
            add_context(ref=alert.ref, words="别的话", by=office.viewer("林静"), at=at(LATER))
        with pytest.raises(NotFound):
            add_context(ref=alert.ref, words="别的话", by=office.viewer("罗工"), at=at(LATER))
        with pytest.raises(NeedsWords):
            add_context(ref=alert.ref, words=" ", by=office.viewer("李四"), at=at(LATER))
        assert AlertStep.objects.filter(kind="context").count() == 0


class TestNoteStep:
    @pytest.mark.parametrize("kind", ["talk", "advice", "workload", "target"])
    def test_stays_with_the_alert(self, office: Office, kind: str) -> None:
        alert = notice(office)

        note_step(
            alert_ref=alert.ref, kind=kind, words="先保老客户", look_again_on=date(2026, 9, 30), by=office.viewer("林静"), at=at(LATER)
        )

        step = alert_for(office.viewer("林静"), alert.ref, at=at(LATER)).steps[-1]
        assert (step.kind, step.words, step.look_again_on) == (kind, "先保老客户", date(2026, 9, 30))

    def test_is_reminded_of_on_its_day(self, office: Office) -> None:
        alert = notice(office)
        lin, again = office.viewer("林静"), date(2026, 9, 30)
        note_step(alert_ref=alert.ref, kind="advice", words="先保老客户", look_again_on=again, by=lin, at=at(LATER))

        assert alerts_for(lin, at=at(date(2026, 9, 29))).reminders == ()
        assert [one.step.kind for one in alerts_for(lin, at=at(again)).reminders] == ["advice"]

    def test_is_refused_to_others(self, office: Office) -> None:
        alert = notice(office)

        for name in ("李四", "苏文", "白审"):
            with pytest.raises(NotYours):
                note_step(alert_ref=alert.ref, kind="talk", words="聊聊", by=office.viewer(name), at=at(LATER))
        assert AlertStep.objects.exclude(kind="noticed").count() == 0

    def test_is_refused_before_the_grace_is_over(self, office: Office) -> None:
        alert = notice(office)

        with pytest.raises(NotFound):
            note_step(alert_ref=alert.ref, kind="talk", words="聊聊", by=office.viewer("林静"), at=at(NOTICED, 20))

    def test_is_a_step_that_people_take_and_looks_ahead(self, office: Office) -> None:
        alert, lin = notice(office), office.viewer("林静")

        with pytest.raises(NotHere):
            note_step(alert_ref=alert.ref, kind="recovered", words="好了", by=lin, at=at(LATER))
        with pytest.raises(DayGone):
            note_step(alert_ref=alert.ref, kind="advice", words="好", look_again_on=LATER, by=lin, at=at(LATER))


class TestEscalation:
    def test_shows_it_to_the_next_manager_after_five_working_days_without_a_step(self, office: Office) -> None:
        alert = notice(office)
        five_days_later = at(date(2026, 9, 21), 9)  # the Sunday before is a working day
        upper = make_upper(office)

        with pytest.raises(NotFound):
            alert_for(upper, alert.ref, at=five_days_later - timedelta(minutes=1))
        assert alert_for(upper, alert.ref, at=five_days_later).row.is_escalated
        assert [one.ref for one in alerts_for(upper, at=five_days_later).open] == [alert.ref]

    def test_does_not_if_somebody_took_a_step(self, office: Office) -> None:
        alert = notice(office)
        note_step(alert_ref=alert.ref, kind="talk", words="", by=office.viewer("林静"), at=at(LATER))

        with pytest.raises(NotFound):
            alert_for(make_upper(office), alert.ref, at=at(date(2026, 9, 24)))


def make_upper(office: Office):
    """Let 罗工 lead 林静."""
    from bole.people.actions import set_manager

    set_manager(person_id=office.people["林静"].pk, manager_id=office.people["罗工"].pk, first_day=date(2026, 1, 1), by=SYSTEM, at=at(SLOW))
    return office.viewer("罗工")


class TestSnooze:
    def test_puts_it_aside_for_a_week(self, office: Office) -> None:
        alert, lin = notice(office), office.viewer("林静")

        snooze(ref=alert.ref, by=lin, at=at(LATER))

        assert alerts_for(lin, at=at(date(2026, 9, 22))).snoozed[0].ref == alert.ref
        assert open_alerts_of(lin, [alert.person_id], at=at(date(2026, 9, 22))) == {}
        assert alerts_for(lin, at=at(date(2026, 9, 23))).open[0].ref == alert.ref


class TestNotAProblem:
    def test_closes_it_and_counts_as_a_false_alarm_of_its_kind(self, office: Office) -> None:
        alert = notice(office)

        not_a_problem(ref=alert.ref, reason="换季", by=office.viewer("林静"), at=at(LATER))

        row = next(one for one in watch_rows(office.viewer("苏文"), day=LATER) if one.indicator.code == "response_time")
        assert (row.alerts, row.useful, row.false) == (1, 0, 1)
        with pytest.raises(AlertOver):
            snooze(ref=alert.ref, by=office.viewer("林静"), at=at(LATER))

    def test_can_be_taken_back(self, office: Office) -> None:
        alert, lin = notice(office), office.viewer("林静")
        not_a_problem(ref=alert.ref, by=lin, at=at(LATER))

        take_back_not_a_problem(ref=alert.ref, by=lin, at=at(LATER))

        alert.refresh_from_db()
        assert (alert.state, alert.closed_why, alert.is_useful) == ("open", "", None)

    def test_is_not_what_was_useful(self, office: Office) -> None:
        alert, lin = notice(office), office.viewer("林静")

        say_useful(ref=alert.ref, by=lin, at=at(LATER))

        row = next(one for one in watch_rows(office.viewer("苏文"), day=LATER) if one.indicator.code == "response_time")
        assert (row.alerts, row.useful, row.false) == (1, 1, 0)

    def test_tells_whoever_handles_the_next_one_the_rate_of_its_kind(self, office: Office) -> None:
        lin, first = office.browser("林静"), date(2025, 12, 1)
        for n in range(4):
            alert = notice(office, on=first + timedelta(days=70 * n))
            if n:
                keep_changes(
                    found=(), over=[Over(alert_id=alert.pk, why="recovered", on=alert.noticed_on + timedelta(days=9))], by=SYSTEM,
                    at=at(alert.noticed_on + timedelta(days=9)),
                )  # fmt: skip
            else:
                not_a_problem(ref=alert.ref, by=office.viewer("林静"), at=at(first + timedelta(days=9)))
        unseen = notice(office, on=first + timedelta(days=70 * 4))
        keep_changes(found=(), over=[Over(alert_id=unseen.pk, why="recovered", on=unseen.noticed_on)], by=SYSTEM, at=unseen.manager_sees_at)
        few = text(lin.get(f"/alerts/{alert.ref}/").content)

        last = notice(office, on=date(2026, 11, 10))

        assert "这一类预警" not in few
        assert "这一类预警过去一年提示5次，其中0次被确认有用。5次里有1次不算问题（20%）。" in text(lin.get(f"/alerts/{last.ref}/").content)
        assert "6次里有1次不算问题（17%）。自己恢复4次。" in text(office.browser("苏文").get("/company/watch/").content)


class TestKeepChanges:
    def test_opens_one_for_sixty_days(self, office: Office) -> None:
        alert = notice(office)
        keep_changes(found=(), over=[Over(alert_id=alert.pk, why="recovered", on=LATER, value=1.1)], by=SYSTEM, at=at(LATER))

        notice(office, on=NOTICED + timedelta(days=59))
        assert Alert.objects.count() == 1
        notice(office, on=NOTICED + timedelta(days=60))
        assert Alert.objects.count() == 2


class TestPages:
    def test_of_the_manager_speak_of_the_work(self, office: Office) -> None:
        alert = notice(office, on=date(2026, 11, 10))

        page = office.browser("林静").get(f"/alerts/{alert.ref}/").content.decode()

        assert "李四的客户响应时间最近变化明显" in page
        assert "预警只帮助你及早支持同事，不计入任何评分，也不会出现在评价表和晋升材料里。" in page

    def test_of_the_person_never_say_what_managers_call_it(self, office: Office) -> None:
        alert = notice(office, on=date(2026, 11, 10))
        li = office.browser("李四")

        for path in (f"/changes/{alert.ref}/", "/changes/", "/changes/what-is-watched/", "/performance/", "/"):
            assert "预警" not in li.get(path).content.decode()

    @pytest.mark.parametrize("what", ["what-is-watched", ""])
    def test_of_the_person_name_everybody_who_may_read_it(self, office: Office, what: str) -> None:
        alert = notice(office, on=date(2026, 11, 10))
        words = {
            "manager": ("主管", "林静"),
            "hr_partner": ("负责的HR同事",),
            "hr_admin": ("负责的HR同事",),
            "auditor": ("审计员",),
            "mentor": ("导师",),
        }

        page = text(office.browser("李四").get(f"/changes/{what or alert.ref}/").content)

        assert (TABLE["alert"]["read"] | TABLE["alert"]["masked"]) - {"self"} == set(words)
        assert [name for name, said in words.items() if not any(one in page for one in said)] == []

    def test_lead_one_about_oneself_to_the_page_of_ones_own(self, office: Office) -> None:
        alert = notice(office, on=date(2026, 11, 10))

        assert office.browser("李四").get(f"/alerts/{alert.ref}/").status_code == 404
        assert office.browser("林静").get(f"/changes/{alert.ref}/").status_code == 404

    def test_say_what_is_wrong_with_a_step(self, office: Office) -> None:
        alert = notice(office, on=date(2026, 11, 10))

        answer = office.browser("林静").post(f"/alerts/{alert.ref}/step/workload/", {"words": ""})

        assert answer.status_code == 422
        assert AlertStep.objects.exclude(kind="noticed").count() == 0

    def test_of_an_empty_list_say_so(self, office: Office) -> None:
        page = office.browser("林静").get("/alerts/").content.decode()

        assert "近期没有需要留意的变化。有人的某项指标明显偏离本人平时水平时，会出现在这里。" in page

    def test_ask_as_often_for_many_alerts_as_for_one(self, office: Office) -> None:
        lin = office.viewer("林静")
        notice(office)
        with CaptureQueriesContext(connection) as one:
            alerts_for(lin, at=at(LATER))
        alert = Alert.objects.get()
        keep_changes(found=(), over=[Over(alert_id=alert.pk, why="recovered", on=LATER)], by=SYSTEM, at=at(LATER))
        notice(office, on=NOTICED + timedelta(days=70))

        with CaptureQueriesContext(connection) as two:
            found = alerts_for(lin, at=at(LATER + timedelta(days=80)))
        assert (len(found.open) + len(found.closed), len(two)) == (2, len(one))
