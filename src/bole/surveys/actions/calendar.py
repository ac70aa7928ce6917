"""The company's publication days."""

from collections.abc import Sequence
from datetime import datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.surveys.models import Calendar
from bole.surveys.refusals import WrongCalendar
from bole.surveys.rules.calendar import LEAST_APART, is_calendar
from bole.values.viewer import Viewer


@action("surveys.set_publication_days")
def set_publication_days(*, days: Sequence[tuple[int, int]], by: Viewer, at: datetime) -> None:
    """Set on which days of each year results are published, as months and days. What is published stays as it is.

    :raises NotFound, NotYours: unless HR admin or the system sets them
    :raises WrongCalendar: if they are too many, too near to each other, or not there in every year
    """
    insist(by, "change", "surveys")
    if not is_calendar(days):
        raise WrongCalendar(apart=LEAST_APART, where="days")
    Calendar.objects.create(days=sorted([month, day] for month, day in days), set_at=at, set_by=by.name)
    on_record(fields=("days",))
