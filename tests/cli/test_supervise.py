"""The supervisor with real processes: started together, kept alive, ended together."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

# Parts that write their process number and then wait, the second one added once the first is open; the supervisor runs in a process of
# its own, as in life.
PROGRAM = """
import sys
from bole.cli.supervise import Part, Supervisor

def part(name):
    wait = "import os, sys, time; open(sys.argv[1], 'a').write(f'{os.getpid()}\\\\n'); time.sleep(60)"
    return Part(name=name, command=(sys.executable, "-c", wait, f"{sys.argv[1]}/{name}"))

supervisor = Supervisor([part("door")], lambda words: print(words, flush=True), once_open=lambda: supervisor.add(part("worker")))
sys.exit(supervisor.run())
"""


@pytest.fixture
def supervisor(tmp_path: Path):
    program = tmp_path / "program.py"
    program.write_text(textwrap.dedent(PROGRAM))
    process = subprocess.Popen([sys.executable, str(program), str(tmp_path)], stdout=subprocess.PIPE, text=True, start_new_session=True)
    starts(tmp_path / "door", 1)
    starts(tmp_path / "worker", 1)
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def starts(path: Path, count: int) -> list[int]:
    """Wait until the part was started so often; return its process numbers."""
    wait_for(lambda: len(_numbers(path)) >= count)
    return _numbers(path)


def _numbers(path: Path) -> list[int]:
    return [int(line) for line in path.read_text().splitlines()] if path.exists() else []


def wait_for(ask):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        found = ask()
        if found:
            return found
        time.sleep(0.02)
    raise AssertionError("waited 60 s in vain")


def is_gone(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return True
    return Path(f"/proc/{number}/stat").read_text().split()[2] == "Z"


class TestSupervisor:
    def test_starts_again_what_was_killed_and_says_so(self, supervisor, tmp_path):
        (worker,) = starts(tmp_path / "worker", 1)

        os.kill(worker, signal.SIGKILL)

        assert len(starts(tmp_path / "worker", 2)) == 2
        assert len(starts(tmp_path / "door", 1)) == 1
        assert supervisor.stdout.readline() == "The worker ended (signal 9). It starts again in 0.25 s.\n"

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
    def test_ends_everything_at_a_signal(self, supervisor, tmp_path, number):
        parts = starts(tmp_path / "door", 1) + starts(tmp_path / "worker", 1)

        supervisor.send_signal(number)

        assert supervisor.wait(10) == 0
        assert [is_gone(part) for part in parts] == [True, True]

    def test_takes_its_parts_along_when_it_is_killed_itself(self, supervisor, tmp_path):
        parts = starts(tmp_path / "door", 1) + starts(tmp_path / "worker", 1)

        supervisor.kill()

        assert wait_for(lambda: all(is_gone(part) for part in parts))
