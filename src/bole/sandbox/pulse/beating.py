"""The pulse's loop: ask the desk what day it is and what is wished for, send it, then send something of its own."""

import json
import random
import signal
import sys
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

from bole.sandbox.pulse.hooks import Hook, answer, merged_change, push, task_done, ticket
from bole.sandbox.pulse.knowing import Known, Somebody, read

PATIENCE = 5.0


class Pulse:
    """Sends hooks to one address."""

    def __init__(self, address: str, known: Known, *, rng: random.Random) -> None:
        """Keep where to send and what is known."""
        self.address, self.known, self.rng = address.rstrip("/"), known, rng
        self.is_ending = False
        self.sent = 0

    def end(self, _number: int, _frame: FrameType | None) -> None:
        """End after this beat."""
        self.is_ending = True

    def beat(self) -> None:
        """Do what is wished for, then one thing of its own."""
        told = self._ask()
        now = datetime.fromisoformat(told["now"])
        for what, number in told["wishes"]:
            who = self.known.somebody(number)
            if who is not None:
                self.send(self.wished(what, who, now))
        self.send(self.ordinary(now))

    def wished(self, what: str, who: Somebody, now: datetime) -> Hook:
        """Return the hook of a wish."""
        links = self.known.links
        if what == "change":
            return merged_change(links["code"], who, now, self.rng)
        if what == "ten":
            return answer(links["voice"], who, now, self.rng, score=10)
        return task_done(links["plan"], who, now, self.rng)

    def ordinary(self, now: datetime) -> Hook:
        """Return the hook of something that happens in a company."""
        links, rng = self.known.links, self.rng
        kind = rng.choices(("push", "change", "task", "ticket", "answer"), (30, 20, 20, 20, 10))[0]
        if kind == "push":
            return push(links["code"], rng.choice(self.known.those("programmer")), now, rng)
        if kind == "change":
            return merged_change(links["code"], rng.choice(self.known.those("programmer")), now, rng)
        if kind == "ticket":
            return ticket(links["desk"], rng.choice(self.known.those("support")), now, rng)
        if kind == "task":
            return task_done(links["plan"], rng.choice(self.known.those("programmer", "product", "operations", "hr", "finance")), now, rng)
        return answer(links["voice"], rng.choice(self.known.those("support", "sales", "product")), now, rng)

    def send(self, hook: Hook) -> None:
        """Post a hook; what the door answers is not needed."""
        self._post(f"/hooks/{hook.link.ref}/", hook.body, hook.headers)
        self.sent += 1

    def _ask(self) -> dict[str, Any]:
        answered = self._post("/demo/pulse/", b"{}", {"X-Demo-Pulse": self.known.token})
        return dict(json.loads(answered))

    def _post(self, path: str, body: bytes, headers: dict[str, str]) -> bytes:
        request = urllib.request.Request(f"{self.address}{path}", data=body, headers={"Content-Type": "application/json", **headers})  # noqa: S310
        with urllib.request.urlopen(request, timeout=PATIENCE) as response:  # noqa: S310  (our own address, given by who starts us)
            return bytes(response.read())


def run(arguments: Sequence[str]) -> int:
    """Beat every one to three seconds until a signal ends it; a door that is not there yet is waited for."""
    reader = ArgumentParser(prog="python -m bole.sandbox.pulse", description="Sends signed hooks to a demo, so that its pages live.")
    reader.add_argument("address", help="where the demo is open, such as http://127.0.0.1:8000")
    reader.add_argument("secrets", help="the file that the demo wrote for its pulse")
    reader.add_argument("--beats", type=int, default=0, help="end after so many beats")
    reader.add_argument("--pause", type=float, default=2.0, help="seconds between beats, on average")
    given = reader.parse_args(arguments)
    pulse = Pulse(given.address, read(Path(given.secrets)), rng=random.Random())
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, pulse.end)
    beats = 0
    while not pulse.is_ending and not (given.beats and beats >= given.beats):
        try:
            pulse.beat()
            beats += 1
        except (urllib.error.URLError, TimeoutError, ConnectionError) as problem:
            _complain(problem)
        _wait(pulse, given.pause * (0.5 + pulse.rng.random()))
    return 0


def _complain(problem: Exception) -> None:
    """Say what went wrong, unless the door is not open yet."""
    if isinstance(problem, urllib.error.HTTPError):
        print(f"pulse: {problem.code} {problem.read()[:300].decode(errors='replace')}", file=sys.stderr, flush=True)


def _wait(pulse: Pulse, seconds: float) -> None:
    until = time.monotonic() + seconds
    while not pulse.is_ending and time.monotonic() < until:
        time.sleep(min(0.2, max(until - time.monotonic(), 0.0)))
