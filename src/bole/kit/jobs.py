"""What the kit does by the clock."""

from datetime import datetime, timedelta

from bole.kit.models import Announcement, Heartbeat, KeptAnswer, KeptEntry

KEEP = timedelta(days=7)
# A phone asks before it sends again what it tried to send 30 days ago.
KEEP_ENTRIES = timedelta(days=40)


def sweep(at: datetime) -> str:
    """Drop announcements all reacted to, kept answers of yesterday, keys of old entries, heartbeats of processes that are gone."""
    gone, _ = Announcement.objects.filter(is_open=False, tries__lt=8, at__lt=at - KEEP).delete()
    answers, _ = KeptAnswer.objects.filter(at__lt=at - timedelta(days=1)).delete()
    KeptEntry.objects.filter(on__lt=(at - KEEP_ENTRIES).date()).delete()
    Heartbeat.objects.filter(name__startswith="worker", at__lt=at - timedelta(hours=1)).delete()
    return f"{gone} announcements, {answers} answers dropped"
