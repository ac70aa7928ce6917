"""What the kit does by the clock."""

from datetime import datetime, timedelta

from bole.kit.models import Announcement, Heartbeat, KeptAnswer

KEEP = timedelta(days=7)


def sweep(at: datetime) -> str:
    """Drop announcements that all have reacted to, kept answers of yesterday, and heartbeats of processes that are gone."""
    gone, _ = Announcement.objects.filter(is_open=False, tries__lt=8, at__lt=at - KEEP).delete()
    answers, _ = KeptAnswer.objects.filter(at__lt=at - timedelta(days=1)).delete()
    Heartbeat.objects.filter(name__startswith="worker", at__lt=at - timedelta(hours=1)).delete()
    return f"{gone} announcements, {answers} answers dropped"
