"""Letting the worker rest while the demo is put back: a file in the data folder that it locks for each turn.

A lock of the operating system, because it ends with the process that held it: whichever of the two is killed, the other goes on.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings


def _path() -> Path:
    return Path(settings.ENVIRONMENT.folder) / "demo" / "turn"


@contextmanager
def turn_held() -> Iterator[None]:
    """Hold the turn, beside other workers, as soon as nobody puts the demo back."""
    with _locked(fcntl.LOCK_SH):
        yield


@contextmanager
def worker_resting() -> Iterator[None]:
    """Wait until the worker has ended its turn, and let it begin no other before the end of this."""
    with _locked(fcntl.LOCK_EX):
        yield


@contextmanager
def _locked(how: int) -> Iterator[None]:
    _path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _path().open("a") as file:
        fcntl.flock(file, how)
        yield  # closing the file gives the lock back
