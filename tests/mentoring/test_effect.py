"""What came of mentoring: the figures of the spec on the page, the score on its calendar, what each sees of it."""

import re
from datetime import UTC, date, datetime

import pytest

from bole.mentoring.actions.duties import lay_duties
from bole.mentoring.actions.effect import compute_mentor_scores, compute_scores_of_month
from bole.mentoring.actions.facts import record_mentoring_facts
from bole.mentoring.actions.life import end_mentorship
from bole.mentoring.models import Duty, MentorScore, Mentorship
from bole.mentoring.queries.effect_rows import contribution_of, mentee_rows
from bole.mentoring.queries.meetings import minutes_of_mentor
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM
from bole.work.models import Fact
from tests.factories import make_person
from tests.mentoring.effects import FIRST, answers_of, close_half, end, publish, stands, story_of_zhang_san, talk
from tests.mentoring.making import NOON, THIRD, make_pair

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
# 8/2/0, 7/3/0, 7/2/1: on time, content fits, problems solved.
TEN = {
    "周屿": [("yes", "yes", "yes"), ("yes", "yes", "yes"), ("yes", "partly", "partly")],
    "赵宁": [("yes", "yes", "yes"), ("partly", "yes", "yes"), ("yes", "yes", "yes"), ("yes", "partly", "no")],
    "李四": [("yes", "yes", "yes"), ("yes", "yes", "yes"), ("partly", "partly", "partly")],
}


def page_of(cast, name, path="/mentoring/effect/", language="zh-CN"):
    """Return a page as somebody reads it."""
    return cast.browser(name, language).get(path).content.decode()


class TestFigures:
    def test_are_those_of_the_spec(self, cast):
        story_of_zhang_san(cast)

        rows = mentee_rows([cast.pk("张三")], day=TODAY)[cast.pk("张三")]
        gave = contribution_of(rows)

        li = next(one for one in rows if one.pair.mentee_id == cast.pk("李四"))
        assert (li.before, li.after, li.lift * 100, li.months) == (7000, 8400, 20, 6)
        assert (gave.mentees, gave.promoted, gave.high_performers, gave.hours) == (3, 2, 1, 96)

    def test_count_a_talk_with_a_group_once_everywhere(self, cast):
        cast.people["新人"] = make_person(cast.company, "新人", number="BL2000")
        pairs = [cast.pair(state="running"), cast.pair(mentee="新人", state="running")]
        Mentorship.objects.update(group="g1")
        for pair, minutes in zip(pairs, (60, 90), strict=True):
            talk(pair, date(2026, 11, 3), minutes=minutes)
        talk(pairs[0], date(2026, 11, 10), minutes=30, number=2)

        gave = contribution_of(mentee_rows([cast.pk("张三")], day=TODAY)[cast.pk("张三")])

        assert gave.minutes == minutes_of_mentor([one.pk for one in pairs]) == 120

    def test_stand_on_the_page_in_its_words(self, cast):
        story_of_zhang_san(cast)

        page = page_of(cast, "张三")

        assert "李四辅导6个月：绩效评分由3.5到4.2，提升20%；技能测试由70分到85分，提升21.4%" in page
        assert "近12个月带教3名学员，2名晋升，1名进入部门前10%：学员晋升率67%，高绩效学员占比33%" in page
        assert "近12个月带教时长96小时" in page

    def test_stand_on_the_page_in_english(self, cast):
        story_of_zhang_san(cast)

        page = page_of(cast, "张三", language="en")

        assert "score from 3.5 to 4.2, +20 %; skill test from 70 to 85, +21.4 %" in page
        assert "promotion rate 67 %, high-performer share 33 %" in page

    def test_have_no_lift_of_who_had_no_score_before(self, cast):
        cast.pair(state="running")
        stands(cast.people["李四"], date(2026, 11, 20), 8400)

        page = page_of(cast, "张三")

        assert "李四入职前没有绩效评分，不算绩效提升率，只看技能和达标情况。" in page

    def test_take_the_closed_result_of_a_pair_that_is_over(self, cast):
        pair = cast.pair(first_day=date(2025, 12, 1), months=6, state="running")
        end(pair, date(2026, 5, 31))
        close_half(cast.people["李四"], "2025-H1", 6800)
        close_half(cast.people["李四"], "2026-H1", 7700)
        stands(cast.people["李四"], date(2026, 11, 20), 9900)

        row = mentee_rows([cast.pk("张三")], day=TODAY)[cast.pk("张三")][0]

        assert (row.before, row.after, row.is_open) == (6800, 7700, False)

    def test_ask_as_little_for_many_mentees_as_for_one(self, cast, django_assert_num_queries):
        story_of_zhang_san(cast)
        browser = cast.browser("张三")
        browser.get("/mentoring/effect/")

        with django_assert_num_queries(36):
            browser.get("/mentoring/effect/")

    def test_say_how_much_of_the_plans_was_kept_after_the_pair_is_over_too(self, cast):
        pair = cast.pair(state="running")
        lay_duties(mentorship_id=pair.pk, by=SYSTEM, at=datetime(2026, 5, 26, 2, tzinfo=UTC))
        meetings = Duty.objects.filter(mentorship=pair, kind="meeting").order_by("due_on")
        Duty.objects.filter(pk__in=[one.pk for one in meetings[:2]]).update(done_on=date(2026, 6, 1))
        end_mentorship(ref=pair.ref, on=date(2026, 11, 20), why="rematch", by=SYSTEM, at=NOON)

        page = page_of(cast, "苏文", "/mentoring/effect/BL0064/")

        assert "沟通按时率" in page
        assert "33%" in page
        assert "到期的6次沟通中" in page


class TestWays:
    def test_lead_from_the_person_and_the_team_to_the_effect(self, cast):
        cast.pair(state="running")

        pages = [page_of(cast, "林静", path) for path in ("/people/BL0064/", "/team/")]

        assert ["/mentoring/effect/BL0064/" in one for one in pages] == [True, True]
        assert "张三的带教效果" in pages[0]

    def test_lead_nobody_else_there(self, cast):
        cast.pair(state="running")

        page = page_of(cast, "李四", "/people/BL0064/")

        assert "/mentoring/effect/BL0064/" not in page


class TestSurvey:
    def test_shows_ten_answers_of_three_mentees_as_rates(self, cast):
        story_of_zhang_san(cast)
        answers_of(cast, "张三", TEN, first_day=date(2026, 1, 5))
        publish(NOON)

        page = page_of(cast, "张三")

        assert "按时完成率90%，内容符合需求率85%，问题解决率80%" in page
        assert "10份答案，来自3位学员。" in page

    def test_says_that_there_are_too_few(self, cast):
        cast.pair(state="running")

        page = page_of(cast, "张三")

        assert "样本还少：满5份答案且来自至少3位学员后显示。这段时间只看学员成长。" in page

    def test_is_no_different_before_and_after_an_answer(self, cast, noon):
        story_of_zhang_san(cast)
        answers_of(cast, "张三", TEN, first_day=date(2026, 1, 5))
        publish(NOON)
        before = [page_of(cast, name, path) for name, path in (("张三", "/mentoring/effect/"), ("苏文", "/mentoring/effect/BL0064/"))]

        answers_of(cast, "张三", {"李四": [("no", "no", "no")]}, first_day=date(2026, 11, 9))
        publish(NOON)
        after = [page_of(cast, name, path) for name, path in (("张三", "/mentoring/effect/"), ("苏文", "/mentoring/effect/BL0064/"))]

        assert [without_tickets(one) for one in after] == [without_tickets(one) for one in before]

    def test_enters_no_score_before_it_is_published(self, cast):
        story_of_zhang_san(cast)
        answers_of(cast, "张三", TEN)

        compute_mentor_scores(day=FIRST, by=SYSTEM, at=NOON)

        assert MentorScore.objects.get(person=cast.pk("张三")).survey is None


def without_tickets(page):
    """Return a page without what differs with every session: tokens, tickets, whose session it is."""
    lines = (line for line in page.splitlines() if "csrf" not in line and "nonce" not in line and "data-live" not in line)
    return re.sub(r'data-owner="[^"]*"', "", "\n".join(lines))


class TestScore:
    def test_is_growth_and_survey_on_the_day_of_the_calendar(self, cast):
        story_of_zhang_san(cast)
        answers_of(cast, "张三", TEN, first_day=date(2026, 1, 5))
        publish(datetime(2026, 5, 21, 4, tzinfo=UTC))

        compute_mentor_scores(day=date(2026, 12, 1), by=SYSTEM, at=NOON)

        kept = MentorScore.objects.get(person=cast.pk("张三"))
        # Skills rose by 15/70: 150 x 3/14 = 32.14 of 60. The survey's mean is 85 %: 34 of 40.
        assert (kept.growth, kept.survey, kept.total) == (3214, 3400, 6614)

    def test_is_growth_alone_without_a_published_survey(self, cast):
        story_of_zhang_san(cast)

        compute_mentor_scores(day=date(2026, 12, 1), by=SYSTEM, at=NOON)

        kept = MentorScore.objects.get(person=cast.pk("张三"))
        assert (kept.growth, kept.survey, kept.total) == (3214, None, 5357)

    def test_is_computed_once_a_month_however_often_the_job_comes(self, cast):
        story_of_zhang_san(cast)

        first, again = compute_scores_of_month(NOON), compute_scores_of_month(NOON)

        assert (first, again) == ("1 mentor scores", "0 mentor scores")
        assert MentorScore.objects.get().day == FIRST

    def test_is_not_for_anybody_to_compute(self, cast):
        with pytest.raises(NotYours):
            compute_mentor_scores(day=FIRST, by=cast.viewer("何佳"), at=NOON)

        assert not MentorScore.objects.exists()


class TestWhoSees:
    def test_managers_see_the_score_as_a_whole(self, cast):
        story_of_zhang_san(cast)
        MentorScore.objects.create(person=cast.people["张三"], day=FIRST, growth=3000, survey=3300, total=6300, made_at=NOON)

        page = page_of(cast, "林静", "/mentoring/effect/BL0064/")

        assert "综合评分63.0分" in page
        assert "李四" not in page
        assert "近12个月" not in page

    def test_nobody_else_finds_it(self, cast):
        story_of_zhang_san(cast)

        answers = {name: cast.browser(name).get("/mentoring/effect/BL0064/").status_code for name in (*THIRD, "李四")}

        assert {name for name, status in answers.items() if status == 200} == {"高远", "林静", "苏文", "何佳", "周宁"}
        assert set(answers.values()) == {200, 404}

    def test_a_mentor_reads_scores_only_of_mentees_whose_pair_runs(self, cast):
        made = story_of_zhang_san(cast)
        close_half(made["周屿"].mentee, "2025-H1", 6800)
        close_half(made["周屿"].mentee, "2026-H1", 7700)

        page = page_of(cast, "张三")

        assert "周屿辅导6个月：绩效+13.2%" in page
        assert "由3.4到3.9" not in page

    def test_the_file_says_that_it_is_no_decision(self, cast):
        story_of_zhang_san(cast)

        page = page_of(cast, "苏文", "/mentoring/effect/BL0064/file/")

        assert "这是建议，不是决定。" in page
        assert "如果张三负责这个部门，李四会进入张三的汇报线，需要换一位导师。" in page


class TestFacts:
    def test_are_one_for_each_talk_promotion_and_programme_however_often_recorded(self, cast):
        made = story_of_zhang_san(cast)
        since = date(2025, 1, 1)

        record_mentoring_facts(since=since, by=SYSTEM, at=NOON)
        record_mentoring_facts(since=since, by=SYSTEM, at=NOON.replace(hour=5))

        facts = Fact.objects.filter(person=made["李四"].mentor_id, withdrawn_at=None)
        assert sum(facts.filter(measure="mentoring_time").values_list("value", flat=True)) == 96 * 3600
        assert facts.filter(measure="mentees_completed").count() == 2
        assert facts.filter(measure="mentees_promoted").count() == 2

    def test_count_a_talk_with_a_group_once(self, cast):
        first = cast.pair(state="running")
        second = make_pair(cast.people["张三"], make_person(cast.company, "新人", number="BL2000"), state="running")
        type(first).objects.filter(pk__in=[first.pk, second.pk]).update(group="g1")
        talk(first, date(2026, 11, 3), minutes=60)
        talk(second, date(2026, 11, 3), minutes=60)

        record_mentoring_facts(since=date(2026, 10, 1), by=SYSTEM, at=NOON)

        assert list(Fact.objects.filter(measure="mentoring_time").values_list("value", flat=True)) == [3600]
