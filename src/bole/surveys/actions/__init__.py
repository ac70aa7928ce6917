"""Changes of surveys."""

from bole.surveys.actions.answers import answer, note_participation
from bole.surveys.actions.calendar import set_publication_days
from bole.surveys.actions.publishing import publish_closed, publish_due
from bole.surveys.actions.rounds import close_due, close_round, open_round

__all__ = [
    "answer",
    "close_due",
    "close_round",
    "note_participation",
    "open_round",
    "publish_closed",
    "publish_due",
    "set_publication_days",
]
