"""It is noon on Friday, 20 November 2026."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from pytest_django import DjangoDbBlocker

from tests.founding import founded
from tests.notices.outside import World, world

if TYPE_CHECKING:
    from tests.office import Office

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> "Iterator[time_machine.Traveller]":
    """Let it be Friday noon."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def founded_office(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator["Office"]:
    """Make the office once for the file."""
    # Imported here: this file is read before Django is ready.
    from tests.office import make_office

    with founded(django_db_blocker, make_office, NOON) as office:
        yield office


@pytest.fixture
def office(founded_office: "Office", db: None) -> "Office":
    """Return a small company, with a kind of notice to tell."""
    from bole.notices.kinds import offer_kind

    offer_kind("tests.due", "{name}: {n}, {date}, {duty}", group="reminder", words={"duty": {"meeting": "talk"}})
    return deepcopy(founded_office)


@pytest.fixture
def outside() -> Iterator[World]:
    """Open the world outside of the house."""
    with world() as held:
        yield held
