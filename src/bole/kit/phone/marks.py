"""Whose phone it is: marks that tell one account and one session from another and say nothing else, and the lock of what waits."""

from base64 import b64encode

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

from bole.values.viewer import Viewer

NOBODY = "-"
OWNER_HEADER, KEEP_HEADER, QUEUE_HEADER = "Bole-Owner", "Bole-Keep", "Bole-Queue"
SALT = "bole.kit.phone"


def owner_of(viewer: Viewer) -> str:
    """Return the mark of an account: the same for ever, and no way back from it."""
    return _mark("owner", str(viewer.account_id)) if viewer.account_id is not None else NOBODY


def mark_of(viewer: Viewer) -> str:
    """Return the mark of an account and of its session."""
    return f"{owner_of(viewer)}.{_mark('session', viewer.session)}" if viewer.account_id is not None else NOBODY


def lock_of(viewer: Viewer) -> str:
    """Return what the key of the waiting entries is made of; without it nobody reads them, and only this account is told."""
    return b64encode(salted_hmac(f"{SALT}.lock", str(viewer.account_id), algorithm="sha256").digest()).decode()


def is_queued(request: HttpRequest) -> bool:
    """Test if the phone's worker sends an entry that has waited; it wants a plain answer, not a page."""
    return QUEUE_HEADER in request.headers


def _mark(what: str, text: str) -> str:
    return salted_hmac(f"{SALT}.{what}", text, algorithm="sha256").hexdigest()[:24]
