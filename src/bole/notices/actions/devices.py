"""Browsers that take messages: added after a tap on that very browser, moved never, forgotten at sign-out."""

import hashlib
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings

from bole.accounts.models import Account
from bole.accounts.rules.addresses import LOOPBACK
from bole.kit.action import action, on_record
from bole.notices.channels.web_push import are_keys
from bole.notices.models import Device, Sending
from bole.notices.refusals import NotAPushAddress
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.sealing import blind

PLACE = "notices_device.endpoint"
MOST_DEVICES = 10


@action("notices.add_device")
def add_device(
    *, endpoint: str, p256dh: str, auth: str, name: str, is_known: bool, was: str = "", by: Viewer, at: datetime
) -> Device | None:
    """Let a browser take messages for whoever is signed in on it; the same browser again is nothing new.

    One that `is_known` to take messages only says that it is still there: if they are somebody else's, it takes none any more (None).
    A browser may renew its address at any time (Push API, pushsubscriptionchange): it says what it `was`, and takes messages on.

    :raises NotFound: for programs
    :raises NotAPushAddress: if address or keys are none of a push service
    """
    if by.account_id is None:
        raise NotFound
    _insist_on_push(endpoint, p256dh, auth)
    index = blind(endpoint, place=PLACE)
    had = Device.objects.filter(endpoint_index=index).first()
    if had is None and is_known and was:
        had = Device.objects.filter(endpoint_index=blind(was, place=PLACE)).first()
    if had is not None and had.account_id != by.account_id:
        had.delete()
        had = None
    if had is None and is_known:
        return None
    row = had or Device(account_id=by.account_id, made_at=at)
    row.endpoint_index = index
    row.name, row.endpoint, row.p256dh, row.auth = name[:60], endpoint, p256dh, auth
    row.session_mark, row.ended_at = session_mark(by.session), None
    row.save()
    _keep_few(by.account_id)
    on_record(thing=f"device {row.ref}")
    return row


@action("notices.remove_device")
def remove_device(*, ref: str, by: Viewer, at: datetime) -> None:
    """Let a device of one's own take no messages any more.

    :raises NotFound: unless it is one's own
    """
    _own(ref, by).delete()
    on_record(thing=f"device {ref}")


@action("notices.try_device")
def try_device(*, ref: str, by: Viewer, at: datetime) -> None:
    """Send a message to a device of one's own, quiet hours or not: whoever asks for it is awake.

    :raises NotFound: unless it is one's own and takes messages
    """
    found = _own(ref, by)
    if found.ended_at is not None:
        raise NotFound
    key = f"t:{at:%Y%m%d%H%M}"  # one a minute
    Sending.objects.get_or_create(
        account_id=found.account_id, key=key, channel="push", target=found.ref, defaults={"is_duty": True, "day": at.date(), "due_at": at}
    )


@action("notices.forget_session")
def forget_session(*, account: Account, session: str, by: Viewer, at: datetime) -> int:
    """Forget the browser that signs out, or all of the account (no session named): whoever has the phone next gets nothing of it."""
    rows = Device.objects.filter(account=account)
    count = (rows.filter(session_mark=session_mark(session)) if session else rows).delete()[0]
    on_record(thing=f"account {account.ref}", fields=("devices",))
    return count


def session_mark(session: str) -> str:
    """Return what is kept of a session's key."""
    return hashlib.sha256(f"device {session}".encode()).hexdigest()[:32] if session else ""


def _own(ref: str, by: Viewer) -> Device:
    found = Device.objects.filter(ref=ref, account=by.account_id).first() if by.account_id is not None else None
    if found is None:
        raise NotFound
    return found


def _keep_few(account_id: int) -> None:
    """Forget the oldest devices over the most."""
    over = Device.objects.filter(account=account_id).order_by("-made_at", "-pk").values_list("pk", flat=True)[MOST_DEVICES:]
    Device.objects.filter(pk__in=list(over)).delete()


def _insist_on_push(endpoint: str, p256dh: str, auth: str) -> None:
    parts = urlsplit(endpoint)
    is_local = (
        parts.scheme == "http" and parts.hostname in LOOPBACK and settings.ENVIRONMENT.is_loopback and not settings.ENVIRONMENT.address
    )
    if not (parts.scheme == "https" or is_local) or not parts.hostname or len(endpoint) > 1000:
        raise NotAPushAddress
    if not are_keys(p256dh, auth):
        raise NotAPushAddress
