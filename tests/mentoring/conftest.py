"""The cast of these tests, and Monday, 23 November 2026, at noon."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from tests.mentoring.making import Cast


@pytest.fixture
def noon() -> "Iterator[time_machine.Traveller]":
    """Let it be noon; a test may move on."""
    from tests.mentoring.making import NOON  # this file is read before Django is ready

    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def cast(db: None, noon: "time_machine.Traveller") -> "Cast":
    """Return the cast, at noon."""
    from tests.mentoring.making import make_cast

    return make_cast()
