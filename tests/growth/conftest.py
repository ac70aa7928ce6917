"""It is noon on Friday, 20 November 2026, in the team of the tests of reviews: 林静 leads 李四, 苏文 is HR admin."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine

if TYPE_CHECKING:
    from tests.reviews.team import Team


@pytest.fixture(autouse=True)
def clock() -> "Iterator[time_machine.Traveller]":
    """Let it be noon; a test may move on."""
    with time_machine.travel(datetime(2026, 11, 20, 4, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def team(db: None) -> "Team":
    """Return the team, with the course, the exam and the skills that ship."""
    # Imported here: this file is read before Django is ready.
    from bole.growth.actions import take_presets
    from bole.values.viewer import SYSTEM
    from tests.factories import BEFORE
    from tests.reviews.team import make_team

    made = make_team()
    take_presets(by=SYSTEM, at=BEFORE)
    return made
