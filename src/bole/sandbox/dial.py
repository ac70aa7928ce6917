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
    dial_path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _write(_day_path(), day.isoformat())
    _write(dial_path(), str(days_until(day).days))


def keep_day() -> None:
    """Turn back to the day that was turned to last, whatever day it is by now. Needs no database.

    :raises FileNotFoundError: if no day was turned to here
    """
    turn_to(date.fromisoformat(_day_path().read_text(encoding="ascii")))


def _day_path() -> Path:
    return dial_path().with_name("day")


def _write(path: Path, text: str) -> None:
    """Write a small file, so that whoever reads it meanwhile sees the old or the new one."""
    fresh = path.with_suffix(".new")
    fresh.write_text(text, encoding="ascii")
    fresh.replace(path)
