"""`bole demo`: the demo company, made once, then served on loopback."""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from bole.cli import migrate
from bole.cli.command import Command, answer, declare_data, declare_json, make_ready, say, take_place
from bole.cli.serve import obstacles, parts_of, serve
from bole.cli.supervise import Part
from bole.config.environment import Environment

if TYPE_CHECKING:
    from bole.sandbox.queries import SignIn


def declare(reader: ArgumentParser) -> None:
    """Read the port and the data folder; a demo's address is always loopback."""
    reader.add_argument("--port", metavar="N", help="port to listen on (BOLE_PORT, else 8000)")
    declare_data(reader)
    declare_json(reader)
    reader.add_argument("--no-pulse", action="store_true", help="no signed hooks by themselves: nothing happens unless you do it")
    reader.add_argument("--only-make", action="store_true", help="make the company, list the sign-ins and stop, without serving it")


def run(options: Namespace) -> int:
    """Make what is missing, then serve until a signal ends it."""
    os.environ["BOLE_KIND"] = "demo"
    take_place(options)
    environment = Environment.read()
    if not options.only_make:
        for obstacle in obstacles(environment):
            say(obstacle)
            return 1
    make_ready()
    if not options.only_make and is_missing():
        code = make_apart()
        if code:
            return code
    make_what_is_missing()
    if options.only_make:
        answer([asdict(row) for row in _sign_ins()], as_json=options.json, words=welcome(environment))
        return 0
    parts = parts_of(environment, has_worker=True)
    return serve(environment, parts=parts if options.no_pulse else (*parts, _pulse(environment)), welcome=welcome(environment))


def is_missing() -> bool:
    """Test if there is anything to make: tables, or the company."""
    if migrate.open_steps():
        return True
    from bole.sandbox.queries import demo_state

    return demo_state() is None


def make_apart() -> int:
    """Make what is missing in a process of its own, which gives its memory back at its end; return its exit code."""
    from django.db import connections

    connections.close_all()
    return subprocess.run((sys.executable, "-m", "bole", "demo", "--only-make"), stdout=subprocess.DEVNULL, check=False).returncode


def make_what_is_missing() -> None:
    """Bring the database up to date and make the demo company if there is none."""
    steps = migrate.open_steps()
    if steps:
        say(f"Preparing the database: {len(steps)} migrations …")
        migrate.apply_all()
    from bole.sandbox.actions import make_demo_company

    make_demo_company(say=say)


def _pulse(environment: Environment) -> Part:
    """Return the process that sends signed hooks; all it gets is the address and the file of secrets."""
    secrets = environment.folder / "demo" / "pulse.json"
    return Part(name="pulse", command=(sys.executable, "-m", "bole.sandbox.pulse", environment.url, str(secrets)))


def welcome(environment: Environment) -> str:
    """Return the address and a sign-in for each persona."""
    rows = _sign_ins()
    width = max((len(row.login) for row in rows), default=0)
    lines = [f"  {row.login:<{width}}  {row.password:<{width + 10}}   {row.persona} · {row.persona_en}" for row in rows]
    return "\n".join(
        [
            "",
            f"The demo company is open at {environment.url}  (this machine only; Ctrl-C ends it)",
            "Sign in as one of these (name, password, who it is):",
            *lines,
            "",
        ]
    )


def _sign_ins() -> "Sequence[SignIn]":
    """Return who can be signed in as, one for each persona."""
    from bole.sandbox.queries import sign_ins

    return sign_ins()


COMMAND = Command(
    name="demo",
    words="make the demo company if there is none, and open it on this machine only",
    declare=declare,
    run=run,
    more="Prints the address and a sign-in for each persona. The second start takes seconds: nothing is made twice.",
)
