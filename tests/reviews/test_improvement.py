"""Improvement plans: proposed by the manager, agreed by the person, looked at week by week, ended by people; read by whom it concerns."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import time_machine

from bole.growth.requirements import judge_people, tree_of
from bole.notices.models import Notice
from bole.people.models import Person
from bole.reviews.actions.improvement import (
    Proposed,
    answer_improvement,
    check_week,
    end_improvement,
    finish_milestone,
    propose_improvement,
    revise_improvement,
    withdraw_improvement,
)
from bole.reviews.models import ImprovementPlan, Milestone
from bole.reviews.queries.improvement import plan_for, plans_for
from bole.reviews.refusals import NoWords
from bole.reviews.refusals_improvement import (
    GoalsMissing,
    ImprovementChanged,
    ImprovementNotOpen,
    ImprovementOpen,
    MilestoneOutside,
    MilestonesMissing,
    RemarkNeeded,
    StartsTooEarly,
    WeekAhead,
    WeeksWrong,
)
from bole.reviews.rules.improvement import Step, all_on_time, last_day_of, week_of, weeks_running_better
from bole.values.refusal import NotFound, NotYours, Refused
from tests.reviews.team import MORNING, Team

MONDAY = date(2026, 11, 23)
PLAN = Proposed(
    why="三个项目延期，每次超过一周", goals=("按期交付两个项目", "每周五更新进度"), support="主管每周一次一对一；减少一个项目",
    milestones=((date(2026, 12, 11), "第一个项目验收"), (date(2027, 1, 15), "第二个项目验收")), first_day=MONDAY, weeks=12,
)  # fmt: skip


@pytest.fixture
def plan(team: Team) -> ImprovementPlan:
    """Let 林静 propose a plan to 李四, who agrees."""
    made = propose_improvement(person_id=team.people["李四"].pk, plan=PLAN, by=team.viewer("林静"), at=MORNING)
    return answer_improvement(ref=made.ref, agrees=True, remark="", by=team.viewer("李四"), at=MORNING)


class TestTheArithmetic:
    @pytest.mark.parametrize(("today", "week"), [(-1, 0), (0, 1), (6, 1), (7, 2), (48, 7), (83, 12), (200, 12)])
    def test_of_weeks(self, today: int, week: int) -> None:
        assert week_of(MONDAY, 12, MONDAY + timedelta(days=today)) == week

    def test_of_the_last_day(self) -> None:
        assert last_day_of(MONDAY, 12) == date(2027, 2, 14)

    def test_of_what_is_on_time(self) -> None:
        done, late = Step(MONDAY, MONDAY), Step(MONDAY, MONDAY + timedelta(days=1))

        assert all_on_time([done, Step(MONDAY, None)], today=MONDAY)
        assert not all_on_time([done, late], today=MONDAY)
        assert not all_on_time([Step(MONDAY, None)], today=MONDAY + timedelta(days=1))

    def test_of_weeks_that_went_better_without_a_gap(self) -> None:
        assert weeks_running_better({3: "same", 4: "better", 5: "better", 6: "better", 7: "better"}) == 4
        assert weeks_running_better({5: "better", 7: "better"}) == 1
        assert weeks_running_better({}) == 0


@pytest.mark.django_db
class TestProposing:
    @pytest.mark.parametrize(
        ("change", "refusal"),
        [
            ({"goals": ()}, GoalsMissing),
            ({"goals": tuple("一二三四五六")}, GoalsMissing),
            ({"milestones": ()}, MilestonesMissing),
            ({"milestones": ((date(2027, 2, 15), "一天太晚"),)}, MilestoneOutside),
            ({"weeks": 3}, WeeksWrong),
            ({"first_day": date(2026, 11, 1)}, StartsTooEarly),
            ({"support": " "}, NoWords),
        ],
    )
    def test_refuses_what_is_not_whole(self, team: Team, change: dict[str, object], refusal: type[Refused]) -> None:
        with pytest.raises(refusal):
            propose_improvement(person_id=team.people["李四"].pk, plan=replace(PLAN, **change), by=team.viewer("林静"), at=MORNING)

        assert not ImprovementPlan.objects.exists()

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotYours), ("何佳", NotYours), ("高远", NotYours), ("吴铮", NotFound)])
    def test_is_the_direct_managers_alone(self, team: Team, name: str, refusal: type[Refused]) -> None:
        with pytest.raises(refusal):
            propose_improvement(person_id=team.people["李四"].pk, plan=PLAN, by=team.viewer(name), at=MORNING)

        assert not ImprovementPlan.objects.exists()

    def test_is_done_once_at_a_time(self, team: Team, plan: ImprovementPlan) -> None:
        with pytest.raises(ImprovementOpen):
            propose_improvement(person_id=team.people["李四"].pk, plan=PLAN, by=team.viewer("林静"), at=MORNING)

    def test_tells_the_person_and_begins_nothing(self, team: Team) -> None:
        made = propose_improvement(person_id=team.people["李四"].pk, plan=PLAN, by=team.viewer("林静"), at=MORNING)

        told = Notice.objects.get(kind="reviews.improvement_proposed")
        assert (told.account.login, made.state) == ("BL0471", "proposed")


@pytest.mark.django_db
class TestTheAnswer:
    def test_lets_the_plan_run(self, team: Team, plan: ImprovementPlan) -> None:
        assert (plan.state, Notice.objects.get(kind="reviews.improvement_agreed").account.login) == ("running", "BL0031")

    def test_may_ask_for_something_else_and_the_manager_changes_it(self, team: Team) -> None:
        made = propose_improvement(person_id=team.people["李四"].pk, plan=PLAN, by=team.viewer("林静"), at=MORNING)
        answered = answer_improvement(ref=made.ref, agrees=False, remark="想先减少一个项目", by=team.viewer("李四"), at=MORNING)

        changed = revise_improvement(
            ref=made.ref, plan=replace(PLAN, weeks=16), version=answered.version, by=team.viewer("林静"), at=MORNING
        )

        assert (changed.state, changed.weeks, changed.answered_at, str(changed.remark)) == ("proposed", 16, None, "想先减少一个项目")
        assert Milestone.objects.filter(plan=made).count() == 2

    def test_that_something_should_be_different_says_what(self, team: Team) -> None:
        made = propose_improvement(person_id=team.people["李四"].pk, plan=PLAN, by=team.viewer("林静"), at=MORNING)

        with pytest.raises(RemarkNeeded):
            answer_improvement(ref=made.ref, agrees=False, remark=" ", by=team.viewer("李四"), at=MORNING)

        made.refresh_from_db()
        assert (made.state, made.answered_at) == ("proposed", None)

    @pytest.mark.parametrize("name", ["林静", "何佳", "高远"])
    def test_is_the_persons_own(self, team: Team, name: str) -> None:
        made = propose_improvement(person_id=team.people["李四"].pk, plan=PLAN, by=team.viewer("林静"), at=MORNING)

        with pytest.raises(NotYours):
            answer_improvement(ref=made.ref, agrees=True, remark="", by=team.viewer(name), at=MORNING)

    def test_ends_changing_and_taking_back(self, team: Team, plan: ImprovementPlan) -> None:
        with pytest.raises(ImprovementNotOpen):
            revise_improvement(ref=plan.ref, plan=PLAN, version=plan.version, by=team.viewer("林静"), at=MORNING)
        with pytest.raises(ImprovementNotOpen):
            withdraw_improvement(ref=plan.ref, by=team.viewer("林静"), at=MORNING)

    def test_meets_nobody_elses_change(self, team: Team) -> None:
        made = propose_improvement(person_id=team.people["李四"].pk, plan=PLAN, by=team.viewer("林静"), at=MORNING)

        with pytest.raises(ImprovementChanged):
            revise_improvement(ref=made.ref, plan=PLAN, version=made.version + 1, by=team.viewer("林静"), at=MORNING)


@pytest.mark.django_db
class TestTheWeeks:
    def test_count_what_is_done_and_for_how_long_it_has_gone_better(self, team: Team, plan: ImprovementPlan) -> None:
        later = MORNING + timedelta(days=31)
        with time_machine.travel(later, tick=False):
            finish_milestone(ref=Milestone.objects.order_by("due_on")[0].ref, done_on=date(2026, 12, 11), by=team.viewer("林静"), at=later)
            for week, way in ((2, "same"), (3, "better"), (4, "better")):
                check_week(ref=plan.ref, week=week, way=way, words="", by=team.viewer("林静"), at=later)

            line = plan_for(team.viewer("李四"), plan.ref, day=later.date()).line

        assert (line.week, line.done, line.milestones, line.is_on_time, line.better_for) == (5, 1, 2, True, 2)

    def test_that_have_not_begun_are_not_looked_back_at(self, team: Team, plan: ImprovementPlan) -> None:
        with pytest.raises(WeekAhead):
            check_week(ref=plan.ref, week=2, way="better", words="", by=team.viewer("林静"), at=MORNING + timedelta(days=3))


@pytest.mark.django_db
class TestTheEnd:
    def test_is_decided_by_people_with_a_reason_that_the_person_reads(self, team: Team, plan: ImprovementPlan) -> None:
        end_improvement(ref=plan.ref, outcome="reached", reason="两个项目都按期验收", by=team.viewer("何佳"), at=MORNING)

        page = team.browser("李四").get(f"/improvement/{plan.ref}/").content.decode()
        assert "目标达成，由何佳于11月20日（周五）决定" in page
        assert "两个项目都按期验收" in page

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotYours), ("高远", NotYours), ("吴铮", NotFound), ("陆衡", NotFound)])
    def test_is_not_everybodys(self, team: Team, plan: ImprovementPlan, name: str, refusal: type[Refused]) -> None:
        with pytest.raises(refusal):
            end_improvement(ref=plan.ref, outcome="reached", reason="好", by=team.viewer(name), at=MORNING)

        plan.refresh_from_db()
        assert plan.state == "running"


@pytest.mark.django_db
class TestThePages:
    def test_walk_from_proposing_to_agreeing(self, team: Team) -> None:
        form = {
            "why": "延期", "goals": "按期交付", "support": "每周一次一对一", "first_day": "2026-11-23", "weeks": "12",
            "due_1": "2026-12-11", "milestone_1": "验收",
        }  # fmt: skip
        sent = team.browser("林静").post("/improvement/new/?with=BL0471", form)
        url = sent.headers["Location"]
        page = team.browser("李四").get(url).content.decode()
        team.browser("李四").post(f"{url}answer/", {"answer": "agree", "remark": ""})

        assert "和林静一起定的改进计划" in page
        assert "目标、支持、时间都写清楚。第0周，共12周；已完成0个节点。" in page
        assert ImprovementPlan.objects.get().state == "running"

    def test_say_at_the_form_what_is_missing(self, team: Team) -> None:
        form = {"why": "延期", "goals": "按期交付", "support": "一对一", "first_day": "2026-11-23", "weeks": "12"}

        answer = team.browser("林静").post("/improvement/new/?with=BL0471", form)

        assert answer.status_code == 422
        assert "请写1到8个节点，每个都有日期。" in answer.content.decode()

    @pytest.mark.parametrize(
        ("name", "status"), [("李四", 200), ("林静", 200), ("高远", 200), ("何佳", 200), ("苏文", 200), ("沈一帆", 404), ("陆衡", 404)]
    )
    def test_are_open_to_whom_it_concerns(self, team: Team, plan: ImprovementPlan, name: str, status: int) -> None:
        assert team.browser(name).get(f"/improvement/{plan.ref}/").status_code == status

    def test_of_the_list_hold_what_each_may_see(self, team: Team, plan: ImprovementPlan) -> None:
        seen = {
            name: [one.ref for one in plans_for(team.viewer(name), day=MONDAY).open] for name in ("李四", "林静", "何佳", "沈一帆", "高远")
        }

        assert seen == {"李四": [plan.ref], "林静": [plan.ref], "何佳": [plan.ref], "沈一帆": [], "高远": []}

    def test_of_the_list_ask_the_database_as_often_for_many(self, team: Team, plan: ImprovementPlan, django_assert_max_num_queries) -> None:
        viewer = team.viewer("林静")
        propose_improvement(person_id=team.people["沈一帆"].pk, plan=PLAN, by=viewer, at=MORNING)

        with django_assert_max_num_queries(6):
            plans_for(viewer, day=MONDAY)

    def test_lead_from_the_one_to_ones_to_the_own_plan(self, team: Team, plan: ImprovementPlan) -> None:
        assert f"/improvement/{plan.ref}/" in team.browser("李四").get("/one-to-ones/").content.decode()


@pytest.mark.django_db
class TestTheClause:
    def test_is_met_by_whoever_has_no_plan_that_runs(self, team: Team, plan: ImprovementPlan) -> None:
        people: list[Person] = [team.people["李四"], team.people["沈一帆"]]
        propose_improvement(person_id=people[1].pk, plan=PLAN, by=team.viewer("林静"), at=MORNING)
        tree = tree_of({"clause": "reviews.no_open_improvement"})

        judged = judge_people(tree, person_ids=[one.pk for one in people], day=MONDAY)

        assert [judged[one.pk].passes for one in people] == [False, True]
