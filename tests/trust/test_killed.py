"""`kill -9` of doors and workers under load: nothing lost, nothing doubled, on both databases."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trust.killed import Installation, under_load

KILLS, CLIENTS = 16, 4


@pytest.fixture
def installation(tmp_path: Path) -> Iterator[Installation]:
    """Run an installation, and four programs that send to it."""
    with under_load(tmp_path, clients=CLIENTS) as running:
        yield running


@pytest.mark.full
@pytest.mark.both
class TestKilled:
    """Doors and workers die in turn, again and again, while four programs send."""

    def test_loses_nothing_and_doubles_nothing(self, installation: Installation) -> None:
        chance = random.Random(9)

        for kind in ("door", "worker") * (KILLS // 2):
            installation.kill(kind, chance)
        found = installation.ended()

        acked = installation.acked
        assert len(acked) > 100
        assert [one for client in installation.clients for one in client.refused] == []
        assert found["items"] == acked
        assert found["facts"] == len(acked)
        assert found["doubled"] == []
        assert (found["readings_agree"], found["scores_agree"], found["open"], found["faults"]) == (True, True, 0, [])
