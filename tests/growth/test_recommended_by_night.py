"""The night of recommendations: nobody waits for it, it never comes over what was said meanwhile, and it may be killed at any moment."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import OperationalError, connection

from bole.audit.models import Entry
from bole.config.timetable import set_timetable
from bole.growth.actions import (
    erase_all_behaviour,
    note_behaviour,
    recommend_again,
    recommend_by_night,
    recommending_all,
    switch_recommendations_off,
    take_presets,
)
from bole.growth.models import LibraryItem, Recommended
from bole.kit import worker
from bole.kit.models import Heartbeat
from bole.kit.worker import keep_timetable, turn
from bole.people.models import Unit
from bole.values.viewer import SYSTEM
from tests.factories import BEFORE
from tests.reviews.team import MORNING, Team, make_team

YESTERDAY = MORNING - timedelta(days=1)


@pytest.fixture
def learners(transactional_db: None) -> Team:
    """Return a team of its own, in which 李四 opened two things; recommendations are of yesterday."""
    team = make_team()
    take_presets(by=SYSTEM, at=BEFORE)
    for one in LibraryItem.objects.filter(state="published").order_by("code")[:2]:
        note_behaviour(person_id=team.pk("李四"), what="opened", item=one.ref, topics=one.topics, by=team.viewer("李四"), at=YESTERDAY)
    for _ in recommend_by_night(YESTERDAY):
        pass
    return team


@pytest.fixture
def meanwhile(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Let something happen when it was worked out what is recommended, and before it is kept."""

    def arrange(happens: Callable[[], object]) -> None:
        whole = recommending_all.choose_in_turn

        def worked_out(*given: Any, **more: Any) -> Iterator[Any]:
            for found in whole(*given, **more):
                happens()
                yield found

        monkeypatch.setattr(recommending_all, "choose_in_turn", worked_out)

    return arrange


def work_through(at: datetime = MORNING) -> str:
    """Do the night's work; return what it says."""
    return recommending_all.recommend_at_once(at)


def days(team: Team, name: str) -> set[datetime]:
    """Return of which days somebody's recommendations are."""
    return set(Recommended.objects.filter(person=team.pk(name)).values_list("day", flat=True))


class TestNobodyWaits:
    def test_somebody_else_writes_while_it_computes(self, learners: Team, meanwhile: Callable[[Callable[[], object]], None]) -> None:
        outcomes = list[str]()

        def write() -> None:
            try:
                outcomes.append(str(Unit.objects.filter(pk=learners.company.root.pk).update(changed_by="meanwhile")))
            except OperationalError as problem:
                outcomes.append(str(problem))
            finally:
                connection.close()

        def elsewhere() -> None:
            thread = threading.Thread(target=write)
            thread.start()
            thread.join(60)

        meanwhile(elsewhere)
        said = work_through()

        assert outcomes == ["1"]
        assert said.endswith("people")
        assert days(learners, "李四") == {MORNING.date()}

    def test_no_transaction_is_open_between_the_steps(self, learners: Team) -> None:
        open_ones = [connection.in_atomic_block for _ in recommend_by_night(MORNING)]

        assert len(open_ones) == 3
        assert not any(open_ones)

    def test_the_night_leaves_one_line_on_the_record(self, learners: Team) -> None:
        before = Entry.objects.filter(what="growth.recommend_to_everybody").count()

        work_through()

        assert Entry.objects.filter(what="growth.recommend_to_everybody").count() == before + 1


class TestWhatIsSaidMeanwhile:
    def test_off_is_off(self, learners: Team, meanwhile: Callable[[Callable[[], object]], None]) -> None:
        meanwhile(lambda: switch_recommendations_off(by=learners.viewer("李四"), at=MORNING))

        work_through()

        assert days(learners, "李四") == set()
        assert days(learners, "林静") == {MORNING.date()}

    def test_off_is_off_of_whom_nothing_was_remembered(self, learners: Team, meanwhile: Callable[[Callable[[], object]], None]) -> None:
        Recommended.objects.filter(person=learners.pk("林静")).delete()
        meanwhile(lambda: switch_recommendations_off(by=learners.viewer("林静"), at=MORNING))

        work_through()

        assert days(learners, "林静") == set()

    def test_what_was_erased_makes_nothing_any_more(self, learners: Team, meanwhile: Callable[[Callable[[], object]], None]) -> None:
        meanwhile(lambda: erase_all_behaviour(by=learners.viewer("李四"), at=MORNING))

        work_through()

        assert days(learners, "李四") == set()  # the reaction works it out anew, from nothing

    def test_what_was_worked_out_meanwhile_stays(self, learners: Team, meanwhile: Callable[[Callable[[], object]], None]) -> None:
        kept = list[int]()

        def again() -> None:
            recommend_again(person_id=learners.pk("李四"), by=SYSTEM, at=MORNING)
            kept.extend(Recommended.objects.filter(person=learners.pk("李四")).values_list("pk", flat=True))

        meanwhile(again)
        work_through()

        assert set(Recommended.objects.filter(person=learners.pk("李四")).values_list("pk", flat=True)) == set(kept)

    def test_somebody_who_is_gone_is_left_alone(self, learners: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        gone = learners.pk("吴铮")
        monkeypatch.setattr(recommending_all, "hold_people", lambda found: [one for one in found if one != gone])

        work_through()

        assert days(learners, "吴铮") == {YESTERDAY.date()}
        assert days(learners, "林静") == {MORNING.date()}


class TestTheWorker:
    @pytest.fixture(autouse=True)
    def _own_jobs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("_jobs", "_under_way", "_turns"):
            monkeypatch.setattr(worker, name, {})
        set_timetable()
        monkeypatch.setattr(worker, "_jobs", {"recommend": worker._jobs["recommend"]})

    def test_does_a_step_at_each_turn_and_then_says_so(self, learners: Team) -> None:
        keep_timetable(MORNING)

        assert Heartbeat.objects.get(name="job recommend").note == "begun"
        turns = 0
        while worker._under_way:
            turn(MORNING)
            turns += 1

        assert turns == 4
        assert Heartbeat.objects.get(name="job recommend").note.endswith(" people")
        assert days(learners, "林静") == {MORNING.date()}

    def test_begins_anew_when_it_was_killed_in_the_middle(self, learners: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("bole.growth.rules.recommend.AT_ONCE", 2)
        keep_timetable(MORNING)
        while days(learners, "高远") == {YESTERDAY.date()}:
            turn(MORNING)
        monkeypatch.setattr(worker, "_under_way", {})  # the worker is killed

        whole = [days(learners, name) for name in ("高远", "吴铮")]
        keep_timetable(MORNING + timedelta(minutes=29))
        assert not worker._under_way
        keep_timetable(MORNING + timedelta(minutes=31))
        while worker._under_way:
            turn(MORNING)

        assert whole == [{MORNING.date()}, {YESTERDAY.date()}]
        assert [days(learners, name) for name in ("高远", "吴铮")] == [{MORNING.date()}] * 2
