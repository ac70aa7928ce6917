"""Keys: one key-encryption key from a file, and what is derived from it."""

import hashlib
import hmac
import os
from functools import cache
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings


class NoKey(Exception):  # noqa: N818
    """The key file is missing, too open, or broken; says what to do."""


def key_path() -> Path:
    """Return where the key-encryption key lies."""
    return Path(settings.ENVIRONMENT.key_file) if settings.ENVIRONMENT.key_file else settings.ENVIRONMENT.folder / "keys" / "kek"


@cache
def root_key() -> bytes:
    """Return the 32-byte key-encryption key; make it (mode 0600) at the first start.

    :raises NoKey: if others may read the file, or it does not hold 32 bytes
    """
    path = key_path()
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return root_key()
        with os.fdopen(handle, "wb") as file:
            file.write(os.urandom(32))
    if path.stat().st_mode & 0o077:
        raise NoKey(f"{path} can be read by others. Run: chmod 600 {path}")
    key = path.read_bytes()
    if len(key) != 32:
        raise NoKey(f"{path} does not hold a key of 32 bytes. Restore it from your backup of keys.")
    return key


@cache
def derived(purpose: str) -> bytes:
    """Return the 32-byte key for one purpose (`seal|people_person`, `blind|people_person.mobile`, `audit`)."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode()).derive(root_key())


def topic_of(kind: str, number: int) -> str:
    """Return the name of the live parts of a kind that show somebody's: opaque outside, a keyed hash, never an id."""
    return f"{kind}-{hmac.new(derived('topics'), f'{kind}{number}'.encode(), hashlib.sha256).hexdigest()[:16]}"
