"""It is noon on Monday, 12 October 2026."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from tests.surveys.pairs import Pairs


@pytest.fixture(autouse=True)
def clock() -> "Iterator[time_machine.Traveller]":
    """Let it be noon; a test may move on."""
    with time_machine.travel(datetime(2026, 10, 12, 4, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def pairs(db: None) -> "Pairs":
    """Return the mentor and the mentees."""
    # Imported here: this file is read before Django is ready.
    from tests.surveys.pairs import make_pairs

    return make_pairs()
