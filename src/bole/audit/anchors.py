"""Anchors: the head of the chain, noted in a file outside the database, so that a cut-off end is seen."""

import hashlib
import hmac
import json
from datetime import datetime
from pathlib import Path

from django.conf import settings

from bole.audit.models import Entry
from bole.vault.keys import derived


def anchor_path() -> Path:
    """Return where the anchors lie; copy them to a place that nobody can write to, as often as you like."""
    return Path(settings.ENVIRONMENT.folder) / "audit" / "anchors"


def anchor(at: datetime) -> str:
    """Note the head of the chain. A demo is put back to its beginning at will, so it has no anchors."""
    head = Entry.objects.order_by("-seq").values_list("seq", "hash").first()
    if settings.ENVIRONMENT.is_demo or head is None or head == last_anchor():
        return "nothing to anchor"
    line = {"seq": head[0], "hash": head[1], "at": at.isoformat()}
    path = anchor_path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line | {"seal": _seal(line)}) + "\n")
    return f"anchored line {head[0]}"


def last_anchor() -> tuple[int, str] | None:
    """Return seq and hash of the last anchor that was made with our key; None if there is none."""
    path = anchor_path()
    if settings.ENVIRONMENT.is_demo or not path.exists():
        return None
    for text in reversed(path.read_text(encoding="utf-8").splitlines()):
        try:
            line = json.loads(text)
            seal = str(line.pop("seal"))
            if hmac.compare_digest(seal, _seal(line)):
                return int(line["seq"]), str(line["hash"])
        except (ValueError, KeyError, AttributeError, TypeError):
            continue  # half a line of a machine that lost its power; the one before it holds
    return None


def _seal(line: dict[str, object]) -> str:
    return hmac.new(derived("audit|anchor"), json.dumps(line, sort_keys=True).encode(), hashlib.sha256).hexdigest()
