"""Matching as long work: how far it is, taken up by another worker, called off, failed, kept once."""

from datetime import timedelta

import pytest
from django.db import OperationalError

from bole.access.models import Grant
from bole.kit.models import Announcement
from bole.kit.worker import settle
from bole.mentoring.actions import matching_hand, matching_runs
from bole.mentoring.actions.matching_hand import LEASE, Hand
from bole.mentoring.actions.matching_runs import call_off_matching, start_matching, start_publishing
from bole.mentoring.actions.rounds import bar_pair, draft_round
from bole.mentoring.actions.wishes import Wanted, make_wishes_for
from bole.mentoring.models import MatchRound, MatchRun, Proposal, Wish
from bole.mentoring.refusals import MatchingRuns, NobodyWaits
from bole.mentoring.rules.matching_steps import STAGES
from bole.mentoring.topics import matching_topic
from bole.notices.models import Notice
from bole.values.refusal import NotFound
from tests.mentoring.making import NOON, make_mentor

pytestmark = pytest.mark.django_db
NEW = Wanted(framework="new_graduate", words="想学会评测大模型")
BOARD, RUNS = "/company/mentoring/matching/", "/company/mentoring/matching/runs/"
LATER = NOON + LEASE


@pytest.fixture
def pool(cast):
    """李四 and 丁一 wait; 吴铮 is a mentor beside 张三 and 叶青."""
    make_mentor(cast.people["吴铮"])
    make_wishes_for(numbers=["BL0490", "BL0471"], wanted=NEW, by=cast.viewer("何佳"), at=NOON)
    return cast


@pytest.fixture
def run(pool):
    """HR has pressed."""
    return start_matching(by=pool.viewer("何佳"), at=NOON)


def turns(hand: Hand, count: int, at=NOON) -> None:
    for _ in range(count):
        hand.turn(at)


class TestStarting:
    def test_keeps_a_draft_and_tells_who_asked(self, pool, run) -> None:
        settle(NOON)

        run.refresh_from_db()
        notice = Notice.objects.get(kind="mentoring.matching_done")
        assert (run.state, run.round, run.tries) == ("done", MatchRound.objects.get(state="draft"), 1)
        assert Proposal.objects.filter(round=run.round).count() == 2
        assert (notice.account.login, notice.params) == ("BL0148", {"pairs": 2, "count": 2})

    def test_says_each_stage_as_it_comes(self, run) -> None:
        settle(NOON)

        told = Announcement.objects.filter(kind="MatchingMoved")
        assert all(one.topics == [matching_topic(run.ref)] for one in told)
        assert MatchRun.objects.get().stage == STAGES[-1]
        assert told.count() >= len(STAGES)

    def test_twice_leads_to_the_one_that_runs(self, pool, run) -> None:
        turns(Hand(), 2)

        assert start_matching(by=pool.viewer("苏文"), at=NOON) == run

        assert MatchRun.objects.count() == 1

    def test_at_the_same_moment_as_somebody_else_loses_no_change_in_silence(self, pool, monkeypatch) -> None:
        hr, (mentee, mentor) = pool.viewer("何佳"), (pool.people[name].pk for name in ("李四", "张三"))
        made = draft_round(by=hr, at=NOON)
        start_matching(by=hr, at=NOON)
        monkeypatch.setattr(matching_runs, "open_run", lambda: None)  # both looked before either had begun

        with pytest.raises(MatchingRuns):
            bar_pair(ref=made.ref, mentee_id=mentee, mentor_id=mentor, version=made.version, by=hr, at=NOON)

        assert MatchRun.objects.count() == 1

    def test_with_nobody_who_waits_is_refused(self, cast) -> None:
        with pytest.raises(NobodyWaits):
            start_matching(by=cast.viewer("何佳"), at=NOON)

        assert not MatchRun.objects.exists()

    @pytest.mark.parametrize("name", ["李四", "林静", "陆衡"])
    def test_is_nothing_for_anybody_else(self, pool, name) -> None:
        with pytest.raises(NotFound):
            start_matching(by=pool.viewer(name), at=NOON)

        assert not MatchRun.objects.exists()

    def test_lets_nobody_publish_or_change_the_draft_meanwhile(self, pool) -> None:
        made = draft_round(by=pool.viewer("何佳"), at=NOON)
        start_matching(by=pool.viewer("何佳"), at=NOON)
        told = {"ref": made.ref, "version": made.version, "by": pool.viewer("苏文"), "at": NOON}

        with pytest.raises(MatchingRuns):
            start_publishing(**told)
        with pytest.raises(MatchingRuns):
            bar_pair(mentee_id=pool.pk("丁一"), mentor_id=pool.pk("吴铮"), **told)

        assert MatchRound.objects.get().state == "draft"


class TestWorkers:
    def test_that_die_are_followed_by_another_which_keeps_it_once(self, run) -> None:
        turns(Hand(), 4)

        turns(Hand(), 30, at=LATER)

        run.refresh_from_db()
        assert (run.state, run.tries) == ("done", 2)
        assert (MatchRound.objects.count(), Proposal.objects.count()) == (1, 2)
        assert Notice.objects.filter(kind="mentoring.matching_done").count() == 1

    def test_leave_alone_what_another_one_has_in_hand(self, run) -> None:
        turns(Hand(), 3)

        assert Hand().turn(NOON + LEASE / 2) == 0

        run.refresh_from_db()
        assert run.tries == 1

    def test_that_come_back_too_late_keep_nothing_beside_the_one_that_followed(self, run) -> None:
        slow, quick = Hand(), Hand()
        turns(slow, 4)
        turns(quick, 30, at=LATER)

        turns(slow, 30, at=LATER)

        assert (MatchRound.objects.count(), Proposal.objects.count()) == (1, 2)

    def test_that_wait_for_the_database_take_it_up_again(self, run, monkeypatch) -> None:
        hand = Hand()
        turns(hand, 2)
        with monkeypatch.context() as away:
            away.setattr(matching_hand, "_noted", gone)
            with pytest.raises(OperationalError):
                hand.turn(NOON)

        turns(hand, 30)

        run.refresh_from_db()
        assert (run.state, run.tries) == ("done", 2)

    def test_that_end_three_times_in_the_middle_give_it_up(self, run) -> None:
        for n in range(4):
            turns(Hand(), 2, at=NOON + n * LEASE)

        run.refresh_from_db()
        assert (run.state, run.why, run.is_open) == ("failed", "gave_out", False)
        assert Notice.objects.filter(kind="mentoring.matching_failed").count() == 1


def gone(*_given: object) -> bool:
    """Answer as a database does that is not there."""
    raise OperationalError


class TestCallingOff:
    def test_keeps_nothing_and_lets_the_worker_rest(self, pool, run) -> None:
        hand = Hand()
        turns(hand, 4)

        call_off_matching(ref=run.ref, by=pool.viewer("苏文"), at=NOON)
        turns(hand, 30)

        run.refresh_from_db()
        assert (run.state, hand.turn(NOON)) == ("off", 0)
        assert not MatchRound.objects.exists()
        assert not Notice.objects.filter(kind__startswith="mentoring.matching").exists()

    def test_of_one_that_is_over_changes_nothing(self, pool, run) -> None:
        settle(NOON)

        assert not call_off_matching(ref=run.ref, by=pool.viewer("何佳"), at=NOON)

        run.refresh_from_db()
        assert run.state == "done"


class TestFailing:
    def test_says_that_nobody_waits_any_more(self, run) -> None:
        Wish.objects.update(state="withdrawn", closed_at=NOON)

        settle(NOON)

        run.refresh_from_db()
        assert (run.state, run.why) == ("failed", "nobody_waits")

    def test_says_that_the_draft_is_another_one(self, pool) -> None:
        made = draft_round(by=pool.viewer("何佳"), at=NOON)
        run = bar_pair(
            ref=made.ref, version=made.version, mentee_id=pool.pk("丁一"), mentor_id=pool.pk("吴铮"), by=pool.viewer("何佳"), at=NOON
        )  # fmt: skip
        MatchRound.objects.filter(pk=made.pk).update(version=9)

        settle(NOON)

        run.refresh_from_db()
        assert (run.state, run.why) == ("failed", "draft_over")

    def test_says_what_is_not_the_fault_of_hr_with_its_number(self, pool, run, monkeypatch) -> None:
        monkeypatch.setattr(matching_hand, "keep_run", broken)

        settle(NOON)

        words = pool.browser("何佳").get(f"{RUNS}{run.ref}/").content.decode()
        assert f"服务器日志里的编号是{run.ref}" in words
        assert "请再试一次" in words

    def test_of_who_may_match_no_longer_keeps_nothing(self, run) -> None:
        Grant.objects.filter(account=run.account).update(ended_at=NOON)

        settle(NOON)

        run.refresh_from_db()
        assert (run.state, run.why) == ("failed", "not_found")
        assert not MatchRound.objects.exists()


def broken(*_given: object, **_more: object) -> None:
    """Fail as nobody foresaw."""
    raise ValueError


class TestPages:
    def test_lead_to_how_far_it_is_and_on_to_the_board(self, pool) -> None:
        browser = pool.browser("何佳")
        sent = browser.post(f"{BOARD}draft/")
        before = browser.get(sent.url).content.decode()
        settle(NOON)

        after = browser.get(sent.url)

        assert "马上开始匹配" in before
        assert 'http-equiv="refresh"' in before
        assert (after.status_code, after.url) == (302, BOARD)

    def test_show_the_stage_that_is_on(self, pool, run) -> None:
        MatchRun.objects.update(state="running", stage="weigh", done=3_000_000, whole=20_000_000)

        words = pool.browser("何佳").get(f"{RUNS}{run.ref}/").content.decode()

        assert "正在匹配" in words
        assert "3,000,000/20,000,000对" in words
        assert "2/5" in words

    def test_take_an_open_page_along_when_it_is_done(self, pool, run) -> None:
        settle(NOON)

        answer = pool.browser("何佳").get(f"{RUNS}{run.ref}/", headers={"hx-request": "true"})

        assert answer.headers["HX-Redirect"] == f"{RUNS}{run.ref}/"

    def test_call_it_off(self, pool, run) -> None:
        answer = pool.browser("何佳").post(f"{RUNS}{run.ref}/off/")

        run.refresh_from_db()
        assert (answer.url, run.state) == (BOARD, "off")

    def test_say_on_the_board_that_one_runs(self, pool, run) -> None:
        words = pool.browser("何佳").get(BOARD).content.decode()

        assert f"{RUNS}{run.ref}/" in words

    def test_refuse_to_publish_while_one_runs(self, pool) -> None:
        made = draft_round(by=pool.viewer("何佳"), at=NOON)
        start_matching(by=pool.viewer("何佳"), at=NOON)

        answer = pool.browser("何佳").post(f"{BOARD}publish/", {"version": made.version})

        assert answer.status_code == 409
        assert "正在匹配，所以没有改动" in answer.content.decode()


class TestLater:
    def test_a_run_of_yesterday_does_not_stand_in_the_way(self, pool, run) -> None:
        settle(NOON)

        again = start_matching(by=pool.viewer("何佳"), at=NOON + timedelta(days=1))

        assert again != run
