"""Pages are read on Friday, 20 November 2026, at noon in Shanghai."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from pytest_django import DjangoDbBlocker

from tests.founding import founded

if TYPE_CHECKING:
    from django.test import Client

    from tests.home.crew import Crew

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> "Iterator[time_machine.Traveller]":
    """Let it be Friday noon; a test may move on."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def founded_crew(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator["Crew"]:
    """Make the crew once for the file."""
    # Imported here: this file is read before Django is ready.
    from tests.home.crew import make_crew

    with founded(django_db_blocker, make_crew, NOON) as crew:
        yield crew


@pytest.fixture
def crew(founded_crew: "Crew", db: None) -> "Crew":
    """Return the crew."""
    return deepcopy(founded_crew)


@pytest.fixture
def client() -> "Client":
    """Return a browser that reads Chinese."""
    from django.test import Client

    return Client(headers={"accept-language": "zh-CN"})
