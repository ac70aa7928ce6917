"""What the room does by the clock."""

from datetime import datetime

from bole.mentoring.actions.life import close_what_is_over
from bole.mentoring.actions.reminding import tell_what_is_due
from bole.mentoring.actions.settling import settle_duties
from bole.values.viewer import SYSTEM


def tell_of_duties(at: datetime) -> str:
    """Remind of duties and warn of overdue ones, everybody by the clock of the own place."""
    return f"{tell_what_is_due(by=SYSTEM, at=at)} told"


def keep_pairs(at: datetime) -> str:
    """Close pairs that are over, and let open duties fall where they belong by the calendar as it is known now."""
    closed = close_what_is_over(by=SYSTEM, at=at)
    return f"{closed} closed, {settle_duties(person_ids=None, by=SYSTEM, at=at)} duties moved"
