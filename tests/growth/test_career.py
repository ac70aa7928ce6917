"""The promotion path: each step says what it asks and what is still missing, with the way there; HR puts it together part by part."""

import json

import pytest

from bole.growth.actions import record_skill
from bole.growth.actions.career import drop_career_step, save_career_step
from bole.growth.actions.courses import finish_course
from bole.growth.models import CareerStep
from bole.growth.queries.career import career_of
from bole.growth.refusals import ChangedMeanwhile
from bole.people.models import JobGrade
from bole.values.refusal import Invalid, NotFound
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.reviews.team import MORNING, Team

pytestmark = pytest.mark.django_db
ASKS = {"all": [
    {"clause": "growth.skill", "skill": "python", "level": 3}, {"clause": "growth.course", "course": "python-2"},
    {"clause": "growth.skill", "skill": "english", "level": 1},
]}  # fmt: skip


def ladder(team: Team, tree: object = ASKS, *, version: int = 0) -> CareerStep:
    """Let HR say what the grade above everybody's asks."""
    post = career_of(team.pk("李四"), day=MORNING.date()).post
    above = JobGrade.objects.get_or_create(code="P9", defaults={"rank": 99})[0]
    return save_career_step(
        family=post.family_code, grade=above.code, words_zh="独当一面", words_en="Stands alone", tree=tree, version=version,
        by=team.viewer("苏文"), at=MORNING,
    )  # fmt: skip


class TestHome:
    def test_says_how_many_skills_are_left_and_which_course_raises_most_of_them(self, team):
        ladder(team)

        home = team.browser("李四").get("/").content

        assert "离“P9”还差2项技能，《Python编程（一）" in text(home)
        assert 'href="/growth/courses/python-1/"' in home.decode()

    def test_says_it_in_english(self, team):
        ladder(team)

        assert "2skillsshortof“P9”" in text(team.browser("李四", language="en").get("/").content).replace(" ", "")

    def test_leaves_out_a_course_that_was_finished(self, team):
        ladder(team)
        finish_course(person_id=team.pk("李四"), course="python-1", by=SYSTEM, at=MORNING)

        assert "《Python编程（二）：别人看得懂》对应其中1项" in text(team.browser("李四").get("/").content)


class TestOwnLadder:
    def test_says_how_many_are_left_and_the_quickest_with_its_way(self, team):
        ladder(team)
        record_skill(person_id=team.pk("李四"), skill="english", level=2, source="manager", by=team.viewer("林静"), at=MORNING)

        answer = team.browser("李四").get("/growth/career/")
        page = text(answer.content)

        assert "到P9还差2项" in page
        assert "togo" not in page.replace(" ", "")
        assert "最快的一项：学完课程《Python编程（二）：别人看得懂》" in page
        assert 'href="/growth/courses/python-2/"' in answer.content.decode()

    def test_is_said_in_english(self, team):
        ladder(team)

        assert "3stepstoP9" in text(team.browser("李四", language="en").get("/growth/career/").content)

    def test_is_reached_with_the_grade(self, team):
        post = career_of(team.pk("李四"), day=MORNING.date()).post
        save_career_step(
            family=post.family_code, grade=post.grade_code, words_zh="", words_en="", tree=ASKS, version=0, by=SYSTEM, at=MORNING
        )

        page = text(team.browser("李四").get("/growth/career/").content)

        assert "已经在这条通道的最后一级" in page
        assert "已达到" in page

    def test_says_so_when_there_is_none(self, team):
        assert "还没有设置晋升通道" in text(team.browser("李四").get("/growth/career/").content)

    def test_bears_a_requirement_that_nobody_offers_any_more(self, team):
        step = ladder(team)
        CareerStep.objects.filter(pk=step.pk).update(tree={"clause": "gone"})

        assert "P9的条件正在调整" in text(team.browser("李四").get("/growth/career/").content)


class TestBuilding:
    def test_adds_a_requirement_and_keeps_it(self, team):
        step = ladder(team)
        url = f"/company/growth/career/{step.family.code}/P9/"
        hr = team.browser("苏文")

        draft = hr.post(url, {"tree": json.dumps(ASKS), "version": "1", "clause-1": "growth.course", "op": "add-1"})
        assert "还没有保存" in text(draft.content)
        hr.post(url, {"tree": json.dumps({"any": ASKS["all"]}), "version": "1", "op": "keep", "words_zh": "带得动一件事"})

        assert CareerStep.objects.get().tree == {"any": ASKS["all"]}
        assert CareerStep.objects.get().version == 2

    def test_two_at_once_are_told(self, team):
        step = ladder(team)
        ladder(team, version=1)

        answer = team.browser("苏文").post(
            f"/company/growth/career/{step.family.code}/P9/", {"tree": json.dumps(ASKS), "version": "1", "op": "keep"}
        )

        assert answer.status_code == 409
        with pytest.raises(ChangedMeanwhile):
            ladder(team, version=1)

    def test_asks_for_something(self, team):
        with pytest.raises(Invalid):
            ladder(team, {"all": []})

        assert not CareerStep.objects.exists()

    def test_is_hrs_alone(self, team):
        step = ladder(team)

        with pytest.raises(NotFound):
            drop_career_step(family=step.family.code, grade="P9", by=team.viewer("林静"), at=MORNING)

        assert CareerStep.objects.exists()
        assert team.browser("林静").get("/company/growth/career/").status_code == 404
