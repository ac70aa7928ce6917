"""Promotion: candidates wait for review, more than half of a panel decides, each reads what is theirs."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bole.mentoring.actions.promotion import PostToFill, choose_candidate, open_panel
from bole.mentoring.models import Candidate, PanelVoice, PromotionPanel
from bole.mentoring.refusals.promotion import NobodyOfNumber, NoCandidates, NotACandidate, PanelDecided, PanelTooSmall, ReviewsThemselves
from bole.mentoring.rules.promotion import Decision, decision_of
from bole.notices.models import Notice
from bole.reviews.refusals import DayPast
from bole.values.refusal import NotFound, NotYours
from tests.mentoring.effects import story_of_zhang_san
from tests.mentoring.making import NOON
from tests.office import text


def review(cast, *, candidates=("张三", "叶青"), members=("高远", "何佳", "吴铮"), by="苏文", begins_on=date(2027, 1, 1)):
    """Open a panel for the team of 林静."""
    number = {name: one.number for name, one in cast.people.items()}
    wanted = PostToFill(
        unit_ref=cast.company.team.ref, post="主管", begins_on=begins_on, candidates=[number.get(one, one) for one in candidates],
        members=[number.get(one, one) for one in members],
    )  # fmt: skip
    return open_panel(wanted=wanted, by=cast.viewer(by), at=NOON)


def choose(cast, panel, member, name):
    """Let a member choose somebody; nobody without a name."""
    number = cast.people[name].number if name else ""
    return choose_candidate(ref=panel.ref, number=number, words="带人看得见结果", by=cast.viewer(member), at=NOON)


class TestTheRule:
    @pytest.mark.parametrize(
        ("voices", "decided"),
        [
            ({}, None),
            ({1: 7}, None),
            ({1: 7, 2: None}, None),
            ({1: 7, 2: 7}, Decision(7)),
            ({1: None, 2: None, 3: 8}, Decision(None)),
            ({1: 7, 9: 7}, None),
        ],
    )
    def test_takes_more_than_half_of_all_members(self, voices, decided):
        assert decision_of((1, 2, 3), voices) == decided

    def test_half_is_not_more_than_half(self):
        assert decision_of((1, 2, 3, 4), {1: 7, 2: 7}) is None


@pytest.mark.django_db
class TestOpenPanel:
    def test_lets_every_candidate_wait_and_tells_all(self, cast):
        review(cast)

        assert set(Candidate.objects.values_list("person__name", "state")) == {("张三", "waiting"), ("叶青", "waiting")}
        told = set(Notice.objects.values_list("account__login", "kind"))
        assert ("BL0064", "mentoring.promotion_candidate") in told
        assert ("BL0008", "mentoring.promotion_review") in told

    @pytest.mark.parametrize(
        ("changed", "refusal"),
        [
            ({"candidates": ()}, NoCandidates),
            ({"candidates": ("BL9999",)}, NobodyOfNumber),
            ({"members": ("高远", "何佳")}, PanelTooSmall),
            ({"members": ("高远", "何佳", "张三")}, ReviewsThemselves),
            ({"candidates": ("苏文",)}, ReviewsThemselves),
            ({"begins_on": date(2026, 11, 1)}, DayPast),
            ({"by": "林静"}, NotFound),
        ],
    )
    def test_refuses_what_could_be_no_fair_review(self, cast, changed, refusal):
        with pytest.raises(refusal):
            review(cast, **changed)

        assert not PromotionPanel.objects.exists()


@pytest.mark.django_db
class TestChooseCandidate:
    def test_waits_until_more_than_half_chose_the_same(self, cast):
        panel = review(cast)

        choose(cast, panel, "高远", "张三")
        choose(cast, panel, "何佳", "")
        between = set(Candidate.objects.values_list("state", flat=True))
        choose(cast, panel, "何佳", "张三")

        assert between == {"waiting"}
        assert dict(Candidate.objects.values_list("person__name", "state")) == {"张三": "chosen", "叶青": "not_chosen"}
        assert PanelVoice.objects.count() == 2
        assert Notice.objects.filter(kind="mentoring.promotion_decided", account__login="BL0125").count() == 1

    def test_is_over_when_it_is_decided(self, cast):
        panel = review(cast)
        for member in ("高远", "何佳"):
            choose(cast, panel, member, "张三")

        with pytest.raises(PanelDecided):
            choose(cast, panel, "吴铮", "叶青")

        assert PanelVoice.objects.count() == 2

    @pytest.mark.parametrize(("member", "name", "refusal"), [
        ("苏文", "张三", NotYours), ("张三", "张三", NotYours), ("林静", "张三", NotFound), ("高远", "李四", NotACandidate),
    ])  # fmt: skip
    def test_is_of_members_and_among_candidates(self, cast, member, name, refusal):
        panel = review(cast)

        with pytest.raises(refusal):
            choose(cast, panel, member, name)

        assert not PanelVoice.objects.exists()


@pytest.mark.django_db
class TestThePages:
    def test_show_the_panel_who_waits_and_the_files(self, cast):
        cast.pair(state="running")
        panel = review(cast)
        browser = cast.browser("何佳")

        listed, page, file = (text(browser.get(path).content) for path in (
            "/promotion/", f"/promotion/{panel.ref}/", f"/promotion/{panel.ref}/BL0064/",
        ))  # fmt: skip

        assert "2位候选人" in listed
        assert "2位候选人待评审" in page
        assert page.count("待评审") >= 3
        assert "这是系统给出的建议，不是决定" in page
        assert "这是建议，不是决定" in file
        assert "如果张三负责这个部门，李四会进入张三的汇报线，需要换一位导师。" in file

    def test_show_a_candidate_the_own_file_alone(self, cast):
        panel = review(cast)
        choose(cast, panel, "高远", "叶青")
        browser = cast.browser("张三")

        page = text(browser.get(f"/promotion/{panel.ref}/").content)

        assert "待评审" in page
        assert "叶青" not in page
        assert "带人看得见结果" not in page
        assert browser.get(f"/promotion/{panel.ref}/BL0125/").status_code == 404
        assert "晋升材料待评审" in text(browser.get("/mentoring/effect/").content)

    def test_show_a_mentor_on_the_home_that_the_file_waits(self, cast):
        review(cast)

        home = text(cast.browser("张三").get("/").content)

        assert "带教数据" in home
        assert "晋升材料待评审" in home

    def test_stand_on_the_home_of_a_mentor_who_is_a_candidate(self, cast):
        story_of_zhang_san(cast)
        review(cast)

        assert "晋升材料待评审" in text(cast.browser("张三").get("/").content)

    def test_let_a_member_choose(self, cast):
        panel, browser = review(cast), cast.browser("高远", "en")

        empty = browser.post(f"/promotion/{panel.ref}/choose/", {"number": "BL0064", "words": " "})
        answer = browser.post(f"/promotion/{panel.ref}/choose/", {"number": "BL0064", "words": "带人看得见结果"}, follow=True)

        assert empty.status_code == 422
        assert "You can change it until the panel has decided" in answer.content.decode()

    def test_let_a_member_choose_nobody_and_never_by_leaving_it_out(self, cast):
        panel, browser = review(cast), cast.browser("高远")

        left_out = browser.post(f"/promotion/{panel.ref}/choose/", {"words": "还早"})
        browser.post(f"/promotion/{panel.ref}/choose/", {"number": "nobody", "words": "还早"})

        assert left_out.status_code == 422
        assert "都不选" in text(left_out.content)
        assert PanelVoice.objects.get().chosen is None

    def test_let_hr_open_one(self, cast):
        form = {
            "unit": cast.company.team.ref,
            "post": "主管",
            "begins_on": "2027-01-01",
            "candidates": ["BL0064"],
            "members": ["BL0008", "BL0148"],
        }
        browser = cast.browser("苏文")

        small = browser.post("/promotion/new/", form)
        answer = browser.post("/promotion/new/", form | {"members": ["BL0008", "BL0148", "BL0093"]})

        assert small.status_code == 422
        assert "评审小组至少3人" in text(small.content)
        assert answer["Location"] == f"/promotion/{PromotionPanel.objects.get().ref}/"

    def test_ask_as_often_for_two_panels_as_for_one(self, cast):
        browser = cast.browser("何佳")
        review(cast)
        browser.get("/promotion/")
        with CaptureQueriesContext(connection) as one:
            browser.get("/promotion/")
        review(cast)
        with CaptureQueriesContext(connection) as two:
            browser.get("/promotion/")

        assert len(two) == len(one)
