"""Mentoring in a group: one mentor, several mentees of one framework, one plan, one talk for all who came, attendance."""

from dataclasses import replace
from datetime import date

import pytest

from bole.mentoring.actions.facts import record_mentoring_facts
from bole.mentoring.actions.groups import GroupTalk, gather_group, leave_group, record_group_talk, share_plan_in_group
from bole.mentoring.models import Meeting, Mentorship, Plan
from bole.mentoring.queries.groups import group_for
from bole.mentoring.queries.meetings import coverages
from bole.mentoring.refusals import GroupTooSmall, NobodyCame, NoPlanToShare, OneFrameworkOnly, OutsideProgramme
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM
from bole.work.models import Fact
from tests.mentoring.making import NOON, Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
TALK = GroupTalk(
    once="abcdefgh2345", held_on=date(2026, 11, 20), minutes=90, place="face", codes=("values",), advice="轮流讲一个案例", next_on=None
)


@pytest.fixture
def pairs(cast: Cast) -> dict[str, Mentorship]:
    """Let 张三 mentor 李四, 丁一 and 吴铮, all new graduates."""
    return {name: cast.pair("张三", name, state="running") for name in ("李四", "丁一", "吴铮")}


@pytest.fixture
def group(cast: Cast, pairs: dict[str, Mentorship]) -> str:
    """Let the three be a group."""
    return gather_group(pair_refs=[one.ref for one in pairs.values()], by=cast.viewer("张三"), at=NOON)


class TestGathering:
    def test_takes_two_mentees_at_least(self, cast: Cast, pairs: dict[str, Mentorship]) -> None:
        with pytest.raises(GroupTooSmall):
            gather_group(pair_refs=[pairs["李四"].ref], by=cast.viewer("张三"), at=NOON)

    def test_takes_mentees_of_one_framework(self, cast: Cast) -> None:
        first, second = cast.pair("张三", "李四"), cast.pair("张三", "丁一", framework="transferred")

        with pytest.raises(OneFrameworkOnly):
            gather_group(pair_refs=[first.ref, second.ref], by=cast.viewer("张三"), at=NOON)

        assert set(Mentorship.objects.values_list("group", flat=True)) == {""}

    def test_is_the_mentors_own(self, cast: Cast, pairs: dict[str, Mentorship]) -> None:
        with pytest.raises(NotFound):
            gather_group(pair_refs=[one.ref for one in pairs.values()], by=cast.viewer("叶青"), at=NOON)

    def test_lets_a_mentee_leave_and_keeps_the_records(self, cast: Cast, pairs: dict[str, Mentorship], group: str) -> None:
        record_group_talk(group=group, came=[one.ref for one in pairs.values()], talk=TALK, by=cast.viewer("张三"), at=NOON)

        leave_group(group=group, pair_ref=pairs["丁一"].ref, by=cast.viewer("张三"), at=NOON)

        members = [one.pair.mentee_id for one in group_for(cast.viewer("张三"), group, day=TODAY).members]
        assert members == [cast.pk("李四"), cast.pk("吴铮")]
        assert Meeting.objects.filter(mentorship=pairs["丁一"]).count() == 1


class TestATalk:
    def test_is_a_record_of_everybody_who_came(self, cast: Cast, pairs: dict[str, Mentorship], group: str) -> None:
        came = [pairs["李四"].ref, pairs["丁一"].ref]

        count = record_group_talk(group=group, came=came, talk=TALK, by=cast.viewer("张三"), at=NOON)

        covered = coverages([one.pk for one in pairs.values()])
        assert count == 2
        assert [covered[one.pk].done for one in pairs.values()] == [1, 1, 0]
        assert group_for(cast.viewer("张三"), group, day=TODAY).talks[0].came == {cast.pk("李四"), cast.pk("丁一")}

    def test_that_was_sent_twice_is_one(self, cast: Cast, pairs: dict[str, Mentorship], group: str) -> None:
        came = [one.ref for one in pairs.values()]
        record_group_talk(group=group, came=came, talk=TALK, by=cast.viewer("张三"), at=NOON)

        record_group_talk(group=group, came=came, talk=TALK, by=cast.viewer("张三"), at=NOON)

        assert Meeting.objects.count() == 3

    def test_counts_as_one_talk_of_the_mentor(self, cast: Cast, pairs: dict[str, Mentorship], group: str) -> None:
        record_group_talk(group=group, came=[one.ref for one in pairs.values()], talk=TALK, by=cast.viewer("张三"), at=NOON)

        record_mentoring_facts(since=date(2026, 11, 1), by=SYSTEM, at=NOON)

        assert Fact.objects.filter(person=cast.pk("张三"), measure="mentoring_time").count() == 1

    def test_is_kept_for_all_or_for_none(self, cast: Cast, pairs: dict[str, Mentorship], group: str) -> None:
        Mentorship.objects.filter(pk=pairs["吴铮"].pk).update(first_day=date(2026, 11, 23))

        with pytest.raises(OutsideProgramme):
            record_group_talk(group=group, came=[one.ref for one in pairs.values()], talk=TALK, by=cast.viewer("张三"), at=NOON)

        assert not Meeting.objects.exists()

    def test_to_which_nobody_came_was_none(self, cast: Cast, group: str) -> None:
        with pytest.raises(NobodyCame):
            record_group_talk(group=group, came=[], talk=TALK, by=cast.viewer("张三"), at=NOON)

    @pytest.mark.parametrize("name", ["李四", "叶青", "何佳"])
    def test_is_recorded_by_the_mentor_alone(self, cast: Cast, pairs: dict[str, Mentorship], group: str, name: str) -> None:
        with pytest.raises(NotFound):
            record_group_talk(group=group, came=[pairs["李四"].ref], talk=replace(TALK), by=cast.viewer(name), at=NOON)


class TestOnePlan:
    def test_goes_to_all_who_have_none_as_a_draft(self, cast: Cast, pairs: dict[str, Mentorship], group: str) -> None:
        Plan.objects.create(mentorship=pairs["李四"], state="approved", goal="一起成长", codes=["values"], changed_at=NOON)

        count = share_plan_in_group(group=group, pair_ref=pairs["李四"].ref, by=cast.viewer("张三"), at=NOON)

        drafts = Plan.objects.filter(state="draft")
        assert (count, {str(one.goal) for one in drafts}) == (2, {"一起成长"})

    def test_that_is_not_there_goes_to_nobody(self, cast: Cast, pairs: dict[str, Mentorship], group: str) -> None:
        with pytest.raises(NoPlanToShare):
            share_plan_in_group(group=group, pair_ref=pairs["李四"].ref, by=cast.viewer("张三"), at=NOON)

        assert not Plan.objects.exists()


class TestThePages:
    def test_walk_from_gathering_to_the_attendance(self, cast: Cast, pairs: dict[str, Mentorship]) -> None:
        browser = cast.browser("张三")
        gathered = browser.post("/mentoring/groups/", {"members": [one.ref for one in pairs.values()]})
        url = gathered.headers["Location"]
        form = {
            "once": "abcdefgh2345", "came": [pairs["李四"].ref, pairs["丁一"].ref], "codes": ["values"], "advice": "轮流讲案例",
            "held_on": "2026-11-20", "minutes": "90", "place": "face", "next_on": "2026-12-15", "due_on": "",
        }  # fmt: skip
        browser.post(f"{url}record/", form)

        page = browser.get(url).content.decode()

        assert "3人小组" in page
        assert "吴铮没有到场" in page
        assert "1次沟通到场1次" in page

    def test_say_at_the_form_what_is_missing(self, cast: Cast, pairs: dict[str, Mentorship]) -> None:
        answer = cast.browser("张三").post("/mentoring/groups/", {"members": [pairs["李四"].ref]})

        assert answer.status_code == 422
        assert "小组至少2位学员，请再选一位。" in answer.content.decode()

    @pytest.mark.parametrize("name", ["李四", "叶青", "何佳", "苏文"])
    def test_are_the_mentors_alone(self, cast: Cast, group: str, name: str) -> None:
        assert cast.browser(name).get(f"/mentoring/groups/{group}/").status_code == 404

    def test_ask_the_database_as_often_for_any_number_of_members(self, cast: Cast, group: str, django_assert_max_num_queries) -> None:
        viewer = cast.viewer("张三")

        with django_assert_max_num_queries(19):
            group_for(viewer, group, day=TODAY)
