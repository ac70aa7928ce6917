"""What the room does by the clock."""

from datetime import datetime

from bole.signals.actions import look_when_due
from bole.signals.diagnosing import diagnose_missed
from bole.signals.noticing import notice_signs
from bole.signals.telling import tell_managers


def look_for_changes(at: datetime) -> str:
    """Look at the working days whose work is over and that were not looked at yet; the next morning, if an evening was missed."""
    return f"{look_when_due(at)}, {tell_managers(at)} told"


def diagnose_missed_targets(at: datetime) -> str:
    """Count the months of units, foresee the next one, and diagnose who missed a target too often in a row."""
    return diagnose_missed(at)


def look_for_signs(at: datetime) -> str:
    """Look at the last month that is over for records that want a second look."""
    return notice_signs(at)
