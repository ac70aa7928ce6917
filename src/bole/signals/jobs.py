"""What the room does by the clock."""

from datetime import datetime

from bole.signals.actions import look_when_due


def look_for_changes(at: datetime) -> str:
    """Look at the working days whose work is over and that were not looked at yet; the next morning, if an evening was missed."""
    return look_when_due(at)
