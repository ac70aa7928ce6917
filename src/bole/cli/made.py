"""What a data folder says of the demo company in it, read without Django: a start that finds everything made need not wait to look.

A note in the folder names the tables and the database for which the company was made. It is a hint that lets the door start at once; the
greeting (`bole.cli.greeting`) looks into the database itself meanwhile, and what it finds counts.
"""

import hashlib
from importlib.metadata import version
from pathlib import Path

from bole.config.environment import Environment

ROOMS = Path(__file__).resolve().parent.parent
FOREIGN = ("django", "django-allauth")  # packages that bring tables of their own


def is_noted(environment: Environment) -> bool:
    """Test if the company was made here, for these very tables."""
    try:
        return _note(environment).read_text(encoding="ascii") == _state(environment)
    except FileNotFoundError:
        return False


def note(environment: Environment) -> None:
    """Keep that the company is made."""
    path = _note(environment)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.write_text(_state(environment), encoding="ascii")


def forget(environment: Environment) -> None:
    """Let the next start look before it opens."""
    _note(environment).unlink(missing_ok=True)


def _note(environment: Environment) -> Path:
    return environment.folder / "demo" / "made"


def _state(environment: Environment) -> str:
    """Return a digest of the migrations and of where the database is; nothing fits if the embedded one is gone."""
    made = hashlib.sha256(f"{environment.database}\0{' '.join(version(one) for one in FOREIGN)}".encode())
    for path in sorted(ROOMS.glob("*/migrations/*.py")):
        made.update(f"\0{path.relative_to(ROOMS)}\0".encode() + path.read_bytes())
    is_there = environment.database or (environment.folder / "bole.sqlite3").exists()
    return made.hexdigest() if is_there else "no database"
