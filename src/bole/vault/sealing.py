"""Sealing: AES-256-GCM; a moved or changed value does not open."""

import base64
import hashlib
import hmac
import os
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from bole.vault.keys import derived

VERSION, AES_GCM = 1, 1


class Unreadable(Exception):  # noqa: N818
    """The value does not open: another key, another place, or changed bytes."""


def seal(text: str, *, place: str) -> str:
    """Seal text for one place (`table.column`): version, algorithm, nonce, ciphertext and tag, as base64."""
    nonce = os.urandom(12)
    body = AESGCM(derived(f"seal|{place}")).encrypt(nonce, text.encode(), place.encode())
    return base64.b64encode(bytes([VERSION, AES_GCM]) + nonce + body).decode()


def unseal(sealed: str, *, place: str) -> str:
    """Open what `seal` sealed for the same place.

    :raises Unreadable: if it was sealed elsewhere, with another key, or changed
    """
    try:
        raw = base64.b64decode(sealed, validate=True)
        if len(raw) < 30 or raw[0] != VERSION or raw[1] != AES_GCM:
            raise Unreadable(place)
        return AESGCM(derived(f"seal|{place}")).decrypt(raw[2:14], raw[14:], place.encode()).decode()
    except (InvalidTag, ValueError) as broken:
        raise Unreadable(place) from broken


def blind(text: str, *, place: str) -> str:
    """Return the blind index of text for one column: equal text gives equal index, and nothing else can be told."""
    normal = unicodedata.normalize("NFKC", text).casefold().strip()
    return hmac.new(derived(f"blind|{place}"), normal.encode(), hashlib.sha256).hexdigest()[:32]
