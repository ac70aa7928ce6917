"""Bad input has the same verdict on both databases. Runs where PostgreSQL does, and lets SQLite answer beside it."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.trust.company import Firm
from tests.trust.sweeps import Verdicts, faults, in_addresses, in_forms, in_questions

ROOT = Path(__file__).resolve().parents[2]
SWEPT = (sys.executable, "-m", "pytest", "-q", "-n", "0", "-m", "not full", "tests/trust/test_hostile.py")

pytestmark = [pytest.mark.django_db, pytest.mark.both, pytest.mark.full]


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Ask the same on SQLite, in a process beside this one that keeps its verdicts in our folder."""
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith(("BOLE_", "PYTEST_", "DJANGO_"))}
    with subprocess.Popen(SWEPT, cwd=ROOT, env=surroundings | {"VERDICTS": str(tmp_path)}, stdout=subprocess.DEVNULL) as asked:
        yield asked
        asked.kill()


def test_bad_input_is_answered_alike_on_both_databases(firm: Firm, on_sqlite: "subprocess.Popen[bytes]", tmp_path: Path) -> None:
    here = {
        **in_addresses(firm, all_of_them=False),
        **in_questions(firm, all_of_them=False),
        **in_forms(firm, all_of_them=False),
    }
    assert on_sqlite.wait(600) == 0
    there = verdicts_in(tmp_path)

    print(f"\nT11 alike: requests={len(here)} differing={len(differing(here, there))}")
    assert len(here) > 1000
    assert faults(here) == {}
    assert differing(here, there) == {}


def verdicts_in(folder: Path) -> Verdicts:
    """Return what was answered there."""
    found: Verdicts = {}
    for file in folder.glob("*.json"):
        found |= json.loads(file.read_text())
    return found


def differing(here: Verdicts, there: Verdicts) -> dict[str, tuple[str, str]]:
    """Return what was not answered alike: on PostgreSQL, and on SQLite."""
    return {
        asked: (here.get(asked, "not asked"), there.get(asked, "not asked"))
        for asked in here | there
        if here.get(asked) != there.get(asked)
    }
