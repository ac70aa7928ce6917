"""The worker: one loop that reacts to announcements, does what rooms registered for each turn, and keeps the timetable."""

import logging
import signal
import time
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import FrameType

from django.db import OperationalError, close_old_connections, connection

from bole.kit.announce import react_to_open
from bole.kit.clock import now, process
from bole.kit.models import Heartbeat
from bole.kit.wake import Waker

log = logging.getLogger("bole.worker")
BEAT = timedelta(seconds=5)
BEGUN = "begun"  # the line of a job that is under way, or that a worker was killed over
LEFT_AFTER = timedelta(minutes=30)  # no job takes as long: it is begun again
Steps = Generator[None, None, str]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that is done at each turn of the loop; returns how much it did."""

    name: str
    work: Callable[[datetime], int]


@dataclass(frozen=True, slots=True)
class Job:
    """A line of the timetable: done when `every` has gone by since it last ran.

    Work that takes more than a moment comes in steps: one at each turn, so that scores and notices go on between.
    """

    name: str
    every: timedelta
    work: Callable[[datetime], str | Steps]


_turns: dict[str, Turn] = {}
_jobs: dict[str, Job] = {}
_under_way: dict[str, Steps] = {}


def each_turn(name: str, work: Callable[[datetime], int]) -> None:
    """Register work for each turn of the loop."""
    _turns[name] = Turn(name, work)


# What must be held while the worker works: whoever needs it to rest takes it away for that long.
_holds: list[Callable[[], AbstractContextManager[None]]] = []


def hold_each_turn(hold: Callable[[], AbstractContextManager[None]]) -> None:
    """Let every turn, jobs of the timetable included, happen inside `hold`; the worker waits until it gets it."""
    _holds[:] = [hold]


def timetable(*jobs: Job) -> None:
    """Set the timetable."""
    _jobs.update({job.name: job for job in jobs})


class Stop:
    """Ends the loop at a signal."""

    def __init__(self) -> None:
        """Listen for the two signals that end a process."""
        self.is_asked = False
        signal.signal(signal.SIGTERM, self._ask)
        signal.signal(signal.SIGINT, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self.is_asked = True


def run() -> None:
    """Work until a signal asks to stop."""
    stop, waker, last_beat = Stop(), Waker(), datetime.min.replace(tzinfo=now().tzinfo)
    log.info("worker started")
    while not stop.is_asked:
        try:
            with _held():
                at = now()  # asked inside: it may be another day than before the wait
                done = turn(at)
                if abs(at - last_beat) > BEAT:
                    beat(f"worker {process()}", at)
                    keep_timetable(at)
                    last_beat = at
        except OperationalError:
            log.exception("the database did not answer")
            connection.close()
            close_old_connections()
            time.sleep(0.5)
            continue
        except Exception:
            log.exception("turn failed")  # the worker goes on: what failed is still due, and the log says where
            time.sleep(0.5)
            continue
        if not done:
            waker.wait(0.1)
    waker.close()
    log.info("worker ended")


def _held() -> AbstractContextManager[None]:
    return _holds[0]() if _holds else nullcontext()


def turn(at: datetime) -> int:
    """Do one turn; return how much was done."""
    return react_to_open(at=at) + sum(one.work(at) for one in list(_turns.values())) + _go_on()


def settle(at: datetime, *, most: int = 1000) -> None:
    """Turn until nothing is left to do (tests, commands, the demo)."""
    for _ in range(most):
        if not turn(at):
            return


def beat(name: str, at: datetime, note: str = "") -> None:
    """Show that this part lives."""
    Heartbeat.objects.update_or_create(name=name, defaults={"at": at, "note": note[:200]})


def keep_timetable(at: datetime) -> None:
    """Run the jobs that are due; a job that fails leaves its line and is tried at the next round."""
    for job in _jobs.values():
        row = Heartbeat.objects.filter(name=f"job {job.name}").first()
        if row and not _is_due(job, row, at):
            continue
        if not (Heartbeat.objects.filter(pk=row.pk, at=row.at).update(at=at, note=BEGUN) if row else _first(job, at)):
            continue  # another worker was faster
        try:
            done = job.work(at)
        except Exception:
            log.exception("job failed", extra={"facts": {"job": job.name}})
            _ended(job.name, "failed")
            continue
        if isinstance(done, str):
            _ended(job.name, done)
        else:
            _under_way[job.name] = done


def _is_due(job: Job, row: Heartbeat, at: datetime) -> bool:
    """Test if a job is due: its time has come, or whoever began it was killed over it."""
    if job.name in _under_way:
        return False
    wait = min(job.every, LEFT_AFTER) if row.note == BEGUN else job.every
    return not row.at <= at < row.at + wait


def _go_on() -> int:
    """Do the next step of each job that is under way; return how many those are."""
    under_way = list(_under_way.items())
    for name, steps in under_way:
        try:
            next(steps)
        except StopIteration as done:
            del _under_way[name]
            _ended(name, str(done.value))
        except Exception:
            del _under_way[name]
            log.exception("job failed", extra={"facts": {"job": name}})
            _ended(name, "failed")
    return len(under_way)


def _ended(name: str, note: str) -> None:
    Heartbeat.objects.filter(name=f"job {name}").update(note=note[:200])
    log.info("job", extra={"facts": {"job": name, "note": note}})


def _first(job: Job, at: datetime) -> bool:
    return Heartbeat.objects.get_or_create(name=f"job {job.name}", defaults={"at": at, "note": BEGUN})[1]
