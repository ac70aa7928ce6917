"""A company that is founded once for a file of tests: each test gets a copy, and whatever it does is taken back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar

import time_machine
from django.db import transaction
from pytest_django import DjangoDbBlocker

Made = TypeVar("Made")


@contextmanager
def founded(blocker: DjangoDbBlocker, make: Callable[[], Made], at: datetime) -> Iterator[Made]:
    """Make it at a moment, in a transaction around all tests of the file, which is taken back in the end."""
    with blocker.unblock(), transaction.atomic():
        with time_machine.travel(at, tick=False):
            made = make()
        yield made
        transaction.set_rollback(True)
