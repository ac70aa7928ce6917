"""Addresses of static files carry what is in them, so that a phone keeps a file until it is another one."""

import hashlib
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage


class Dated(StaticFilesStorage):
    """Adds to the address of a file a digest of what is in it."""

    def url(self, name: str | None) -> str:
        """Return the address of a file, with its digest."""
        address = super().url(name)
        path = _place(name) if name else None
        return f"{address}?v={_digest(path, path.stat().st_mtime_ns)}" if path else address


_places: dict[str, Path] = {}


def _place(name: str) -> Path | None:
    """Return where a file is; one that is not there yet is looked for again."""
    if name not in _places:
        found = finders.find(name)
        if not isinstance(found, str):
            return None
        _places[name] = Path(found)
    return _places[name] if _places[name].exists() else None


@lru_cache(maxsize=256)
def _digest(path: Path, _written: int) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
