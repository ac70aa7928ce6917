"""It is noon on Monday, 12 October 2026."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from pytest_django import DjangoDbBlocker

from tests.founding import founded

if TYPE_CHECKING:
    from tests.surveys.pairs import Pairs

NOON = datetime(2026, 10, 12, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> "Iterator[time_machine.Traveller]":
    """Let it be noon; a test may move on."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def founded_pairs(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator["Pairs"]:
    """Make the pairs once for the file."""
    # Imported here: this file is read before Django is ready.
    from tests.surveys.pairs import make_pairs

    with founded(django_db_blocker, make_pairs, NOON) as pairs:
        yield pairs


@pytest.fixture
def pairs(founded_pairs: "Pairs", db: None) -> "Pairs":
    """Return the mentor and the mentees."""
    return deepcopy(founded_pairs)
