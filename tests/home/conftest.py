"""Pages are read on Friday, 20 November 2026, at noon in Shanghai."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from django.test import Client

    from tests.home.crew import Crew


@pytest.fixture(autouse=True)
def clock() -> "Iterator[time_machine.Traveller]":
    """Let it be Friday noon; a test may move on."""
    with time_machine.travel(datetime(2026, 11, 20, 4, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def crew(db: None) -> "Crew":
    """Return the crew."""
    # Imported here: this file is read before Django is ready.
    from tests.home.crew import make_crew

    return make_crew()


@pytest.fixture
def client() -> "Client":
    """Return a browser that reads Chinese."""
    from django.test import Client

    return Client(headers={"accept-language": "zh-CN"})
