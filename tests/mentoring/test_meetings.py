"""Meetings: recorded in a moment, read by the two alone, and what was not covered comes up again by itself."""

from datetime import date, timedelta

import pytest
from django.db import connection

from bole.audit.models import Entry
from bole.growth.models import Attempt, Exam
from bole.kit.models import Announcement
from bole.mentoring.actions.correcting import correct_meeting
from bole.mentoring.actions.meetings import (
    ToDo,
    add_agenda_point,
    finish_agreed,
    keep_pair_note,
    record_meeting,
    share_meeting,
    stop_sharing,
)
from bole.mentoring.actions.openings import open_words, read_words
from bole.mentoring.actions.reports import save_report, send_report
from bole.mentoring.actions.tests import record_test, take_over_attempt
from bole.mentoring.models import Agreed, Duty, Meeting, Mentorship, PrivateNote, Report, SkillTest, TextOpening
from bole.mentoring.queries import tests as marks
from bole.mentoring.queries.meetings import agenda_of, coverages, meeting_for, meetings_of, private_note_of
from bole.mentoring.queries.own import own_mentoring
from bole.mentoring.queries.pair_pages import overview_of, seen_pair
from bole.mentoring.queries.pairs import pair_for
from bole.mentoring.queries.tests import reports_for
from bole.mentoring.refusals import (
    CannotShare,
    MarkOutOfBounds,
    NextBeforeThis,
    NotHeldYet,
    NothingTold,
    OutsideProgramme,
    PairOver,
    ReasonNeeded,
)
from bole.mentoring.rules.coverage import coverage, month_of, next_topics
from bole.mentoring.rules.plan import PlanTopic
from bole.mentoring.shown import pairs as shown_pairs
from bole.notices.models import Notice
from bole.reviews.refusals import NoWords
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import SYSTEM
from tests.mentoring.making import MONDAY, NOON, THIRD

TODAY = NOON.date()
ADVICE = "先听完再说方案"


def record(cast, pair, *, who="张三", once="abcdefgh2345", **more):
    given = {
        "held_on": TODAY, "minutes": 60, "place": "face", "codes": ["values"], "advice": ADVICE, "to_do": [], "done": [], "next_on": None,
    } | more  # fmt: skip
    return record_meeting(pair_ref=pair.ref, once=once, by=cast.viewer(who), at=NOON, **given)


class TestTheRule:
    PLAN = tuple(PlanTopic(code, code, code, code != "extra", month=month) for code, month in (("a", 1), ("b", 3), ("extra", 3), ("c", 6)))

    def test_counts_core_topics_alone(self):
        found = coverage(self.PLAN, {date(2026, 6, 1): ["a", "extra"], date(2026, 7, 1): ["a"]})

        assert (found.done, found.all, [one.code for one in found.left]) == (1, 3, ["b", "c"])
        assert found.topics[0].on == date(2026, 6, 1)

    @pytest.mark.parametrize(("month", "codes"), [(1, ["b"]), (3, ["b"]), (6, ["b", "c"])])
    def test_puts_what_is_behind_on_the_next_agenda(self, month, codes):
        found = coverage(self.PLAN, {date(2026, 6, 1): ["a"]})

        assert [one.code for one in next_topics(found, month=month)] == codes

    @pytest.mark.parametrize(
        ("day", "month"), [(date(2026, 5, 18), 1), (date(2026, 6, 17), 1), (date(2026, 6, 18), 2), (date(2026, 11, 18), 7)]
    )
    def test_counts_months_from_the_first_day(self, day, month):
        assert month_of(day, first_day=MONDAY) == month


@pytest.mark.django_db
class TestRecording:
    def test_keeps_the_meeting_and_says_how_far_the_topics_are(self, cast):
        pair = cast.pair()

        made = record(cast, pair, codes=["values", "tools", "nothing_like_it"])

        assert (made.number, made.codes, made.held_on) == (1, ["values", "tools"], TODAY)
        found = coverages([pair.pk])[pair.pk]
        assert (found.done, found.all) == (1, 3)
        assert Announcement.objects.get(kind="MeetingRecorded").body == {"mentorship_id": pair.pk, "meeting_ref": made.ref}

    def test_sent_twice_is_one(self, cast):
        pair = cast.pair()

        first, second = record(cast, pair), record(cast, pair, advice="别的话")

        assert first.pk == second.pk
        assert Meeting.objects.count() == 1

    def test_seals_the_words(self, cast):
        record(cast, cast.pair(), to_do=[ToDo("mentee", "写一页复盘", None)])

        with connection.cursor() as cursor:
            cursor.execute("SELECT m.advice, a.words FROM mentoring_meeting m JOIN mentoring_agreed a ON a.meeting_id = m.id")
            kept = str(cursor.fetchone())

        assert ADVICE not in kept
        assert "复盘" not in kept
        assert not any(ADVICE in str(vars(one)) for one in Entry.objects.all())

    def test_lets_what_was_agreed_come_up_again_until_it_is_done(self, cast):
        pair = cast.pair()
        record(cast, pair, to_do=[ToDo("mentee", "写一页复盘", None), ToDo("mentor", "约客户", None)], next_on=date(2026, 12, 15))
        mine = Agreed.objects.get(owner=cast.pk("李四"))
        row = pair_for(cast.viewer("李四"), pair.ref)

        before = agenda_of(row, coverages([pair.pk])[pair.pk], day=TODAY)
        finish_agreed(ref=mine.ref, by=cast.viewer("李四"), at=NOON)
        after = agenda_of(row, coverages([pair.pk])[pair.pk], day=TODAY)

        assert [(one.words, one.due_on) for one in before.agreed] == [("写一页复盘", date(2026, 12, 15)), ("约客户", date(2026, 12, 15))]
        assert [one.words for one in after.agreed] == ["约客户"]
        assert [one.code for one in after.left] == ["hands_on", "communication"]

    def test_takes_points_of_the_agenda_along(self, cast):
        pair = cast.pair()
        add_agenda_point(pair_ref=pair.ref, words="怎么回绝客户", by=cast.viewer("李四"), at=NOON)
        row = pair_for(cast.viewer("张三"), pair.ref)
        before = agenda_of(row, coverages([pair.pk])[pair.pk], day=TODAY)

        record(cast, pair)

        assert [one.words for one in before.points] == ["怎么回绝客户"]
        assert agenda_of(row, coverages([pair.pk])[pair.pk], day=TODAY).points == ()

    @pytest.mark.parametrize(
        ("more", "refusal"),
        [
            ({"held_on": date(2026, 11, 24)}, NotHeldYet),
            ({"held_on": date(2026, 5, 17)}, OutsideProgramme),
            ({"next_on": date(2026, 11, 23)}, NextBeforeThis),
            ({"next_on": date(2027, 5, 18)}, OutsideProgramme),
            ({"codes": [], "advice": " "}, NothingTold),
            ({"codes": ["nothing_like_it"], "advice": ""}, NothingTold),
        ],
    )
    def test_refuses_what_cannot_be_so_and_keeps_nothing(self, cast, more, refusal):
        pair = cast.pair()

        with pytest.raises(refusal):
            record(cast, pair, **more)

        assert not Meeting.objects.exists()

    def test_counts_for_the_duty_that_was_due_and_sets_the_next_day(self, cast):
        pair = cast.pair(state="running")
        due = Duty.objects.create(
            mentorship=pair, kind="meeting", ordinal=1, nominal_on=date(2026, 11, 15), due_on=date(2026, 11, 16)
        )  # fmt: skip
        later = Duty.objects.create(
            mentorship=pair, kind="meeting", ordinal=2, nominal_on=date(2026, 12, 15), due_on=date(2026, 12, 15)
        )  # fmt: skip

        made = record(cast, pair, next_on=date(2026, 12, 10))

        due.refresh_from_db()
        later.refresh_from_db()
        assert (due.done_on, made.duty_id, later.set_for) == (TODAY, due.pk, date(2026, 12, 10))

    @pytest.mark.parametrize("name", THIRD)
    def test_is_for_the_two(self, cast, name):
        pair = cast.pair()

        with pytest.raises(NotFound):
            record(cast, pair, who=name)

        assert not Meeting.objects.exists()

    def test_is_over_with_the_pair(self, cast):
        pair = cast.pair()
        Mentorship.objects.update(state="ended", ended_on=TODAY)

        with pytest.raises(PairOver):
            record(cast, pair)


@pytest.mark.django_db
class TestReading:
    def test_is_for_the_two_and_whom_they_name(self, cast):
        made = record(cast, cast.pair())
        for name in THIRD:
            with pytest.raises(NotFound):
                meeting_for(cast.viewer(name), made.ref)

        share_meeting(ref=made.ref, number=cast.people["林静"].number, by=cast.viewer("李四"), at=NOON)

        assert [meeting_for(cast.viewer(name), made.ref)[1].advice for name in ("张三", "李四", "林静")] == [ADVICE] * 3
        with pytest.raises(NotFound):
            meeting_for(cast.viewer("何佳"), made.ref)
        assert sorted(Notice.objects.values_list("account__name", flat=True)) == ["张三", "林静"]

    def test_is_shared_with_a_colleague_who_was_found_by_name(self, cast):
        made = record(cast, cast.pair())
        browser, url = cast.browser("李四"), f"/mentoring/meetings/{made.ref}/"

        found = browser.post(f"{url}share/", {"find": "林静", "do": "find"})
        nobody = browser.post(f"{url}share/", {"find": "没有这个人", "do": "find"})
        browser.post(f"{url}share/", {"find": "林静", "number": "BL0031"})

        assert (found.status_code, 'value="BL0031" checked' in found.content.decode(), nobody.status_code) == (200, True, 422)
        assert meeting_for(cast.viewer("林静"), made.ref)[1].advice == ADVICE

    def test_ends_when_they_say_so(self, cast):
        made = record(cast, cast.pair())
        number = cast.people["林静"].number
        share_meeting(ref=made.ref, number=number, by=cast.viewer("李四"), at=NOON)

        stop_sharing(ref=made.ref, number=number, by=cast.viewer("张三"), at=NOON)

        with pytest.raises(NotFound):
            meeting_for(cast.viewer("林静"), made.ref)

    def test_ends_after_the_pair_is_over_too(self, cast):
        made = record(cast, cast.pair())
        number = cast.people["林静"].number
        share_meeting(ref=made.ref, number=number, by=cast.viewer("李四"), at=NOON)
        Mentorship.objects.update(state="ended", ended_on=TODAY)
        url = f"/mentoring/meetings/{made.ref}/"
        page = cast.browser("张三").get(url).content.decode()
        with pytest.raises(NotFound):
            stop_sharing(ref=made.ref, number=number, by=cast.viewer("林静"), at=NOON)

        cast.browser("张三").post(f"{url}unshare/", {"number": number})

        assert f"{url}unshare/" in page
        assert f"{url}share/" not in page
        with pytest.raises(NotFound):
            meeting_for(cast.viewer("林静"), made.ref)

    @pytest.mark.parametrize("number", ["BL9999", "BL0064", "BL0471"])
    def test_is_not_shared_with_nobody_or_one_of_the_two(self, cast, number):
        made = record(cast, cast.pair())

        with pytest.raises(CannotShare):
            share_meeting(ref=made.ref, number=number, by=cast.viewer("李四"), at=NOON)

    def test_others_see_that_it_took_place_and_when(self, cast, django_assert_num_queries):
        pair = cast.pair()
        record(cast, pair)

        with django_assert_num_queries(1):
            rows = meetings_of([pair.pk])

        assert [one.held_on for one in rows[pair.pk]] == [TODAY]
        assert [seen_pair(cast.viewer(name), pair.ref, day=TODAY).now.meetings[0].held_on for name in ("林静", "何佳")] == [TODAY] * 2

    def test_offers_nothing_that_would_be_refused_when_the_pair_is_over(self, cast):
        pair = cast.pair()
        to_do = [ToDo("mentee", "写一份复盘", None)]
        made = record(cast, pair, to_do=to_do)
        keep_pair_note(pair_ref=pair.ref, words="他其实更想做产品", by=cast.viewer("张三"), at=NOON)
        Mentorship.objects.update(state="ended", ended_on=date(2026, 10, 20))

        pages = [
            cast.browser("张三").get(url).content.decode() for url in (f"/mentoring/pairs/{pair.ref}/", f"/mentoring/meetings/{made.ref}/")
        ]

        assert "他其实更想做产品" in pages[0]
        assert all("写一份复盘" in one for one in pages)
        assert not any(one in page for page in pages for one in ("/note/", "/point/", "/done/", "/correct/", "/pause/"))

    def test_a_note_is_its_writers_alone(self, cast):
        pair = cast.pair()
        keep_pair_note(pair_ref=pair.ref, words="他其实更想做产品", by=cast.viewer("张三"), at=NOON)

        row = pair_for(cast.viewer("张三"), pair.ref)
        assert [private_note_of(cast.viewer(name), row) for name in ("张三", "李四", "苏文")] == ["他其实更想做产品", "", ""]
        keep_pair_note(pair_ref=pair.ref, words=" ", by=cast.viewer("张三"), at=NOON)
        assert not PrivateNote.objects.exists()


@pytest.mark.django_db
class TestCorrecting:
    def test_says_that_it_was_corrected(self, cast):
        made = record(cast, cast.pair())

        correct_meeting(ref=made.ref, version=1, codes=["values", "hands_on"], advice="改好的话", by=cast.viewer("李四"), at=NOON)

        made.refresh_from_db()
        assert (made.codes, str(made.advice), made.corrected_at, made.by_id) == (["values", "hands_on"], "改好的话", NOON, cast.pk("李四"))

    def test_refuses_the_second_of_two_hands(self, cast):
        made = record(cast, cast.pair())
        correct_meeting(ref=made.ref, version=1, codes=["values"], advice="先改的", by=cast.viewer("李四"), at=NOON)

        with pytest.raises(Stale) as refused:
            correct_meeting(ref=made.ref, version=1, codes=["values"], advice="后改的", by=cast.viewer("张三"), at=NOON)

        assert refused.value.facts["name"] == "李四"

    def test_is_not_for_whom_it_was_shared_with(self, cast):
        made = record(cast, cast.pair())
        share_meeting(ref=made.ref, number=cast.people["林静"].number, by=cast.viewer("李四"), at=NOON)

        with pytest.raises(NotFound):
            correct_meeting(ref=made.ref, version=1, codes=["values"], advice="改", by=cast.viewer("林静"), at=NOON)


@pytest.mark.django_db
class TestOpening:
    REASON = "处理李四提出的投诉，编号2026-11"

    def test_needs_a_reason(self, cast):
        pair = cast.pair()

        with pytest.raises(ReasonNeeded):
            open_words(pair_ref=pair.ref, reason="看看", by=cast.viewer("苏文"), at=NOON)

        assert not TextOpening.objects.exists()

    def test_tells_both_and_the_auditor_at_once_and_puts_each_reading_on_the_record(self, cast):
        pair = cast.pair()
        record(cast, pair)
        hr = cast.viewer("苏文")

        open_words(pair_ref=pair.ref, reason=self.REASON, by=hr, at=NOON)
        row = seen_pair(hr, pair.ref, day=TODAY).now.pair
        texts = [read_words(pair=row, by=hr, at=NOON) for _again in range(2)]

        assert [[one.advice for one in read] for read in texts if read is not None] == [[ADVICE], [ADVICE]]
        assert sorted(Notice.objects.filter(kind="mentoring.words_opened").values_list("account__name", flat=True)) == [
            "张三",
            "李四",
            "陆衡",
        ]
        looks = Entry.objects.filter(what="mentoring.read_words")
        assert sorted(looks.values_list("subject", flat=True)) == sorted([str(cast.people[name].ref) for name in ("张三", "李四")] * 2)

    def test_lasts_sixty_minutes(self, cast):
        import datetime as dt

        pair = cast.pair()
        record(cast, pair)
        hr = cast.viewer("苏文")
        open_words(pair_ref=pair.ref, reason=self.REASON, by=hr, at=NOON)
        row = seen_pair(hr, pair.ref, day=TODAY).now.pair

        assert read_words(pair=row, by=hr, at=NOON + dt.timedelta(minutes=59)) is not None
        assert read_words(pair=row, by=hr, at=NOON + dt.timedelta(minutes=60)) is None

    @pytest.mark.parametrize(("name", "refusal"), [("何佳", NotYours), ("周宁", NotYours), ("林静", NotYours), ("陆衡", NotFound)])
    def test_is_for_hr_admins(self, cast, name, refusal):
        pair = cast.pair()

        with pytest.raises(refusal):
            open_words(pair_ref=pair.ref, reason=self.REASON, by=cast.viewer(name), at=NOON)

    def test_is_not_for_others_of_hr_while_it_runs(self, cast):
        pair = cast.pair()
        open_words(pair_ref=pair.ref, reason=self.REASON, by=cast.viewer("苏文"), at=NOON)
        row = seen_pair(cast.viewer("何佳"), pair.ref, day=TODAY).now.pair

        assert read_words(pair=row, by=cast.viewer("何佳"), at=NOON) is None


@pytest.mark.django_db
class TestSkillTests:
    def mark(self, cast, pair, points, day, *, who="张三", most=10_000, exam="交付基本功"):
        return record_test(pair_ref=pair.ref, taken_on=day, points=points, most=most, exam=exam, by=cast.viewer(who), at=NOON)

    def test_grow_by_21_4_percent_from_70_to_85(self, cast):
        pair = cast.pair()
        for points, day in ((7_000, date(2026, 5, 20)), (7_800, date(2026, 8, 19)), (8_500, date(2026, 11, 18))):
            self.mark(cast, pair, points, day)

        assert shown_pairs.tests_words(marks.tests_of([pair.pk])[pair.pk]) == "技能测试由70分到85分，提升21.4%"

    def test_of_another_exam_are_not_compared(self, cast):
        pair = cast.pair()
        self.mark(cast, pair, 7_000, date(2026, 5, 20))
        self.mark(cast, pair, 8_500, date(2026, 11, 18), exam="别的考试")

        assert shown_pairs.tests_words(marks.tests_of([pair.pk])[pair.pk]) == "技能测试：85分"

    @pytest.mark.parametrize(("repeats", "certificate", "counts"), [(True, "", 1), (False, "", 0), (True, "mentor", 0)])
    def test_are_exams_of_skills_alone(self, cast, repeats, certificate, counts):
        cast.pair()
        told = {"title_zh": "考试", "title_en": "Exam", "changed_at": NOON}
        exam = Exam.objects.create(code="x", repeats=repeats, certificate=certificate, **told)
        taken = Attempt.objects.create(
            person=cast.people["李四"], exam=exam, day=TODAY, began_at=NOON, ends_at=NOON + timedelta(hours=1), pass_points=80, points=8_200
        )

        take_over_attempt(attempt_ref=taken.ref, by=SYSTEM, at=NOON)

        assert SkillTest.objects.count() == counts

    @pytest.mark.parametrize("language", ["zh-CN", "en"])
    def test_begin_with_a_name_that_is_kept_the_same_in_every_language(self, cast, language):
        pair = cast.pair()
        page = cast.browser("张三", language).get(f"/mentoring/pairs/{pair.ref}/progress/")
        name = page.context["test_form"].initial["exam"]

        kept = self.mark(cast, pair, 7_000, TODAY, exam=name)

        assert kept.exam == "skill_test"

    @pytest.mark.parametrize(("points", "most"), [(10_001, 10_000), (-1, 10_000), (5, 0)])
    def test_refuse_a_mark_outside_the_bounds(self, cast, points, most):
        with pytest.raises(MarkOutOfBounds):
            self.mark(cast, cast.pair(), points, TODAY, most=most)

        assert not SkillTest.objects.exists()

    def test_are_not_recorded_by_whose_mark_it_is(self, cast):
        with pytest.raises(NotYours):
            self.mark(cast, cast.pair(), 7_000, TODAY, who="李四")

    def test_refuse_a_day_outside_the_programme(self, cast):
        with pytest.raises(OutsideProgramme):
            self.mark(cast, cast.pair(), 7_000, date(2026, 5, 17))


@pytest.mark.django_db
class TestReports:
    def test_are_kept_as_a_draft_that_nobody_else_reads(self, cast):
        pair = cast.pair()
        save_report(pair_ref=pair.ref, version=0, words="半年做了三个项目", files=[], by=cast.viewer("李四"), at=NOON)
        row = pair_for(cast.viewer("李四"), pair.ref)

        assert [one.words for one in reports_for(cast.viewer("李四"), row)] == ["半年做了三个项目"]
        assert reports_for(cast.viewer("张三"), row) == ()

    def test_are_read_by_the_mentor_once_sent(self, cast):
        pair = cast.pair()
        draft = save_report(pair_ref=pair.ref, version=0, words="半年做了三个项目", files=[], by=cast.viewer("李四"), at=NOON)

        send_report(pair_ref=pair.ref, version=draft.version, by=cast.viewer("李四"), at=NOON)

        row = pair_for(cast.viewer("张三"), pair.ref)
        assert [one.words for one in reports_for(cast.viewer("张三"), row)] == ["半年做了三个项目"]
        assert Notice.objects.get(kind="mentoring.report_sent").account.name == "张三"

    def test_are_not_sent_empty(self, cast):
        pair = cast.pair()
        draft = save_report(pair_ref=pair.ref, version=0, words="", files=[], by=cast.viewer("李四"), at=NOON)

        with pytest.raises(NoWords):
            send_report(pair_ref=pair.ref, version=draft.version, by=cast.viewer("李四"), at=NOON)

        assert Report.objects.get().sent_at is None

    def test_are_the_mentees_to_write(self, cast):
        with pytest.raises(NotYours):
            save_report(pair_ref=cast.pair().ref, version=0, words="代写", files=[], by=cast.viewer("张三"), at=NOON)


@pytest.mark.django_db
class TestLists:
    def test_of_mentees_cost_the_same_for_one_and_for_three(self, cast, django_assert_max_num_queries):
        cast.pair()
        viewer = cast.viewer("张三")
        with django_assert_max_num_queries(25) as for_one:
            own_mentoring(viewer, day=TODAY, at=NOON)
        cast.pair(mentee="丁一")
        cast.pair(mentee="吴铮")
        viewer = cast.viewer("张三")

        with django_assert_max_num_queries(25) as for_three:
            found = own_mentoring(viewer, day=TODAY, at=NOON)

        assert len(found.mentees) == 3
        assert len(for_three.captured_queries) == len(for_one.captured_queries)

    def test_the_overview_is_for_the_two(self, cast):
        pair = cast.pair()
        record(cast, pair)

        found = overview_of(cast.viewer("张三"), pair.ref, day=TODAY, at=NOON)

        assert (found.is_mentor, found.agenda.number) == (True, 2)
        assert found.live is not None
        with pytest.raises(NotFound):
            overview_of(cast.viewer("林静"), pair.ref, day=TODAY, at=NOON)
