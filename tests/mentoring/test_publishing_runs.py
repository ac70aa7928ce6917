"""Publishing a matching as long work: how far it is, taken up where it was by another worker, called off before it begins, failed."""

from datetime import timedelta

import pytest

from bole.kit.worker import settle
from bole.mentoring.actions import publishing_round
from bole.mentoring.actions.matching_hand import LEASE, Hand
from bole.mentoring.actions.matching_runs import call_off_matching, start_matching, start_publishing
from bole.mentoring.actions.rounds import bar_pair, draft_round
from bole.mentoring.actions.wishes import Wanted, make_wishes_for
from bole.mentoring.models import MatchRound, MatchRun, MentorRole, Mentorship, Proposal, Wish
from bole.mentoring.refusals import DraftOver, PublishingRuns
from bole.notices.models import Notice
from bole.values.refusal import NotFound
from tests.mentoring.making import NOON, make_mentor

pytestmark = pytest.mark.django_db
NEW = Wanted(framework="new_graduate", words="想学会评测大模型")
BOARD, RUNS = "/company/mentoring/matching/", "/company/mentoring/matching/runs/"
LATER = NOON + LEASE
NUMBERS = ["BL0490", "BL0471", "BL0008"]


@pytest.fixture
def pool(cast, monkeypatch):
    """李四, 丁一 and 高远 wait; 吴铮 is a mentor beside 张三 and 叶青. One pair at a time begins."""
    monkeypatch.setattr(publishing_round, "AT_ONCE", 1)
    make_mentor(cast.people["吴铮"])
    make_wishes_for(numbers=NUMBERS, wanted=NEW, by=cast.viewer("何佳"), at=NOON)
    return cast


@pytest.fixture
def made(pool):
    """A draft of three pairs."""
    return draft_round(by=pool.viewer("何佳"), at=NOON)


@pytest.fixture
def run(pool, made):
    """HR has pressed."""
    return start_publishing(ref=made.ref, version=made.version, by=pool.viewer("何佳"), at=NOON)


def turns(hand: Hand, count: int, at=NOON) -> None:
    for _ in range(count):
        hand.turn(at)


def told(kind: str) -> int:
    return Notice.objects.filter(kind=kind).count()


class TestStarting:
    def test_begins_every_pair_and_tells_everybody_once(self, pool, made, run) -> None:
        settle(NOON)

        run.refresh_from_db()
        made.refresh_from_db()
        assert (run.state, run.round, made.state) == ("done", made, "published")
        assert (Mentorship.objects.count(), Wish.objects.filter(state="matched").count()) == (3, 3)
        assert (told("mentoring.matched"), told("mentoring.mentee_matched"), told("mentoring.report_matched")) == (3, 3, 1)
        notice = Notice.objects.get(kind="mentoring.matching_published")
        assert (notice.account.login, notice.params) == ("BL0148", {"pairs": 3, "count": 3})

    def test_twice_leads_to_the_one_that_runs(self, pool, made, run) -> None:
        turns(Hand(), 2)

        again = start_publishing(ref=made.ref, version=made.version, by=pool.viewer("苏文"), at=NOON)

        assert (again, MatchRun.objects.count()) == (run, 1)

    def test_lets_nobody_match_or_change_the_draft_meanwhile(self, pool, made, run) -> None:
        with pytest.raises(PublishingRuns):
            start_matching(by=pool.viewer("苏文"), at=NOON)
        with pytest.raises(PublishingRuns):
            bar_pair(
                ref=made.ref, version=made.version, mentee_id=pool.pk("丁一"), mentor_id=pool.pk("吴铮"), by=pool.viewer("苏文"), at=NOON
            )

    def test_of_an_older_draft_is_refused(self, pool, made) -> None:
        with pytest.raises(DraftOver):
            start_publishing(ref=made.ref, version=made.version - 1, by=pool.viewer("何佳"), at=NOON)

        assert not MatchRun.objects.exists()

    @pytest.mark.parametrize("name", ["李四", "林静", "陆衡"])
    def test_is_nothing_for_anybody_else(self, pool, made, name) -> None:
        with pytest.raises(NotFound):
            start_publishing(ref=made.ref, version=made.version, by=pool.viewer(name), at=NOON)

        assert not MatchRun.objects.exists()


class TestWorkers:
    def test_that_die_are_followed_by_another_which_goes_on_with_what_is_left(self, run) -> None:
        turns(Hand(), 3)  # taken; the first pair is next; it began
        began = list(Mentorship.objects.values_list("ref", flat=True))

        quick = Hand()
        turns(quick, 2, at=LATER)
        run.refresh_from_db()
        taken_up = (run.stage, run.done, run.whole)
        turns(quick, 30, at=LATER)

        run.refresh_from_db()
        assert (len(began), taken_up) == (1, ("begin", 1, 3))
        assert (run.state, run.tries, Mentorship.objects.count()) == ("done", 2, 3)
        assert set(began) <= set(Mentorship.objects.values_list("ref", flat=True))
        assert not Proposal.objects.filter(refused__isnull=False).exists()
        assert (told("mentoring.matched"), told("mentoring.report_matched"), told("mentoring.matching_published")) == (3, 1, 1)

    def test_that_come_back_too_late_do_nothing_beside_the_one_that_followed(self, run) -> None:
        slow, quick = Hand(), Hand()
        turns(slow, 3)
        turns(quick, 2, at=LATER)

        assert slow.turn(LATER) == 0
        turns(quick, 30, at=LATER)
        turns(slow, 30, at=LATER)

        run.refresh_from_db()
        assert (run.state, Mentorship.objects.count(), told("mentoring.matched")) == ("done", 3, 3)

    def test_that_are_taken_over_in_the_middle_of_a_step_begin_nothing_more(self, run) -> None:
        slow = Hand()
        turns(slow, 2)
        MatchRun.objects.update(hand="another")
        run.refresh_from_db()
        run.hand = slow._name  # as it was read before the other one took it

        slow._go_on(run, slow._steps, NOON)

        assert not Mentorship.objects.exists()
        assert MatchRun.objects.get().is_open


class TestWhatCannotBegin:
    def test_is_kept_with_the_reason_and_shown(self, pool, made, run) -> None:
        one = Proposal.objects.get(round=made, wish__person=pool.people["高远"])
        MentorRole.objects.filter(person=one.mentor).update(is_open=False)
        settle(NOON)

        words = pool.browser("何佳").get(f"{RUNS}{run.ref}/").content.decode()

        one.refresh_from_db()
        assert one.refused == {"code": "mentor_closed", "facts": {"mentor": one.mentor.name}}
        assert "2对辅导关系开始了" in words
        assert f"{one.mentor.name}现在不接新学员" in words
        assert Notice.objects.get(kind="mentoring.unmatched").params == {"why": "changed", "n": 1}

    def test_of_days_is_said_by_its_day(self, pool, made, run) -> None:
        one = Proposal.objects.get(round=made, wish__person=pool.people["丁一"])
        other = pool.pair("叶青" if one.mentor.name != "叶青" else "张三", "丁一", months=12)
        Wish.objects.filter(person=pool.people["丁一"]).update(state="waiting", mentorship=None)
        settle(NOON)

        words = pool.browser("何佳").get(f"{RUNS}{run.ref}/").content.decode()

        one.refresh_from_db()
        assert one.refused["code"] == "has_mentor"
        assert other.last_day.isoformat() in words


class TestCallingOff:
    def test_before_it_begins_leaves_the_draft_as_it_was(self, pool, made, run) -> None:
        call_off_matching(ref=run.ref, by=pool.viewer("苏文"), at=NOON)
        settle(NOON)

        run.refresh_from_db()
        made.refresh_from_db()
        assert (run.state, made.state, Mentorship.objects.exists()) == ("off", "draft", False)

    def test_is_too_late_once_pairs_begin(self, pool, run) -> None:
        turns(Hand(), 3)

        assert not call_off_matching(ref=run.ref, by=pool.viewer("苏文"), at=NOON)

        words = pool.browser("何佳").get(f"{RUNS}{run.ref}/").content.decode()
        assert "取消发布" not in words


class TestFailing:
    def test_keeps_what_began_and_publishing_again_goes_on(self, pool, made, run, monkeypatch) -> None:
        with monkeypatch.context() as broken:
            hand = Hand()
            turns(hand, 3)
            broken.setattr(publishing_round, "begin_mentorship", fails)
            turns(hand, 1)
        run.refresh_from_db()
        browser = pool.browser("何佳")
        words = browser.get(f"{RUNS}{run.ref}/").content.decode()
        sent = browser.post(f"{BOARD}publish/", {"version": made.version})
        settle(NOON + timedelta(minutes=1))

        assert (run.state, run.why, told("mentoring.publishing_failed")) == ("failed", "error", 1)
        assert "再发布一次" in words
        assert "3对辅导关系开始了" in browser.get(sent.url).content.decode()
        assert (told("mentoring.matched"), MatchRound.objects.get().state) == (3, "published")


def fails(**_given: object) -> str:
    """Fail as nobody foresaw."""
    raise ValueError


class TestPages:
    @pytest.mark.parametrize(("stage", "words"), [("begin", "3,000/10,000对"), ("tell", "3,000/10,000条通知")])
    def test_show_the_stage_that_is_on(self, pool, run, stage, words) -> None:
        MatchRun.objects.update(state="running", stage=stage, done=3_000, whole=10_000)

        shown = pool.browser("何佳").get(f"{RUNS}{run.ref}/").content.decode()

        assert "正在发布匹配" in shown
        assert words in shown

    def test_say_on_the_board_that_one_runs(self, pool, run) -> None:
        words = pool.browser("何佳").get(BOARD).content.decode()

        assert f"{RUNS}{run.ref}/" in words
        assert "正在发布匹配" in words

    def test_of_what_was_published_ask_as_little_for_many(self, pool, run, django_assert_max_num_queries) -> None:
        MentorRole.objects.update(is_open=False)
        settle(NOON)
        browser = pool.browser("何佳")
        browser.get(f"{RUNS}{run.ref}/")

        with django_assert_max_num_queries(40):
            browser.get(f"{RUNS}{run.ref}/")
