"""What the room does by the clock."""

from datetime import datetime

from bole.surveys.actions.answers import note_participation_of_past_days
from bole.surveys.actions.publishing import publish_due
from bole.surveys.actions.rounds import close_due


def close_and_publish(at: datetime) -> str:
    """Close rounds whose last day is over, publish what the calendar says, and note who took part on days that are over."""
    noted, closed, shown = note_participation_of_past_days(at), close_due(at), publish_due(at)
    return f"{closed} rounds closed, {shown} results published, {noted} participations noted"
