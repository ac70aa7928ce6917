"""Keeping a copy of the demo's beginning, and putting it back while door and worker run."""

import shutil
import sqlite3
from pathlib import Path

from django.conf import settings
from django.db import connection

from bole.kit.models import Announcement
from bole.sandbox.dial import turn_to
from bole.sandbox.models import DemoState
from bole.sandbox.refusals import NotPutBack
from bole.sandbox.resting import worker_resting


def copy_path() -> Path:
    """Return where the copy lies."""
    return Path(settings.ENVIRONMENT.folder) / "demo" / "beginning.sqlite3"


def keep_beginning() -> None:
    """Copy the embedded database as it is now; on PostgreSQL, and of what is not committed, nothing is kept."""
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    copy_path().parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    shutil.copyfile(settings.DATABASES["default"]["NAME"], copy_path())


def can_put_back() -> bool:
    """Test if there is a copy."""
    return connection.vendor == "sqlite" and copy_path().exists()


def put_back() -> None:
    """Bring the demo back to its beginning: data, day, everything; sessions end. Other processes see it at their next look.

    :raises NotPutBack: if no copy was kept
    """
    if not can_put_back():
        raise NotPutBack
    # What the worker has begun on the other day it ends first: nothing of it is written after the copy.
    with worker_resting():
        turn_to(DemoState.objects.values_list("anchor", flat=True).get())
        _copy_back()


def _copy_back() -> None:
    """Write the copy over the database, in one transaction that every process respects."""
    newest = Announcement.objects.order_by("-id").values_list("id", flat=True).first() or 0
    source = sqlite3.connect(f"file:{copy_path()}?mode=ro", uri=True)
    target = sqlite3.connect(settings.DATABASES["default"]["NAME"], timeout=20)
    try:
        source.backup(target)
        # Open pages follow the numbers of announcements; they must not begin again.
        target.execute("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = ?", (newest, Announcement._meta.db_table))
        target.commit()
        target.execute("PRAGMA wal_checkpoint(PASSIVE)")
    finally:
        source.close()
        target.close()
