"""What the tests of accounts have in common."""

import pytest
from pytest_django import Settings


@pytest.fixture(autouse=True)
def _django_reads_a_session_again_before_it_drops_it(settings: Settings) -> None:
    settings.ZEAL_ALLOWLIST = [{"model": "sessions.Session"}]
