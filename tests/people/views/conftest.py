"""The company on a Monday morning, and HR's browser in it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from django.test import Client

    from tests.people.company import Cast


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    """Let it be Monday morning."""
    from tests.people.company import MORNING

    with time_machine.travel(MORNING, tick=False):
        yield


@pytest.fixture
def place() -> "Cast":
    """Return the company and its cast."""
    from tests.people.company import cast

    return cast()


@pytest.fixture
def hr(place: "Cast") -> "Client":
    """Return the browser of an HR admin."""
    from tests.people.views.browsers import browser

    return browser("admin", "hr_admin")
