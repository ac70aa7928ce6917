"""The tree as the tests of the house read it: files, rooms, parsed sources."""

import ast
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "bole"


@dataclass(frozen=True, slots=True)
class Module:
    """One Python file: where it is, which room it belongs to, what it says."""

    path: Path

    @property
    def name(self) -> str:
        """The path inside the sources, for messages."""
        return self.path.relative_to(SOURCE).as_posix()

    @property
    def room(self) -> str:
        """The room, or the file's own name on the top level."""
        return self.path.relative_to(SOURCE).parts[0].removesuffix(".py")

    @property
    def door(self) -> str:
        """What the room calls this file or folder: `models`, `actions` …"""
        parts = self.path.relative_to(SOURCE).parts
        return parts[1].removesuffix(".py") if len(parts) > 1 else ""

    @property
    def text(self) -> str:
        """The source."""
        return self.path.read_text(encoding="utf-8")

    @property
    def tree(self) -> ast.Module:
        """The source, parsed."""
        return _parsed(self.path)


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def modules() -> tuple[Module, ...]:
    """Return every Python file of the sources."""
    return tuple(Module(path) for path in sorted(SOURCE.rglob("*.py")))


@cache
def templates() -> tuple[Path, ...]:
    """Return every template of the sources."""
    return tuple(sorted(SOURCE.rglob("*.html")))


@cache
def rooms() -> tuple[str, ...]:
    """Return every room."""
    return tuple(sorted(path.parent.name for path in SOURCE.glob("*/__init__.py")))


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that git keeps and that is here."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return tuple(ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file())


def imported(tree: ast.AST) -> list[str]:
    """Return the full name of everything that the source imports, also inside functions."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found
