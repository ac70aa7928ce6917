"""How this installation is: whether it is ready, and a few figures for a collector."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from bole.kit.models import Announcement, Heartbeat

ALIVE = timedelta(seconds=30)
LAID_ASIDE = 8


Gauge = Callable[[datetime], float]
_gauges: dict[str, Gauge] = {}


def gauge(name: str, measure: Gauge) -> None:
    """Let a room add a figure for the collector."""
    _gauges[name] = measure


def readiness(at: datetime) -> dict[str, bool]:
    """Return whether the database answers, is migrated, and a worker lives."""
    facts = {"database": False, "migrated": False, "worker": False}
    try:
        executor = MigrationExecutor(connection)
        facts["database"] = True
        facts["migrated"] = not executor.migration_plan(executor.loader.graph.leaf_nodes())
        facts["worker"] = facts["migrated"] and Heartbeat.objects.filter(name__startswith="worker", at__gt=at - ALIVE).exists()
    except DatabaseError:
        return facts
    return facts


def gauges(at: datetime) -> dict[str, float]:
    """Return what waits: open announcements, the age of the oldest in seconds, those that were laid aside; and what rooms added."""
    still_open = Announcement.objects.filter(is_open=True)
    oldest = still_open.order_by("id").first()
    return {
        "open_announcements": still_open.count(),
        "oldest_announcement_seconds": round((at - oldest.at).total_seconds(), 3) if oldest else 0.0,
        "laid_aside": Announcement.objects.filter(is_open=False, tries__gte=LAID_ASIDE).count(),
        **{name: measure(at) for name, measure in _gauges.items()},
    }
