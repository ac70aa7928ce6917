"""An installation to measure: a company of any size, its door and its worker, somebody signed in, a program that may send facts."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.place import ROOT, make_ready

TEAM = 10
MOST_SCORED = 10_000  # the pages that are measured read a few people; scoring everybody would only take time
KINDS = ("tasks_due", "tasks_on_time", "tasks_done", "changes_merged", "changes_reusing", "satisfaction")


@dataclass(frozen=True, slots=True)
class Site:
    """Where it is, and what proves who asks."""

    port: int
    cookie: str
    manager_cookie: str
    hr_cookie: str
    token: str
    env: dict[str, str]

    def link(self) -> http.client.HTTPConnection:
        """Return a connection that stays open."""
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def get(self, link: http.client.HTTPConnection, path: str, *, cookie: str | None = None) -> bytes:
        """Ask for a page; anything but 200 ends the measurement."""
        link.request("GET", path, headers={"Cookie": f"sid={cookie or self.cookie}"})
        answer = link.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}")
        return body

    def post(self, link: http.client.HTTPConnection, facts: list[dict[str, Any]]) -> None:
        """Send facts."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        link.request("POST", "/api/v1/facts", json.dumps({"facts": facts}), headers)
        answer = link.getresponse()
        body = answer.read()
        if answer.status != 200 or json.loads(body)["counts"].get("refused"):
            raise SystemExit(f"facts answered {answer.status}: {body[:300]!r}")


def fact(name: str, number: int, moment: str, value: int = 8000, measure: str = "satisfaction") -> dict[str, Any]:
    """Return a fact of somebody's."""
    return {"id": name, "account": f"a{number}", "measure": measure, "value": value, "moment": moment}


@contextmanager
def site(path: Path, people: int, *, log: Path | None = None, is_whole: bool = False) -> Iterator[Site]:
    """Make a company of `people`, open it, and close it; `log` takes the lines of its requests, `is_whole` lays what HR's pages read."""
    prepared = subprocess.run(
        [sys.executable, "-m", "benchmarks.site", str(path / "data"), str(people), *(["whole"] if is_whole else [])],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    facts = json.loads(prepared.stdout.splitlines()[-1])
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")}
    env |= {
        "BOLE_DATA": str(path / "data"),
        "BOLE_PORT": str(port),
        "BOLE_LOG_LEVEL": "INFO" if log else "ERROR",
        "DJANGO_SETTINGS_MODULE": "benchmarks.door_settings",
    }
    out = (log or Path(os.devnull)).open("wb")
    server = subprocess.Popen([sys.executable, "-m", "bole", "serve"], cwd=ROOT, env=env, stderr=out, start_new_session=True)
    try:
        one = Site(port, facts["cookie"], facts["manager"], facts["hr"], facts["token"], env)
        _wait(one)
        yield one
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(20)


def _wait(one: Site) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            link = one.link()
            link.request("GET", "/healthz")
            if link.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the door did not open")


def prepare(folder: Path, people: int, *, is_whole: bool) -> dict[str, str]:
    """Fill an empty database, and return what proves who asks. Tables are filled directly: it is the ground, not what is measured."""
    make_ready(folder)
    from django.db import transaction

    from benchmarks.grounds import lay, lay_people
    from bole.access.actions import grant_role
    from bole.accounts.actions import make_token
    from bole.kit.bulk import insert_rows
    from bole.kit.clock import now, today
    from bole.kit.worker import settle
    from bole.people.models import Assignment, Employment, Headship, Unit
    from bole.scoring.actions import put_due
    from bole.values.period import Period
    from bole.values.viewer import SYSTEM
    from bole.work.models import Identity, OutsideAccount, Reading
    from tests.factories import BEFORE, START, make_account, make_company, make_connection, make_model, make_person

    company, tool = make_company(), make_connection()
    make_model("programmer", families=("programmer",))
    first = [make_person(company, f"人{n}", number=f"BL{n:06d}") for n in range(TEAM + 1)]
    start = first[-1].pk + 1
    rest = range(TEAM + 1, people)
    with transaction.atomic():  # a transaction a row would take hours
        lay_people((n, start + n - TEAM - 1) for n in rest)
        ids = [person.pk for person in first] + [start + n - TEAM - 1 for n in rest]
        teams = [
            Unit(code=f"T{n}", name=f"组{n}", kind="team", parent=company.root, first_day=START, changed_at=BEFORE, changed_by="bench")
            for n in range(1, people // TEAM)
        ]
        Unit.objects.bulk_create(teams)
        for unit in teams:
            unit.path = f"{company.root.path}{unit.pk}/"
        Unit.objects.bulk_update(teams, ["path"], batch_size=500)
        of_team = [company.team.pk, *(unit.pk for unit in teams)]
        insert_rows(
            Employment,
            ("person_id", "employer_id", "kind", "first_day", "last_day", "reason_ended", "recorded_at", "withdrawn_at"),
            [(ids[n], company.root.pk, "regular", START, None, "", BEFORE, None) for n in rest],
        )
        insert_rows(
            Assignment,
            (
                "person_id",
                "unit_id",
                "position_id",
                "family_id",
                "grade_id",
                "share_bp",
                "is_main",
                "manager_id",
                "zone",
                "first_day",
                "last_day",
                "recorded_at",
                "withdrawn_at",
            ),
            [
                (
                    ids[n],
                    of_team[min(n // TEAM, len(of_team) - 1)],
                    company.position.pk,
                    company.family.pk,
                    company.grade.pk,
                    10000,
                    True,
                    None,
                    "",
                    START,
                    None,
                    BEFORE,
                    None,
                )
                for n in rest
            ],
        )
        heads = [(unit, ids[n * TEAM], START, None, BEFORE, None) for n, unit in enumerate(of_team)]
        insert_rows(Headship, ("unit_id", "person_id", "first_day", "last_day", "recorded_at", "withdrawn_at"), heads)
        insert_rows(
            OutsideAccount,
            ("id", "ref", "connection_id", "account", "name", "email", "first_seen_at", "is_nobody"),
            [(n + 1, f"o{n:011d}", tool.pk, f"a{n}", "", "", BEFORE, False) for n in range(people)],
        )
        insert_rows(
            Identity,
            ("outside_id", "person_id", "active_from", "active_to", "by", "recorded_at", "withdrawn_at"),
            [(n + 1, ids[n], None, None, "bench", BEFORE, None) for n in range(people)],
        )
        day = today()
        insert_rows(Reading, ("person_id", "measure", "day", "total", "count", "least", "most"), _readings(ids, day))
    period = Period.of("month", day)
    for code in (period.before.code, period.code):
        for n in range(0, min(people, MOST_SCORED), 2000):
            put_due([(one, code) for one in ids[n : n + 2000]], at=now())
            settle(now())
    if is_whole:
        with transaction.atomic():
            lay(ids, tool.pk, day=day, at=now())
    make_account(first[0])
    make_account(first[1])
    grant_role(account_id=make_account(first[2]).pk, role="hr", by=SYSTEM, at=now())
    token = make_token(name="bench", scopes=["facts.write"], connection_ref=tool.ref, days=1, by=SYSTEM, at=now())[1]
    return {"cookie": _session(first[1].pk), "manager": _session(first[0].pk), "hr": _session(first[2].pk), "token": token}


def _readings(ids: list[int], day: date) -> list[tuple[Any, ...]]:
    rows = []
    for place, person in enumerate(ids):
        for back in range(4 if place > 100 else 90):
            that = day - timedelta(days=back * 2)
            rows += [(person, kind, that, 8000 + place % 100 if kind == "satisfaction" else 1, 1, 1, 1) for kind in KINDS]
    return rows


def _session(person_id: int) -> str:
    """Sign somebody in without a browser, and return the cookie."""
    from django.conf import settings
    from django.test import Client

    from bole.accounts.models import Account
    from bole.people.models import Person

    client = Client()
    client.force_login(Account.objects.get(pk=Person.objects.values_list("account", flat=True).get(pk=person_id)))
    client.get("/me/")
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


if __name__ == "__main__":
    print(json.dumps(prepare(Path(sys.argv[1]), int(sys.argv[2]), is_whole="whole" in sys.argv[3:])))
