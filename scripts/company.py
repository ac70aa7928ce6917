"""A company on this machine: PostgreSQL, two doors, two workers, all on loopback, started and ended together.

`compose.yaml` starts the same commands in containers. With `--check` it starts everything, asks both doors whether they are ready, and
ends everything again.
"""

import argparse
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field

from postgres import NoPostgres, postgres

from bole.cli.supervise import Part, Supervisor
from bole.config.environment import Environment

BOLE = (sys.executable, "-m", "bole")
LONGEST_START = 60.0


@dataclass(slots=True)
class Doors:
    """Asks the doors whether they are ready."""

    addresses: tuple[str, ...]
    deadline: float
    ready: set[str] = field(default_factory=set)

    def are_ready(self) -> bool:
        """Test if each door has said that it is ready."""
        for address in self.addresses:
            if address not in self.ready and _is_ready(address):
                self.ready.add(address)
        return len(self.ready) == len(self.addresses) or time.monotonic() > self.deadline


def main() -> int:
    reader = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    reader.add_argument("--check", action="store_true", help="start, ask both doors whether they are ready, end")
    wanted = reader.parse_args()
    environment = Environment.read()
    if environment.database:
        print("BOLE_DATABASE is set; `make company` starts a database of its own. Unset it.", file=sys.stderr)
        return 2
    try:
        with postgres(environment.folder / "postgres", is_throwaway=False) as address:
            os.environ["BOLE_DATABASE"] = address
            return run(environment, is_check=wanted.check)
    except NoPostgres as problem:
        print(problem, file=sys.stderr)
        return 1


def run(environment: Environment, *, is_check: bool) -> int:
    """Migrate, then run the doors and the workers until a signal (or the answer of the check) ends them."""
    if subprocess.run([*BOLE, "migrate"], check=False).returncode:
        return 1
    ports = (int(environment.port), int(environment.port) + 1)
    doors = Doors(tuple(f"http://127.0.0.1:{port}" for port in ports), time.monotonic() + LONGEST_START)
    parts = [Part(name=f"door {port}", command=(*BOLE, "serve", "--door-only", "--port", str(port))) for port in ports]
    parts += [Part(name=f"worker {n}", command=(*BOLE, "worker")) for n in (1, 2)]

    def welcome() -> None:
        for door in doors.addresses:
            print(f"{door}/readyz: {'ready' if door in doors.ready else 'NOT ready'}", flush=True)
        if is_check:
            supervisor.end()
        else:
            print("Both doors show the same company. Ctrl-C ends everything.", flush=True)

    supervisor = Supervisor(parts, lambda words: print(words, file=sys.stderr, flush=True), is_open=doors.are_ready, once_open=welcome)
    supervisor.run()
    return 0 if len(doors.ready) == len(doors.addresses) else 1


def _is_ready(address: str) -> bool:
    """Test if this door says that it is ready."""
    try:
        with urllib.request.urlopen(f"{address}/readyz", timeout=2) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


if __name__ == "__main__":
    raise SystemExit(main())
