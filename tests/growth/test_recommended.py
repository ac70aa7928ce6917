"""What is recommended and why; less of it, none of it, and what is remembered for it."""

import ast
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

import bole
from bole.audit.models import Entry
from bole.growth.actions import erase_old_behaviour, note_behaviour, recommend_at_once
from bole.growth.models import Behaviour, Learned, LibraryItem, Recommended, WithoutRecommendations
from bole.growth.queries import recommended_for
from bole.kit.worker import settle
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from bole.work.actions import submit_result
from tests.office import text
from tests.reviews.team import MORNING, Team

pytestmark = pytest.mark.django_db
ON = MORNING.date()


def read(team: Team, name: str, topic: str, *, times: int) -> None:
    """Let somebody open that many items about a topic, one a day, the last today."""
    items = [one for one in LibraryItem.objects.filter(state="published").order_by("code") if topic in one.topics][:times]
    for ago, one in enumerate(items):
        note_behaviour(
            person_id=team.pk(name), what="opened", item=one.ref, topics=one.topics, by=team.viewer(name), at=MORNING - timedelta(days=ago)
        )  # fmt: skip
    settle(MORNING)


def complain(team: Team, name: str, *, times: int) -> None:
    """Let somebody hand in feedback about complaints, in words of their own."""
    for n in range(times):
        submit_result(
            once=f"complaint{n}", kind="customer_feedback", words="客户很生气，要求退款，安抚后同意换货", value=6000, files=(), kept=(),
            for_mentor=False, by=team.viewer(name), at=MORNING,
        )  # fmt: skip
    settle(MORNING)


class TestTheTwoCases:
    def test_who_often_opens_python_gets_more_python(self, team):
        read(team, "李四", "python", times=5)

        found = recommended_for(team.pk("李四"), day=ON)

        about = [one for one in found if one.topic == "python"]
        assert len(about) >= 3
        assert len({one.kind for one in about}) >= 2
        assert about[0].why == "因为你最近看了5次“Python编程”"

    def test_who_often_hands_in_complaints_gets_the_course_and_a_plan(self, team):
        complain(team, "李四", times=4)

        found = {one.kind: one for one in recommended_for(team.pk("李四"), day=ON) if one.topic == "complaint-handling"}

        assert found["course"].title == "客户投诉处理技巧"
        assert found["course"].why == "因为你最近提交了4条“投诉处理”反馈"
        assert found["mentoring"].title == "投诉处理辅导计划（8周）"
        assert found["mentoring"].address == "/mentoring/find/?framework=complaint_handling"

    def test_one_tap_leads_to_the_wish_with_the_plan_filled_in(self, team):
        page = team.browser("李四").get("/mentoring/find/?framework=complaint_handling")

        form = page.context["form"]
        assert form["framework"].value() == "complaint_handling"
        assert form["skills"].value() == ["complaint-handling"]
        assert "先安顿情绪" in form["words"].value()

    def test_two_pieces_of_feedback_are_not_often(self, team):
        complain(team, "李四", times=2)

        assert "mentoring" not in {one.kind for one in recommended_for(team.pk("李四"), day=ON, at_most=12)}


class TestReasons:
    def test_never_speak_of_fewer_than_five_people(self, team):
        for name in ("李四", "吴铮", "林静"):
            read(team, name, "python", times=3)
        recommend_at_once(MORNING)

        assert not Learned.objects.filter(people__lt=5).exists()
        assert not Recommended.objects.filter(why__in=("alike", "role", "role_uses", "company")).exists()

    def test_leave_out_what_was_finished(self, team):
        read(team, "李四", "python", times=2)
        shown = recommended_for(team.pk("李四"), day=ON)[0]
        note_behaviour(
            person_id=team.pk("李四"), what="finished", item=shown.ref, topics=["python"], by=team.viewer("李四"), at=MORNING
        )  # fmt: skip
        settle(MORNING)

        assert shown.ref not in {one.ref for one in recommended_for(team.pk("李四"), day=ON, at_most=12)}

    def test_are_read_with_three_queries_at_most(self, team):
        read(team, "李四", "python", times=3)

        with CaptureQueriesContext(connection) as asked:
            recommended_for(team.pk("李四"), day=ON)

        assert len(asked) <= 3


class TestLess:
    def test_is_less_at_once_and_can_be_taken_back(self, team):
        read(team, "李四", "python", times=5)
        browser = team.browser("李四")
        before = [one.ref for one in recommended_for(team.pk("李四"), day=ON) if one.topic == "python"]

        browser.post("/growth/recommended/less/", {"item": before[0]})

        after = [one.ref for one in recommended_for(team.pk("李四"), day=ON) if one.topic == "python"]
        assert len(after) < len(before)
        assert before[0] not in after
        browser.post("/growth/recommended/as-before/", {"item": before[0]})
        assert [one.ref for one in recommended_for(team.pk("李四"), day=ON) if one.topic == "python"] == before

    def test_is_said_of_what_is_recommended(self, team):
        assert team.browser("李四").post("/growth/recommended/less/", {"item": "nothing"}).status_code == 404


class TestWhatIsRemembered:
    def test_is_shown_and_erased_one_by_one(self, team):
        read(team, "李四", "python", times=2)
        browser = team.browser("李四")
        page = text(browser.get("/growth/remembered/").content)

        browser.post("/growth/remembered/erase/", {"id": str(Behaviour.objects.order_by("id")[0].pk)})

        assert "推荐从不使用薪资、健康和私人记录。" in page
        assert Behaviour.objects.count() == 1

    def test_is_erased_as_a_whole(self, team):
        read(team, "李四", "python", times=3)

        team.browser("李四").post("/growth/remembered/erase-all/")

        assert not Behaviour.objects.exists()
        assert not Recommended.objects.exclude(why__in=("topic", "for_role")).exists()

    def test_is_one_s_own_to_erase(self, team):
        read(team, "李四", "python", times=1)

        answer = team.browser("林静").post("/growth/remembered/erase/", {"id": str(Behaviour.objects.get().pk)})

        assert answer.status_code == 404
        assert Behaviour.objects.count() == 1

    def test_is_handed_out(self, team):
        read(team, "李四", "python", times=1)

        told = team.browser("李四").get("/growth/remembered/mine.json").json()

        assert next(one["topics"] for one in told["remembered"])[0] == "Python编程"

    def test_ends_after_twelve_months(self, team):
        read(team, "李四", "python", times=1)

        erase_old_behaviour(by=SYSTEM, at=MORNING + timedelta(days=365))
        kept = Behaviour.objects.count()
        erase_old_behaviour(by=SYSTEM, at=MORNING + timedelta(days=366))

        assert kept == 1
        assert not Behaviour.objects.exists()

    def test_leaves_no_line_on_the_record(self, team):
        read(team, "李四", "python", times=2)

        assert not Entry.objects.filter(what__in=("growth.note_behaviour", "growth.recommend_again")).exists()

    def test_is_noted_of_oneself_alone(self, team):
        with pytest.raises(NotFound):
            note_behaviour(person_id=team.pk("李四"), what="opened", item="x", topics=["python"], by=team.viewer("林静"), at=MORNING)

        assert not Behaviour.objects.exists()

    def test_comes_from_nowhere_but_learning_and_what_is_handed_in(self):
        root = Path(bole.__file__).parent
        noting = {
            str(path.relative_to(root))
            for path in root.rglob("*.py")
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"note_behaviour", "note_search", "open_course"}
        }

        assert noting - {"sandbox/actions/recommending.py"} == {
            "growth/actions/behaviour.py", "growth/actions/library.py", "growth/reactions.py", "growth/views/courses.py",
            "growth/views/library.py",
        }  # fmt: skip


class TestOff:
    def test_erases_and_remembers_no_more(self, team):
        read(team, "李四", "python", times=3)
        browser = team.browser("李四")

        page = text(browser.post("/growth/recommended/off/", follow=True).content)
        browser.get("/growth/courses/mentoring_skills/")
        settle(MORNING)

        assert "已关闭。课程按岗位和目录显示，记录已清除。" in page
        assert "客户投诉处理技巧" in page
        assert not Behaviour.objects.exists()
        assert not Recommended.objects.exists()

    def test_can_be_undone(self, team):
        browser = team.browser("李四")
        browser.post("/growth/recommended/off/")

        browser.post("/growth/recommended/on/")
        browser.get("/growth/courses/python-1/")

        assert not WithoutRecommendations.objects.exists()
        assert Behaviour.objects.count() == 1


class TestSearching:
    def test_remembers_the_topic_and_not_the_words(self, team):
        team.browser("李四").get("/growth/library/", {"q": "客诉好烦"})

        kept = Behaviour.objects.get()
        assert kept.topics == ["complaint-handling"]
        assert "烦" not in kept.item


class TestInterests:
    def test_show_hr_topics_of_five_people_or_more(self, team):
        read(team, "李四", "python", times=1)
        answer = team.browser("苏文").get("/company/growth/interests/")

        assert "少于5人，不显示" in text(answer.content)
        assert "Python" not in text(answer.content)


class TestPages:
    def test_is_empty_with_a_way_on(self, team):
        Recommended.objects.all().delete()

        assert "先选一个想提升的方向" in text(team.browser("李四").get("/growth/recommended/").content)

    def test_says_why_in_english_too(self, team):
        read(team, "李四", "python", times=4)

        page = text(team.browser("李四", language="en").get("/growth/recommended/").content)

        assert "Becauseyouopened“Python”4timeslately" in page
        assert "Lessofthis" in page
