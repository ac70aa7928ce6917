"""The program: finds the command, runs it, and turns a refusal into words and an exit code."""

import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib.metadata import version

from bole.cli import account, check, demo, export, imports, migrate, score, serve, token, worker
from bole.cli.answers import in_words
from bole.cli.command import Command, answer, say
from bole.config.depth import with_room
from bole.config.environment import BadEnvironment
from bole.values.refusal import Refused

COMMANDS: tuple[Command, ...] = (
    demo.COMMAND,
    serve.COMMAND,
    worker.COMMAND,
    migrate.COMMAND,
    imports.COMMAND,
    export.COMMAND,
    score.COMMAND,
    account.COMMAND,
    token.COMMAND,
    check.COMMAND,
)
_END = "Settings come from BOLE_… variables (docs/settings.md). `bole COMMAND --help` says more about one command."


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; return its exit code (0 done, 1 refused, 2 not understood)."""
    options = reader().parse_args(words)
    try:
        return with_room(_run, options)
    except BadEnvironment as problem:
        return _told(options, "environment", str(problem), status=2)
    except FileNotFoundError as problem:
        return _told(options, "file", f"{problem.filename}: there is no such file.")
    except OSError as problem:
        return _told(options, "file", f"{problem.filename or 'The system'}: {problem.strerror or problem}.")
    except KeyboardInterrupt:
        return 130
    except Exception as problem:
        words = _of_the_database(problem)
        if not words:
            raise
        return _told(options, "database", words)


def _told(options: Namespace, code: str, words: str, *, status: int = 1) -> int:
    """Say what is wrong with the machine, to a program as JSON; return the exit code."""
    if getattr(options, "json", False):
        answer({"error": {"code": code, "message": words, "where": "", "hint": ""}}, as_json=True, words="")
    else:
        say(words)
    return status


def _of_the_database(problem: Exception) -> str:
    """Return what to tell the operator if the database is not there or has not our tables; nothing of any other fault."""
    from django.db import OperationalError, ProgrammingError

    if not isinstance(problem, OperationalError | ProgrammingError):
        return ""
    first = str(problem).splitlines()[0]
    return (
        f"The database answers: {first}\n`bole migrate` makes its tables; BOLE_DATABASE says where it is; `bole check` looks at all of it."
    )


def reader() -> ArgumentParser:
    """Return what reads the command line."""
    made = ArgumentParser(prog="bole", description="Bole 伯乐: an HR system for growing people.", epilog=_END)
    made.add_argument("--version", action="version", version=f"bole {version('bole-hr')}")
    commands = made.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        one = commands.add_parser(
            command.name,
            help=command.words,
            description=command.words[0].upper() + command.words[1:] + ".",
            epilog=command.more,
            formatter_class=RawDescriptionHelpFormatter,
        )
        command.declare(one)
        one.set_defaults(run=command.run)
    return made


def _run(options: Namespace) -> int:
    """Run the command; answer a refusal with its sentence, its place and its hint."""
    try:
        return int(options.run(options))
    except Refused as refusal:
        said = in_words(refusal)
        as_json = bool(getattr(options, "json", False))
        if as_json:
            answer({"error": said}, as_json=True, words="")
        else:
            print("\n".join(part for part in (said["message"], said["hint"]) if part), file=sys.stderr)
        return 1
