"""What the room does when something happened elsewhere."""

from datetime import datetime

from bole.attendance.events import AbsencesChanged
from bole.kit.announce import on
from bole.mentoring.actions.settling import settle_duties
from bole.values.viewer import SYSTEM


@on(AbsencesChanged, name="mentoring.settle_duties")
def settle_duties_of_the_absent(event: AbsencesChanged, at: datetime) -> None:
    """Move duties behind the days on which somebody is away now, and back if they are not."""
    settle_duties(person_ids=[event.person_id], by=SYSTEM, at=at)
