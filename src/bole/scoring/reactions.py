"""What scoring does when work data changes."""

from datetime import date, datetime

from bole.kit.announce import on
from bole.kit.clock import local_day
from bole.scoring.actions.scores import periods_touched, put_due
from bole.work.events import FactsRecorded


@on(FactsRecorded, name="scoring.put_due")
def put_people_due(event: FactsRecorded, at: datetime) -> None:
    """Put everybody whose readings changed into the queue."""
    today = local_day(at)
    put_due(
        (
            (person, period.code)
            for person, first, last in event.spans
            for period in periods_touched(date.fromisoformat(first), date.fromisoformat(last), today=today)
        ),
        at=at,
    )
