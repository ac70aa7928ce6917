"""Wake-up: NOTIFY on PostgreSQL, `PRAGMA data_version` on SQLite; polling is the net."""

import sqlite3
import time
from typing import Any

from django.conf import settings


class Waker:
    """Waits until the database changed, or the time is up. One connection of its own, never in a transaction."""

    def __init__(self) -> None:
        """Open the connection."""
        self._link: Any = None
        self._version = -1

    def wait(self, seconds: float) -> list[str]:
        """Wait; return the topics that were notified (PostgreSQL), else nothing."""
        if settings.ENVIRONMENT.database:
            return self._wait_postgres(seconds)
        self._wait_sqlite(seconds)
        return []

    def close(self) -> None:
        """Close the connection."""
        if self._link is not None:
            self._link.close()
            self._link = None

    def _wait_sqlite(self, seconds: float) -> None:
        if self._link is None:
            self._link = sqlite3.connect(settings.DATABASES["default"]["NAME"], check_same_thread=False, isolation_level=None)
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            version = self._link.execute("PRAGMA data_version").fetchone()[0]
            if version != self._version:
                self._version = version
                return
            time.sleep(0.02)

    def _wait_postgres(self, seconds: float) -> list[str]:
        import psycopg  # here: the embedded database does without it

        try:
            if self._link is None:
                self._link = psycopg.connect(settings.ENVIRONMENT.database, autocommit=True)
                self._link.execute("LISTEN bole_live")
            return [name for one in self._link.notifies(timeout=seconds, stop_after=50) for name in one.payload.split(" ")]
        except psycopg.OperationalError:
            self.close()
            time.sleep(seconds)
            return []
