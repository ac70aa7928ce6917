"""Duties of a pair: laid by the cadence, moved by absences, told of exactly once to whom it concerns, done when it took place."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override

from bole.attendance.actions import record_absence, withdraw_absence
from bole.growth.models import Exam
from bole.kit.announce import react_to_open
from bole.mentoring.actions.duties import lay_duties, mark_done, set_for
from bole.mentoring.actions.reminding import nudge, tell_what_is_due
from bole.mentoring.actions.settling import settle_duties
from bole.mentoring.models import Duty, Mentorship, Reminder, SkillTest
from bole.mentoring.queries.duties import coming_duties_for, duties_of, duty_for, duty_row, overdue_duties
from bole.mentoring.queries.pairs import pair_row
from bole.mentoring.queries.slots import slots_of
from bole.mentoring.refusals import AfterTheProgramme, BeforeItsTime, DayOver, DutyDone, NotOverdue, NudgedAlready
from bole.mentoring.rules.slots import Slot
from bole.notices.kinds import kind_of, said
from bole.notices.models import Notice
from bole.people.models import Assignment
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.mentoring.making import Cast

pytestmark = pytest.mark.django_db
APPROVED = datetime(2026, 5, 26, 2, tzinfo=UTC)


def beijing(month: int, day: int, hour: int = 9, minute: int = 30, year: int = 2026) -> datetime:
    """Return a moment by the clock of Beijing."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Let 张三 mentor 李四, with the plan approved on 26 May."""
    made = cast.pair(state="running")
    lay_duties(mentorship_id=made.pk, by=SYSTEM, at=APPROVED)
    return made


def meeting(pair: Mentorship, nominal: date) -> Duty:
    """Return the meeting of a month."""
    return Duty.objects.get(mentorship=pair, kind="meeting", nominal_on=nominal)


def only(pair: Mentorship, *duties: Duty) -> None:
    """Let the pair have done everything but these duties."""
    Duty.objects.filter(mentorship=pair).exclude(pk__in=[one.pk for one in duties]).update(done_on=date(2026, 5, 26))


def sentences(cast: Cast, name: str) -> list[str]:
    """Return what somebody was told, in Chinese."""
    with override("zh-hans"):
        cast.people[name].refresh_from_db()
        rows = Notice.objects.filter(account=cast.people[name].account_id).order_by("id")
        return [unicodedata.normalize("NFKC", said(kind_of(one.kind), one.params)) for one in rows]


def plain(text: str) -> str:
    """Return a sentence as quoted sentences are compared."""
    return unicodedata.normalize("NFKC", text)


class TestTheQuarterlyTest:
    def test_is_reminded_of_with_its_questions_and_minutes_where_it_is_taken_here(self, cast: Cast, pair: Mentorship) -> None:
        Exam.objects.create(code="eval", title_zh="评测", title_en="Evaluating", drawn=20, minutes=30, repeats=True, changed_at=APPROVED)
        SkillTest.objects.create(mentorship=pair, taken_on=date(2026, 5, 27), points=7000, most=10000, exam="eval", by="x", at=APPROVED)
        only(pair, Duty.objects.get(mentorship=pair, kind="test", nominal_on=date(2026, 11, 26)))

        tell_what_is_due(by=SYSTEM, at=beijing(11, 20))

        assert sentences(cast, "李四") == [plain("你的季度技能考核将于6天后开始，共20题，约30分钟。")]

    def test_is_reminded_of_without_them_where_it_is_not(self, cast: Cast, pair: Mentorship) -> None:
        only(pair, Duty.objects.get(mentorship=pair, kind="test", nominal_on=date(2026, 11, 26)))

        tell_what_is_due(by=SYSTEM, at=beijing(11, 20))

        assert sentences(cast, "李四") == [plain("你的季度技能考核将于6天后到期。")]


class TestLaying:
    def test_gives_the_cadence_from_the_day_of_approval(self, pair: Mentorship) -> None:
        found = {
            kind: [one.nominal_on for one in duties_of([pair.pk])[pair.pk] if one.kind == kind] for kind in ("meeting", "test", "report")
        }

        assert (len(found["meeting"]), found["meeting"][0], found["meeting"][-1]) == (12, date(2026, 6, 15), date(2027, 5, 15))
        assert found["test"] == [date(2026, 8, 26), date(2026, 11, 26), date(2027, 2, 26)]
        assert found["report"] == [date(2026, 11, 26)]

    def test_steps_over_days_off(self, pair: Mentorship) -> None:
        assert meeting(pair, date(2026, 11, 15)).due_on == date(2026, 11, 16)
        assert meeting(pair, date(2026, 8, 15)).due_on == date(2026, 8, 17)

    def test_lays_nothing_twice(self, pair: Mentorship) -> None:
        before = list(Duty.objects.order_by("pk").values_list("pk", "nominal_on"))

        new = lay_duties(mentorship_id=pair.pk, by=SYSTEM, at=APPROVED + timedelta(days=90))

        assert new == 0
        assert list(Duty.objects.order_by("pk").values_list("pk", "nominal_on")) == before

    def test_lays_what_a_longer_programme_adds(self, pair: Mentorship) -> None:
        Mentorship.objects.filter(pk=pair.pk).update(last_day=date(2027, 7, 17))

        new = lay_duties(mentorship_id=pair.pk, by=SYSTEM, at=APPROVED)

        assert new == 4  # two meetings, a test and a report


class TestAbsences:
    def test_move_a_duty_and_say_for_whom(self, cast: Cast, pair: Mentorship) -> None:
        record_absence(
            person_id=cast.pk("张三"), kind="leave", first_day=date(2026, 11, 13), last_day=date(2026, 11, 19), by=SYSTEM, at=APPROVED
        )  # fmt: skip
        react_to_open(at=APPROVED)

        duty = meeting(pair, date(2026, 11, 15))

        assert duty.due_on == date(2026, 11, 20)
        assert duty.moved_for == [{"person": cast.pk("张三"), "first": "2026-11-13", "last": "2026-11-19"}]

    def test_that_are_withdrawn_move_it_back(self, cast: Cast, pair: Mentorship) -> None:
        made = record_absence(
            person_id=cast.pk("李四"), kind="leave", first_day=date(2026, 11, 1), last_day=date(2027, 3, 1), by=SYSTEM, at=APPROVED
        )  # fmt: skip
        react_to_open(at=APPROVED)
        merged = Duty.objects.exclude(dropped_at=None).count()

        withdraw_absence(ref=made.ref, by=cast.viewer("何佳"), at=APPROVED)
        react_to_open(at=APPROVED)

        assert merged == 4  # of four meetings and two tests one each is left, behind the absence
        assert not Duty.objects.exclude(dropped_at=None).exists()
        assert meeting(pair, date(2026, 11, 15)).due_on == date(2026, 11, 16)

    def test_warn_nobody_meanwhile(self, cast: Cast, pair: Mentorship) -> None:
        duty = meeting(pair, date(2026, 11, 15))
        only(pair, duty)
        record_absence(
            person_id=cast.pk("张三"), kind="leave", first_day=date(2026, 11, 13), last_day=date(2026, 11, 19), by=SYSTEM, at=APPROVED
        )  # fmt: skip
        react_to_open(at=APPROVED)

        told = tell_what_is_due(by=SYSTEM, at=beijing(11, 17))

        assert told == 2  # the reminder of the new day
        assert not Reminder.objects.filter(what="overdue").exists()

    def test_settle_again_without_a_change_moves_nothing(self, pair: Mentorship) -> None:
        assert settle_duties(person_ids=None, by=SYSTEM, at=APPROVED) == 0


class TestTelling:
    def test_says_the_two_sentences_of_the_article(self, cast: Cast, pair: Mentorship) -> None:
        only(pair, meeting(pair, date(2026, 12, 15)))

        told = tell_what_is_due(by=SYSTEM, at=beijing(12, 10))

        assert told == 2
        assert sentences(cast, "张三") == [plain("您与李四的辅导沟通将于5天后到期，请提前安排时间。")]
        assert sentences(cast, "李四") == [plain("您与张三的辅导沟通将于5天后到期，请提前安排时间。")]

    def test_says_nothing_a_minute_before(self, pair: Mentorship) -> None:
        only(pair, meeting(pair, date(2026, 12, 15)))

        assert tell_what_is_due(by=SYSTEM, at=beijing(12, 10, 9, 29)) == 0

    def test_says_next_week_on_friday_at_four(self, cast: Cast, pair: Mentorship) -> None:
        only(pair, meeting(pair, date(2026, 12, 15)))
        tell_what_is_due(by=SYSTEM, at=beijing(12, 10))

        tell_what_is_due(by=SYSTEM, at=beijing(12, 11, 16, 0))

        assert sentences(cast, "李四")[1] == plain("下周将进行导师辅导沟通，请提前准备")

    def test_warns_manager_and_mentor_once_with_the_new_day(self, cast: Cast, pair: Mentorship) -> None:
        duty = meeting(pair, date(2026, 11, 15))
        only(pair, duty)
        Duty.objects.filter(pk=duty.pk).update(set_for=date(2026, 11, 25))

        first = tell_what_is_due(by=SYSTEM, at=beijing(11, 17))
        later = [tell_what_is_due(by=SYSTEM, at=beijing(11, day)) for day in (17, 18, 19)]

        assert (first, later) == (2, [0, 0, 0])
        assert sentences(cast, "林静") == [plain("您团队的张三与李四的辅导沟通已逾期，原定11月16日完成。已改约11月25日。")]
        assert sentences(cast, "张三") == [plain("您与李四的辅导沟通已过11月16日。已改约11月25日，林静也收到了同样的提示。")]
        assert sentences(cast, "李四") == []

    def test_warns_no_second_manager(self, cast: Cast, pair: Mentorship) -> None:
        only(pair, meeting(pair, date(2026, 11, 15)))
        tell_what_is_due(by=SYSTEM, at=beijing(11, 17))
        Assignment.objects.filter(person=cast.pk("张三")).update(manager=cast.pk("高远"))

        told = tell_what_is_due(by=SYSTEM, at=beijing(11, 18))

        assert told == 0
        assert sentences(cast, "高远") == []

    def test_reminds_of_tests_and_reports_in_their_own_words(self, cast: Cast, pair: Mentorship) -> None:
        Duty.objects.filter(mentorship=pair, kind="meeting").update(done_on=date(2026, 5, 26))
        Duty.objects.filter(mentorship=pair, nominal_on=date(2026, 8, 26)).update(done_on=date(2026, 8, 26))

        tell_what_is_due(by=SYSTEM, at=beijing(11, 20))

        assert sorted(sentences(cast, "李四")) == sorted(
            [plain("你的季度技能考核将于6天后到期。"), plain("你的半年成果汇报将于6天后到期，可以先上传草稿。")]
        )

    def test_tells_late_what_is_still_of_use(self, cast: Cast, pair: Mentorship) -> None:
        only(pair, meeting(pair, date(2026, 12, 15)))

        tell_what_is_due(by=SYSTEM, at=beijing(12, 14, 10))

        assert sentences(cast, "李四") == [plain("您与张三的辅导沟通将于1天后到期，请提前安排时间。")]

    def test_tells_everybody_by_the_own_clock(self, cast: Cast, pair: Mentorship) -> None:
        only(pair, meeting(pair, date(2026, 12, 15)))
        Assignment.objects.filter(person=cast.pk("李四")).update(zone="Europe/Berlin")

        morning = tell_what_is_due(by=SYSTEM, at=beijing(12, 10))
        evening = tell_what_is_due(by=SYSTEM, at=beijing(12, 10, 16, 30))

        assert (morning, evening) == (1, 1)
        assert sentences(cast, "李四") == [plain("您与张三的辅导沟通将于5天后到期，请提前安排时间。")]

    def test_of_a_pair_that_rests_is_silent(self, cast: Cast, pair: Mentorship) -> None:
        Mentorship.objects.filter(pk=pair.pk).update(state="paused")

        assert tell_what_is_due(by=SYSTEM, at=beijing(12, 10)) == 0

    @pytest.mark.walk
    def test_walks_a_year_and_tells_each_once(self, cast: Cast, pair: Mentorship) -> None:
        moment = beijing(5, 27, 0, 0)
        while moment < beijing(6, 30, year=2027):
            tell_what_is_due(by=SYSTEM, at=moment)
            moment += timedelta(hours=11, minutes=30)

        told = Reminder.objects.values_list("what", "to")
        counts = {key: list(told).count(key) for key in set(told)}

        assert counts[("due", "mentor")] == counts[("due", "mentee")] == 16
        assert counts[("overdue", "mentor")] == counts[("overdue", "manager")] == 16
        assert ("overdue", "mentee") not in counts
        assert Notice.objects.count() == Reminder.objects.count()


class TestMarkingDone:
    def test_counts_for_the_duty_of_the_month(self, pair: Mentorship) -> None:
        Duty.objects.filter(mentorship=pair, kind="meeting", nominal_on__lt=date(2026, 11, 15)).update(done_on=date(2026, 10, 1))

        duty = mark_done(mentorship_id=pair.pk, kind="meeting", on=date(2026, 11, 12), by=SYSTEM, at=beijing(11, 12))

        assert (duty.nominal_on, duty.done_on) == (date(2026, 11, 15), date(2026, 11, 12))

    def test_does_not_use_up_the_next_one(self, pair: Mentorship) -> None:
        mark_done(mentorship_id=pair.pk, kind="meeting", on=date(2026, 6, 5), by=SYSTEM, at=beijing(6, 5))

        second = mark_done(mentorship_id=pair.pk, kind="meeting", on=date(2026, 6, 12), by=SYSTEM, at=beijing(6, 12))

        assert second is None
        assert meeting(pair, date(2026, 7, 15)).done_on is None

    def test_takes_a_late_one_for_the_overdue_one(self, pair: Mentorship) -> None:
        duty = mark_done(mentorship_id=pair.pk, kind="meeting", on=date(2026, 7, 1), by=SYSTEM, at=beijing(7, 1))

        assert duty.nominal_on == date(2026, 6, 15)

    def test_does_not_take_the_first_test_for_the_quarters(self, pair: Mentorship) -> None:
        first = mark_done(mentorship_id=pair.pk, kind="test", on=date(2026, 5, 20), by=SYSTEM, at=APPROVED)
        quarter = mark_done(mentorship_id=pair.pk, kind="test", on=date(2026, 8, 19), by=SYSTEM, at=beijing(8, 19))

        assert first is None
        assert quarter.nominal_on == date(2026, 8, 26)


def offered(duty: Duty, day: date = date(2026, 11, 24)) -> list[Slot]:
    """Return the half days that a duty's page offers the two."""
    return slots_of(duty_row(duty), pair_row(duty.mentorship), day=day)


class TestAnotherDay:
    def test_may_be_set_by_either_and_tells_the_other(self, cast: Cast, pair: Mentorship) -> None:
        duty = meeting(pair, date(2026, 11, 15))

        set_for(ref=duty.ref, day=date(2026, 11, 25), by=cast.viewer("李四"), at=beijing(11, 10))

        duty.refresh_from_db()
        assert duty.set_for == date(2026, 11, 25)
        assert sentences(cast, "张三") == [plain("李四把你们的辅导沟通改约在11月25日。")]
        assert sentences(cast, "李四") == []

    @pytest.mark.parametrize(("name", "refusal"), [("林静", NotYours), ("何佳", NotYours), ("吴铮", NotFound), ("陆衡", NotFound)])
    def test_is_nobody_elses_to_set(self, cast: Cast, pair: Mentorship, name: str, refusal: type[Exception]) -> None:
        duty = meeting(pair, date(2026, 11, 15))

        with pytest.raises(refusal):
            set_for(ref=duty.ref, day=date(2026, 11, 25), by=cast.viewer(name), at=beijing(11, 10))

        duty.refresh_from_db()
        assert duty.set_for is None
        assert not Notice.objects.exists()

    def test_lies_ahead_and_within_the_programme(self, cast: Cast, pair: Mentorship) -> None:
        duty = meeting(pair, date(2026, 11, 15))

        with pytest.raises(DayOver):
            set_for(ref=duty.ref, day=date(2026, 11, 9), by=cast.viewer("张三"), at=beijing(11, 10))
        with pytest.raises(AfterTheProgramme):
            set_for(ref=duty.ref, day=date(2027, 5, 18), by=cast.viewer("张三"), at=beijing(11, 10))

        duty.refresh_from_db()
        assert duty.set_for is None

    def test_lies_in_the_duty_s_own_time(self, cast: Cast, pair: Mentorship) -> None:
        december, january = meeting(pair, date(2026, 12, 15)), meeting(pair, date(2027, 1, 15))
        noon = beijing(11, 24)
        set_for(ref=december.ref, day=date(2026, 12, 18), by=cast.viewer("张三"), at=noon)

        for day in (date(2026, 11, 25), date(2026, 12, 18)):
            with pytest.raises(BeforeItsTime):
                set_for(ref=january.ref, day=day, by=cast.viewer("张三"), at=noon)

        january.refresh_from_db()
        assert january.set_for is None
        assert [one.day for one in offered(january)] == [date(2026, 12, 21), date(2026, 12, 21), date(2026, 12, 22)]

    def test_is_offered_to_nobody_who_has_something_set_for_it(self, cast: Cast, pair: Mentorship) -> None:
        december = meeting(pair, date(2026, 12, 15))
        before = offered(december, day=date(2026, 12, 6))
        other = Duty.objects.filter(mentorship=pair, kind="report", done_on=None).order_by("nominal_on")[0]
        Duty.objects.filter(pk=other.pk).update(set_for=before[0].day, set_half=before[0].half)

        after = offered(december, day=date(2026, 12, 6))

        assert (before[0] in after, before[1] in after) == (False, True)

    def test_is_not_set_for_what_is_done(self, cast: Cast, pair: Mentorship) -> None:
        duty = meeting(pair, date(2026, 11, 15))
        only(pair)

        with pytest.raises(DutyDone):
            set_for(ref=duty.ref, day=date(2026, 11, 25), by=cast.viewer("张三"), at=beijing(11, 10))


class TestANudge:
    def test_reminds_the_mentor_once_a_day(self, cast: Cast, pair: Mentorship) -> None:
        duty = meeting(pair, date(2026, 6, 15))
        nudge(ref=duty.ref, by=cast.viewer("林静"), at=beijing(6, 17))

        with pytest.raises(NudgedAlready):
            nudge(ref=duty.ref, by=cast.viewer("林静"), at=beijing(6, 17, 15))
        nudge(ref=duty.ref, by=cast.viewer("林静"), at=beijing(6, 18))

        assert sentences(cast, "张三") == [plain("林静提醒您：您与李四的辅导沟通原定6月15日完成，改个时间就好。")] * 2

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotYours), ("何佳", NotYours), ("高远", NotYours), ("丁一", NotFound)])
    def test_is_for_those_who_lead_one_of_the_two(self, cast: Cast, pair: Mentorship, name: str, refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            nudge(ref=meeting(pair, date(2026, 6, 15)).ref, by=cast.viewer(name), at=beijing(6, 17))

        assert not Reminder.objects.exists()

    def test_is_of_something_overdue(self, cast: Cast, pair: Mentorship) -> None:
        with pytest.raises(NotOverdue):
            nudge(ref=meeting(pair, date(2026, 6, 15)).ref, by=cast.viewer("林静"), at=beijing(6, 15))


class TestReading:
    def test_knows_what_is_overdue(self, pair: Mentorship) -> None:
        found = overdue_duties(None, day=date(2026, 7, 16))

        assert [one.duty.nominal_on for one in found] == [date(2026, 6, 15), date(2026, 7, 15)]
        assert overdue_duties([], day=date(2026, 7, 16)) == []

    def test_knows_what_is_coming(self, cast: Cast, pair: Mentorship) -> None:
        assert len(coming_duties_for(cast.pk("李四"))) == 16
        assert coming_duties_for(cast.pk("丁一")) == []

    def test_is_open_to_the_two_their_managers_and_hr(self, cast: Cast, pair: Mentorship) -> None:
        ref = meeting(pair, date(2026, 6, 15)).ref

        assert {duty_for(cast.viewer(name), ref).duty.ref for name in ("张三", "李四", "林静", "高远", "何佳", "苏文")} == {ref}
        with pytest.raises(NotFound):
            duty_for(cast.viewer("吴铮"), ref)
