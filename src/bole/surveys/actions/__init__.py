"""Changes of surveys."""

from bole.surveys.actions.answers import answer, answer_each, note_participation
from bole.surveys.actions.calendar import set_publication_days
from bole.surveys.actions.publishing import publish_closed, publish_due
from bole.surveys.actions.rounds import close_due, close_round, close_rounds, open_round, open_rounds

__all__ = [
    "answer",
    "answer_each",
    "close_due",
    "close_round",
    "close_rounds",
    "note_participation",
    "open_round",
    "open_rounds",
    "publish_closed",
    "publish_due",
    "set_publication_days",
]
