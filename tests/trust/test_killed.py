"""`kill -9` of door and worker under load: nothing lost, nothing doubled."""

import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
KILLS, CLIENTS = 16, 4

PREPARE = """
import json, os
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
print(make_token(name="load", scopes=["facts.write"], connection_ref=tool.ref, days=1, by=SYSTEM, at=now())[1])
"""

CHECK = """
import json, os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "bole.config.settings"
import django; django.setup(set_prefix=False)
from django.db.models import Count, Sum
from bole.audit.queries import faults
from bole.kit.clock import now, today
from bole.kit.models import Announcement
from bole.kit.worker import settle
from bole.scoring.computing import compute
from bole.scoring.models import LiveScore, ScoringDue
from bole.values.period import Period
from bole.work.models import Fact, Item, Reading
settle(now())
period = Period.of("month", today())
live = dict(LiveScore.objects.filter(period=period.code).values_list("person_id", "score"))
fresh = {person: one.score for person, one in compute(list(live), period, until=today()).items()}
living = Fact.objects.filter(withdrawn_at=None)
sums = {tuple(row[:3]): tuple(row[3:]) for row in living.values_list("person_id", "measure", "day").annotate(Sum("value"), Count("id"))}
readings = Reading.objects.values_list("person_id", "measure", "day", "total", "count")
print(json.dumps({
    "items": sorted(Item.objects.values_list("external_id", flat=True)),
    "facts": living.count(),
    "doubled": list(living.values("item_id", "measure").annotate(n=Count("id")).filter(n__gt=1)),
    "readings_agree": sums == {tuple(row[:3]): tuple(row[3:]) for row in readings},
    "scores_agree": live == fresh and bool(live),
    "open": Announcement.objects.filter(is_open=True).count() + ScoringDue.objects.count(),
    "faults": [str(one) for one in faults()],
}))
"""


def run_python(code: str, env: dict[str, str]) -> str:
    """Run code in a process of its own on the same data."""
    return subprocess.run([sys.executable, "-c", code], env=env, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()


def children(parent: int) -> list[int]:
    """Return the processes that the supervisor started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rsplit(")", 1)[1].split()[1]) == parent:
                found.append(int(folder.name))
        except (OSError, IndexError):
            continue
    return found


class Client(threading.Thread):
    """Sends facts with an Idempotency-Key until each is acknowledged."""

    def __init__(self, name: str, address: str, token: str, enough: threading.Event) -> None:
        super().__init__(name=name, daemon=True)
        self.address, self.token, self.enough, self.acked = address, token, enough, []

    def run(self) -> None:
        number, chance = 0, random.Random(self.name)
        while not self.enough.is_set():
            size = chance.randint(1, 12)
            names = [f"{self.name}-{number + n}" for n in range(size)]
            facts = [
                {
                    "id": name,
                    "measure": "satisfaction",
                    "value": 8000 + number % 100,
                    "account": f"a{number % 20}",
                    "moment": "2026-11-03T02:00:00Z",
                }
                for name in names
            ]
            self.send(json.dumps({"facts": facts}).encode(), f"{self.name}-{number}")
            self.acked += names
            number += size

    def send(self, body: bytes, key: str) -> None:
        while True:
            request = urllib.request.Request(
                f"{self.address}/api/v1/facts",
                body,
                {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json", "Idempotency-Key": key},
            )
            try:
                with urllib.request.urlopen(request, timeout=10) as answer:
                    fates = {one["fate"] for one in json.load(answer)["facts"]}
                    assert fates <= {"stored", "same"}, fates
                    return
            except (urllib.error.URLError, OSError, ValueError):
                time.sleep(0.05)


def wait_for_work(clients: list[Client]) -> None:
    """Wait until the door is back and takes facts again."""
    before, deadline = sum(len(client.acked) for client in clients), time.monotonic() + 60
    while sum(len(client.acked) for client in clients) < before + 20:
        assert time.monotonic() < deadline, "the door did not come back"
        time.sleep(0.05)


@pytest.mark.full
class TestKilled:
    """The door and the worker die again and again while four programs send."""

    def test_loses_nothing_and_doubles_nothing(self, tmp_path: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = str(probe.getsockname()[1])
        env = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
        env |= {"BOLE_DATA": str(tmp_path), "BOLE_PORT": port, "BOLE_LOG_LEVEL": "ERROR"}
        token = run_python(PREPARE, env)
        server = subprocess.Popen([sys.executable, "-m", "bole", "serve"], env=env, cwd=ROOT, stderr=subprocess.DEVNULL)
        enough, killed, chance = threading.Event(), 0, random.Random(9)
        clients = [Client(f"c{n}", f"http://127.0.0.1:{port}", token, enough) for n in range(CLIENTS)]
        try:
            for client in clients:
                client.start()
            while killed < KILLS:
                wait_for_work(clients)
                time.sleep(chance.uniform(0.0, 0.4))
                assert server.poll() is None
                if alive := children(server.pid):  # both may be down at a time
                    os.kill(chance.choice(alive), signal.SIGKILL)
                    killed += 1
            enough.set()
            for client in clients:
                client.join(60)
        finally:
            server.terminate()
            server.wait(20)

        found = json.loads(run_python(CHECK, env))
        acked = sorted(name for client in clients for name in client.acked)
        print(f"kills={killed} acked={len(acked)}")  # the numbers of this run
        assert len(acked) > 100
        assert found["items"] == acked
        assert found["facts"] == len(acked)
        assert found["doubled"] == []
        assert (found["readings_agree"], found["scores_agree"], found["open"], found["faults"]) == (True, True, 0, [])
