"""The worker: turns until nothing is left, a timetable that keeps its hours, and no job that stops the others."""

import os
import signal
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bole.kit import worker
from bole.kit.announce import announce
from bole.kit.jobs import sweep
from bole.kit.models import Announcement, Heartbeat, KeptAnswer
from bole.kit.worker import Job, Steps, beat, each_turn, keep_timetable, settle, timetable, turn
from tests.kit.happened import Happened, Reader, hearing

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _own_turns_and_jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "_turns", {})
    monkeypatch.setattr(worker, "_jobs", {})
    monkeypatch.setattr(worker, "_under_way", {})


class Clerk:
    """Works when asked, and fails when told to."""

    def __init__(self, *, fails: bool = False, left: int = 0) -> None:
        self.fails, self.left, self.ran = fails, left, list[datetime]()

    def job(self, at: datetime) -> str:
        self.ran.append(at)
        if self.fails:
            raise RuntimeError
        return f"{len(self.ran)} done"

    def turn(self, at: datetime) -> int:
        self.ran.append(at)
        done = min(self.left, 2)
        self.left -= done
        return done


def notes() -> dict[str, str]:
    return dict(Heartbeat.objects.filter(name__startswith="job ").values_list("name", "note"))


class TestSettle:
    def test_turns_until_nothing_is_left(self) -> None:
        clerk = Clerk(left=5)
        each_turn("clerk", clerk.turn)

        settle(NOON)

        assert (clerk.left, len(clerk.ran)) == (0, 4)

    def test_reacts_to_what_reactions_announce(self) -> None:
        class Teller(Reader):
            def react(self, event: Happened, at: datetime) -> None:
                super().react(event, at)
                if event.number < 3:
                    announce(Happened(event.number + 1), at=at)

        teller = Teller("tells")
        with hearing(teller):
            announce(Happened(1), at=NOON)
            settle(NOON)

        assert [one.number for one in teller.heard] == [1, 2, 3]
        assert not Announcement.objects.filter(is_open=True).exists()


class Hold:
    """Counts how often it was held, and how often it was given back."""

    def __init__(self) -> None:
        self.held, self.given_back = 0, 0

    def __enter__(self) -> None:
        self.held += 1

    def __exit__(self, *_: object) -> None:
        self.given_back += 1


class TestRun:
    def test_holds_every_turn_and_gives_it_back_after_one_that_failed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        hold, seen = Hold(), []
        monkeypatch.setattr(worker, "_holds", [lambda: hold])

        def work(at: datetime) -> int:
            seen.append((hold.held, hold.given_back))
            if len(seen) == 1:
                raise RuntimeError
            os.kill(os.getpid(), signal.SIGTERM)
            return 0

        each_turn("work", work)
        worker.run()

        assert seen == [(1, 0), (2, 1)]
        assert hold.given_back == 2

    @pytest.fixture(autouse=True)
    def _give_the_signals_back(self) -> Iterator[None]:
        kept = {one: signal.getsignal(one) for one in (signal.SIGTERM, signal.SIGINT)}
        yield
        for one, handler in kept.items():
            signal.signal(one, handler)

    def test_goes_on_after_a_turn_that_failed_and_ends_at_a_signal(self) -> None:
        seen = []

        def work(at: datetime) -> int:
            seen.append(at)
            if len(seen) == 1:
                raise ValueError("a fault of ours")
            os.kill(os.getpid(), signal.SIGTERM)
            return 0

        each_turn("work", work)
        worker.run()

        assert len(seen) == 2
        assert Heartbeat.objects.filter(name__startswith="worker ").count() == 1


class TestTheTimetable:
    def test_runs_a_job_when_its_time_has_come_and_not_before(self) -> None:
        clerk = Clerk()
        timetable(Job("count", HOUR, clerk.job))

        for minutes in (0, 1, 59, 60, 61, 119, 125):
            keep_timetable(NOON + timedelta(minutes=minutes))

        assert clerk.ran == [NOON, NOON + HOUR, NOON + timedelta(minutes=125)]
        assert notes() == {"job count": "3 done"}

    def test_goes_on_after_a_job_that_failed_and_says_so(self) -> None:
        broken, sound = Clerk(fails=True), Clerk()
        timetable(Job("a broken", HOUR, broken.job), Job("b sound", HOUR, sound.job))

        keep_timetable(NOON)
        keep_timetable(NOON + HOUR)

        assert (len(broken.ran), len(sound.ran)) == (2, 2)
        assert notes() == {"job a broken": "failed", "job b sound": "2 done"}

    def test_runs_again_after_the_clock_went_back(self) -> None:
        clerk = Clerk()
        timetable(Job("count", HOUR, clerk.job))

        keep_timetable(NOON)
        keep_timetable(NOON - timedelta(days=30))

        assert clerk.ran == [NOON, NOON - timedelta(days=30)]

    def test_leaves_a_job_to_the_worker_that_was_faster(self) -> None:
        slow = Clerk()
        timetable(Job("count", HOUR, slow.job))
        Heartbeat.objects.create(name="job count", at=NOON + HOUR, note="by the other")

        keep_timetable(NOON + HOUR + timedelta(seconds=1))

        assert (slow.ran, notes()) == ([], {"job count": "by the other"})


class TestAJobInSteps:
    """A job of several steps, one at each turn."""

    def steps(self, at: datetime) -> Steps:
        self.done = 0
        for _ in range(3):
            self.done += 1
            yield
        return f"{self.done} steps"

    def test_lets_other_work_go_on_between(self) -> None:
        clerk = Clerk()
        each_turn("clerk", clerk.turn)
        timetable(Job("long", HOUR, self.steps))

        keep_timetable(NOON)
        assert notes() == {"job long": "begun"}
        for _ in range(4):
            turn(NOON)

        assert notes() == {"job long": "3 steps"}
        assert len(clerk.ran) == 4

    def test_is_not_begun_twice(self) -> None:
        timetable(Job("long", timedelta(minutes=1), self.steps))

        keep_timetable(NOON)
        turn(NOON)
        turn(NOON)
        keep_timetable(NOON + timedelta(hours=2))
        turn(NOON)

        assert self.done == 3

    def test_is_begun_again_when_its_worker_was_killed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        timetable(Job("long", timedelta(days=1), self.steps))
        keep_timetable(NOON)
        turn(NOON)
        monkeypatch.setattr(worker, "_under_way", {})

        keep_timetable(NOON + timedelta(minutes=29))
        assert turn(NOON) == 0
        keep_timetable(NOON + timedelta(minutes=31))
        settle(NOON)

        assert notes() == {"job long": "3 steps"}

    def test_says_that_it_failed_and_leaves_the_others_alone(self) -> None:
        def fails(at: datetime) -> Steps:
            yield
            raise RuntimeError

        timetable(Job("a broken", HOUR, fails), Job("b long", HOUR, self.steps))

        keep_timetable(NOON)
        settle(NOON)

        assert notes() == {"job a broken": "failed", "job b long": "3 steps"}


class TestBeat:
    def test_shows_that_a_worker_lives_in_one_row(self) -> None:
        beat("worker 7", NOON)
        beat("worker 7", NOON + HOUR, note="x" * 300)

        row = Heartbeat.objects.get()
        assert (row.at, len(row.note)) == (NOON + HOUR, 200)


@pytest.fixture
def old() -> None:
    """Leave things of eight days ago."""
    then = NOON - timedelta(days=8)
    for is_open, tries in ((False, 0), (True, 0), (False, 8)):
        Announcement.objects.create(kind="Happened", body={}, at=then, is_open=is_open, tries=tries)
    KeptAnswer.objects.create(who="a", route="facts", key="k", body_hash="x", status=200, answer={}, at=then)
    Heartbeat.objects.create(name="worker 1", at=then)
    Heartbeat.objects.create(name="job sweep", at=then)


def test_sweeping_drops_what_is_done_and_keeps_what_is_open_or_laid_aside(old: None) -> None:
    note = sweep(NOON)

    assert note == "1 announcements, 1 answers dropped"
    assert sorted(Announcement.objects.values_list("is_open", "tries")) == [(False, 8), (True, 0)]
    assert list(Heartbeat.objects.values_list("name", flat=True)) == ["job sweep"]
