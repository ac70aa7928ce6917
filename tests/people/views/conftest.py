"""The company on a Monday morning, and HR's browser in it."""

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from tests.people.company import MORNING, Cast, cast
from tests.people.views.browsers import browser


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Let it be Monday morning."""
    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def place() -> Cast:
    """Return the company and its cast."""
    return cast()


@pytest.fixture
def hr(place: Cast) -> Client:
    """Return the browser of an HR admin."""
    return browser("admin", "hr_admin")
