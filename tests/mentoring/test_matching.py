"""Matching on pages and by actions: a wish, a draft with reasons, a pair fixed by hand, published; asking one mentor."""

import re
from datetime import timedelta

import pytest

from bole.growth.models import Skill, SkillEvidence
from bole.kit.worker import settle
from bole.mentoring.actions.askings import answer_asking, ask_mentor
from bole.mentoring.actions.frameworks import framework_for
from bole.mentoring.actions.matching_runs import start_publishing
from bole.mentoring.actions.rounds import bar_pair, draft_round, fix_pair, set_round_capacity
from bole.mentoring.actions.wishes import Wanted, make_wish, make_wishes_for, set_preference, withdraw_wish
from bole.mentoring.models import MatchRound, MentorRole, Mentorship, Proposal, Wish
from bole.mentoring.queries.matching_board import board_for, list_for
from bole.mentoring.queries.matching_own import looking_for
from bole.mentoring.refusals import (
    CapacityWrong,
    DraftOver,
    HasMentor,
    InReportingLine,
    MentorFull,
    NobodyWaits,
    RatherNot,
    UnknownNumbers,
    WaitsAlready,
)
from bole.notices.models import Notice
from bole.people.models import Person, Unit
from bole.values.refusal import NotFound
from tests.mentoring.making import NOON, make_mentor

pytestmark = pytest.mark.django_db
NEW = Wanted(framework="new_graduate", skills=("eval",), words="想学会评测大模型")


@pytest.fixture
def pool(cast):
    """吴铮 is good at what 李四 and 丁一 want; 张三 and 叶青 are mentors as well, 林静 leads 李四."""
    names = {"name_zh": "大模型评测", "name_en": "Evaluating models"}
    skill = Skill.objects.create(code="eval", group="craft", **names, changed_at=NOON, changed_by="x")
    make_mentor(cast.people["吴铮"], capacity=1)
    SkillEvidence.objects.create(person=cast.people["吴铮"], skill=skill, source="own", level=5, by="x", at=NOON)
    Unit.objects.filter(parent=None).update(place="北京", place_en="Beijing")
    return cast


def wish(cast, name, **more):
    return make_wish(wanted=Wanted(**({"framework": "new_graduate", "skills": ("eval",)} | more)), by=cast.viewer(name), at=NOON)


def publish(pool, made):
    """Publish a draft, and let the worker do it."""
    start_publishing(ref=made.ref, version=made.version, by=pool.viewer("何佳"), at=NOON)
    settle(NOON)


def many(pool, made, count):
    """Let many more wait, every other one paired with 吴铮 in a draft; filled directly."""
    told = {"pinyin_key": "", "search_key": "", "changed_at": NOON, "changed_by": "x"}
    people = Person.objects.bulk_create([Person(number=f"Z{n:04}", name=f"新人{n}", **told) for n in range(count)])
    framework = framework_for("new_graduate", at=NOON)
    later = NOON + timedelta(minutes=1)
    wishes = Wish.objects.bulk_create([Wish(person=one, framework=framework, made_at=later, made_by="x") for one in people])
    mentors = [pool.people["吴铮"], None]
    why = {"reasons": [{"code": "no_seats", "numbers": {"mentors": 1}}]}
    Proposal.objects.bulk_create([Proposal(round=made, wish=one, mentor=mentors[n % 2], **why) for n, one in enumerate(wishes)])
    return wishes


class TestWish:
    def test_waits_in_order_of_asking(self, pool) -> None:
        first = wish(pool, "丁一")
        second = make_wish(wanted=NEW, by=pool.viewer("李四"), at=NOON + timedelta(minutes=1))

        line = board_for(pool.viewer("何佳"), day=NOON.date()).line

        assert [one.ref for one in line] == [first.ref, second.ref]
        assert str(second.words) == "想学会评测大模型"

    def test_refuses_a_second_one_and_one_beside_a_mentor(self, pool) -> None:
        wish(pool, "丁一")
        pool.pair("张三", "李四")

        with pytest.raises(WaitsAlready):
            wish(pool, "丁一")
        with pytest.raises(HasMentor):
            wish(pool, "李四")

        assert Wish.objects.count() == 1

    def test_of_a_list_with_an_unknown_number_is_made_for_nobody(self, pool) -> None:
        with pytest.raises(UnknownNumbers):
            make_wishes_for(numbers=["BL0471", "BL9999"], wanted=NEW, by=pool.viewer("何佳"), at=NOON)

        assert not Wish.objects.exists()

    def test_of_somebody_else_is_not_there_for_a_colleague(self, pool) -> None:
        made = wish(pool, "丁一")

        with pytest.raises(NotFound):
            withdraw_wish(ref=made.ref, by=pool.viewer("李四"), at=NOON)

        made.refresh_from_db()
        assert made.state == "waiting"


class TestDraft:
    def test_gives_each_a_mentor_with_reasons_and_says_who_waits(self, pool) -> None:
        wish(pool, "丁一")

        made = draft_round(by=pool.viewer("何佳"), at=NOON)

        row = Proposal.objects.get(round=made)
        reasons = {one["code"]: one["numbers"] for one in row.reasons}
        assert row.mentor == pool.people["吴铮"]
        assert (reasons["skills"]["skills"], reasons["skills"]["points"]) == (["eval"], 40)
        assert reasons["place"]["place"] == "北京"
        assert sum(one["numbers"]["points"] for one in row.reasons) == row.value
        assert made.settings["gap"] == 0

    def test_of_nobody_is_refused(self, pool) -> None:
        with pytest.raises(NobodyWaits):
            draft_round(by=pool.viewer("何佳"), at=NOON)

        assert not MatchRound.objects.exists()

    def test_never_pairs_within_a_reporting_line(self, pool) -> None:
        make_mentor(pool.people["林静"])
        wish(pool, "李四")
        made = draft_round(by=pool.viewer("何佳"), at=NOON)

        with pytest.raises(InReportingLine):
            fix_pair(
                ref=made.ref, mentee_id=pool.pk("李四"), mentor_id=pool.pk("林静"), version=made.version, by=pool.viewer("何佳"), at=NOON
            )  # fmt: skip

        assert Proposal.objects.get(round=made).mentor != pool.people["林静"]

    def test_never_pairs_who_would_rather_not_and_names_nobody(self, pool) -> None:
        set_preference(person_id=pool.pk("丁一"), likes=False, by=pool.viewer("吴铮"), at=NOON)
        wish(pool, "丁一")
        made = draft_round(by=pool.viewer("何佳"), at=NOON)

        with pytest.raises(RatherNot):
            fix_pair(
                ref=made.ref, mentee_id=pool.pk("丁一"), mentor_id=pool.pk("吴铮"), version=made.version, by=pool.viewer("何佳"), at=NOON
            )  # fmt: skip

        assert Proposal.objects.get(round=made).mentor != pool.people["吴铮"]

    def test_keeps_a_fixed_pair_and_says_what_it_costs(self, pool) -> None:
        wish(pool, "丁一")
        made = draft_round(by=pool.viewer("何佳"), at=NOON)

        fix_pair(ref=made.ref, mentee_id=pool.pk("丁一"), mentor_id=pool.pk("张三"), version=made.version, by=pool.viewer("何佳"), at=NOON)
        settle(NOON)

        made.refresh_from_db()
        row = Proposal.objects.get(round=made)
        assert (row.mentor, row.is_by_hand) == (pool.people["张三"], True)
        assert made.settings["best_objective"] > made.objective

    def test_refuses_two_fixed_pairs_on_one_seat(self, pool) -> None:
        make_wishes_for(numbers=["BL0490", "BL0471"], wanted=NEW, by=pool.viewer("何佳"), at=NOON)
        made = draft_round(by=pool.viewer("何佳"), at=NOON)
        told = {"ref": made.ref, "mentor_id": pool.pk("吴铮"), "by": pool.viewer("何佳"), "at": NOON}
        fix_pair(mentee_id=pool.pk("丁一"), version=made.version, **told)
        settle(NOON)

        with pytest.raises(MentorFull):
            fix_pair(mentee_id=pool.pk("李四"), version=made.version + 1, **told)

        assert set(MatchRound.objects.get().settings["fixed"]) == {str(pool.pk("丁一"))}

    def test_refuses_a_change_of_an_older_draft(self, pool) -> None:
        wish(pool, "丁一")
        made = draft_round(by=pool.viewer("何佳"), at=NOON)
        told = {"ref": made.ref, "mentee_id": pool.pk("丁一"), "mentor_id": pool.pk("吴铮"), "by": pool.viewer("何佳"), "at": NOON}
        bar_pair(version=made.version, **told)
        settle(NOON)

        with pytest.raises(DraftOver):
            bar_pair(version=made.version, **told)

        assert Proposal.objects.get(round=made).mentor != pool.people["吴铮"]

    def test_refuses_a_capacity_that_nobody_has(self, pool) -> None:
        wish(pool, "丁一")
        made = draft_round(by=pool.viewer("何佳"), at=NOON)

        with pytest.raises(CapacityWrong):
            set_round_capacity(ref=made.ref, mentor_id=pool.pk("吴铮"), capacity=99, version=made.version, by=pool.viewer("何佳"), at=NOON)

        assert MatchRound.objects.get().settings["capacities"] == {}


class TestPublish:
    def test_begins_the_pairs_and_tells_the_two_and_who_waits(self, pool) -> None:
        MentorRole.objects.exclude(person=pool.people["吴铮"]).update(is_open=False)
        make_wishes_for(numbers=["BL0490", "BL0471"], wanted=NEW, by=pool.viewer("何佳"), at=NOON)
        made = draft_round(by=pool.viewer("何佳"), at=NOON)

        publish(pool, made)

        pair = Mentorship.objects.get()
        made.refresh_from_db()
        assert (made.state, made.published_at) == ("published", NOON)
        assert pair.why_so[0]["code"] == "skills"
        assert Wish.objects.filter(state="waiting").count() == 1
        kinds = sorted(Notice.objects.values_list("kind", flat=True))
        assert kinds == [
            "mentoring.matched",
            "mentoring.matching_published",
            "mentoring.mentee_matched",
            "mentoring.report_matched",
            "mentoring.unmatched",
        ]
        assert Notice.objects.get(kind="mentoring.unmatched").params == {"why": "others_first", "n": 1}

    def test_tells_a_manager_once_of_all_of_the_own_team(self, pool) -> None:
        MentorRole.objects.exclude(person=pool.people["吴铮"]).update(is_open=False)
        MentorRole.objects.filter(person=pool.people["吴铮"]).update(capacity=2)
        make_wishes_for(numbers=["BL0125", "BL0471"], wanted=NEW, by=pool.viewer("何佳"), at=NOON)
        made = draft_round(by=pool.viewer("何佳"), at=NOON)

        publish(pool, made)

        told = Notice.objects.filter(account__login="BL0031")
        assert list(told.values_list("kind", "params", "address")) == [("mentoring.reports_matched", {"n": 2}, "/team/")]

    def test_lets_wait_who_cannot_begin_any_more_and_begins_the_others(self, pool) -> None:
        wish(pool, "丁一")
        made = draft_round(by=pool.viewer("何佳"), at=NOON)
        MentorRole.objects.update(is_open=False)

        publish(pool, made)

        assert Proposal.objects.get(round=made).refused == {"code": "mentor_closed", "facts": {"mentor": "吴铮"}}
        assert Wish.objects.get().state == "waiting"
        assert not Mentorship.objects.exists()


class TestAsking:
    def test_begins_when_the_mentor_accepts_and_tells_manager_and_hr(self, pool) -> None:
        made = wish(pool, "李四")
        ask_mentor(ref=made.ref, mentor_id=pool.pk("吴铮"), by=pool.viewer("李四"), at=NOON)

        ref = answer_asking(ref=made.ref, accepts=True, by=pool.viewer("吴铮"), at=NOON)

        assert Mentorship.objects.get(ref=ref).source == "request"
        told = set(Notice.objects.filter(kind="mentoring.request_accepted").values_list("account__login", flat=True))
        assert told == {"BL0031", "BL0148"}

    def test_leads_manager_and_hr_to_a_page_that_they_may_open(self, pool) -> None:
        made = wish(pool, "李四")
        ask_mentor(ref=made.ref, mentor_id=pool.pk("吴铮"), by=pool.viewer("李四"), at=NOON)
        answer_asking(ref=made.ref, accepts=True, by=pool.viewer("吴铮"), at=NOON)
        (address,) = set(Notice.objects.filter(kind="mentoring.request_accepted").values_list("address", flat=True))

        answers = [pool.browser(name).get(address).status_code for name in ("林静", "何佳")]

        assert answers == [200, 200]

    def test_goes_on_waiting_when_the_mentor_declines_and_never_asks_that_mentor_again(self, pool) -> None:
        made = wish(pool, "李四")
        ask_mentor(ref=made.ref, mentor_id=pool.pk("吴铮"), by=pool.viewer("李四"), at=NOON)

        answer_asking(ref=made.ref, accepts=False, by=pool.viewer("吴铮"), at=NOON)

        made.refresh_from_db()
        assert (made.state, made.asked) == ("waiting", None)
        assert "吴铮" not in pool.browser("李四").get("/mentoring/find/").content.decode()

    def test_cannot_be_answered_by_anybody_else(self, pool) -> None:
        made = wish(pool, "李四")
        ask_mentor(ref=made.ref, mentor_id=pool.pk("吴铮"), by=pool.viewer("李四"), at=NOON)

        with pytest.raises(NotFound):
            answer_asking(ref=made.ref, accepts=True, by=pool.viewer("张三"), at=NOON)

        assert not Mentorship.objects.exists()


class TestPages:
    def test_show_three_mentors_with_the_reason(self, pool) -> None:
        wish(pool, "李四")

        words = pool.browser("李四").get("/mentoring/find/").content.decode()

        assert "推荐吴铮：擅长大模型评测；同在北京；目前没有带人" in words

    def test_take_a_wish_from_the_form(self, pool) -> None:
        told = {"framework": "new_graduate", "skills": ["eval"], "words": "想学会评测大模型", "length": "short"}

        answer = pool.browser("李四").post("/mentoring/find/wish/", told)

        assert answer.status_code == 302
        assert Wish.objects.get().style == {"length": "short"}

    def test_walk_from_the_list_to_published_pairs(self, pool) -> None:
        browser = pool.browser("何佳")
        browser.post("/company/mentoring/matching/waiting/", {"numbers": "BL0490，BL0471", "framework": "new_graduate", "skills": ["eval"]})
        browser.post("/company/mentoring/matching/draft/")
        settle(NOON)
        board = browser.get("/company/mentoring/matching/").content.decode()
        version = MatchRound.objects.get().version

        sent = browser.post("/company/mentoring/matching/publish/", {"version": version})
        before = browser.get(sent.url).content.decode()
        settle(NOON)
        after = browser.get(sent.url).content.decode()

        assert "2位学员都配好了" in board
        assert re.search("没有更好的配法，这一点已逐对验证。[^\\s<]", board)
        assert "为什么是吴铮" in board
        assert "马上开始发布" in before
        assert "2对辅导关系开始了" in after

    @pytest.mark.parametrize("name", ["李四", "林静", "吴铮"])
    def test_keep_the_board_from_everybody_else(self, pool, name) -> None:
        assert pool.browser(name).get("/company/mentoring/matching/").status_code == 404


class TestPreferring:
    def test_finds_by_name_then_takes_who_was_picked(self, pool) -> None:
        browser = pool.browser("李四")

        found = browser.post("/mentoring/find/prefer/", {"find": "张三", "do": "find"})
        browser.post("/mentoring/find/prefer/", {"find": "张三", "number": "BL0064", "likes": "like"})

        assert (found.status_code, 'value="BL0064" checked' in found.content.decode()) == (200, True)
        assert "张三" in browser.get("/mentoring/find/").content.decode()

    def test_says_that_nobody_was_found(self, pool) -> None:
        answer = pool.browser("李四").post("/mentoring/find/prefer/", {"find": "没有这个人", "do": "find"})

        assert (answer.status_code, "没有这个人" in answer.content.decode()) == (422, True)


class TestQueries:
    def test_of_the_board_are_as_many_for_many_who_wait(self, pool, django_assert_max_num_queries) -> None:
        for name in ("李四", "丁一"):
            wish(pool, name)
        draft_round(by=pool.viewer("何佳"), at=NOON)
        viewer = pool.viewer("何佳")

        with django_assert_max_num_queries(15):
            board_for(viewer, day=NOON.date())

    def test_of_the_board_are_as_many_for_many_pairs_and_a_page_is_read(self, pool, django_assert_max_num_queries) -> None:
        wish(pool, "丁一")
        made = draft_round(by=pool.viewer("何佳"), at=NOON)
        crowd = many(pool, made, 120)
        viewer = pool.viewer("何佳")

        with django_assert_max_num_queries(16):
            found = board_for(viewer, day=NOON.date(), start=40)

        assert (found.round.count, found.round.pairs, len(found.round.rows)) == (121, 61, 40)
        assert (len(found.round.left), found.places[crowd[-1].ref]) == (40, 121)

    def test_of_the_waiting_list_are_as_many_for_many_who_wait(self, pool, django_assert_max_num_queries) -> None:
        made = MatchRound.objects.create(made_at=NOON, made_by="x")
        wish(pool, "丁一")
        many(pool, made, 120)
        viewer = pool.viewer("何佳")

        with django_assert_max_num_queries(13):
            found = list_for(viewer, day=NOON.date(), start=80)

        assert [found.places[one.ref] for one in found.line] == list(range(81, 121))

    def test_of_the_three_mentors_are_as_many_for_many_mentors(self, pool, django_assert_max_num_queries) -> None:
        wish(pool, "李四")
        viewer = pool.viewer("李四")

        with django_assert_max_num_queries(32):
            looking_for(viewer, day=NOON.date())
