"""What a command is, and what all of them need: Django made ready, answers for people and for programs."""

import getpass
import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import dataclass

from bole.values.viewer import Viewer

SETTINGS = "bole.config.settings"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A word after `bole`: what it does in one line, how it reads its options, what it runs."""

    name: str
    words: str
    run: Callable[[Namespace], int]
    declare: Callable[[ArgumentParser], None] = lambda _reader: None
    more: str = ""


def make_ready() -> None:
    """Set Django up; a command calls it before it imports a room."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django

    django.setup(set_prefix=False)


def operator() -> Viewer:
    """Return whoever sits at the terminal of this machine: the record names the account of the machine."""
    return Viewer(name=f"terminal: {getpass.getuser()}", is_system=True)


def say(words: str) -> None:
    """Tell whoever started the command, at once, on standard error: standard output is for answers."""
    print(words, file=sys.stderr, flush=True)


def answer(facts: object, *, as_json: bool, words: str) -> None:
    """Print the answer: one JSON value for a program, or words for a person."""
    print(json.dumps(facts, ensure_ascii=False, indent=2, default=str) if as_json else words, flush=True)


def declare_json(reader: ArgumentParser) -> None:
    """Let a program ask for JSON."""
    reader.add_argument("--json", action="store_true", help="answer with JSON on standard output")


def declare_place(reader: ArgumentParser) -> None:
    """Let the command line move the door and the data; the environment is the default."""
    reader.add_argument("--host", metavar="ADDRESS", help="address to listen on (BOLE_HOST, else 127.0.0.1)")
    reader.add_argument("--port", metavar="N", help="port to listen on (BOLE_PORT, else 8000)")
    declare_data(reader)


def declare_data(reader: ArgumentParser) -> None:
    """Let the command line move the data."""
    reader.add_argument("--data", metavar="FOLDER", help="folder of everything that is stored (BOLE_DATA, else ./var)")


def take_place(options: Namespace) -> None:
    """Put what the command line said into the environment, where this process and its children read it."""
    for name in ("host", "port", "data"):
        given = getattr(options, name, None)
        if given is not None:
            os.environ[f"BOLE_{name.upper()}"] = str(given)
