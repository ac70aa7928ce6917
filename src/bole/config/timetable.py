"""The only timetable."""

from datetime import timedelta

from bole.audit.jobs import anchor_record
from bole.kit.jobs import sweep
from bole.kit.worker import Job, timetable
from bole.scoring.actions.closing import close_what_is_over
from bole.scoring.jobs import drop_old_parts, score_everybody

DAY = timedelta(days=1)


def set_timetable() -> None:
    """Tell the worker what is done by the clock."""
    timetable(
        Job("score everybody", timedelta(hours=1), score_everybody),
        Job("close what is over", timedelta(hours=1), close_what_is_over),
        Job("drop old parts", DAY, drop_old_parts),
        Job("anchor the record", timedelta(minutes=5), anchor_record),
        Job("sweep", DAY, sweep),
    )
