"""What a test that kills stands on: an installation of its own, programs that send, and a count of what is there in the end.

On SQLite it is `bole serve`; on PostgreSQL it is the company of `make company`: two doors and two workers, in a database of its own.
"""

import json
import os
import random
import secrets
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from tests.workshop.ports import free_pair

ROOT = Path(__file__).resolve().parents[2]
LONGEST_WAIT = 90.0

SERVE = ("-m", "bole", "serve")
COMPANY = (
    "-c",
    "import sys; sys.path.insert(0, 'scripts'); from bole.config.environment import Environment; import company; "
    "sys.exit(company.run(Environment.read(), is_check=False))",
)
# What stands in the command of each; a door is two processes, and either may be the one that dies.
KINDS = {"door": "bole.config.asgi:door", "worker": "-m\0bole\0worker"}

PREPARE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "bole.config.settings"
import django; django.setup(set_prefix=False)
from django.core.management import call_command
call_command("migrate", verbosity=0)
from bole.accounts.actions import make_token
from bole.kit.clock import now
from bole.values.viewer import SYSTEM
from tests.factories import make_company, make_connection, make_model, make_person, map_to
company, tool = make_company(), make_connection()
make_model("programmer", families=("programmer",))
for n in range(20):
    map_to(tool, f"a{n}", make_person(company, f"人{n}"))
print(make_token(name="load", scopes=["facts.write"], connection_ref=tool.ref, days=1, by=SYSTEM, at=now())[1], now().isoformat())
"""

CHECK = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "bole.config.settings"
import django; django.setup(set_prefix=False)
from datetime import datetime
from django.db import connection
from django.db.models import Count, Sum
from bole.audit.queries import faults
from bole.kit.clock import local_day, now
from bole.kit.models import Announcement
from bole.kit.worker import settle
from bole.scoring.computing import compute
from bole.scoring.models import LiveScore, ScoringDue
from bole.values.period import Period
from bole.work.models import Fact, Item, Reading
settle(now())
day = local_day(datetime.fromisoformat(sys.argv[1]))
period = Period.of("month", day)
live = dict(LiveScore.objects.filter(period=period.code).values_list("person_id", "score"))
fresh = {person: one.score for person, one in compute(list(live), period, until=day).items()}
living = Fact.objects.filter(withdrawn_at=None)
sums = {tuple(row[:3]): tuple(row[3:]) for row in living.values_list("person_id", "measure", "day").annotate(Sum("value"), Count("id"))}
readings = Reading.objects.values_list("person_id", "measure", "day", "total", "count")
print(json.dumps({
    "database": connection.vendor,
    "items": sorted(Item.objects.values_list("external_id", flat=True)),
    "facts": living.count(),
    "doubled": list(living.values("item_id", "measure").annotate(n=Count("id")).filter(n__gt=1)),
    "readings_agree": sums == {tuple(row[:3]): tuple(row[3:]) for row in readings},
    "scores_agree": live == fresh and bool(live),
    "open": Announcement.objects.filter(is_open=True).count() + ScoringDue.objects.count(),
    "faults": [str(one) for one in faults()],
}))
"""


class Client(threading.Thread):
    """Sends facts with an Idempotency-Key, to the next door if one does not answer, until each is acknowledged."""

    def __init__(self, number: int, doors: tuple[str, ...], token: str, moment: str, enough: threading.Event) -> None:
        super().__init__(name=f"c{number}", daemon=True)
        self.doors, self.token, self.moment, self.enough = [*doors[number:], *doors[:number]], token, moment, enough
        self.acked: list[str] = []
        self.refused: list[str] = []

    def run(self) -> None:
        """Send until it is enough; what was begun is brought to its end."""
        number, chance = 0, random.Random(self.name)
        while not self.enough.is_set():
            names = [f"{self.name}-{number + n}" for n in range(chance.randint(1, 12))]
            told = {"measure": "satisfaction", "value": 8000 + number % 100, "account": f"a{number % 20}", "moment": self.moment}
            self.send(json.dumps({"facts": [{"id": name, **told} for name in names]}).encode(), f"{self.name}-{number}")
            self.acked += names
            number += len(names)

    def send(self, body: bytes, key: str) -> None:
        """Send until a door answers; an answer that is not the one for facts that are there is noted."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", "Idempotency-Key": key}
        while True:
            try:
                with urllib.request.urlopen(urllib.request.Request(f"{self.doors[0]}/api/v1/facts", body, headers), timeout=10) as answer:
                    self.refused += {one["fate"] for one in json.load(answer)["facts"]} - {"stored", "same"}
                    return
            except urllib.error.HTTPError as answer:
                self.refused.append(f"{answer.code} {answer.read(200)!r}")
            except (OSError, ValueError):  # nobody there, or gone in the middle of the answer
                self.doors.append(self.doors.pop(0))
            time.sleep(0.05)


@dataclass(slots=True, kw_only=True)
class Installation:
    """An installation that runs, and the programs that send to it."""

    env: dict[str, str]
    server: subprocess.Popen[bytes]
    clients: list[Client]
    moment: str
    enough: threading.Event
    killed: list[str] = field(default_factory=list)

    @property
    def acked(self) -> list[str]:
        """What a door has said to have."""
        return sorted(name for client in self.clients for name in client.acked)

    def kill(self, kind: str, chance: random.Random) -> None:
        """Kill a door or a worker that is at work, at some moment after facts went in again."""
        self.wait_for_work()
        time.sleep(chance.uniform(0.0, 0.4))
        alive, deadline = [], time.monotonic() + LONGEST_WAIT
        while not alive:
            assert self.server.poll() is None, "the supervisor ended"
            assert time.monotonic() < deadline, f"no {kind} came back"
            alive = [one for one in below(self.server.pid) if KINDS[kind] in command_of(one)]
        os.kill(chance.choice(alive), signal.SIGKILL)
        self.killed.append(kind)

    def wait_for_work(self) -> None:
        """Wait until a door is back and takes facts again."""
        before, deadline = len(self.acked), time.monotonic() + LONGEST_WAIT
        while len(self.acked) < before + 20:
            assert time.monotonic() < deadline, "no door came back"
            time.sleep(0.05)

    def ended(self) -> dict[str, object]:
        """Let the programs end and then the installation; return what is there."""
        self.enough.set()
        for client in self.clients:
            client.join(LONGEST_WAIT)
        end(self.server)
        found: dict[str, object] = json.loads(run_python(CHECK, self.env, self.moment))
        print(f"database={found['database']} kills={len(self.killed)} acked={len(self.acked)}")  # the numbers of this run
        return found


@contextmanager
def under_load(folder: Path, *, clients: int) -> Iterator[Installation]:
    """Run an installation in the folder while so many programs send to it."""
    port, enough = free_pair(), threading.Event()
    env = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    env |= {"BOLE_DATA": str(folder), "BOLE_PORT": str(port), "BOLE_LOG_LEVEL": "ERROR"}
    with database_of_its_own() as database:
        env |= database
        token, moment = run_python(PREPARE, env).split()
        doors = tuple(f"http://127.0.0.1:{one}" for one in ((port, port + 1) if database else (port,)))
        sending = [Client(n, doors, token, moment, enough) for n in range(clients)]
        with (folder / "log").open("wb") as log:
            command = (sys.executable, *(COMPANY if database else SERVE))
            server = subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log)
        try:
            for client in sending:
                client.start()
            yield Installation(env=env, server=server, clients=sending, moment=moment, enough=enough)
        finally:
            enough.set()
            end(server)


@contextmanager
def database_of_its_own() -> Iterator[dict[str, str]]:
    """Make a database beside that of the tests, if they run on PostgreSQL; yield the setting that points to it."""
    server = os.environ.get("BOLE_DATABASE", "")
    if not server:
        yield {}
        return
    name = f"killed_{secrets.token_hex(4)}"
    with psycopg.connect(server, autocommit=True) as asked:
        asked.execute(f"CREATE DATABASE {name}")
        try:
            yield {"BOLE_DATABASE": f"{server.rpartition('/')[0]}/{name}"}
        finally:
            asked.execute(f"DROP DATABASE {name} WITH (FORCE)")


def end(server: subprocess.Popen[bytes]) -> None:
    """Ask the installation to end, and wait until it has."""
    server.terminate()
    server.wait(30)


def run_python(code: str, env: dict[str, str], *words: str) -> str:
    """Run code in a process of its own on the same data."""
    return subprocess.run([sys.executable, "-c", code, *words], env=env, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout


def below(parent: int) -> list[int]:
    """Return the processes that the supervisor started, and those that they started."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1])
    found = [parent]
    for one in found:
        found += sorted(child for child, above in parents.items() if above == one)
    return found[1:]


def command_of(process: int) -> str:
    """Return the command of a process, its words apart by NUL; empty if it is gone."""
    try:
        return Path(f"/proc/{process}/cmdline").read_text()
    except OSError:
        return ""
