"""The life of a pair: it rests, is handed over, ends with a reason; nobody learns who asked, and whoever leaves leaves nobody alone."""

import unicodedata
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from bole.audit.models import Entry
from bole.kit.announce import react_to_open
from bole.mentoring.actions.duties import lay_duties, set_for
from bole.mentoring.actions.handing_over import hand_over
from bole.mentoring.actions.life import close_what_is_over, end_mentorship, end_on, pause_mentorship, resume_mentorship
from bole.mentoring.actions.meetings import record_meeting
from bole.mentoring.actions.reminding import tell_what_is_due
from bole.mentoring.actions.requests import answer_request, ask_help, ask_rematch
from bole.mentoring.models import AgendaPoint, Agreed, Duty, Framework, HelpRequest, Meeting, MentorRole, Mentorship, Plan, Reminder, Wish
from bole.mentoring.queries.duties import coming_duties_for
from bole.mentoring.queries.life import pair_of_hr
from bole.mentoring.queries.matching_pool import gathered, waiting_wishes
from bole.mentoring.refusals import (
    AfterTheProgramme,
    AnsweredAlready,
    AskedAlready,
    BeforeItBegan,
    HandedOverTooEarly,
    MetSince,
    NotHereThen,
    NothingAnswered,
    NotPaused,
    OutsideProgramme,
    PairIsOver,
    PausedAlready,
)
from bole.mentoring.rules.left_topics import Left
from bole.notices.kinds import kind_of, said
from bole.notices.models import Notice
from bole.people.actions import end_employment, set_manager
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from tests.mentoring.making import Cast

pytestmark = pytest.mark.django_db
APPROVED = datetime(2026, 5, 26, 2, tzinfo=UTC)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
TODAY = date(2026, 11, 23)


@pytest.fixture
def pair(cast: Cast) -> Mentorship:
    """Let 张三 mentor 李四 since May; everything was done until now."""
    made = cast.pair(state="running")
    lay_duties(mentorship_id=made.pk, by=SYSTEM, at=APPROVED)
    Duty.objects.filter(mentorship=made, due_on__lt=TODAY).update(done_on=date(2026, 5, 26))
    return made


def sentences(cast: Cast, name: str) -> list[str]:
    """Return what somebody was told, in Chinese."""
    cast.people[name].refresh_from_db()
    with override("zh-hans"):
        rows = Notice.objects.filter(account=cast.people[name].account_id).order_by("id")
        return [unicodedata.normalize("NFKC", said(kind_of(one.kind), one.params)) for one in rows]


def plain(text: str) -> str:
    """Return a sentence as quoted sentences are compared."""
    return unicodedata.normalize("NFKC", text)


class TestEnding:
    def test_drops_what_is_due_and_tells_both(self, cast: Cast, pair: Mentorship) -> None:
        end_mentorship(ref=pair.ref, on=TODAY, why="rematch", by=cast.viewer("何佳"), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, pair.ended_on, pair.ended_why) == ("ended", TODAY, "rematch")
        assert not Duty.objects.filter(done_on=None, dropped_at=None).exists()
        assert sentences(cast, "张三") == [plain("你与李四的辅导关系已由人力资源部调整，11月23日结束。感谢你这6个月的投入。")]
        assert sentences(cast, "李四") == [plain("你与张三的辅导关系11月23日结束。已经聊过的内容都会留在计划里。")]

    def test_on_a_later_day_lets_it_live_until_then(self, cast: Cast, pair: Mentorship) -> None:
        end_mentorship(ref=pair.ref, on=date(2026, 11, 30), why="moved", by=cast.viewer("何佳"), at=NOON)

        before = close_what_is_over(by=SYSTEM, at=NOON + timedelta(days=7))
        after = close_what_is_over(by=SYSTEM, at=NOON + timedelta(days=8))

        pair.refresh_from_db()
        assert (before, after, pair.state, pair.ended_why) == (0, 1, "ended", "moved")

    def test_comes_by_itself_when_the_programme_is_complete(self, cast: Cast, pair: Mentorship) -> None:
        count = close_what_is_over(by=SYSTEM, at=datetime(2027, 5, 18, 1, tzinfo=UTC))

        pair.refresh_from_db()
        assert (count, pair.state, pair.ended_why, pair.ended_on) == (1, "ended", "done", date(2027, 5, 17))
        assert sentences(cast, "张三")[0] == plain("你与李四的辅导已经完成。感谢你这12个月的投入。")

    @pytest.mark.parametrize(("name", "refusal"), [("张三", NotYours), ("李四", NotYours), ("林静", NotYours), ("吴铮", NotFound)])
    def test_is_hrs_alone(self, cast: Cast, pair: Mentorship, name: str, refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            end_mentorship(ref=pair.ref, on=TODAY, why="done", by=cast.viewer(name), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, Notice.objects.count()) == ("running", 0)

    def test_comes_once(self, cast: Cast, pair: Mentorship) -> None:
        end_mentorship(ref=pair.ref, on=TODAY, why="rematch", by=cast.viewer("何佳"), at=NOON)

        with pytest.raises(PairIsOver):
            end_mentorship(ref=pair.ref, on=TODAY, why="done", by=cast.viewer("何佳"), at=NOON)

    @pytest.mark.parametrize(("on", "refusal"), [(date(2026, 5, 17), BeforeItBegan), (date(2026, 11, 11), MetSince)])
    def test_lies_neither_before_the_first_day_nor_before_the_last_talk(
        self, cast: Cast, pair: Mentorship, on: date, refusal: type[Exception]
    ) -> None:
        Meeting.objects.create(
            once="a", mentorship=pair, number=1, held_on=date(2026, 11, 12), codes=["values"], by=cast.people["张三"], at=APPROVED
        )  # fmt: skip

        with pytest.raises(refusal):
            end_mentorship(ref=pair.ref, on=on, why="mistake", by=cast.viewer("何佳"), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, pair.ended_on, Notice.objects.count()) == ("running", None, 0)

    def test_of_a_pair_that_has_not_begun_is_its_first_day_when_somebody_leaves(self, cast: Cast) -> None:
        later = cast.pair("叶青", "丁一", first_day=date(2026, 12, 1))
        end_employment(person_id=cast.pk("叶青"), last_day=TODAY, reason="resigned", by=cast.viewer("何佳"), at=NOON)

        react_to_open(at=NOON)

        later.refresh_from_db()
        assert (later.state, later.ended_on, later.ended_why) == ("ended", date(2026, 12, 1), "mentor_left")

    def test_before_the_beginning_is_refused_by_the_database(self, pair: Mentorship) -> None:
        with pytest.raises(IntegrityError), transaction.atomic():
            Mentorship.objects.filter(pk=pair.pk).update(ended_on=date(2026, 5, 17))

    def test_stands_on_the_record(self, cast: Cast, pair: Mentorship) -> None:
        end_mentorship(ref=pair.ref, on=TODAY, why="rematch", by=cast.viewer("何佳"), at=NOON)

        line = Entry.objects.get(what="mentoring.end_mentorship")

        assert f"mentorship {pair.ref}" in str(line.__dict__)

    def test_suggests_who_is_first_on_the_waiting_list_and_lets_hr_know(self, cast: Cast, pair: Mentorship) -> None:
        MentorRole.objects.filter(person=cast.people["张三"]).update(capacity=1)
        framework = Framework.objects.get(code="new_graduate", is_last=True)
        for name, minutes in (("吴铮", 2), ("丁一", 1)):
            Wish.objects.create(person=cast.people[name], framework=framework, made_at=APPROVED + timedelta(minutes=minutes), made_by=name)
        end_mentorship(ref=pair.ref, on=TODAY, why="done", left=Left("no_time"), by=cast.viewer("何佳"), at=NOON)

        react_to_open(at=NOON)

        assert sentences(cast, "何佳") == [plain("张三有空位：已建议给候补第1位丁一，等张三答复。")]
        assert sentences(cast, "张三")[-1] == plain("你有一个空位：丁一在候补，和你合适。可以接受，也可以不说理由地谢绝")
        assert list(Wish.objects.order_by("made_at").values_list("state", "asked")) == [("asked", cast.pk("张三")), ("waiting", None)]


class TestResting:
    def test_holds_up_what_is_due(self, cast: Cast, pair: Mentorship) -> None:
        pause_mentorship(ref=pair.ref, first_day=TODAY, by=cast.viewer("李四"), at=NOON)

        told = tell_what_is_due(by=SYSTEM, at=datetime(2026, 12, 10, 2, tzinfo=UTC))

        assert told == 0
        assert sentences(cast, "张三") == [plain("你与李四的辅导关系11月23日起暂停，恢复之前没有到期事项。")]
        assert sentences(cast, "李四") == []

    def test_moves_the_end_and_the_rest_by_its_days(self, cast: Cast, pair: Mentorship) -> None:
        pause_mentorship(ref=pair.ref, first_day=TODAY, by=cast.viewer("张三"), at=NOON)

        resume_mentorship(ref=pair.ref, by=cast.viewer("张三"), at=NOON + timedelta(days=60))

        pair.refresh_from_db()
        waiting = Duty.objects.filter(mentorship=pair, done_on=None, dropped_at=None)
        assert (pair.state, pair.last_day) == ("running", date(2027, 5, 17) + timedelta(days=60))
        assert list(waiting.filter(kind="meeting").order_by("nominal_on").values_list("nominal_on", flat=True)) == [
            date(2027, month, 15) for month in (2, 3, 4, 5, 6, 7)
        ]
        assert waiting.get(kind="report").nominal_on == date(2026, 11, 26) + timedelta(days=60)

    def test_of_no_day_changes_nothing(self, cast: Cast, pair: Mentorship) -> None:
        pause_mentorship(ref=pair.ref, first_day=TODAY, by=cast.viewer("张三"), at=NOON)

        resume_mentorship(ref=pair.ref, by=cast.viewer("张三"), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, pair.last_day) == ("running", date(2027, 5, 17))
        assert not Duty.objects.exclude(dropped_at=None).exists()

    def test_is_once_at_a_time(self, cast: Cast, pair: Mentorship) -> None:
        with pytest.raises(NotPaused):
            resume_mentorship(ref=pair.ref, by=cast.viewer("张三"), at=NOON)
        pause_mentorship(ref=pair.ref, first_day=TODAY, by=cast.viewer("张三"), at=NOON)
        with pytest.raises(PausedAlready):
            pause_mentorship(ref=pair.ref, first_day=TODAY, by=cast.viewer("何佳"), at=NOON)


class TestHandingOver:
    def test_takes_plan_and_open_points_along_and_no_words(self, cast: Cast, pair: Mentorship) -> None:
        Plan.objects.create(mentorship=pair, state="approved", goal="独立交付", topics="[]", codes=["values"], changed_at=APPROVED)
        met = Meeting.objects.create(
            once="a", mentorship=pair, number=1, held_on=date(2026, 11, 12), codes=["values"], advice="只给两个人的话",
            by=cast.people["张三"], at=APPROVED,
        )  # fmt: skip
        Agreed.objects.create(meeting=met, owner=cast.people["李四"], words="写一份复盘")
        Agreed.objects.create(meeting=met, owner=cast.people["张三"], words="介绍客户")

        ref = hand_over(ref=pair.ref, mentor_id=cast.pk("叶青"), why="handed_over", by=cast.viewer("何佳"), at=NOON)

        new = Mentorship.objects.get(ref=ref)
        pair.refresh_from_db()
        assert (pair.state, pair.ended_on, new.follows_id, new.first_day) == ("ended", date(2026, 11, 22), pair.pk, TODAY)
        assert (Plan.objects.get(mentorship=new).goal, Plan.objects.get(mentorship=new).state) == ("独立交付", "draft")
        assert [str(one.words) for one in AgendaPoint.objects.filter(mentorship=new)] == ["写一份复盘"]
        assert Meeting.objects.filter(mentorship=new).count() == 0
        assert sentences(cast, "叶青") == [plain("11月23日起，你是李四的导师。已聊过的要点和没做完的事项都在计划里。")]
        assert sentences(cast, "李四")[-1] == plain("11月23日起，叶青是你的导师。已聊过的要点和没做完的事项都会带过去。")

    def test_does_nothing_by_halves(self, cast: Cast, pair: Mentorship) -> None:
        from bole.mentoring.refusals import NotAMentor

        with pytest.raises(NotAMentor):
            hand_over(ref=pair.ref, mentor_id=cast.pk("吴铮"), why="handed_over", by=cast.viewer("何佳"), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, pair.ended_on, Mentorship.objects.count(), Notice.objects.count()) == ("running", None, 1, 0)

    def test_is_refused_on_the_day_that_a_pair_begins(self, cast: Cast) -> None:
        fresh = cast.pair("张三", "丁一", first_day=TODAY)

        with pytest.raises(HandedOverTooEarly):
            hand_over(ref=fresh.ref, mentor_id=cast.pk("叶青"), why="handed_over", by=cast.viewer("何佳"), at=NOON)

        fresh.refresh_from_db()
        assert (fresh.state, fresh.ended_on, Mentorship.objects.count()) == ("planned", None, 1)

    def test_counts_what_was_covered_before(self, cast: Cast, pair: Mentorship) -> None:
        from bole.mentoring.queries.meetings import coverages

        topic = Framework.objects.get(pk=pair.framework_id).topics[0]["code"]
        Meeting.objects.create(
            once="a", mentorship=pair, number=1, held_on=date(2026, 11, 12), codes=[topic], by=cast.people["张三"], at=APPROVED
        )  # fmt: skip

        ref = hand_over(ref=pair.ref, mentor_id=cast.pk("叶青"), why="handed_over", by=cast.viewer("何佳"), at=NOON)

        new = Mentorship.objects.get(ref=ref)
        assert coverages([new.pk])[new.pk].done == 1


class TestAskingForAnotherMentor:
    def test_goes_to_hr_with_three_working_days_and_tells_no_mentor(self, cast: Cast, pair: Mentorship) -> None:
        asked = ask_rematch(pair_ref=pair.ref, by=cast.viewer("李四"), at=NOON)

        assert (asked.answer_by, str(asked.words)) == (date(2026, 11, 26), "")
        assert sentences(cast, "何佳") == [plain("李四想换一位导师，请在11月26日前给出建议。")]
        assert sentences(cast, "张三") == []

    def test_lets_the_mentor_read_only_that_hr_changed_it(self, cast: Cast, pair: Mentorship) -> None:
        ask_rematch(pair_ref=pair.ref, by=cast.viewer("李四"), at=NOON)

        hand_over(ref=pair.ref, mentor_id=cast.pk("叶青"), why="rematch", by=cast.viewer("何佳"), at=NOON)

        assert sentences(cast, "张三") == [plain("你与李四的辅导关系已由人力资源部调整，11月22日结束。感谢你这6个月的投入。")]
        assert HelpRequest.objects.get().answered_at == NOON

    def test_is_asked_once(self, cast: Cast, pair: Mentorship) -> None:
        ask_rematch(pair_ref=pair.ref, by=cast.viewer("李四"), at=NOON)

        with pytest.raises(AskedAlready):
            ask_rematch(pair_ref=pair.ref, by=cast.viewer("李四"), at=NOON)

        assert HelpRequest.objects.count() == 1

    @pytest.mark.parametrize(("name", "refusal"), [("张三", NotYours), ("林静", NotFound), ("何佳", NotFound)])
    def test_is_the_mentees_alone(self, cast: Cast, pair: Mentorship, name: str, refusal: type[Exception]) -> None:
        with pytest.raises(refusal):
            ask_rematch(pair_ref=pair.ref, by=cast.viewer(name), at=NOON)

        assert not HelpRequest.objects.exists()


class TestAnswering:
    def test_reaches_who_asked(self, cast: Cast, pair: Mentorship) -> None:
        asked = ask_help(pair_ref=pair.ref, words="最近约不到时间", by=cast.viewer("李四"), at=NOON)

        answer_request(ref=asked.ref, words="我来约你们一起聊", by=cast.viewer("何佳"), at=NOON)

        asked.refresh_from_db()
        assert (str(asked.answer), asked.answered_by_id) == ("我来约你们一起聊", cast.pk("何佳"))
        assert sentences(cast, "李四") == [plain("人力资源部已答复你的请求，请查看")]
        assert sentences(cast, "张三") == []

    def test_comes_once_and_with_words(self, cast: Cast, pair: Mentorship) -> None:
        asked = ask_help(pair_ref=pair.ref, words="约不到时间", by=cast.viewer("李四"), at=NOON)

        with pytest.raises(NothingAnswered):
            answer_request(ref=asked.ref, words="  ", by=cast.viewer("何佳"), at=NOON)
        answer_request(ref=asked.ref, words="好", by=cast.viewer("何佳"), at=NOON)
        with pytest.raises(AnsweredAlready):
            answer_request(ref=asked.ref, words="好", by=cast.viewer("苏文"), at=NOON)

    @pytest.mark.parametrize("name", ["张三", "李四", "林静", "高远", "陆衡", "方磊"])
    def test_is_hrs_alone(self, cast: Cast, pair: Mentorship, name: str) -> None:
        asked = ask_help(pair_ref=pair.ref, words="约不到时间", by=cast.viewer("李四"), at=NOON)

        with pytest.raises(NotFound):
            answer_request(ref=asked.ref, words="好", by=cast.viewer(name), at=NOON)


class TestLeaving:
    def test_of_a_mentor_asks_hr_for_another_and_ends_the_pair_with_the_last_day(self, cast: Cast, pair: Mentorship) -> None:
        end_employment(person_id=cast.pk("张三"), last_day=date(2026, 12, 7), reason="resigned", by=cast.viewer("何佳"), at=NOON)
        react_to_open(at=NOON)

        close_what_is_over(by=SYSTEM, at=datetime(2026, 12, 8, 1, tzinfo=UTC))

        pair.refresh_from_db()
        assert (pair.state, pair.ended_on, pair.ended_why) == ("ended", date(2026, 12, 7), "mentor_left")
        assert sentences(cast, "何佳") == [plain("张三12月7日离职，请在11月26日前为李四安排新的导师。")]
        assert sentences(cast, "李四") == [plain("张三即将离职，你们的辅导关系12月7日结束。人力资源部正在为你安排新的导师。")]

    def test_of_a_mentee_ends_the_pair_and_thanks_the_mentor(self, cast: Cast, pair: Mentorship) -> None:
        end_employment(person_id=cast.pk("李四"), last_day=TODAY, reason="resigned", by=cast.viewer("何佳"), at=NOON)
        react_to_open(at=NOON)

        pair.refresh_from_db()
        assert (pair.state, pair.ended_why) == ("ended", "mentee_left")
        assert sentences(cast, "张三") == [plain("李四即将离职，你们的辅导关系11月23日结束。感谢你这6个月的投入。")]
        assert not HelpRequest.objects.exists()

    def test_can_be_handed_over_before_the_last_day(self, cast: Cast, pair: Mentorship) -> None:
        end_employment(person_id=cast.pk("张三"), last_day=date(2026, 12, 7), reason="resigned", by=cast.viewer("何佳"), at=NOON)
        react_to_open(at=NOON)

        hand_over(ref=pair.ref, mentor_id=cast.pk("叶青"), why="mentor_left", by=cast.viewer("何佳"), at=NOON)

        assert Mentorship.objects.get(mentee=cast.pk("李四"), state="planned").mentor_id == cast.pk("叶青")
        assert HelpRequest.objects.get().answered_at == NOON

    def test_handed_over_says_to_nobody_that_another_mentor_is_looked_for(self, cast: Cast, pair: Mentorship) -> None:
        hand_over(ref=pair.ref, mentor_id=cast.pk("叶青"), why="mentor_left", by=cast.viewer("何佳"), at=NOON)

        kinds = set(Notice.objects.filter(account__login="BL0471").values_list("kind", flat=True))

        assert kinds == {"mentoring.changed_mentee", "mentoring.next_mentor"}


class TestWhoeverLeaves:
    """叶青 mentors nobody yet and leaves on 7 December; 丁一 waits for a mentor."""

    def _leaves(self, cast: Cast, name: str) -> None:
        end_employment(person_id=cast.pk(name), last_day=date(2026, 12, 7), reason="resigned", by=cast.viewer("苏文"), at=NOON)
        react_to_open(at=NOON)

    def _waits(self, cast: Cast, *, asked: str) -> Wish:
        framework = Framework.objects.get(code="new_graduate", is_last=True)
        return Wish.objects.create(
            person=cast.people["丁一"], framework=framework, state="asked", asked=cast.people[asked], made_at=APPROVED, made_by="丁一"
        )

    def test_takes_nobody_over(self, cast: Cast, pair: Mentorship) -> None:
        offered = [one.person_id for one in pair_of_hr(cast.viewer("何佳"), pair.ref, day=TODAY).mentors]
        self._leaves(cast, "叶青")

        with pytest.raises(NotHereThen):
            hand_over(ref=pair.ref, mentor_id=cast.pk("叶青"), why="handed_over", by=cast.viewer("何佳"), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, pair.ended_on, Mentorship.objects.count()) == ("running", None, 1)
        assert offered == [cast.pk("叶青")]
        assert pair_of_hr(cast.viewer("何佳"), pair.ref, day=TODAY).mentors == ()

    def test_is_matched_with_nobody_and_who_asked_waits_on(self, cast: Cast, pair: Mentorship) -> None:
        wish = self._waits(cast, asked="叶青")

        self._leaves(cast, "叶青")

        wish.refresh_from_db()
        found = gathered(waiting_wishes(), day=TODAY)
        assert (wish.state, wish.asked, list(found.order)) == ("waiting", None, [cast.pk("丁一")])
        assert [one.key for one in found.pool.mentors] == [cast.pk("张三")]
        assert [one for one in sentences(cast, "丁一") if "叶青" in one] == [plain("叶青目前没有名额，可以邀请别人")]

    def test_waits_for_no_mentor_any_more(self, cast: Cast, pair: Mentorship) -> None:
        wish = self._waits(cast, asked="张三")

        self._leaves(cast, "丁一")

        wish.refresh_from_db()
        assert (wish.state, wish.asked, wish.closed_at) == ("withdrawn", None, NOON)

    def test_may_still_be_mentored_for_a_time_that_ends_before(self, cast: Cast) -> None:
        self._leaves(cast, "丁一")

        made = cast.pair("叶青", "丁一", first_day=date(2026, 11, 7), months=1)

        assert made.last_day == date(2026, 12, 6)


class TestWhatIsDueAfterTheLastDay:
    """张三 leaves on 11 December: the talk of the 15th and all after it are due no more."""

    LAST = date(2026, 12, 11)

    @pytest.fixture
    def ending(self, cast: Cast, pair: Mentorship) -> Mentorship:
        """Let HR note the last day; nothing else is open until then."""
        Duty.objects.filter(mentorship=pair, due_on__lte=self.LAST).update(done_on=TODAY)
        self._leave(cast, self.LAST)
        pair.refresh_from_db()
        return pair

    def _leave(self, cast: Cast, last_day: date) -> None:
        end_employment(person_id=cast.pk("张三"), last_day=last_day, reason="resigned", by=cast.viewer("何佳"), at=NOON)
        react_to_open(at=NOON)

    def test_is_reminded_of_to_nobody(self, ending: Mentorship) -> None:
        told = tell_what_is_due(by=SYSTEM, at=datetime(2026, 12, 10, 2, tzinfo=UTC))

        assert (told, Reminder.objects.count()) == (0, 0)

    def test_stands_on_no_page_and_in_no_calendar(self, cast: Cast, ending: Mentorship) -> None:
        assert (coming_duties_for(cast.pk("李四")), coming_duties_for(cast.pk("张三"))) == ([], [])

    def test_stays_where_the_two_set_it_for_a_day_before(self, cast: Cast, pair: Mentorship) -> None:
        talk = Duty.objects.get(mentorship=pair, kind="meeting", nominal_on=date(2026, 12, 15))
        set_for(ref=talk.ref, day=date(2026, 12, 9), by=cast.viewer("李四"), at=NOON)

        self._leave(cast, self.LAST)

        waiting = [one.duty.nominal_on for one in coming_duties_for(cast.pk("李四")) if one.duty.kind == "meeting"]
        assert waiting == [date(2026, 12, 15)]

    def test_comes_back_if_the_last_day_is_a_later_one(self, cast: Cast, ending: Mentorship) -> None:
        end_on(ending, on=date(2027, 1, 20), why="mentor_left", by=SYSTEM, at=NOON)

        waiting = [one.duty.due_on for one in coming_duties_for(cast.pk("李四")) if one.duty.kind == "meeting"]
        assert waiting == [date(2026, 12, 15), date(2027, 1, 15)]

    def test_is_no_day_to_set_nor_to_agree_on(self, cast: Cast, pair: Mentorship) -> None:
        talk = Duty.objects.get(mentorship=pair, kind="meeting", nominal_on=date(2026, 12, 15))
        set_for(ref=talk.ref, day=date(2026, 12, 9), by=cast.viewer("李四"), at=NOON)
        self._leave(cast, self.LAST)

        with pytest.raises(AfterTheProgramme):
            set_for(ref=talk.ref, day=date(2026, 12, 14), by=cast.viewer("李四"), at=NOON)
        with pytest.raises(OutsideProgramme):
            record_meeting(
                pair_ref=pair.ref, once="a", held_on=TODAY, minutes=60, place="face", codes=[], advice="交接", to_do=(), done=(),
                next_on=date(2026, 12, 14), by=cast.viewer("张三"), at=NOON,
            )  # fmt: skip

        talk.refresh_from_db()
        assert (talk.set_for, Meeting.objects.count()) == (date(2026, 12, 9), 0)


class TestMoving:
    def test_into_the_mentors_line_asks_hr_for_another(self, cast: Cast, pair: Mentorship) -> None:
        set_manager(person_id=cast.pk("李四"), manager_id=cast.pk("张三"), first_day=TODAY, by=cast.viewer("何佳"), at=NOON)

        for _ in range(2):
            react_to_open(at=NOON)

        assert HelpRequest.objects.get().kind == "line"
        assert sentences(cast, "何佳") == [plain("11月23日起张三与李四在同一条汇报线上，请在11月26日前为李四安排新的导师。")]
        assert sentences(cast, "李四") == [plain("你与张三现在在同一条汇报线上。人力资源部会另行安排导师，在此之前一切照旧。")]
        pair.refresh_from_db()
        assert pair.state == "running"

    def test_elsewhere_asks_nobody(self, cast: Cast, pair: Mentorship) -> None:
        set_manager(person_id=cast.pk("李四"), manager_id=cast.pk("高远"), first_day=TODAY, by=cast.viewer("何佳"), at=NOON)

        react_to_open(at=NOON)

        assert not HelpRequest.objects.exists()
