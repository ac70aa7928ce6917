"""The clock: the only place that reads it."""

import os
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

_followed: list[Callable[[], timedelta]] = []


def now() -> datetime:
    """Return this moment, UTC; in a demo moved to the day that the demo company takes for today."""
    return datetime.now(UTC) + (_followed[0]() if _followed else timedelta(0))


def follow(shift: Callable[[], timedelta]) -> None:
    """Let this process's clock stand off by what `shift` says, each time it is read. Demo only: door and worker follow one source."""
    _followed[:] = [shift]


def days_until(day: date) -> timedelta:
    """Return how far the machine's own calendar is from the day."""
    return timedelta(days=(day - datetime.now(ZoneInfo(settings.TIME_ZONE)).date()).days)


def today() -> date:
    """Return today in the company's zone."""
    return local_day(now())


def local_day(moment: datetime, zone: str = "") -> date:
    """Return the day of a moment in a zone (default: the company's)."""
    return moment.astimezone(ZoneInfo(zone or settings.TIME_ZONE)).date()


def process() -> int:
    """Return the number of this process, for heartbeats."""
    return os.getpid()
