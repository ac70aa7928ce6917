"""`bole serve`: the door and the worker, started and ended together."""

import socket
import sys
from argparse import ArgumentParser, Namespace

from bole.cli.command import Command, declare_place, say, take_place
from bole.cli.supervise import Part, Supervisor
from bole.config.environment import Environment


def declare(reader: ArgumentParser) -> None:
    """Read where to listen, and whether a worker is wanted."""
    declare_place(reader)
    reader.add_argument("--door-only", action="store_true", help="no worker: another process runs it")


def run(options: Namespace) -> int:
    """Serve until a signal ends it."""
    take_place(options)
    environment = Environment.read()
    return serve(environment, parts=parts_of(environment, has_worker=not options.door_only))


def serve(environment: Environment, *, parts: tuple[Part, ...]) -> int:
    """Start the parts if nothing speaks against it; say the address once the door is open."""
    for obstacle in obstacles(environment):
        say(obstacle)
        return 1
    return Supervisor(
        parts,
        say,
        is_open=lambda: answers(environment),
        once_open=lambda: say(f"Bole is open at {environment.url}  (Ctrl-C ends it)"),
    ).run()


def parts_of(environment: Environment, *, has_worker: bool) -> tuple[Part, ...]:
    """Return the processes of one installation."""
    door = (
        *(sys.executable, "-m", "granian", "bole.config.asgi:door"),
        *("--interface", "asginl", "--host", environment.host, "--port", environment.port),
        *("--no-ws", "--workers", "1", "--workers-kill-timeout", "3", "--log-level", "warning"),
    )
    worker = Part(name="worker", command=(sys.executable, "-m", "bole", "worker"))
    return (Part(name="door", command=door), worker) if has_worker else (Part(name="door", command=door),)


def obstacles(environment: Environment) -> list[str]:
    """Return why this must not be served, in whole sentences; empty if it may."""
    return [*public_obstacles(environment), *_demo_obstacles(environment), *_port_obstacles(environment)]


def public_obstacles(environment: Environment) -> list[str]:
    """Return what must not be shown to a network."""
    if environment.is_loopback:
        return []
    found = []
    if environment.is_demo:
        found.append(f"A demo listens on loopback only, not on {environment.host}. Leave BOLE_HOST empty.")
    if environment.is_debug:
        found.append(f"BOLE_DEBUG is on and BOLE_HOST is {environment.host}. Switch one of them off.")
    if not environment.is_secure:
        found.append("On a public address people come by https. Set BOLE_ADDRESS to https://… (a proxy in front ends TLS).")
    return found


def _demo_obstacles(environment: Environment) -> list[str]:
    """Return that invented people would be served as real ones."""
    if environment.is_demo or not (environment.folder / "demo" / "dial").exists():
        return []
    return [f"{environment.folder} holds the demo company. `bole demo` opens it; BOLE_DATA chooses another folder for real people."]


def _port_obstacles(environment: Environment) -> list[str]:
    """Return that the port is taken, before a server says it less kindly."""
    family = socket.AF_INET6 if ":" in environment.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((environment.host, int(environment.port)))
        except OSError as problem:
            return [f"Port {environment.port} on {environment.host} cannot be used ({problem.strerror}). BOLE_PORT chooses another."]
    return []


def answers(environment: Environment) -> bool:
    """Test if something listens at the door."""
    try:
        with socket.create_connection((environment.host, int(environment.port)), timeout=0.2):
            return True
    except OSError:
        return False


COMMAND = Command(
    name="serve",
    words="open the door and start the worker; both end together",
    declare=declare,
    run=run,
    more="The door answers pages, the API and live streams on one port. The worker reacts, scores and keeps the timetable.",
)
