"""It is noon on Friday, 20 November 2026, in the team of the tests of reviews: 林静 leads 李四, 苏文 is HR admin."""

from collections.abc import Iterator
from copy import deepcopy
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from pytest_django import DjangoDbBlocker

from tests.founding import founded

if TYPE_CHECKING:
    from tests.reviews.team import Team

NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> "Iterator[time_machine.Traveller]":
    """Let it be noon; a test may move on."""
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture(scope="module")
def founded_team(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator["Team"]:
    """Make the team once for the file."""
    # Imported here: this file is read before Django is ready.
    from bole.growth.actions import take_presets
    from bole.values.viewer import SYSTEM
    from tests.factories import BEFORE
    from tests.reviews.team import make_team

    with founded(django_db_blocker, make_team, NOON) as team:
        take_presets(by=SYSTEM, at=BEFORE)
        yield team


@pytest.fixture
def team(founded_team: "Team", db: None) -> "Team":
    """Return the team, with the course, the exam and the skills that ship."""
    return deepcopy(founded_team)
