"""The company on one machine: PostgreSQL, two doors, two workers, started and ended by one command."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.workshop.ports import free_pair

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder():
    # Not pytest's own folder: PostgreSQL's user cannot look into that one.
    made = Path(tempfile.mkdtemp(prefix="bole-company-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made, ignore_errors=True)


@pytest.mark.full
def test_both_doors_are_ready_and_everything_ends(folder):
    port = free_pair()
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    surroundings |= {"BOLE_DATA": str(folder), "BOLE_PORT": str(port)}

    done = subprocess.run(
        [sys.executable, "scripts/company.py", "--check"],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )

    assert f"http://127.0.0.1:{port}/readyz: ready" in done.stdout, done.stderr
    assert f"http://127.0.0.1:{port + 1}/readyz: ready" in done.stdout, done.stderr
    assert done.returncode == 0
    assert not (folder / "postgres/cluster/postmaster.pid").exists()
