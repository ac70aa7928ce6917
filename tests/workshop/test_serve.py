"""`bole serve` with the real door and the real worker on an embedded database."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest


@pytest.fixture
def serving(tmp_path, migrated):
    shutil.copy(migrated, tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    surroundings = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    surroundings |= {"BOLE_DATA": str(tmp_path), "BOLE_PORT": str(port), "BOLE_LOG_LEVEL": "ERROR"}
    subprocess.run([sys.executable, "-m", "bole", "migrate"], env=surroundings, check=True, stdout=subprocess.DEVNULL)
    process = subprocess.Popen([sys.executable, "-m", "bole", "serve"], env=surroundings, stderr=subprocess.PIPE, text=True)
    yield process, f"http://127.0.0.1:{port}/readyz"
    process.kill()
    process.wait()
    process.stderr.close()


def becomes_ready(address: str) -> bool:
    """Wait until the door says that database, tables and worker are there."""
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    return False


def child(process: subprocess.Popen[str], words: str) -> int:
    """Return the process number of the child whose command holds the words."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
    (found,) = [int(one) for one in children if words in Path(f"/proc/{one}/cmdline").read_text().replace("\0", " ")]
    return found


def test_a_killed_door_opens_again(serving):
    process, address = serving
    assert becomes_ready(address)

    os.kill(child(process, "granian"), signal.SIGKILL)

    # Said before it starts again, so this line means that the old door is gone.
    while "The door ended (signal 9)" not in process.stderr.readline():
        pass
    assert becomes_ready(address)


def test_one_signal_ends_both_within_seconds(serving):
    process, address = serving
    assert becomes_ready(address)
    parts = [child(process, "granian"), child(process, "bole worker")]

    process.terminate()

    assert process.wait(10) == 0
    assert [Path(f"/proc/{part}").exists() for part in parts] == [False, False]
