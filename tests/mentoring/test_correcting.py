"""Correcting a talk or a test: what stood there before is kept, and what was due follows the day."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from bole.audit.models import Entry
from bole.mentoring.actions.correcting import Held, Taken, correct_meeting, correct_test
from bole.mentoring.actions.duties import lay_duties
from bole.mentoring.actions.facts import record_mentoring_facts
from bole.mentoring.actions.groups import GroupTalk, gather_group, record_group_talk
from bole.mentoring.actions.meetings import record_meeting
from bole.mentoring.actions.tests import record_test
from bole.mentoring.models import Duty, Meeting, Mentorship, SkillTest
from bole.mentoring.queries.effect_kept import kept_of
from bole.mentoring.queries.pairs import pair_row
from bole.mentoring.refusals import (
    LaterThanNext,
    MarkOutOfBounds,
    NotCorrectedHere,
    NotHeldYet,
    OutsideProgramme,
    PairOver,
    WrongMinutes,
)
from bole.mentoring.rules.calendar import counts_for
from bole.notices.models import Notice
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import SYSTEM
from bole.work.models import Fact
from tests.mentoring.making import NOON, THIRD
from tests.office import text

TODAY = NOON.date()
LATER = NOON + timedelta(minutes=1)
APPROVED = datetime(2026, 8, 20, 2, tzinfo=UTC)
FACE = {"minutes": 60, "place": "face"}


def record(cast, pair, held_on, *, once="abcdefgh2345", at=NOON, **more):
    given = {"codes": ["values"], "advice": "先听完再说", "to_do": [], "done": [], "next_on": None} | FACE | more
    return record_meeting(pair_ref=pair.ref, once=once, held_on=held_on, by=cast.viewer("张三"), at=at, **given)


def correct(cast, made, held_on, *, who="张三", version=1, **more):
    held = Held(on=held_on, **(FACE | more))
    return correct_meeting(ref=made.ref, version=version, codes=["values"], advice="先听完再说", held=held, by=cast.viewer(who), at=LATER)


def running(cast, **more):
    """Let 张三 mentor 李四 by a plan of 20 August: talks are due from 15 September on."""
    pair = cast.pair(state="running", **more)
    lay_duties(mentorship_id=pair.pk, by=SYSTEM, at=APPROVED)
    return pair


def done(pair, kind="meeting"):
    """Return on which day each duty was done, those that are done."""
    return dict(Duty.objects.filter(mentorship=pair, kind=kind).exclude(done_on=None).values_list("nominal_on", "done_on"))


class TestTheRule:
    FIRST = date(2026, 8, 1)
    DUE = (date(2026, 9, 15), date(2026, 10, 15), date(2026, 11, 15))

    @pytest.mark.parametrize(
        ("are_done", "on", "place"),
        [
            ((False, False, False), date(2026, 8, 1), 0),
            ((False, False, False), date(2026, 7, 31), None),
            ((True, False, False), date(2026, 9, 15), None),
            ((True, False, False), date(2026, 9, 16), 1),
            ((False, True, False), date(2026, 11, 20), 0),
            ((True, True, True), date(2026, 11, 20), None),
        ],
    )
    def test_counts_a_talk_for_the_first_that_is_open_once_its_time_has_begun(self, are_done, on, place):
        assert counts_for(list(zip(self.DUE, are_done, strict=True)), on, first_day=self.FIRST, kind="meeting") == place


def ended(pair, on=date(2026, 11, 20), why="rematch", at=datetime(2026, 11, 20, 10, tzinfo=UTC)):
    """Let a pair be over since a day, as one that ended on it: what was open fell away."""
    Mentorship.objects.filter(pk=pair.pk).update(state="ended", ended_on=on, ended_why=why)
    Duty.objects.filter(mentorship=pair, done_on=None, dropped_at=None).update(dropped_at=at)
    pair.refresh_from_db()


@pytest.mark.django_db
class TestAfterTheEnd:
    @pytest.mark.parametrize("who", ["张三", "李四"])
    def test_a_record_is_corrected_by_either_of_the_two_and_says_so(self, cast, who):
        pair = cast.pair()
        made = record(cast, pair, date(2026, 11, 19))
        ended(pair)

        correct_meeting(ref=made.ref, version=1, codes=["values"], advice="先问清楚", by=cast.viewer(who), at=LATER)

        page = text(cast.browser("张三").get(f"/mentoring/meetings/{made.ref}/").content)
        assert "先问清楚" in page
        assert "可更正到12月21日" in page
        assert "分享" not in page

    def test_the_day_is_corrected_with_its_trace_until_the_pairs_last_one(self, cast):
        pair = cast.pair()
        made = record(cast, pair, date(2026, 11, 19))
        ended(pair)

        with pytest.raises(OutsideProgramme):
            correct(cast, made, date(2026, 11, 21))
        correct(cast, made, date(2026, 11, 18), minutes=45)

        made.refresh_from_db()
        assert (made.held_on, [one["held_on"] for one in made.was]) == (date(2026, 11, 18), ["2026-11-19"])
        assert Notice.objects.get(kind="mentoring.meeting_moved").account_id == cast.viewer("李四").account_id

    def test_what_was_due_follows_the_day(self, cast):
        pair = running(cast)
        made = record(cast, pair, date(2026, 9, 20))
        ended(pair)
        late = kept_of([pair_row(pair)], day=TODAY)

        correct(cast, made, date(2026, 9, 10))

        kept = kept_of([pair_row(pair)], day=TODAY)
        assert (late.talks, late.on_time, kept.talks, kept.on_time) == (3, 0, 3, Fraction(1, 3))

    @pytest.mark.parametrize("at", [datetime(2026, 11, 19, 23, tzinfo=UTC), datetime(2026, 11, 20, 10, tzinfo=UTC)], ids=["early", "late"])
    def test_a_talk_counts_for_what_fell_away_on_the_last_day_at_any_hour(self, cast, at):
        pair = running(cast)
        record(cast, pair, date(2026, 9, 15))
        record(cast, pair, date(2026, 9, 20), once="bcdefgh23456")
        early = record(cast, pair, date(2026, 10, 10), once="cdefgh234567")
        ended(pair, at=at)

        correct(cast, early, date(2026, 11, 13))

        assert done(pair)[date(2026, 11, 15)] == date(2026, 11, 13)

    @pytest.mark.parametrize("at", [datetime(2026, 11, 19, 23, tzinfo=UTC), datetime(2026, 11, 20, 10, tzinfo=UTC)], ids=["early", "late"])
    def test_what_was_open_counts_as_due_at_whatever_hour_of_the_day_the_pair_ended(self, cast, at):
        pair = running(cast)
        record(cast, pair, date(2026, 9, 15))
        ended(pair, at=at)

        kept = kept_of([pair_row(pair)], day=TODAY)

        assert (kept.talks, kept.on_time) == (3, Fraction(1, 3))

    def test_a_duty_that_was_done_is_left_open_and_nobody_is_reminded(self, cast):
        pair = running(cast)
        record(cast, pair, date(2026, 9, 15))
        second = record(cast, pair, date(2026, 10, 14), once="bcdefgh23456")
        ended(pair)

        correct(cast, second, date(2026, 9, 14))

        october = Duty.objects.get(mentorship=pair, kind="meeting", nominal_on=date(2026, 10, 15))
        assert (october.done_on, october.dropped_at) == (None, LATER)
        assert kept_of([pair_row(pair)], day=TODAY).on_time == Fraction(1, 3)

    @pytest.mark.parametrize(
        ("on", "why"), [(TODAY - timedelta(days=32), "rematch"), (TODAY - timedelta(days=1), "mistake")], ids=["a month ago", "a mistake"]
    )
    def test_is_over_after_a_month_and_of_a_pair_that_never_was(self, cast, on, why):
        pair = cast.pair()
        made = record(cast, pair, date(2026, 10, 20))
        ended(pair, on, why)

        with pytest.raises(PairOver):
            correct(cast, made, date(2026, 10, 19))

        assert "更正这条记录" not in text(cast.browser("张三").get(f"/mentoring/meetings/{made.ref}/").content)

    def test_nothing_is_added(self, cast):
        pair = cast.pair()
        ended(pair)

        with pytest.raises(PairOver):
            record(cast, pair, date(2026, 11, 19))


@pytest.mark.django_db
class TestTheDayOfATalk:
    def test_is_corrected_and_what_stood_there_is_kept(self, cast):
        made = record(cast, cast.pair(), TODAY)

        correct(cast, made, date(2026, 11, 20), minutes=45, place="video")

        made.refresh_from_db()
        assert (made.held_on, made.minutes, made.place, made.version, made.corrected_at) == (date(2026, 11, 20), 45, "video", 2, LATER)
        assert made.was == [{"held_on": "2026-11-23", "minutes": 60, "place": "face", "at": LATER.isoformat(), "by": cast.pk("张三")}]
        entry = Entry.objects.get(what="mentoring.correct_meeting")
        assert (entry.subject, entry.fields) == (str(cast.people["李四"].ref), ["advice", "codes", "held_on", "minutes", "place"])

    def test_lets_a_duty_be_done_in_time_after_all(self, cast):
        pair = running(cast)
        made = record(cast, pair, date(2026, 9, 20))
        late = kept_of([pair_row(pair)], day=TODAY).on_time

        correct(cast, made, date(2026, 9, 10))

        assert done(pair) == {date(2026, 9, 15): date(2026, 9, 10)}
        assert (late, kept_of([pair_row(pair)], day=TODAY).on_time) == (0, Fraction(1, 3))

    def test_opens_a_duty_again_for_which_it_came_too_early(self, cast):
        pair = running(cast)
        record(cast, pair, date(2026, 9, 15))
        second = record(cast, pair, date(2026, 10, 14), once="bcdefgh23456")

        correct(cast, second, date(2026, 9, 14))

        second.refresh_from_db()
        october = Duty.objects.get(mentorship=pair, kind="meeting", nominal_on=date(2026, 10, 15))
        assert done(pair) == {date(2026, 9, 15): date(2026, 9, 14)}
        assert (october.done_on, second.duty.nominal_on) == (None, date(2026, 9, 15))

    def test_lets_another_talk_of_the_month_count_instead(self, cast):
        pair = running(cast)
        first = record(cast, pair, date(2026, 9, 10))
        other = record(cast, pair, date(2026, 9, 12), once="bcdefgh23456")

        correct(cast, first, date(2026, 10, 12))

        other.refresh_from_db()
        assert done(pair) == {date(2026, 9, 15): date(2026, 9, 12), date(2026, 10, 15): date(2026, 10, 12)}
        assert other.duty.nominal_on == date(2026, 9, 15)

    def test_moves_the_time_that_the_mentor_gave_to_its_day(self, cast):
        made = record(cast, cast.pair(), date(2026, 11, 20))
        record_mentoring_facts(since=date(2026, 11, 1), by=SYSTEM, at=NOON)

        correct(cast, made, date(2026, 8, 7), minutes=45)

        facts = Fact.objects.filter(measure="mentoring_time", withdrawn_at=None)
        assert list(facts.values_list("day", "value")) == [(date(2026, 8, 7), 2700)]

    def test_is_told_to_the_mentee_and_shown_to_who_may_know_the_days(self, cast):
        pair = cast.pair()
        made = record(cast, pair, TODAY)

        correct(cast, made, date(2026, 11, 20))

        assert list(Notice.objects.filter(kind="mentoring.meeting_moved").values_list("account__name", flat=True)) == ["李四"]
        assert "最初记为11月23日" in text(cast.browser("何佳").get(f"/mentoring/pairs/{pair.ref}/seen/").content)
        assert "更正之前：11月23日" in text(cast.browser("李四").get(f"/mentoring/meetings/{made.ref}/").content)

    def test_is_told_to_nobody_if_only_the_length_was_wrong(self, cast):
        made = record(cast, cast.pair(), TODAY)

        correct(cast, made, TODAY, minutes=90)

        assert not Notice.objects.filter(kind="mentoring.meeting_moved").exists()

    def test_of_a_group_is_the_day_of_all_who_came(self, cast):
        pairs = [cast.pair(), cast.pair(mentee="丁一")]
        group = gather_group(pair_refs=[one.ref for one in pairs], by=cast.viewer("张三"), at=NOON)
        talk = GroupTalk(once="abcdefgh2345", held_on=TODAY, minutes=60, place="face", codes=["values"], advice="", next_on=None)
        record_group_talk(group=group, came=[one.ref for one in pairs], talk=talk, by=cast.viewer("张三"), at=NOON)
        record_mentoring_facts(since=date(2026, 11, 1), by=SYSTEM, at=NOON)

        correct(cast, Meeting.objects.order_by("pk")[0], date(2026, 11, 20))

        assert list(Meeting.objects.values_list("held_on", "version")) == [(date(2026, 11, 20), 2)] * 2
        facts = Fact.objects.filter(measure="mentoring_time", withdrawn_at=None)
        assert list(facts.values_list("day", "value")) == [(date(2026, 11, 20), 3600)]

    @pytest.mark.parametrize(
        ("held_on", "more", "refusal"),
        [
            (date(2026, 11, 24), {}, NotHeldYet),
            (date(2026, 5, 17), {}, OutsideProgramme),
            (date(2026, 11, 22), {}, LaterThanNext),
            (date(2026, 11, 10), {"minutes": 4}, WrongMinutes),
            (date(2026, 11, 10), {"place": "pub"}, NotFound),
        ],
    )
    def test_cannot_be_what_no_record_could_say(self, cast, held_on, more, refusal):
        made = record(cast, cast.pair(), date(2026, 11, 9), next_on=date(2026, 11, 20))

        with pytest.raises(refusal):
            correct(cast, made, held_on, **more)

        made.refresh_from_db()
        assert (made.held_on, made.version, made.was) == (date(2026, 11, 9), 1, [])

    def test_is_the_mentors_to_correct(self, cast):
        made = record(cast, cast.pair(), TODAY)

        with pytest.raises(NotYours):
            correct(cast, made, date(2026, 11, 20), who="李四")
        answer = cast.browser("李四").post(
            f"/mentoring/meetings/{made.ref}/correct/", {"version": "1", "advice": "改好的话", "held_on": "2026-11-20", "minutes": "5"}
        )

        made.refresh_from_db()
        assert (answer.status_code, made.held_on, made.minutes, str(made.advice)) == (302, TODAY, 60, "改好的话")

    @pytest.mark.parametrize("name", THIRD)
    def test_is_nobody_elses(self, cast, name):
        made = record(cast, cast.pair(), TODAY)

        with pytest.raises(NotFound):
            correct(cast, made, date(2026, 11, 20), who=name)

    def test_is_corrected_on_the_page_of_the_record(self, cast):
        made = record(cast, cast.pair(), TODAY)
        browser, url = cast.browser("张三"), f"/mentoring/meetings/{made.ref}/"
        sent = {"version": "1", "codes": "values", "advice": "好", "held_on": "2026-11-19", "minutes": "30", "place": "phone"}

        ahead = browser.post(f"{url}correct/", sent | {"held_on": "2026-12-01"})
        browser.post(f"{url}correct/", sent)

        made.refresh_from_db()
        assert (ahead.status_code, "这一天还没到" in text(ahead.content)) == (422, True)
        assert (made.held_on, made.minutes, made.place) == (date(2026, 11, 19), 30, "phone")


@pytest.mark.django_db
class TestASkillTest:
    def mark(self, cast, pair, day=date(2026, 11, 20), points=7_000):
        return record_test(pair_ref=pair.ref, taken_on=day, points=points, most=10_000, exam="基本功", by=cast.viewer("张三"), at=NOON)

    def correct(self, cast, made, *, who="张三", version=0, on=date(2026, 11, 20), points=7_200, most=10_000):
        taken = Taken(on=on, points=points, most=most, exam="基本功")
        return correct_test(ref=made.ref, version=version, taken=taken, by=cast.viewer(who), at=NOON)

    def test_is_corrected_told_and_shown_with_what_stood_there(self, cast):
        pair = cast.pair()
        made = self.mark(cast, pair)

        self.correct(cast, made)

        made.refresh_from_db()
        was = {"exam": "基本功", "taken_on": "2026-11-20", "points": 7_000, "most": 10_000, "at": NOON.isoformat(), "by": "张三"}
        assert (made.points, made.was) == (7_200, [was])
        assert list(Notice.objects.filter(kind="mentoring.test_corrected").values_list("account__name", flat=True)) == ["李四"]
        assert "之前：基本功，70" in text(cast.browser("李四").get(f"/mentoring/pairs/{pair.ref}/progress/").content)

    def test_opens_a_duty_again_for_which_it_came_too_early(self, cast):
        pair = running(cast)
        made = self.mark(cast, pair)
        counted = done(pair, "test")

        self.correct(cast, made, on=date(2026, 6, 1))

        assert (counted, done(pair, "test")) == ({date(2026, 11, 20): date(2026, 11, 20)}, {})

    def test_that_was_right_changes_nothing(self, cast):
        made = self.mark(cast, cast.pair())

        self.correct(cast, made, points=7_000)

        made.refresh_from_db()
        assert (made.was, Notice.objects.filter(kind="mentoring.test_corrected").exists()) == ([], False)

    @pytest.mark.parametrize(
        ("more", "refusal"),
        [
            ({"points": 10_001}, MarkOutOfBounds),
            ({"on": date(2026, 11, 24)}, NotHeldYet),
            ({"on": date(2026, 5, 17)}, OutsideProgramme),
            ({"version": 1}, Stale),
            ({"who": "李四"}, NotYours),
            ({"who": "何佳"}, NotFound),
        ],
    )
    def test_cannot_be_what_no_mark_could_be(self, cast, more, refusal):
        made = self.mark(cast, cast.pair())

        with pytest.raises(refusal):
            self.correct(cast, made, **more)

        made.refresh_from_db()
        assert (made.points, made.was) == (7_000, [])

    @pytest.mark.parametrize("where", ["attempt", "submission"])
    def test_of_an_exam_or_a_result_is_corrected_there(self, cast, where):
        made = self.mark(cast, cast.pair())
        SkillTest.objects.update(**{where: "abcdefgh2345"})

        with pytest.raises(NotCorrectedHere):
            self.correct(cast, made)

    @pytest.mark.parametrize("days", [31, 32])
    def test_of_a_pair_that_is_over_is_corrected_for_a_month(self, cast, days):
        pair = cast.pair()
        made = self.mark(cast, pair)
        Mentorship.objects.update(state="ended", ended_on=TODAY - timedelta(days=days), ended_why="rematch")
        SkillTest.objects.update(taken_on=TODAY - timedelta(days=40))
        listed = (
            f'href="/mentoring/tests/{made.ref}/"' in cast.browser("张三").get(f"/mentoring/pairs/{pair.ref}/progress/").content.decode()
        )

        try:
            self.correct(cast, made, on=TODAY - timedelta(days=41))
            is_open = True
        except PairOver:
            is_open = False

        assert (listed, is_open) == (days == 31, days == 31)

    def test_is_corrected_on_a_page_of_its_own(self, cast):
        pair = cast.pair()
        made = self.mark(cast, pair)
        browser, url = cast.browser("张三"), f"/mentoring/tests/{made.ref}/"
        sent = {"version": "0", "exam": "基本功", "taken_on": "2026-11-19", "points": "72.5", "most": "100"}

        listed = browser.get(f"/mentoring/pairs/{pair.ref}/progress/").content.decode()
        above = browser.post(url, sent | {"points": "101"})
        browser.post(url, sent)

        made.refresh_from_db()
        assert f'href="{url}"' in listed
        assert (browser.get(url).status_code, above.status_code, made.points, made.taken_on) == (200, 422, 7_250, date(2026, 11, 19))
        assert cast.browser("李四").get(url).status_code == 403
