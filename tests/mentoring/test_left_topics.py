"""A programme that is over with core topics left says why: asked of whoever ends it, else of the mentor; read by the two and HR."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection

from bole.audit.models import Entry
from bole.mentoring.actions.left_topics import remind_of_reasons, say_why_left
from bole.mentoring.actions.life import close_what_is_over, end_mentorship
from bole.mentoring.models import LeftTopics, Meeting
from bole.mentoring.refusals import AllCovered, NoReason, ReasonForTopics, ReasonStands, WordsForReason
from bole.mentoring.rules.left_topics import Left, remind_on, wants_reason
from bole.notices.models import Notice
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import SYSTEM
from tests.mentoring.making import NOON, THIRD
from tests.office import text as words_of

TODAY = NOON.date()
CORE = ["values", "hands_on", "communication"]
OVER = datetime(2027, 5, 18, 1, tzinfo=UTC)  # Tuesday, the day after the last one
SIX_LATER = datetime(2027, 5, 25, 2, tzinfo=UTC)  # Tuesday, 10:00 in Beijing: five working days on
REASON = Left("later", "放到晋升项目里讲")


def talk(pair, day, *, codes):
    """Let the two meet and cover these topics."""
    number = Meeting.objects.filter(mentorship=pair).count() + 1
    Meeting.objects.create(
        mentorship=pair, once=f"{number}", number=number, held_on=day, codes=codes, by=pair.mentor, at=NOON
    )  # fmt: skip


@pytest.fixture
def pair(cast):
    """Let 张三 mentor 李四: one of three core topics was covered."""
    made = cast.pair(state="running")
    talk(made, date(2026, 11, 12), codes=["values"])
    return made


@pytest.fixture
def over(pair):
    """Let the programme run out by itself."""
    close_what_is_over(by=SYSTEM, at=OVER)
    pair.refresh_from_db()
    return pair


def text(answer):
    """Return the words of a page."""
    return words_of(answer.content)


def told(cast, name, kind="mentoring.why_left"):
    return Notice.objects.filter(account__login=cast.people[name].number, kind=kind)


class TestTheRule:
    @pytest.mark.parametrize(
        ("why", "left", "wants"), [("done", ["a"], True), ("done", [], False), ("rematch", ["a"], False), ("mistake", ["a"], False)]
    )
    def test_wants_a_reason_for_a_complete_programme_with_topics_left(self, why, left, wants):
        assert wants_reason(why, left) is wants

    def test_reminds_after_five_working_days(self):
        assert remind_on(date(2026, 11, 20)) == date(2026, 11, 27)


class TestEndingByHand:
    def test_is_refused_without_a_reason_and_nothing_happens(self, cast, pair):
        with pytest.raises(ReasonForTopics):
            end_mentorship(ref=pair.ref, on=TODAY, why="done", by=cast.viewer("何佳"), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, pair.ended_on, LeftTopics.objects.count(), Notice.objects.count()) == ("running", None, 0, 0)

    def test_keeps_the_reason_and_asks_nobody(self, cast, pair):
        end_mentorship(ref=pair.ref, on=TODAY, why="done", left=REASON, by=cast.viewer("何佳"), at=NOON)

        kept = LeftTopics.objects.get()
        assert (kept.why, kept.words, kept.by_id, kept.answered_at) == ("later", "放到晋升项目里讲", cast.pk("何佳"), NOON)
        assert not told(cast, "张三").exists()

    def test_of_an_end_that_is_set_anew_is_said_anew(self, cast, pair):
        hr = cast.viewer("何佳")
        end_mentorship(ref=pair.ref, on=TODAY + timedelta(days=30), why="done", left=REASON, by=hr, at=NOON)

        end_mentorship(ref=pair.ref, on=TODAY, why="done", left=Left("no_time"), by=hr, at=NOON)

        pair.refresh_from_db()
        kept = LeftTopics.objects.get()
        assert (pair.ended_on, kept.why, [one["why"] for one in json.loads(kept.was)]) == (TODAY, "no_time", ["later"])

    @pytest.mark.parametrize("why", ["rematch", "mistake", "moved", "retired"])
    def test_for_any_other_reason_asks_for_none(self, cast, pair, why):
        end_mentorship(ref=pair.ref, on=TODAY, why=why, by=cast.viewer("何佳"), at=NOON)

        assert not LeftTopics.objects.exists()

    def test_with_all_topics_covered_asks_for_none(self, cast, pair):
        talk(pair, date(2026, 11, 13), codes=CORE)

        end_mentorship(ref=pair.ref, on=TODAY, why="done", left=REASON, by=cast.viewer("何佳"), at=NOON)

        assert not LeftTopics.objects.exists()

    @pytest.mark.parametrize(("left", "refusal"), [(Left("tired"), NoReason), (Left("other", "  "), WordsForReason)])
    def test_takes_a_reason_that_is_known_and_another_one_in_words(self, cast, pair, left, refusal):
        with pytest.raises(refusal):
            end_mentorship(ref=pair.ref, on=TODAY, why="done", left=left, by=cast.viewer("何佳"), at=NOON)

        pair.refresh_from_db()
        assert (pair.state, LeftTopics.objects.count()) == ("running", 0)

    def test_names_on_the_form_what_is_left_and_keeps_what_was_typed(self, cast, pair):
        browser, url = cast.browser("何佳"), f"/company/mentoring/pairs/{pair.ref}/"
        page = text(browser.get(url))
        refused = browser.post(f"{url}end/", {"on": TODAY.isoformat(), "why": "done", "left_words": "排期太满"})
        taken = browser.post(f"{url}end/", {"on": TODAY.isoformat(), "why": "done", "left_why": "no_time", "left_words": "排期太满"})

        assert "还没有聊到：岗位技能实操、职场沟通技巧" in page
        assert (refused.status_code, taken.status_code) == (422, 302)
        assert "请先选择原因" in text(refused)
        assert "排期太满" in text(refused)
        assert "时间不够，排期太满" in text(browser.get(url))


class TestRunningOut:
    def test_closes_the_pair_and_asks_the_mentor_alone(self, cast, over):
        asked = LeftTopics.objects.get()

        assert (over.state, over.ended_why, asked.why, asked.answered_at) == ("ended", "done", "", None)
        assert [one.params["n"] for one in told(cast, "张三")] == [2]
        assert not told(cast, "李四").exists()

    def test_asks_for_nothing_where_all_was_covered(self, cast, pair):
        talk(pair, date(2026, 11, 13), codes=CORE)

        close_what_is_over(by=SYSTEM, at=OVER)

        assert not LeftTopics.objects.exists()

    def test_reminds_once_after_five_working_days_and_then_stands_in_the_health(self, cast, over, noon):
        early = remind_of_reasons(by=SYSTEM, at=SIX_LATER - timedelta(days=1))
        at_night = remind_of_reasons(by=SYSTEM, at=SIX_LATER - timedelta(hours=2))
        noon.move_to(SIX_LATER)
        before = cast.browser("何佳").get("/company/mentoring/?list=unexplained").content.decode()
        counts = [remind_of_reasons(by=SYSTEM, at=SIX_LATER) for _twice in range(2)]
        after = cast.browser("何佳").get("/company/mentoring/?list=unexplained").content.decode()

        assert (early, at_night, counts) == (0, 0, [1, 0])
        assert told(cast, "张三", "mentoring.why_left_again").count() == 1
        assert (f"/company/mentoring/pairs/{over.ref}/" in before, f"/company/mentoring/pairs/{over.ref}/" in after) == (False, True)

    def test_is_settled_by_a_record_that_is_corrected(self, cast, over):
        talk(over, date(2026, 11, 13), codes=CORE)

        remind_of_reasons(by=SYSTEM, at=SIX_LATER)
        with pytest.raises(AllCovered):
            say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer("张三"), at=SIX_LATER)

        assert not told(cast, "张三", "mentoring.why_left_again").exists()


class TestAnswering:
    def test_is_the_mentors_in_one_tap_from_the_notice(self, cast, over, noon):
        noon.move_to(OVER)
        asked = told(cast, "张三").get()

        answer = cast.browser("张三").post(f"/notices/{asked.ref}/read/?do=0")

        kept = LeftTopics.objects.get()
        asked.refresh_from_db()
        assert (answer.status_code, kept.why, kept.by_id) == (302, "no_time", cast.pk("张三"))
        assert asked.read_at is not None

    def test_leaves_what_was_said_before_by_an_old_notice(self, cast, over, noon):
        noon.move_to(OVER)
        say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer("张三"), at=OVER)

        answer = cast.browser("张三").post(f"/notices/{told(cast, '张三').get().ref}/read/?do=0", follow=True)

        assert LeftTopics.objects.get().why == REASON.why
        assert "已有一条原因，可以在这里修改。" in text(answer)

    def test_is_read_by_the_two_and_by_hr(self, cast, over, noon):
        say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer("张三"), at=OVER)
        noon.move_to(OVER)

        for name in ("张三", "李四", "何佳", "苏文", "周宁"):
            assert "放到晋升项目里讲" in text(cast.browser(name).get(f"/mentoring/pairs/{over.ref}/left/"))
        assert "放到晋升项目里讲" in text(cast.browser("李四").get(f"/mentoring/pairs/{over.ref}/"))

    @pytest.mark.parametrize("name", [one for one in THIRD if one not in {"苏文", "何佳", "周宁"}])
    def test_is_read_by_nobody_else(self, cast, over, name):
        assert cast.browser(name).get(f"/mentoring/pairs/{over.ref}/left/").status_code == 404

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotYours), ("林静", NotFound), ("叶青", NotFound)])
    def test_is_nobody_elses(self, cast, over, name, refusal):
        with pytest.raises(refusal):
            say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer(name), at=OVER)

        assert LeftTopics.objects.get().why == ""

    def test_is_hrs_where_the_mentor_cannot(self, cast, over):
        say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer("周宁"), at=OVER)

        assert LeftTopics.objects.get().by_id == cast.pk("周宁")

    def test_is_corrected_for_31_days_and_keeps_what_stood_there(self, cast, over, noon):
        by = cast.viewer("张三")
        say_why_left(pair_ref=over.ref, version=1, left=REASON, by=by, at=OVER)
        last = datetime(2027, 6, 17, 2, tzinfo=UTC)  # 31 days after 17 May
        say_why_left(pair_ref=over.ref, version=2, left=Left("no_time"), by=by, at=last)
        with pytest.raises(ReasonStands):
            say_why_left(pair_ref=over.ref, version=3, left=REASON, by=by, at=last + timedelta(days=1))
        noon.move_to(last)

        page = text(cast.browser("李四").get(f"/mentoring/pairs/{over.ref}/left/"))
        assert LeftTopics.objects.get().why == "no_time"
        assert "更正之前：放到下一个辅导项目，放到晋升项目里讲（到6月17日为止）" in page

    def test_of_two_at_once_is_told_to_the_second(self, cast, over):
        say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer("周宁"), at=OVER)

        with pytest.raises(Stale):
            say_why_left(pair_ref=over.ref, version=1, left=Left("no_time"), by=cast.viewer("张三"), at=OVER)

        assert LeftTopics.objects.get().why == "later"

    def test_may_come_late(self, cast, over):
        say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer("张三"), at=OVER + timedelta(days=90))

        assert LeftTopics.objects.get().why == "later"

    def test_stands_on_the_record_without_a_word(self, cast, over):
        say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer("张三"), at=OVER)

        line = Entry.objects.get(what="mentoring.say_why_left")
        assert f"mentorship {over.ref}" in str(line.__dict__)
        assert "晋升" not in str(line.__dict__)


@pytest.mark.django_db
def test_the_words_lie_sealed(cast, over):
    say_why_left(pair_ref=over.ref, version=1, left=REASON, by=cast.viewer("张三"), at=OVER)

    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM mentoring_lefttopics")
        (stored,) = cursor.fetchone()
    assert "晋升" not in stored
