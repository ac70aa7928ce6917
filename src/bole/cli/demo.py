"""`bole demo`: the demo company, made once, then served on loopback.

The company is made in a process of its own, and looked at in another one while the door opens: this one starts and ends them, and never
loads a room, so that it costs neither time nor memory.
"""

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from contextlib import suppress
from dataclasses import asdict

from bole.cli import made, migrate
from bole.cli.command import SETTINGS, Command, answer, declare_data, declare_json, make_ready, say, take_place
from bole.cli.greeting import MISSING, welcome
from bole.cli.serve import answers, obstacles, parts_of
from bole.cli.supervise import Part, Supervisor, start
from bole.config.environment import Environment


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
    # What Python compiles is kept, also where it is told not to: compiling it all again takes longer than the rest of a start.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    # The pulse asks every second: a line for each would push the sign-ins off the screen.
    os.environ.setdefault("BOLE_LOG_LEVEL", "WARNING")
    take_place(options)
    environment = Environment.read()
    if options.only_make:
        return only_make(environment, as_json=options.json)
    for obstacle in obstacles(environment):
        say(obstacle)
        return 1
    code = 0 if made.is_noted(environment) else make_apart()
    if not code:
        code = open_door(environment, has_pulse=not options.no_pulse)
    if code == MISSING:  # the note said otherwise, and is gone
        code = make_apart() or open_door(environment, has_pulse=not options.no_pulse)
    return code


def only_make(environment: Environment, *, as_json: bool) -> int:
    """Make what is missing, and list the sign-ins."""
    make_ready()
    make_what_is_missing()
    made.note(environment)
    from bole.sandbox.queries import sign_ins

    answer([asdict(row) for row in sign_ins()], as_json=as_json, words=welcome(environment))
    return 0


def make_apart() -> int:
    """Make what is missing in a process of its own, which gives its memory back at its end; return its exit code."""
    return subprocess.run((sys.executable, "-m", "bole", "demo", "--only-make"), stdout=subprocess.DEVNULL, check=False).returncode


def make_what_is_missing() -> None:
    """Bring the database up to date and make the demo company if there is none."""
    steps = migrate.open_steps()
    if steps:
        say(f"Preparing the database: {len(steps)} migrations …")
        migrate.apply_all()
    from bole.sandbox.actions import make_demo_company

    make_demo_company(say=say)


def open_door(environment: Environment, *, has_pulse: bool) -> int:
    """Open the door, look meanwhile whether the company is all there, then start the rest; return MISSING if it is not."""
    door, worker = parts_of(environment, has_worker=True)
    greeting = start(Part(name="greeting", command=(sys.executable, "-m", "bole.cli.greeting")), output=subprocess.PIPE)

    def is_open() -> bool:
        if greeting.poll():
            supervisor.end()
        return greeting.poll() == 0 and answers(environment)

    def once_open() -> None:
        say(greeting.stdout.read().decode() if greeting.stdout else "")
        supervisor.add(worker)
        if has_pulse:
            supervisor.add(_pulse(environment))

    supervisor = Supervisor([door], say, is_open=is_open, once_open=once_open)
    _keep_day()
    try:
        supervisor.run()
    finally:
        greeting.kill()
        code = greeting.wait()
    return max(code, 0)


def _keep_day() -> None:
    """Turn the dial before the door reads it; the greeting turns it once more, by what stands in the database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    from bole.sandbox.dial import keep_day

    with suppress(FileNotFoundError):
        keep_day()


def _pulse(environment: Environment) -> Part:
    """Return the process that sends signed hooks; all it gets is the address and the file of secrets."""
    secrets = environment.folder / "demo" / "pulse.json"
    return Part(name="pulse", command=(sys.executable, "-m", "bole.sandbox.pulse", environment.url, str(secrets)))


COMMAND = Command(
    name="demo",
    words="make the demo company if there is none, and open it on this machine only",
    declare=declare,
    run=run,
    more="Prints the address and a sign-in for each persona. The second start takes seconds: nothing is made twice.",
)
