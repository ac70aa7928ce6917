"""`bole check`: look whether this installation is sound, and say what is not."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from bole.cli import migrate
from bole.cli.command import Command, answer, declare_data, declare_json, make_ready, take_place
from bole.cli.serve import public_obstacles
from bole.config.environment import Environment


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at: what, whether it is well, and what to do if not."""

    what: str
    is_well: bool
    words: str = ""


def declare(reader: ArgumentParser) -> None:
    """Read where the data is."""
    declare_data(reader)
    declare_json(reader)


def run(options: Namespace) -> int:
    """Look at everything; exit 1 if something is not well."""
    take_place(options)
    environment = Environment.read()
    make_ready()
    findings = [*of_the_environment(environment), *_of_django(), *_of_the_database()]
    is_well = all(one.is_well for one in findings)
    words = "\n".join(f"{'ok ' if one.is_well else 'NO '} {one.what}{': ' if one.words else ''}{one.words}" for one in findings)
    answer({"is_well": is_well, "findings": [asdict(one) for one in findings]}, as_json=options.json, words=words)
    return 0 if is_well else 1


def of_the_environment(environment: Environment) -> list[Finding]:
    """Look at what the operator set."""
    obstacles = public_obstacles(environment)
    found = [Finding(what="environment", is_well=not obstacles, words=" ".join(obstacles))]
    places = [environment.folder / "keys", *([Path(environment.key_file).expanduser()] if environment.key_file else [])]
    return [*found, _kept("keys", places), _kept("files", environment.folder.glob("bole.sqlite3*"))]


def _kept(what: str, places: Iterable[Path]) -> Finding:
    """Look whether their owner alone can read these."""
    is_open = [place for place in places if place.exists() and place.stat().st_mode & 0o077]
    words = " ".join(f"{place} can be read by others: chmod -R go= {place}" for place in is_open)
    return Finding(what=what, is_well=not is_open, words=words)


def _of_django() -> list[Finding]:
    """Run the checks that every part of Django brings."""
    from django.core.checks import WARNING, run_checks

    problems = [problem for problem in run_checks(include_deployment_checks=False) if problem.level >= WARNING]
    return [Finding(what="configuration", is_well=not problems, words="; ".join(f"{one.id}: {one.msg}" for one in problems))]


def _of_the_database() -> list[Finding]:
    """Ask the database, and compare its tables with this version."""
    from django.db import DatabaseError

    try:
        steps = migrate.open_steps()
    except DatabaseError as problem:
        return [Finding(what="database", is_well=False, words=str(problem).splitlines()[0])]
    words = f"{len(steps)} migrations are missing; `bole migrate` applies them" if steps else ""
    return [Finding(what="database", is_well=True), Finding(what="migrations", is_well=not steps, words=words)]


COMMAND = Command(
    name="check",
    words="look whether this installation is sound: settings, keys, database, migrations",
    declare=declare,
    run=run,
    more="Exit code 0: all is well. 1: something is not; each line says what to do.",
)
