"""What the pulse gets to know: an address to come, the secrets of four connections, and whose accounts are whose. Nothing else."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings

from bole.sandbox.rules.history import History
from bole.sandbox.rules.pulsers import pulsers
from bole.vault.keys import derived
from bole.work.models import HANDED_IN, Connection

WITHOUT = ("api", HANDED_IN)  # they call with a token, or are no tool at all


def secrets_path() -> Path:
    """Return where the pulse's secrets lie, readable by the owner only."""
    return Path(settings.ENVIRONMENT.folder) / "demo" / "pulse.json"


def pulse_token() -> str:
    """Return what the pulse shows at the desk's door."""
    return derived("demo|pulse").hex()


def tell_the_pulse(links: Mapping[str, Connection], history: History) -> None:
    """Write the file of the pulse."""
    told = {
        "token": pulse_token(),
        "connections": {key: {"ref": link.ref, "secret": str(link.secret)} for key, link in links.items() if link.vendor not in WITHOUT},
        "people": [one.told() for one in pulsers(history)],
    }
    path = secrets_path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(told, file, ensure_ascii=False, indent=1)
