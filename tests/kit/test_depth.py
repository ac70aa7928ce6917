"""Deep calls: whoever loops at any depth asks the system for no memory at each call."""

import resource
import sys
from collections.abc import Callable
from threading import Thread

import pytest

from bole.config.depth import with_room

CALLS = 1_000


def faults_of(looping: Callable[[], None]) -> int:
    """Return how often the system had to bring a page of memory meanwhile, in a thread that stands on nothing of the test run."""
    told: list[int] = []

    def counted() -> None:
        before = resource.getrusage(resource.RUSAGE_THREAD).ru_minflt
        looping()
        told.append(resource.getrusage(resource.RUSAGE_THREAD).ru_minflt - before)

    thread = Thread(target=counted)
    thread.start()
    thread.join()
    return told[0]


def looping_at(depth: int) -> Callable[[], None]:
    """Return what goes down so many calls and makes a thousand there."""

    def leaf() -> None:
        pass

    def down(left: int) -> None:
        if left:
            down(left - 1)
        else:
            for _ in range(CALLS):
                leaf()

    return lambda: down(depth)


def worst(run: Callable[[Callable[[], None]], object]) -> int:
    """Return the most pages that were brought at any depth up to 250, where 16 KB end more than once."""
    return max(faults_of(lambda depth=depth: run(looping_at(depth))) for depth in range(250))


def test_nothing_is_asked_of_the_system_at_any_depth() -> None:
    assert worst(lambda looping: with_room(looping)) < CALLS // 4


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="Python mended it in 3.13.13")
def test_without_room_there_is_a_depth_at_which_each_call_does() -> None:
    assert worst(lambda looping: looping()) >= CALLS


def test_gives_and_raises_what_the_call_does() -> None:
    assert with_room(divmod, 7, 2) == (3, 1)
    with pytest.raises(ZeroDivisionError):
        with_room(divmod, 7, 0)
