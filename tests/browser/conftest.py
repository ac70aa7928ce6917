"""A real browser in front of a real installation: the demo company, its door and its worker, on a port of their own."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

PHONE = {"width": 390, "height": 844}
DESK = {"width": 1440, "height": 900}


@dataclass(frozen=True, slots=True)
class Site:
    """An installation that is open: its address, its data folder, what it printed."""

    address: str
    data: Path
    log: Path


@dataclass(frozen=True, slots=True)
class Running:
    """A small company that is open, with its worker: sessions by staff number, a program's token, the day that pages show.

    `moment` is one of that day (at the latest a minute before the company was opened), as the API takes it. `hook` is where a company's
    code repository sends to, if it has one, and `secret` what that signs with.
    """

    site: Site
    token: str
    sessions: Mapping[str, str]
    day: date
    moment: str
    hook: str = ""
    secret: str = ""

    def open(self, browser: Browser, number: str, *, viewport: ViewportSize | None = None, language: str = "zh-hans", **more: Any) -> Page:
        """Return a page on which this person is signed in."""
        context = browser.new_context(viewport=viewport or {"width": 390, "height": 844}, base_url=self.site.address, **more)
        context.add_cookies(
            [
                {"name": "sid", "value": self.sessions[number], "url": self.site.address},
                {"name": "language", "value": language, "url": self.site.address},
            ]
        )
        return context.new_page()

    def post(self, path: str, body: object) -> dict[str, Any]:
        """Send JSON as the program whose token this is."""
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        request = urllib.request.Request(f"{self.site.address}{path}", json.dumps(body).encode(), headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            told: dict[str, Any] = json.load(answer)
        return told


@dataclass(frozen=True, slots=True)
class Made:
    """A company that was made and is not open: its data folder, what its module told."""

    data: Path
    told: dict[str, Any]


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, migrated: Path) -> Made:
    """Make the small company once for every process of a run."""
    return make("tests.browser.small_company", tmp_path_factory.mktemp("small"), migrated)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory, small: Made) -> Iterator[Running]:
    """Open a copy of the small company with `bole serve`, the door and the worker, for real: no file of tests meets what another left."""
    data = tmp_path_factory.mktemp("running") / "data"
    shutil.copytree(small.data, data)
    with served(Made(data, small.told)) as company:
        yield company


@contextmanager
def opened(module: str, data: Path, migrated: Path) -> Iterator[Running]:
    """Make the company of a module in a data folder of its own, where its tables are already; open it, and close it."""
    with served(make(module, data, migrated)) as company:
        yield company


def make(module: str, data: Path, migrated: Path) -> Made:
    """Let a module make its company in a data folder, with the tables that are already there."""
    shutil.copy(migrated, data)
    root = Path(__file__).resolve().parents[2]
    made = subprocess.run([sys.executable, "-m", module], cwd=root, env=_surroundings(data), stdout=subprocess.PIPE, check=True)
    return Made(data, json.loads(made.stdout.splitlines()[-1]))


@contextmanager
def served(made: Made) -> Iterator[Running]:
    """Open a company that was made, on a port of its own, and close it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    kind = made.told.get("kind", "production")
    surroundings = _surroundings(made.data) | {"BOLE_PORT": str(port), "BOLE_LOG_LEVEL": "WARNING", "BOLE_KIND": kind}
    told, site = made.told, Site(f"http://127.0.0.1:{port}", made.data, made.data / "serve.log")
    with site.log.open("wb") as out:
        process = subprocess.Popen([sys.executable, "-m", "bole", "serve"], env=surroundings, stdout=out, stderr=out)
    try:
        _wait_until_open(site, process)
        yield Running(site, told["token"], told["sessions"], date.fromisoformat(told["day"]), told["moment"], *told.get("hook", ()))
    finally:
        process.terminate()
        process.wait(20)


def _surroundings(data: Path) -> dict[str, str]:
    """Return this process's environment with nothing of Bole's in it but the data folder."""
    return {name: value for name, value in os.environ.items() if not name.startswith("BOLE_")} | {"BOLE_DATA": str(data)}


def wait_until(page: Page, holds: str, arg: object = None) -> None:
    """Wait until this function holds in the page; it may be asynchronous.

    The driver's own waiting evaluates its text anew each time, which our content policy refuses from the second time on.
    """
    page.evaluate(
        f"""async (arg) => {{
          const holds = {holds};
          for (const end = Date.now() + 20000; !(await holds(arg));) {{
            if (Date.now() > end) throw new Error("never held: " + holds);
            await new Promise((done) => setTimeout(done, 50));
          }}
        }}""",
        arg,
    )


def _wait_until_open(site: Site, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{site.address}/healthz", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"the demo did not open:\n{site.log.read_text()[-3000:]}")
