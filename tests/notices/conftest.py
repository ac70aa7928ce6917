"""It is noon on Friday, 20 November 2026."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

from tests.notices.outside import World, world

if TYPE_CHECKING:
    from tests.office import Office


@pytest.fixture(autouse=True)
def clock() -> "Iterator[time_machine.Traveller]":
    """Let it be Friday noon."""
    with time_machine.travel(datetime(2026, 11, 20, 4, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def office(db: None) -> "Office":
    """Return a small company, with a kind of notice to tell."""
    # Imported here: this file is read before Django is ready.
    from bole.notices.kinds import offer_kind
    from tests.office import make_office

    offer_kind("tests.due", "{name}: {n}, {date}, {duty}", group="reminder", words={"duty": {"meeting": "talk"}})
    return make_office()


@pytest.fixture
def outside() -> Iterator[World]:
    """Open the world outside of the house."""
    with world() as held:
        yield held
