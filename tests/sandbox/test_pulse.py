"""The pulse: what it sends is signed as the tools sign, and reads as what they tell. It knows no database."""

import json
import random
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from bole.connect.vendors import VENDORS
from bole.kit import strict_json
from bole.sandbox.pulse.beating import Pulse
from bole.sandbox.pulse.hooks import answer, merged_change, push, task_done, ticket
from bole.sandbox.pulse.knowing import Known, Link, Somebody, read

NOW = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
LINK = Link("abc", "s3cret-of-a-demo")
WHO = Somebody("BL0471", "李四", "lisi@example.com", "48219311", "712020:abc", "programmer", only_asked=False)
SENT = [("github", merged_change, "change"), ("github", push, "push"), ("jira", task_done, "task"), ("freshdesk", ticket, "ticket"),
        ("delighted", answer, "rating")]  # fmt: skip


@pytest.mark.parametrize(("vendor", "make", "kind"), SENT, ids=[kind for _, _, kind in SENT])
class TestAHook:
    def test_is_signed_as_the_tool_signs(self, vendor, make, kind):
        hook = make(LINK, WHO, NOW, random.Random(1))

        VENDORS[vendor].verify(hook.body, hook.headers, LINK.secret)

    def test_reads_as_one_thing_of_that_person(self, vendor, make, kind):
        hook = make(LINK, WHO, NOW, random.Random(1))

        (item,) = VENDORS[vendor].map_delivery(strict_json.read(hook.body), hook.headers, at=NOW).items

        assert (item.kind, item.state) == (kind, "done")
        assert item.account in {WHO.number, WHO.email, WHO.code, WHO.plan}


class TestThePulse:
    def test_sends_for_the_asked_only_when_asked(self):
        known = Known("t", dict.fromkeys(("code", "plan", "desk", "voice"), LINK), (*_crowd(), _only_asked()))
        pulse = Pulse("http://127.0.0.1:1", known, rng=random.Random(3))

        bodies = [pulse.ordinary(NOW).body.decode() for _ in range(200)]

        assert not [body for body in bodies if "BL0471" in body or "lisi@" in body]
        assert "712020:abc" in pulse.wished("task", _only_asked(), NOW).body.decode()

    def test_reads_what_was_written_for_it(self, tmp_path):
        told = {"token": "t", "connections": {"code": {"ref": "r", "secret": "s"}}, "people": [_plain(_only_asked())]}
        path = tmp_path / "pulse.json"
        path.write_text(json.dumps(told))

        known = read(path)

        assert (known.links["code"], known.somebody("BL0471")) == (Link("r", "s"), _only_asked())

    def test_touches_no_database(self):
        code = (
            "import sys, bole.sandbox.pulse.beating; print([m for m in sys.modules if m.split('.')[0] in {'django', 'sqlite3', 'psycopg'}])"
        )

        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

        assert done.stdout.strip() == "[]"


def _crowd():
    families = ("programmer", "support", "sales", "product", "operations", "hr", "finance")
    return [Somebody(f"BL{n:04d}", "路人", f"p{n}@example.com", str(48_000_000 + n), f"712020:{n}", family, only_asked=False)
            for n, family in enumerate(families, 600)]  # fmt: skip


def _only_asked():
    return Somebody("BL0471", "李四", "lisi@example.com", "48219311", "712020:abc", "solution_engineer", only_asked=True)


def _plain(one):
    return {name: getattr(one, name) for name in ("number", "name", "email", "code", "plan", "family", "only_asked")}
