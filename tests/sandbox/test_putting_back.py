"""Putting the demo back: what the worker had begun on the other day is over before, and it begins nothing until the database is back."""

import threading
import time
from datetime import date, timedelta

import pytest
from django.db import connection

from bole.kit.clock import now
from bole.sandbox.actions import put_back
from bole.sandbox.actions.keeping import keep_beginning
from bole.sandbox.models import DemoState, Wish
from bole.sandbox.resting import turn_held, worker_resting
from tests.sandbox.test_making import in_a_demo

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'sqlite'", reason="only the embedded database is put back"),
]
ANCHOR = date(2026, 11, 23)
__all__ = ["in_a_demo"]


class Worker(threading.Thread):
    """Takes one turn that lasts a while, and writes what it computed at its end."""

    def __init__(self) -> None:
        """Begin nothing yet."""
        super().__init__()
        self.has_begun, self.wrote_at = threading.Event(), 0.0

    def run(self) -> None:
        """Take the turn."""
        with turn_held():
            self.has_begun.set()
            time.sleep(0.6)
            Wish.objects.create(what="task", number="BL0471", made_at=now())
            self.wrote_at = time.monotonic()
        connection.close()


@pytest.fixture
def turned(in_a_demo: object) -> DemoState:
    """Return a demo whose beginning was kept, and whose clock was moved since."""
    state = DemoState.objects.create(anchor=ANCHOR, today=ANCHOR, seed=1, made_at=now(), is_ready=True)
    keep_beginning()
    DemoState.objects.update(today=ANCHOR + timedelta(days=30))
    return state


class TestPutBack:
    def test_leaves_nothing_of_a_turn_that_the_worker_had_begun(self, turned: DemoState) -> None:
        worker = Worker()
        worker.start()
        worker.has_begun.wait()

        put_back()
        worker.join()

        assert DemoState.objects.get().today == ANCHOR
        assert Wish.objects.count() == 0

    def test_lets_the_worker_begin_nothing_before_it_is_done(self, turned: DemoState) -> None:
        worker = Worker()
        with worker_resting():
            worker.start()
            began_early = worker.has_begun.wait(0.4)
        worker.join()

        assert not began_early
        assert worker.wrote_at > 0
