"""What is watched, and how long the person alone sees a change."""

from datetime import datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.ui.days import moment
from bole.scoring.models import Indicator
from bole.signals.models import Watch
from bole.signals.refusals import GraceOutOfRange
from bole.signals.rules.life import MOST_GRACE_DAYS
from bole.values.refusal import NotFound, Stale
from bole.values.viewer import Viewer


@action("signals.set_watch")
def set_watch(*, indicator: str, is_on: bool, grace_days: int, version: int, by: Viewer, at: datetime) -> Watch:
    """Say whether an indicator is watched, and the grace. It holds for what is noticed from now on.

    :raises NotYours: unless HR admin says so
    :raises NotFound: if there is no such indicator
    :raises GraceOutOfRange: if the grace is none
    :raises Stale: if somebody changed it since it was read
    """
    insist(by, "change", "watching")
    if not Indicator.objects.filter(code=indicator).exists():
        raise NotFound(where="indicator")
    if not 0 <= grace_days <= MOST_GRACE_DAYS:
        raise GraceOutOfRange(most=MOST_GRACE_DAYS, where="grace_days")
    held = Watch.objects.select_for_update().filter(indicator=indicator).first()
    if held is not None and held.version != version:
        raise Stale(name=held.changed_by, time=moment(held.changed_at))
    if held is None and version:
        raise NotFound(where="indicator")
    row = held or Watch(indicator=indicator, version=0)
    row.is_on, row.grace_days, row.version, row.changed_at, row.changed_by = is_on, grace_days, row.version + 1, at, by.name
    row.save()
    on_record(thing=f"watch {indicator}", fields=("is_on", "grace_days"))
    return row
