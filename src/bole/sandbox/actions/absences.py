"""Recording who was away, as HR would have: holidays before they begin, illness on its first day."""

from collections.abc import Mapping
from datetime import datetime

from bole.attendance.actions import record_absence
from bole.sandbox.rules.days import moment, step
from bole.sandbox.rules.leaves import Leaves
from bole.values.viewer import SYSTEM

_BEFORE = {"sick": 0, "other": -1, "travel": -3}


def record_absences(leaves: Leaves, keys: Mapping[str, int], *, until: datetime) -> int:
    """Record every spell; return how many there are."""
    for one in leaves.spells:
        told = min(moment(step(one.first, _BEFORE.get(one.kind, -8)), 9.4), until)
        record_absence(person_id=keys[one.number], first_day=one.first, last_day=one.last, kind=one.kind, by=SYSTEM, at=told)
    return len(leaves.spells)
