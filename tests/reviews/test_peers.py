"""Peer rating: colleagues tap, nobody reads a tap, and the mean becomes one fact when the round closes."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given, settings
from hypothesis import strategies as st

from bole.audit.models import Entry
from bole.kit.worker import settle
from bole.people.actions import set_head
from bole.reviews.actions.peers import close_due_peer_rounds, close_peer_round, open_peer_round, rate_colleagues
from bole.reviews.models import PeerRatee, PeerRound
from bole.reviews.queries.peers import open_ratees_of
from bole.reviews.refusals import NothingRated, OpenAlready, RoundDays, TooFewColleagues
from bole.reviews.rules.peers import LEAST_RATERS, MOST_RATERS, hundredths, in_line, raters_of
from bole.scoring.models import LiveScore
from bole.scoring.rules.explanation import from_json
from bole.surveys.models import Answer, Participation
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM
from bole.work.models import Fact, Item
from bole.work.rules.item import ItemVersion
from tests.factories import BEFORE, START, make_account, make_connection, make_model, make_person, map_to, send
from tests.office import text
from tests.reviews.team import MORNING

pytestmark = pytest.mark.django_db
TODAY = MORNING.date()
MATES = {"丁一": "BL0501", "王可": "BL0502", "马明": "BL0503", "赵飞": "BL0504"}


@pytest.fixture
def crew(team):
    """Give the team four more people, so that each has colleagues outside the reporting line."""
    for name, number in MATES.items():
        team.people[name] = make_person(team.company, name, number=number, manager="BL0031")
        make_account(team.people[name])
    set_head(unit_id=team.company.team.pk, person_id=team.pk("林静"), first_day=START, by=SYSTEM, at=BEFORE)
    return team


def opened(crew, *, at=MORNING, by="苏文"):
    return open_peer_round(
        unit_ref=crew.company.team.ref,
        first_day=date(2026, 9, 1),
        last_day=TODAY,
        closes_on=TODAY + timedelta(days=7),
        by=crew.viewer(by),
        at=at,
    )


def raters_of_one(made, crew, name):
    survey = PeerRatee.objects.get(round=made, person=crew.people[name]).survey
    return list(Participation.objects.filter(round__ref=survey).order_by("person").values_list("person__name", flat=True))


def rate(made, crew, name, *choices, at=MORNING):
    """Let as many colleagues rate somebody as there are choices."""
    for rater, choice in zip(raters_of_one(made, crew, name), choices, strict=False):
        rate_colleagues(round_ref=made.ref, ratings={crew.people[name].number: choice}, by=crew.viewer(rater), at=at)


def task(number):
    """Return a task of 李四's that was done in time."""
    return ItemVersion(
        external_id=f"T-{number}", kind="task", version=1, account="lisi", state="done", opened_at=MORNING - timedelta(days=9),
        due_on=date(2026, 11, 16), closed_at=MORNING - timedelta(days=7),
    )  # fmt: skip


def score_of(crew, name):
    """Return somebody's live score, and what the indicator of peer rating came to."""
    live = LiveScore.objects.get(person=crew.people[name], period="2026-11")
    leaf = next(one for one in from_json(live.parts).leaves if one.code == "peer_rating")
    return live.score, leaf.score


def facts():
    return list(Fact.objects.filter(measure="peer_rating").values_list("person__name", "value", "day"))


class TestOpenPeerRound:
    def test_asks_colleagues_and_neither_oneself_nor_the_line_nor_other_companies(self, crew):
        made = opened(crew)

        asked = {name: set(raters_of_one(made, crew, name)) for name in ("李四", "沈一帆", *MATES)}
        assert {name: len(raters) for name, raters in asked.items()} == dict.fromkeys(asked, 5)
        assert [name for name, raters in asked.items() if raters & {name, "林静", "高远", "外包"}] == []
        assert PeerRatee.objects.get(round=made, person=crew.people["林静"]).survey == ""

    def test_asks_those_of_other_units_who_share_a_project(self, crew):
        tool = make_connection(name="项目管理")
        for name in ("林静", "吴铮", "何佳", "苏文"):
            map_to(tool, name, crew.people[name])
            send(
                tool,
                ItemVersion(
                    external_id=name, kind="task", version=1, account=name, project="云栈质检", opened_at=MORNING - timedelta(days=20)
                ),
                at=MORNING,
            )

        made = opened(crew)

        assert sorted(raters_of_one(made, crew, "林静")) == ["何佳", "吴铮", "苏文"]

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotFound), ("方磊", NotFound), ("陆衡", NotYours)])
    def test_is_hrs_and_the_heads(self, crew, name, refusal):
        with pytest.raises(refusal):
            opened(crew, by=name)

        assert PeerRound.objects.count() == 0

    @pytest.mark.parametrize(
        "days",
        [{"last_day": TODAY + timedelta(days=1)}, {"first_day": TODAY + timedelta(days=1)}, {"closes_on": TODAY - timedelta(days=1)}],
    )
    def test_refuses_days_out_of_order(self, crew, days):
        whole = {"first_day": date(2026, 9, 1), "last_day": TODAY, "closes_on": TODAY}

        with pytest.raises(RoundDays):
            open_peer_round(unit_ref=crew.company.team.ref, **{**whole, **days}, by=SYSTEM, at=MORNING)

        assert PeerRound.objects.count() == 0

    def test_refuses_a_second_round_while_one_is_open(self, crew):
        opened(crew)

        with pytest.raises(OpenAlready):
            opened(crew)

        assert PeerRound.objects.count() == 1

    def test_refuses_to_ask_again_at_once_which_would_tell_who_changed_the_mean(self, crew):
        close_peer_round(ref=opened(crew).ref, by=SYSTEM, at=MORNING)

        with pytest.raises(TooFewColleagues):
            opened(crew)

        assert PeerRound.objects.count() == 1

    def test_refuses_where_nobody_has_three_colleagues(self, team):
        with pytest.raises(TooFewColleagues):
            opened(team)

        assert PeerRound.objects.count() == 0


class TestRateColleagues:
    def test_changes_nothing_before_the_round_closes(self, crew):
        made = opened(crew)

        rate(made, crew, "李四", "5", "4", "4", "cannot_say")
        settle(MORNING)

        assert facts() == []
        assert Entry.objects.filter(what__in=["surveys.answer", "reviews.rate_colleagues"]).count() == 0

    def test_can_be_changed(self, crew):
        made = opened(crew)
        rate(made, crew, "李四", "1")

        rate(made, crew, "李四", "5", "5", "5")
        close_peer_round(ref=made.ref, by=SYSTEM, at=MORNING)

        assert facts() == [("李四", 10_000, TODAY)]

    def test_refuses_an_empty_form(self, crew):
        made = opened(crew)

        with pytest.raises(NothingRated):
            rate_colleagues(round_ref=made.ref, ratings={}, by=crew.viewer("李四"), at=MORNING)

    @pytest.mark.parametrize(("rater", "ratee"), [("李四", "李四"), ("李四", "林静"), ("林静", "李四"), ("苏文", "李四")])
    def test_is_not_there_about_oneself_or_the_line(self, crew, rater, ratee):
        made = opened(crew)

        with pytest.raises(NotFound):
            rate_colleagues(round_ref=made.ref, ratings={crew.people[ratee].number: "5"}, by=crew.viewer(rater), at=MORNING)

        assert Answer.objects.count() == 0


class TestClosePeerRound:
    def test_gives_each_with_three_ratings_one_fact(self, crew):
        made = opened(crew)
        rate(made, crew, "李四", "5", "4", "4", "cannot_say")
        rate(made, crew, "沈一帆", "5", "5", "cannot_say", "cannot_say")

        close_peer_round(ref=made.ref, by=crew.viewer("林静"), at=MORNING)

        assert facts() == [("李四", 8667, TODAY)]
        assert list(PeerRatee.objects.exclude(ratings=None).values_list("person__name", "ratings")) == [("李四", 3)]

    def test_closed_twice_is_once(self, crew):
        made = opened(crew)
        rate(made, crew, "李四", "5", "4", "4")

        assert [close_peer_round(ref=made.ref, by=SYSTEM, at=MORNING) for _again in range(2)] == [1, 0]
        assert len(facts()) == 1

    def test_comes_by_itself_when_the_last_day_is_over_and_counts_for_that_day(self, crew):
        made = opened(crew)
        rate(made, crew, "李四", "5", "4", "4")

        with time_machine.travel(MORNING + timedelta(days=9), tick=False):
            close_due_peer_rounds(MORNING + timedelta(days=9))

        assert facts() == [("李四", 8667, TODAY + timedelta(days=7))]

    def test_deletes_the_answers(self, crew):
        made = opened(crew)
        rate(made, crew, "李四", "5", "4", "4")

        close_peer_round(ref=made.ref, by=SYSTEM, at=MORNING)

        assert Answer.objects.count() == 0

    @pytest.mark.parametrize(("name", "refusal"), [("李四", NotFound), ("陆衡", NotYours)])
    def test_is_hrs_and_the_heads(self, crew, name, refusal):
        made = opened(crew)

        with pytest.raises(refusal):
            close_peer_round(ref=made.ref, by=crew.viewer(name), at=MORNING)

        assert PeerRound.objects.get().closed_at is None


class TestTheScore:
    """李四 has a score from tasks; colleagues rate 李四 with 5, 4 and 4."""

    def test_moves_once_when_the_round_closes_and_not_before(self, crew):
        make_model("programmer", families=("programmer",))
        tool = make_connection(name="项目管理")
        map_to(tool, "lisi", crew.people["李四"])
        send(tool, *[task(n) for n in range(6)], at=MORNING)
        settle(MORNING)
        made, seen = opened(crew), [score_of(crew, "李四")]

        for rater, choice in zip(raters_of_one(made, crew, "李四"), ("5", "4", "4"), strict=False):
            rate_colleagues(round_ref=made.ref, ratings={crew.people["李四"].number: choice}, by=crew.viewer(rater), at=MORNING)
            settle(MORNING)
            seen.append(score_of(crew, "李四"))
        close_peer_round(ref=made.ref, by=SYSTEM, at=MORNING)
        settle(MORNING)

        assert seen == [(10_000, None)] * 4
        assert score_of(crew, "李四") == (9408, 8667)

    def test_opens_down_to_the_mean_and_no_further(self, crew):
        made = opened(crew)
        rate(made, crew, "李四", "5", "4", "4")

        close_peer_round(ref=made.ref, by=SYSTEM, at=MORNING)

        assert list(Item.objects.filter(kind="rating").values_list("title", "account", "link")) == [("互评：3份评分的平均", "BL0471", "")]


class TestThePages:
    def test_ask_about_each_colleague_and_take_the_taps(self, crew):
        made = opened(crew)
        numbers = [one.number for one in open_ratees_of(crew.viewer("李四"), made.ref, day=TODAY)]

        asked = text(crew.browser("李四").get(f"/peer-rating/{made.ref}/").content)
        answered = crew.browser("李四").post(f"/peer-rating/{made.ref}/", {numbers[0]: "4", numbers[1]: "cannot_say"})

        assert "你的单份评分谁也看不到" in asked
        assert (answered.status_code, answered["Location"]) == (302, "/surveys/")
        assert Answer.objects.count() == 2

    def test_show_nothing_of_what_was_tapped(self, crew):
        made = opened(crew)
        number = open_ratees_of(crew.viewer("李四"), made.ref, day=TODAY)[0].number

        crew.browser("李四").post(f"/peer-rating/{made.ref}/", {number: "1"})

        page = crew.browser("李四").get(f"/peer-rating/{made.ref}/").content.decode()
        assert " checked" not in page

    def test_say_who_came_to_fewer_than_three(self, crew):
        made = opened(crew)
        rate(made, crew, "李四", "5", "4", "4")
        close_peer_round(ref=made.ref, by=SYSTEM, at=MORNING)

        page = text(crew.browser("林静").get(f"/company/peer-rating/{made.ref}/").content)

        assert "3份评分，平均值已成为工作记录" in page
        assert "不足3份评分：没有结果，也不影响任何评分" in page

    def test_open_and_close_a_round(self, crew):
        told = {"unit": crew.company.team.ref, "first_day": "2026-09-01", "last_day": "2026-11-20", "closes_on": "2026-11-27"}

        opened = crew.browser("林静").post("/company/peer-rating/open/", told)
        closed = crew.browser("林静").post(f"/company/peer-rating/{PeerRound.objects.get().ref}/close/")

        assert (opened.status_code, closed.status_code) == (302, 302)
        assert PeerRound.objects.get().closed_at is not None

    def test_keep_a_refused_form(self, crew):
        told = {"unit": crew.company.team.ref, "first_day": "2026-09-01", "last_day": "2026-12-20", "closes_on": "2026-12-27"}

        refused = crew.browser("苏文").post("/company/peer-rating/open/", told)

        assert refused.status_code == 422
        assert "结束日是今天或以后" in text(refused.content)

    def test_list_with_so_many_queries_however_many_are_rated(self, crew):
        made = opened(crew)
        browser = crew.browser("苏文")
        browser.get(f"/company/peer-rating/{made.ref}/")

        with CaptureQueriesContext(
            connection,
        ) as counted:
            browser.get(f"/company/peer-rating/{made.ref}/")

        assert len(counted) <= 30


class TestWhoRatesWhom:
    def test_shares_the_asking_out(self):
        could = {ratee: dict.fromkeys(set(range(12)) - {ratee}, 0) for ratee in range(12)}

        chosen = raters_of(could)

        assert {len(raters) for raters in chosen.values()} == {5}

    def test_takes_those_first_who_share_a_project(self):
        could = {1: {2: 0, 3: 2, 4: 1, 5: 0, 6: 1}, 2: {1: 0}}

        assert {3, 4, 6} <= set(raters_of(could, most=3)[1])

    def test_asks_nobody_about_those_with_fewer_than_three(self):
        assert raters_of({1: {2: 0, 3: 0}}) == {1: ()}

    @settings(max_examples=100, deadline=None)
    @given(st.dictionaries(st.integers(0, 12), st.dictionaries(st.integers(0, 15), st.integers(0, 3), max_size=12), max_size=12))
    def test_never_asks_more_than_five_about_five_nor_anybody_about_themselves(self, could):
        chosen = raters_of(could)

        load = [rater for raters in chosen.values() for rater in raters]
        assert [one for one in set(load) if load.count(one) > MOST_RATERS] == []
        assert [ratee for ratee, raters in chosen.items() if ratee in raters or not set(raters) <= could[ratee].keys()] == []
        assert {len(raters) for raters in chosen.values()} <= {0, *range(LEAST_RATERS, MOST_RATERS + 1)}

    def test_knows_the_whole_line(self):
        assert in_line({1: 2, 2: 3, 3: None})[1] == {2, 3}

    def test_rounds_the_mean_half_up(self):
        assert [hundredths(Fraction(13, 15)), hundredths(Fraction(1, 3)), hundredths(Fraction(1, 20_000))] == [8667, 3333, 1]
