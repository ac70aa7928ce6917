"""The cast of these tests, and Monday, 23 November 2026, at noon."""

from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
import time_machine
from pytest_django import DjangoDbBlocker

from tests.founding import founded

if TYPE_CHECKING:
    from tests.mentoring.making import Cast


@pytest.fixture
def noon() -> "Iterator[time_machine.Traveller]":
    """Let it be noon; a test may move on."""
    from tests.mentoring.making import NOON  # this file is read before Django is ready

    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def founded_cast(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> "Iterator[Cast]":
    """Make the cast once for the file."""
    from tests.mentoring.making import NOON, make_cast

    with founded(django_db_blocker, make_cast, NOON) as cast:
        yield cast


@pytest.fixture
def cast(founded_cast: "Cast", db: None, noon: "time_machine.Traveller") -> "Cast":
    """Return the cast, at noon."""
    return deepcopy(founded_cast)
