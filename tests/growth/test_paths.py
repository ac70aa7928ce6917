"""Learning paths: an order through courses, items and exams, each counted where it is done."""

import pytest

from bole.growth.actions import finish_item, take_exam
from bole.growth.actions.paths import save_path
from bole.growth.models import LearningPath, LibraryItem
from bole.growth.queries.paths import path_for
from bole.growth.refusals import NowhereToGo
from bole.values.viewer import SYSTEM
from tests.office import text
from tests.reviews.team import MORNING

pytestmark = pytest.mark.django_db


class TestWalking:
    def test_counts_what_was_done_wherever_it_was_done(self, team):
        ref = LibraryItem.objects.get(code="mentor-silence").ref
        finish_item(ref=ref, by=team.viewer("李四"), at=MORNING)
        take_exam(person_id=team.pk("李四"), exam="mentoring_skills", right=25, by=SYSTEM, at=MORNING)

        page = text(team.browser("李四").get("/growth/paths/new-mentor/").content)

        assert path_for(team.viewer("李四"), "new-mentor").done == 2
        assert "导师带教技巧" in page

    def test_lists_what_ships(self, team):
        page = text(team.browser("李四").get("/growth/paths/").content)

        assert [name in page for name in ("入职前90天", "Python工程师", "处理投诉", "第一次当导师")] == [True] * 4


class TestKeeping:
    def test_puts_things_in_order(self, team):
        told = {"code": "support", "title_zh": "客服入门", "title_en": "Support", "version": "0", "is_offered": "on"}
        steps = {"step_0": "course:complaint-handling", "step_2": "exam:mentoring_skills"}

        team.browser("苏文").post("/company/growth/paths/new/", {**told, **steps})

        assert LearningPath.objects.get(code="support").steps == [
            {"kind": "course", "code": "complaint-handling"}, {"kind": "exam", "code": "mentoring_skills"},
        ]  # fmt: skip

    @pytest.mark.parametrize("steps", [[], [("course", "no-such")], [("item", "222222222222")]])
    def test_leads_somewhere(self, team, steps):
        with pytest.raises(NowhereToGo):
            save_path(
                code="x-way", told={"title_zh": "甲", "title_en": "A"}, steps=steps, is_offered=True, version=0, by=team.viewer("苏文"),
                at=MORNING,
            )  # fmt: skip

        assert not LearningPath.objects.filter(code="x-way").exists()

    def test_two_at_once_are_told(self, team):
        told = {"title_zh": "甲", "title_en": "A", "version": "7", "is_offered": "on", "step_0": "course:complaint-handling"}

        answer = team.browser("苏文").post("/company/growth/paths/new-mentor/", told)

        assert answer.status_code == 409
        assert LearningPath.objects.get(code="new-mentor").title_zh == "第一次当导师"
