"""The demo's dial: on which day it stands. A small file in the data folder, so that door and worker read the same at once."""

from datetime import date, timedelta
from pathlib import Path

from django.conf import settings

from bole.kit.clock import days_until

_read: dict[Path, tuple[int, timedelta]] = {}


def dial_path() -> Path:
    """Return where the dial lies."""
    return Path(settings.ENVIRONMENT.folder) / "demo" / "dial"


def shift() -> timedelta:
    """Return by how much the demo's clock stands off; the file is read again only when it changed."""
    path = dial_path()
    try:
        seen = path.stat().st_mtime_ns
    except FileNotFoundError:
        return timedelta(0)
    known = _read.get(path)
    if known is None or known[0] != seen:
        text = path.read_text(encoding="ascii").strip()
        known = _read[path] = (seen, timedelta(days=int(text or "0")))
    return known[1]


def turn_to(day: date) -> None:
    """Let today be that day, at the same time of day, in every process of this demo."""
    path = dial_path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = path.with_suffix(".new")
    fresh.write_text(str(days_until(day).days), encoding="ascii")
    fresh.replace(path)
