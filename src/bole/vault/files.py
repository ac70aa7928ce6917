"""Kept files: sealed in the data folder, opened for whoever may see what they belong to. The rooms above decide who that is.

A room keeps a file with `keep_file`, names it by its ref, and shows it by a view of its own that asks for the permission of the parent and
then answers `as_download(read_file(ref, parent=…))`. A file that goes is taken off the table first, then, once that is sure, off the disk.
"""

import hashlib
import os
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import transaction
from django.http import HttpResponse

from bole.kit.action import action, on_record
from bole.kit.refs import new_ref
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.keys import derived
from bole.vault.kinds import ENDINGS, KINDS, TYPES, Kind, kind_of, plain_name
from bole.vault.models import KeptFile
from bole.vault.places import without_place
from bole.vault.refusals import EmptyFile, NotWhatItSays, TooLarge
from bole.vault.sealing import Unreadable

LARGEST = 10 * 1024 * 1024
ACCEPTED = ",".join(["image/*", *(f".{one}" for one in ENDINGS)])  # for the field of a form
PURPOSE = "seal|vault.files"
FORM = b"BOLE1"
FORGOTTEN = timedelta(days=1)


class Upload(Protocol):
    """What a form brings: a name and a size that are said, and bytes that are read once both are known."""

    @property
    def name(self) -> str | None:
        """The name that the sender gave."""
        ...

    @property
    def size(self) -> int | None:
        """How many bytes there are."""
        ...

    def read(self, num_bytes: int | None = None, /) -> bytes:
        """Return the bytes."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    """A kept file without its bytes."""

    ref: str
    parent: str
    name: str
    kind: str
    size: int
    kept_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenFile:
    """A kept file with its bytes."""

    name: str
    type: str
    body: bytes


def folder() -> Path:
    """Return where the files lie."""
    found: Path = settings.ENVIRONMENT.folder / "files"
    return found


@action("vault.keep_file")
def keep_file(*, upload: Upload, parent: str, by: Viewer, at: datetime) -> FileRow:
    """Seal a file and keep it for `parent` (`mentorship 2fbcqrjpf4p6`). What is too large is refused before it is read.

    Of a photo the picture is kept, not where and when it was taken.

    :raises TooLarge, EmptyFile: by its size
    :raises NotWhatItSays, HoldsTooMuch: by its content
    """
    size = upload.size or 0
    if size > LARGEST:
        raise TooLarge(size=_megabytes(size), max=_megabytes(LARGEST), where="file")
    body = upload.read(LARGEST + 1)
    if len(body) > LARGEST:
        raise TooLarge(size=_megabytes(len(body)), max=_megabytes(LARGEST), where="file")
    if not body:
        raise EmptyFile(where="file")
    name = plain_name(upload.name or "")
    kind = kind_of(body, name)
    seen = without_place(body, kind)
    if seen is None:
        raise NotWhatItSays(kinds=KINDS, where="file")
    body = seen
    ref = new_ref()
    _write(ref, body)
    digest = hashlib.sha256(body).hexdigest()
    made = KeptFile.objects.create(
        ref=ref, parent=parent, name=name, kind=kind, size=len(body), digest=digest, kept_at=at, kept_by=by.name
    )  # fmt: skip
    on_record(thing=f"kept_file {ref}")
    return _row(made)


def files_of(parents: Collection[str]) -> dict[str, tuple[FileRow, ...]]:
    """Return the files of each of these things, the first coming first (one query); things without any are left out."""
    found: dict[str, tuple[FileRow, ...]] = {}
    for one in KeptFile.objects.filter(parent__in=parents).order_by("kept_at", "id"):
        found[one.parent] = (*found.get(one.parent, ()), _row(one))
    return found


def read_file(ref: str, *, parent: str) -> OpenFile:
    """Open a file of a thing; the caller has asked before whether the viewer may see the thing.

    :raises NotFound: if the thing has no such file
    :raises Unreadable: if its bytes were changed or moved, or are gone
    """
    row = KeptFile.objects.filter(ref=ref, parent=parent).first()
    if row is None:
        raise NotFound
    body = _read(row.ref)
    if hashlib.sha256(body).hexdigest() != row.digest:
        raise Unreadable(ref)
    kind: Kind = row.kind  # type: ignore[assignment]  # written by `kind_of`
    return OpenFile(name=str(row.name), type=TYPES[kind], body=body)


@action("vault.hand_over_files")
def hand_over_files(*, refs: Collection[str], parent: str, to: str, by: Viewer, at: datetime) -> None:
    """Let files of one thing belong to another from now on: a draft's to what became of it.

    :raises NotFound: if the thing has not all of these files
    """
    wanted = set(refs)
    if KeptFile.objects.filter(ref__in=wanted, parent=parent).update(parent=to) != len(wanted):
        raise NotFound
    for ref in sorted(wanted):
        on_record(thing=f"kept_file {ref}")


@action("vault.drop_file")
def drop_file(*, ref: str, parent: str, by: Viewer, at: datetime) -> None:
    """Destroy a file of a thing.

    :raises NotFound: if the thing has no such file
    """
    count, _ = KeptFile.objects.filter(ref=ref, parent=parent).delete()
    if not count:
        raise NotFound
    on_record(thing=f"kept_file {ref}")
    transaction.on_commit(partial(_unlink, ref))


@action("vault.drop_files")
def drop_files(*, parent: str, by: Viewer, at: datetime) -> int:
    """Destroy all files of a thing that goes."""
    refs = list(KeptFile.objects.filter(parent=parent).values_list("ref", flat=True))
    KeptFile.objects.filter(ref__in=refs).delete()
    for ref in refs:
        on_record(thing=f"kept_file {ref}")
        transaction.on_commit(partial(_unlink, ref))
    return len(refs)


def as_download(file: OpenFile) -> HttpResponse:
    """Answer a file so that no browser shows or runs it inside the app."""
    plain = file.name.encode("ascii", "replace").decode().replace("?", "_").replace('"', "_").replace("\\", "_")
    return HttpResponse(
        file.body,
        content_type=file.type,
        headers={
            "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


def sweep_files(at: datetime) -> str:
    """Destroy bytes that no row names since yesterday: their change was taken back, or the machine stopped before they were unlinked."""
    if not folder().is_dir():
        return "0 files dropped"
    on_disk = {path.name: path for path in folder().glob("*/*") if path.stat().st_mtime < (at - FORGOTTEN).timestamp()}
    known = set(KeptFile.objects.values_list("ref", flat=True))
    lost = [path for name, path in on_disk.items() if name not in known]
    for path in lost:
        path.unlink(missing_ok=True)
    return f"{len(lost)} files dropped"


def _row(one: KeptFile) -> FileRow:
    return FileRow(ref=one.ref, parent=one.parent, name=str(one.name), kind=one.kind, size=one.size, kept_at=one.kept_at)


def _path(ref: str) -> Path:
    return folder() / ref[:2] / ref


def _write(ref: str, body: bytes) -> None:
    """Write the sealed bytes so that they are whole on the disk before their row is."""
    nonce = os.urandom(12)
    sealed = AESGCM(derived(PURPOSE)).encrypt(nonce, body, ref.encode())
    path = _path(ref)
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(FORM + nonce + sealed)
        file.flush()
        os.fsync(file.fileno())


def _read(ref: str) -> bytes:
    try:
        raw = _path(ref).read_bytes()
        if not raw.startswith(FORM):
            raise Unreadable(ref)
        start = len(FORM)
        return AESGCM(derived(PURPOSE)).decrypt(raw[start : start + 12], raw[start + 12 :], ref.encode())
    except (InvalidTag, OSError, ValueError) as broken:
        raise Unreadable(ref) from broken


def _unlink(ref: str) -> None:
    _path(ref).unlink(missing_ok=True)


def _megabytes(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB"
