"""What if a mentor took more, or fewer: the worker works it out and the run keeps what would change; the draft stays until HR takes it."""

from datetime import timedelta

import pytest

from bole.kit.worker import settle
from bole.mentoring.actions.matching_hand import LEASE, Hand
from bole.mentoring.actions.matching_runs import call_off_matching, start_matching, start_publishing
from bole.mentoring.actions.matching_telling import WAITED_FOR
from bole.mentoring.actions.matching_trying import take_over, try_capacity
from bole.mentoring.actions.rounds import bar_pair, draft_round
from bole.mentoring.actions.wishes import Wanted, make_wishes_for
from bole.mentoring.models import MatchRound, MatchRun, MentorRole, Proposal
from bole.mentoring.queries.matching_tried import tried_for
from bole.mentoring.refusals import CapacityWrong, DraftOver, MatchingRuns
from bole.notices.models import Notice
from bole.values.refusal import NotFound
from tests.mentoring.making import NOON, make_mentor
from tests.office import text

pytestmark = pytest.mark.django_db
NEW = Wanted(framework="new_graduate", words="想学会评测大模型")
BOARD, RUNS = "/company/mentoring/matching/", "/company/mentoring/matching/runs/"


@pytest.fixture
def drafted(cast):
    """李四 and 丁一 wait; 吴铮 alone takes somebody, one of them."""
    make_mentor(cast.people["吴铮"])
    MentorRole.objects.exclude(person=cast.people["吴铮"]).update(is_open=False)
    MentorRole.objects.filter(person=cast.people["吴铮"]).update(capacity=1)
    make_wishes_for(numbers=["BL0490", "BL0471"], wanted=NEW, by=cast.viewer("何佳"), at=NOON)
    draft_round(by=cast.viewer("何佳"), at=NOON)
    return cast


def tried(cast, capacity=2, name="何佳"):
    """Ask what another capacity of 吴铮 would change."""
    return try_capacity(number="BL0093", capacity=capacity, by=cast.viewer(name), at=NOON)


class TestTrying:
    def test_says_what_would_change_and_keeps_nothing_of_it(self, drafted) -> None:
        made = MatchRound.objects.get()
        rows = list(Proposal.objects.order_by("pk").values_list("wish", "mentor"))
        run = tried(drafted)
        settle(NOON)

        found = tried_for(drafted.viewer("何佳"), run.ref, day=NOON.date())

        assert (found.capacity, found.former, found.count, found.is_current) == (2, 1, 1, True)
        assert (found.before.matched, found.before.waiting, found.after.matched, found.after.waiting) == (1, 1, 2, 0)
        assert [(was, now) for _, was, now in found.changes] == [(None, drafted.pk("吴铮"))]
        assert MatchRound.objects.get().version == made.version
        assert list(Proposal.objects.order_by("pk").values_list("wish", "mentor")) == rows

    def test_asked_twice_is_one_and_other_work_waits(self, drafted) -> None:
        run, made = tried(drafted), MatchRound.objects.get()
        told = {"ref": made.ref, "version": made.version, "by": drafted.viewer("苏文"), "at": NOON}

        assert tried(drafted) == run
        with pytest.raises(MatchingRuns):
            tried(drafted, capacity=3)
        with pytest.raises(MatchingRuns):
            start_matching(by=drafted.viewer("苏文"), at=NOON)
        with pytest.raises(MatchingRuns):
            start_publishing(**told)
        with pytest.raises(MatchingRuns):
            bar_pair(mentee_id=drafted.pk("丁一"), mentor_id=drafted.pk("吴铮"), **told)

    def test_waits_while_the_pool_is_matched(self, drafted) -> None:
        start_matching(by=drafted.viewer("苏文"), at=NOON)

        with pytest.raises(MatchingRuns):
            tried(drafted)

    def test_called_off_comes_to_nothing(self, drafted) -> None:
        run, hand = tried(drafted), Hand()
        hand.turn(NOON)
        hand.turn(NOON)

        call_off_matching(ref=run.ref, by=drafted.viewer("何佳"), at=NOON)
        settle(NOON)

        run.refresh_from_db()
        assert (run.state, run.came) == ("off", None)

    def test_is_taken_up_by_another_worker(self, drafted) -> None:
        run, first, then = tried(drafted), Hand(), Hand()
        for _ in range(3):
            first.turn(NOON)

        for _ in range(20):
            then.turn(NOON + LEASE)

        run.refresh_from_db()
        assert (run.state, run.tries, run.came["count"]) == ("done", 2, 1)

    def test_of_a_draft_that_was_replaced_meanwhile_fails_and_says_so(self, drafted) -> None:
        run = tried(drafted)
        MatchRound.objects.update(version=9)

        settle(NOON)

        run.refresh_from_db()
        assert (run.state, run.why, run.came) == ("failed", "draft_over", None)

    def test_tells_only_whoever_waited_long(self, drafted) -> None:
        tried(drafted)
        settle(NOON)
        soon = Notice.objects.filter(kind="mentoring.matching_tried").count()
        tried(drafted, capacity=3)
        settle(NOON + WAITED_FOR + timedelta(seconds=1))

        assert (soon, Notice.objects.filter(kind="mentoring.matching_tried").count()) == (0, 1)

    @pytest.mark.parametrize(("number", "capacity", "why"), [("BL0093", 99, CapacityWrong), ("BL9999", 2, NotFound)])
    def test_refuses_what_cannot_be(self, drafted, number, capacity, why) -> None:
        with pytest.raises(why):
            try_capacity(number=number, capacity=capacity, by=drafted.viewer("何佳"), at=NOON)

        assert not MatchRun.objects.exists()


class TestTakingOver:
    def test_matches_the_draft_anew_with_it(self, drafted) -> None:
        run = tried(drafted)
        settle(NOON)

        take_over(run_ref=run.ref, by=drafted.viewer("何佳"), at=NOON)
        settle(NOON)

        assert MatchRound.objects.get().settings["capacities"] == {str(drafted.pk("吴铮")): 2}
        assert Proposal.objects.exclude(mentor=None).count() == 2

    def test_is_refused_once_the_draft_has_changed(self, drafted) -> None:
        run, made = tried(drafted), MatchRound.objects.get()
        settle(NOON)
        told = {"ref": made.ref, "version": made.version, "by": drafted.viewer("苏文"), "at": NOON}
        bar_pair(mentee_id=drafted.pk("丁一"), mentor_id=drafted.pk("吴铮"), **told)
        settle(NOON)

        with pytest.raises(DraftOver):
            take_over(run_ref=run.ref, by=drafted.viewer("何佳"), at=NOON)

        assert "这之后草案有了改动" in text(drafted.browser("何佳").get(f"{RUNS}{run.ref}/").content)


class TestPages:
    def test_lead_from_the_board_over_how_far_it_is_to_what_would_change(self, drafted) -> None:
        browser = drafted.browser("何佳")
        sent = browser.post(f"{BOARD}capacity/", {"mentor": "BL0093", "capacity": "2"})
        before = text(browser.get(sent.url).content)
        settle(NOON)
        after = text(browser.get(sent.url).content)
        taken = browser.post(f"{BOARD}capacity/", {"take": sent.url.removeprefix(RUNS).strip("/")})

        assert "马上开始试算" in before
        assert "草案保持不变" in before
        assert "吴铮" in after
        assert "采用" in after
        assert (taken.status_code, taken.url.startswith(RUNS), taken.url != sent.url) == (302, True, True)

    def test_show_its_three_stages(self, drafted) -> None:
        run = tried(drafted)
        MatchRun.objects.update(state="running", stage="solve", done=2)

        words = drafted.browser("何佳").get(f"{RUNS}{run.ref}/").content.decode()

        assert "正在试算会有哪些变化" in words
        assert "3/3" in words
        assert "取消试算" in words

    def test_say_on_the_board_what_was_refused(self, drafted) -> None:
        answer = drafted.browser("何佳").post(f"{BOARD}capacity/", {"mentor": "BL0093", "capacity": "99"})

        assert answer.status_code == 422
        assert not MatchRun.objects.exists()
