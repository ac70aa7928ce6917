"""Web Push (RFC 8030, 8291, 8292): encrypted for one browser, signed with our own key, straight to that browser's push service.

The key follows from the key of the house, so that every process has the same one and nothing has to be kept beside it.
"""

import base64
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from bole.notices.channels.message import Message
from bole.notices.outgoing import ask
from bole.notices.rules.trying import Outcome, of_status
from bole.vault.keys import derived

if TYPE_CHECKING:
    import httpx

_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551  # of the curve P-256
LIFE = timedelta(days=2)  # how long the push service keeps it for a browser that sleeps


@dataclass(frozen=True, slots=True, kw_only=True)
class Browser:
    """The address and the keys that one browser gave."""

    endpoint: str
    p256dh: str
    auth: str


@cache
def _signing_key() -> ec.EllipticCurvePrivateKey:
    number = int.from_bytes(derived("web push"), "big") % (_ORDER - 1) + 1
    return ec.derive_private_key(number, ec.SECP256R1())


def public_key() -> str:
    """Return the key that browsers are given, as they want it (base64url, 65 bytes)."""
    point = _signing_key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def are_keys(p256dh: str, auth: str) -> bool:
    """Test if these are the keys of a browser: a point of the curve, and 16 bytes."""
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), _raw(p256dh))
    except ValueError:
        return False
    return len(_raw(auth)) == 16


def _raw(text: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    except ValueError:
        return b""


def payload(message: Message) -> bytes:
    """Return what the browser reads: words without a value, and a link."""
    words = {"title": message.title, "body": message.body, "url": urlsplit(message.url).path, "tag": message.key}
    return json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode()


def send(client: "httpx.Client", browser: Browser, message: Message, *, ours: str, at: datetime, may_be_local: bool) -> Outcome:
    """Send to one browser. Its push service replaces what it still holds of the same topic, so a second try is no second message."""
    if not are_keys(browser.p256dh, browser.auth):
        return Outcome("gone", "bad_keys")
    # Here: with what they import they take a third of a second, which no process should wait for before it can answer.
    from py_vapid import Vapid02
    from pywebpush import WebPusher

    keys = {"p256dh": browser.p256dh, "auth": browser.auth}
    parts = urlsplit(browser.endpoint)
    told_by = ours if ours.startswith("https://") else "mailto:bole@localhost"
    claims = {"sub": told_by, "aud": f"{parts.scheme}://{parts.netloc}", "exp": int((at + timedelta(hours=12)).timestamp())}
    headers: dict[str, str] = dict(Vapid02(private_key=_signing_key()).sign(claims))
    headers |= {
        "TTL": str(int(LIFE.total_seconds())),
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "Urgency": "normal",
        "Topic": "".join(one for one in message.key if one.isalnum())[:32],
    }
    body = WebPusher({"endpoint": browser.endpoint, "keys": keys}).encode(payload(message), content_encoding="aes128gcm")["body"]
    answer = ask(client, "POST", browser.endpoint, body=bytes(body), headers=headers, is_named_by_stranger=True, may_be_local=may_be_local)
    if answer.status == 403:
        return Outcome("gone", "403")  # the subscription was made for another key than ours
    return of_status(answer.status, answer.retry_after)
