"""Announcements: written with the change, heard by each reaction once, tried again when it fails, laid aside in the end."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from bole.kit.announce import MOST_TRIES, announce, react_to_open
from bole.kit.models import Announcement, ReactionMark
from tests.kit.happened import Happened, Reader, hearing, written

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def open_ones() -> list[tuple[bool, int]]:
    return list(Announcement.objects.order_by("id").values_list("is_open", "tries"))


@pytest.mark.django_db
class TestAnnounce:
    def test_brings_the_event_as_it_was(self) -> None:
        reader = Reader("reads")
        with hearing(reader):
            announce(Happened(7, ("张三", "李四")), at=NOON)
            react_to_open(at=NOON)

        assert reader.heard == [Happened(7, ("张三", "李四"))]

    def test_is_gone_with_the_change_that_failed(self) -> None:
        def change() -> None:
            with transaction.atomic():
                announce(Happened(1), at=NOON)
                raise ZeroDivisionError

        with hearing(Reader("reads")), pytest.raises(ZeroDivisionError):
            change()

        assert open_ones() == []

    def test_leaves_nothing_open_if_nobody_listens(self) -> None:
        with hearing():
            announce(Happened(1), at=NOON, topics=["score:1"])

        assert open_ones() == [(False, 0)]


@pytest.mark.django_db
class TestReactToOpen:
    def test_has_one_effect_however_often_it_runs(self) -> None:
        first, second = Reader("first"), Reader("second")
        with hearing(first, second):
            announce(Happened(1), at=NOON)
            done = [react_to_open(at=NOON) for _ in range(3)]

        assert done == [1, 0, 0]
        assert written() == ["first 1", "second 1"]
        assert (len(first.heard), len(second.heard)) == (1, 1)

    def test_goes_oldest_first(self) -> None:
        reader = Reader("reads")
        with hearing(reader):
            for number in (3, 1, 2):
                announce(Happened(number), at=NOON)
            react_to_open(at=NOON)

        assert [one.number for one in reader.heard] == [3, 1, 2]

    def test_runs_again_only_what_has_no_mark(self) -> None:
        first, second = Reader("first"), Reader("second")
        with hearing(first, second):
            announce(Happened(1), at=NOON)
            react_to_open(at=NOON)
            Announcement.objects.update(is_open=True)
            ReactionMark.objects.filter(reaction="second").delete()
            react_to_open(at=NOON, most=10)

        assert (len(first.heard), len(second.heard)) == (1, 2)

    def test_leaves_nothing_of_a_failure_and_tries_again_later(self) -> None:
        reader = Reader("fails", fails=1)
        with hearing(reader):
            announce(Happened(1), at=NOON)
            react_to_open(at=NOON)
            after_failure = (written(), open_ones(), ReactionMark.objects.count())
            too_early = react_to_open(at=NOON + timedelta(seconds=1))
            in_time = react_to_open(at=NOON + timedelta(seconds=2))

        assert after_failure == ([], [(True, 1)], 0)
        assert (too_early, in_time) == (0, 1)
        assert written() == ["fails 1"]

    def test_waits_longer_after_each_failure(self) -> None:
        waits, at = [], NOON
        with hearing(Reader("fails", fails=99)):
            announce(Happened(1), at=NOON)
            for _ in range(MOST_TRIES):
                react_to_open(at=at)
                next_at = Announcement.objects.values_list("next_try_at", flat=True).get()
                waits.append((next_at - at).total_seconds())
                at = next_at

        assert waits == [2, 4, 8, 16, 32, 64, 128, 256]

    def test_lays_aside_after_eight_tries(self) -> None:
        reader, at = Reader("fails", fails=99), NOON
        with hearing(reader):
            announce(Happened(1), at=NOON)
            for _ in range(20):
                react_to_open(at=at)
                at += timedelta(minutes=10)

        assert len(reader.heard) == 8
        assert open_ones() == [(False, 8)]
        assert written() == []

    def test_lets_no_failure_keep_other_reactions_waiting(self) -> None:
        broken, sound = Reader("broken", fails=99), Reader("sound")
        with hearing(broken, sound):
            announce(Happened(1), at=NOON)
            announce(Happened(2), at=NOON)
            react_to_open(at=NOON)

        assert written() == ["sound 1", "sound 2"]
        assert [one.number for one in sound.heard] == [1, 2]
        assert open_ones() == [(True, 1), (True, 1)]


if connection.vendor == "postgresql":  # SQLite has one writer, so there is no second worker

    @pytest.mark.django_db(transaction=True)
    class TestTwoWorkers:
        """Where another worker has the announcement in hand, nobody may call it done: that worker may yet be killed."""

        def test_stays_open_while_another_worker_reacts(self) -> None:
            reader, held, done = Reader("reads"), threading.Event(), threading.Event()

            def other_worker() -> None:
                with transaction.atomic():
                    Announcement.objects.select_for_update().get()
                    held.set()
                    done.wait(10)
                connection.close()

            with hearing(reader):
                announce(Happened(1), at=NOON)
                thread = threading.Thread(target=other_worker)
                thread.start()
                held.wait(10)
                meanwhile = (react_to_open(at=NOON), open_ones())
                done.set()
                thread.join()
                afterwards = react_to_open(at=NOON)

            assert meanwhile == (0, [(True, 0)])
            assert (afterwards, written()) == (1, ["reads 1"])
