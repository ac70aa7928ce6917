"""Plans: what makes one whole, how it comes to run, and that nothing that was written is lost."""

import json
from dataclasses import replace

import pytest

from bole.mentoring.actions.plans import approve_plan, return_plan, save_plan, submit_plan
from bole.mentoring.models import Duty, Mentorship, Plan
from bole.mentoring.queries.pairs import pair_for
from bole.mentoring.queries.plans import count_to_approve, months_of, plan_page, plan_to_approve, plans_to_approve
from bole.mentoring.refusals import MissingCore, NoOutcome, OutsideProgramme, PairOver, PlanDecided, PlanWaits
from bole.mentoring.rules.frameworks import faults_of, month_of_stage
from bole.mentoring.rules.plan import PlanTopic, compared, core_as_in, missing_core, moved, planned, with_back, without
from bole.mentoring.rules.shipped import SHIPPED
from bole.notices.models import Notice
from bole.reviews.refusals import NoWords
from bole.values.refusal import NotFound, NotYours, Stale
from tests.mentoring.making import NOON, THIRD

GRADUATE = SHIPPED["new_graduate"]
BEGUN = planned(GRADUATE.topics, months=6)


class TestTheFrameworksThatShip:
    def test_are_sixteen_and_whole(self):
        assert {code: faults_of(one) for code, one in SHIPPED.items()} == dict.fromkeys(SHIPPED, ())
        assert len(SHIPPED) == 17

    @pytest.mark.parametrize(
        ("code", "goal", "core"),
        [
            ("new_graduate", "快速融入企业、掌握基础技能", ["企业价值观", "岗位技能实操", "职场沟通技巧"]),
            ("transferred", "适应新岗位、提升专业能力", ["新岗位职责解读", "核心业务流程学习", "跨部门协作技巧"]),
            ("promotion", "带领团队、战略思考", ["团队领导力", "战略目标拆解", "决策能力"]),
            ("algorithm_engineer", "掌握核心算法、提升模型效果", ["算法原理", "代码实操训练", "模型优化"]),
            ("product_manager", "理解用户需求、设计更好的产品", ["用户调研", "产品原型设计", "跨部门沟通"]),
            ("operations", "理解业务与用户、独立负责运营项目", ["用户与业务数据解读", "活动策划与执行", "复盘与跨团队协作"]),
        ],
    )
    def test_hold_the_six_of_the_specification_in_its_words(self, code, goal, core):
        assert (SHIPPED[code].goal_zh, [one.zh for one in SHIPPED[code].core]) == (goal, core)

    def test_say_everything_in_both_languages(self):
        texts = [text for one in SHIPPED.values() for text in (one.zh, one.en, one.goal_zh, one.goal_en)]
        texts += [text for one in SHIPPED.values() for topic in one.topics for text in (topic.zh, topic.en)]

        assert all(texts)

    def test_have_a_cadence_of_a_month_a_quarter_and_half_a_year_by_default(self):
        assert (GRADUATE.meeting_every, GRADUATE.test_every, GRADUATE.report_every) == (1, 3, 6)


class TestTheRule:
    def test_begins_with_all_topics_each_in_its_month(self):
        assert [(one.code, one.month) for one in BEGUN] == [
            ("values", 1), ("hands_on", 3), ("communication", 6), ("tools", 3), ("first_project", 6), ("path", 6),
        ]  # fmt: skip

    @pytest.mark.parametrize(("stage", "months", "month"), [(1, 6, 1), (2, 6, 3), (3, 6, 6), (2, 1, 1), (2, 5, 3)])
    def test_puts_a_stage_into_a_month(self, stage, months, month):
        assert month_of_stage(stage, months) == month

    def test_says_which_core_topic_is_missing(self):
        assert [one.code for one in missing_core(without(BEGUN, "hands_on"), GRADUATE.topics)] == ["hands_on"]
        assert missing_core(without(BEGUN, "tools"), GRADUATE.topics) == ()

    def test_puts_a_topic_back_where_it_belongs_and_only_once(self):
        back = with_back(without(BEGUN, "values"), GRADUATE.topics[0], months=6)

        assert back[0].code == "values"
        assert with_back(back, GRADUATE.topics[0], months=6) == back

    @pytest.mark.parametrize(
        ("code", "by", "order"),
        [
            ("hands_on", -1, ["hands_on", "values", "communication"]),
            ("values", -1, ["values", "hands_on", "communication"]),
            ("values", 1, ["hands_on", "values", "communication"]),
            ("nothing", 1, ["values", "hands_on", "communication"]),
        ],
    )
    def test_moves_a_topic_one_place(self, code, by, order):
        assert [one.code for one in moved(BEGUN[:3], code, by=by)] == order

    def test_counts_what_was_added_changed_and_left_out(self):
        own = PlanTopic("own1", "客户现场一天", "客户现场一天", False, month=2)
        plan = (replace(BEGUN[0], how="读手册再讨论"), replace(BEGUN[1], month=2), BEGUN[2], own)

        found = compared(plan, GRADUATE.topics, months=6)

        assert [one.code for one in found.added] == ["own1"]
        assert [one.code for one in found.changed] == ["values", "hands_on"]
        assert [one.code for one in found.left_out] == ["tools", "first_project", "path"]
        assert found.missing == ()

    def test_keeps_a_plan_from_making_a_core_topic_optional(self):
        forged = (replace(BEGUN[0], is_core=False, zh="别的"), PlanTopic("own1", "自己加的", "own", True))

        kept = core_as_in(forged, GRADUATE.topics)

        assert [(one.zh, one.is_core) for one in kept] == [("企业价值观", True), ("自己加的", False)]


def written_plan(cast, pair, *, topics=BEGUN, version=0, goal="半年内能独立交付", outcomes=("独立完成一次客户交付",), who="张三", at=NOON):
    return save_plan(
        pair_ref=pair.ref, version=version, goal=goal, outcomes=outcomes, topics=topics, by=cast.viewer(who), at=at
    )  # fmt: skip


def submitted(cast, pair, **more):
    plan = written_plan(cast, pair, **more)
    return submit_plan(pair_ref=pair.ref, version=plan.version, by=cast.viewer("张三"), at=NOON)


@pytest.mark.django_db
class TestWriting:
    def test_keeps_a_plan_that_is_not_whole_yet(self, cast):
        pair = cast.pair(months=6)

        plan = written_plan(cast, pair, topics=BEGUN[:1], goal="", outcomes=())

        found = plan_page(pair_for(cast.viewer("张三"), pair.ref))
        assert found.open is not None
        assert (found.open.state, [one.code for one in found.open.topics], plan.version) == ("draft", ["values"], 1)

    def test_seals_what_was_written(self, cast):
        pair = cast.pair(months=6)
        written_plan(cast, pair)

        from django.db import connection

        with connection.cursor() as cursor:
            cursor.execute("SELECT goal, outcomes, topics FROM mentoring_plan")
            kept = str(cursor.fetchone())

        assert "独立" not in kept
        assert "企业价值观" not in kept

    @pytest.mark.parametrize("name", ["李四", *THIRD])
    def test_is_the_mentors(self, cast, name):
        pair = cast.pair(months=6)

        with pytest.raises(NotYours if name == "李四" else NotFound):
            written_plan(cast, pair, who=name)

        assert not Plan.objects.exists()

    def test_refuses_a_second_hand_and_keeps_both_texts(self, cast):
        pair = cast.pair(months=6)
        written_plan(cast, pair, goal="先写的")

        with pytest.raises(Stale) as refused:
            written_plan(cast, pair, goal="后写的", version=0)

        assert refused.value.facts["name"] == "张三"
        assert str(Plan.objects.get().goal) == "先写的"

    def test_refuses_a_month_outside_the_programme(self, cast):
        pair = cast.pair(months=6)

        with pytest.raises(OutsideProgramme):
            written_plan(cast, pair, topics=(replace(BEGUN[0], month=7),))

        assert not Plan.objects.exists()

    def test_refuses_a_pair_that_is_over(self, cast):
        pair = cast.pair(months=6)
        Mentorship.objects.update(state="ended", ended_on=NOON.date())

        with pytest.raises(PairOver) as refused:
            written_plan(cast, pair)

        assert refused.value.facts == {"name": "李四", "date": NOON.date()}


@pytest.mark.django_db
class TestHandingIn:
    def test_refuses_a_plan_without_a_core_topic_and_says_which(self, cast):
        pair = cast.pair(months=6)
        plan = written_plan(cast, pair, topics=without(BEGUN, "hands_on"))

        with pytest.raises(MissingCore) as refused:
            submit_plan(pair_ref=pair.ref, version=plan.version, by=cast.viewer("张三"), at=NOON)

        assert refused.value.facts["topic"] == "岗位技能实操"
        assert Plan.objects.get().state == "draft"

    def test_refuses_a_goal_that_cannot_be_checked(self, cast):
        pair = cast.pair(months=6)
        plan = written_plan(cast, pair, outcomes=())

        with pytest.raises(NoOutcome):
            submit_plan(pair_ref=pair.ref, version=plan.version, by=cast.viewer("张三"), at=NOON)

    def test_closes_it_to_the_mentor_until_it_is_decided(self, cast):
        pair = cast.pair(months=6)
        plan = submitted(cast, pair)

        with pytest.raises(PlanWaits):
            written_plan(cast, pair, version=plan.version)

    def test_brings_it_before_hr_of_the_mentee(self, cast, django_assert_num_queries):
        pair = cast.pair(months=6)
        written_plan(cast, pair)
        assert plans_to_approve(cast.viewer("何佳"), at=NOON).rows == ()
        submit_plan(pair_ref=pair.ref, version=1, by=cast.viewer("张三"), at=NOON)
        hr = cast.viewer("何佳")

        with django_assert_num_queries(4):
            rows = plans_to_approve(hr, at=NOON).rows

        assert [(one.pair.ref, one.may_decide) for one in rows] == [(pair.ref, True)]
        waiting = Notice.objects.get(kind="mentoring.plan_submitted")
        assert (waiting.account.name, waiting.params) == ("何佳", {"mentor": "张三", "mentee": "李四"})
        assert [count_to_approve(cast.viewer(name)) for name in ("何佳", "周宁", "苏文", "林静", "张三")] == [1, 1, 0, 0, 0]


@pytest.mark.django_db
class TestDeciding:
    def test_approving_lets_it_run_with_its_duties_and_tells_both(self, cast):
        pair = cast.pair(months=6, first_day=NOON.date())
        plan = submitted(cast, pair)

        approve_plan(ref=plan.ref, version=plan.version, by=cast.viewer("何佳"), at=NOON)

        plan.refresh_from_db()
        pair.refresh_from_db()
        assert (plan.state, plan.decided_by_id, pair.state) == ("approved", cast.pk("何佳"), "running")
        assert Duty.objects.filter(mentorship=pair, kind="meeting").count() == 6
        assert sorted(Notice.objects.filter(kind="mentoring.plan_approved").values_list("account__name", flat=True)) == ["张三", "李四"]

    def test_returning_keeps_everything_and_says_why(self, cast):
        pair = cast.pair(months=6)
        plan = submitted(cast, pair)

        return_plan(ref=plan.ref, version=plan.version, remark="成果再具体一些", by=cast.viewer("何佳"), at=NOON)

        found = plan_page(pair_for(cast.viewer("张三"), pair.ref)).open
        assert found is not None
        assert (found.state, found.remark, found.goal, len(found.topics)) == ("returned", "成果再具体一些", "半年内能独立交付", 6)
        assert [one.account.name for one in Notice.objects.filter(kind="mentoring.plan_returned")] == ["张三"]
        assert submitted(cast, pair, version=found.version).state == "submitted"

    def test_returning_asks_for_a_remark(self, cast):
        plan = submitted(cast, cast.pair(months=6))

        with pytest.raises(NoWords):
            return_plan(ref=plan.ref, version=plan.version, remark=" ", by=cast.viewer("何佳"), at=NOON)

        assert Plan.objects.get().state == "submitted"

    @pytest.mark.parametrize("name", ["高远", "林静", "叶青", "丁一", "吴铮", "苏文", "陆衡", "方磊", "李四", "张三"])
    def test_is_for_hr_that_looks_after_the_mentee(self, cast, name):
        plan = submitted(cast, cast.pair(months=6))

        with pytest.raises(NotFound):
            approve_plan(ref=plan.ref, version=plan.version, by=cast.viewer(name), at=NOON)

        assert Plan.objects.get().state == "submitted"

    def test_is_nobodys_about_an_own_pair(self, cast):
        pair = cast.pair(mentee="何佳", months=6)
        plan = submitted(cast, pair)

        with pytest.raises(NotFound):
            approve_plan(ref=plan.ref, version=plan.version, by=cast.viewer("何佳"), at=NOON)

        assert [one.may_decide for one in plans_to_approve(cast.viewer("周宁"), at=NOON).rows] == [True]

    def test_happens_once(self, cast):
        plan = submitted(cast, cast.pair(months=6))
        approve_plan(ref=plan.ref, version=plan.version, by=cast.viewer("何佳"), at=NOON)

        with pytest.raises(PlanDecided):
            return_plan(ref=plan.ref, version=plan.version, remark="晚了一步", by=cast.viewer("周宁"), at=NOON)

    def test_a_later_plan_replaces_the_running_one(self, cast):
        pair = cast.pair(months=6)
        first = submitted(cast, pair)
        approve_plan(ref=first.ref, version=first.version, by=cast.viewer("何佳"), at=NOON)
        first.refresh_from_db()

        second = submitted(cast, pair, version=first.version, goal="更进一步")
        approve_plan(ref=second.ref, version=second.version, by=cast.viewer("何佳"), at=NOON)

        assert list(Plan.objects.order_by("number").values_list("number", "state")) == [(1, "replaced"), (2, "approved")]

    def test_shows_the_plan_beside_its_framework(self, cast, django_assert_num_queries):
        pair = cast.pair(months=6)
        plan = submitted(cast, pair, topics=(replace(BEGUN[0], how="读手册"), *BEGUN[1:]))
        hr = cast.viewer("何佳")

        with django_assert_num_queries(4):
            found = plan_to_approve(hr, plan.ref, at=NOON)

        assert ([one.code for one in found.diff.changed], found.diff.added, found.diff.missing) == (["values"], (), ())
        assert json.loads(str(plan.outcomes)) == list(found.plan.outcomes)


@pytest.mark.django_db
def test_months_are_counted_as_they_were_agreed(cast):
    assert [months_of(cast.pair(months=6)), months_of(cast.pair("叶青", "丁一", months=1))] == [6, 1]
