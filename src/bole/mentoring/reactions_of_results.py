"""What the room does when a mentee hands in a result, and when it is confirmed, returned or taken back."""

from datetime import datetime

from bole.kit.announce import on
from bole.mentoring.actions.results import settle_result, take_over_result
from bole.values.viewer import SYSTEM
from bole.work.events import ResultDecided, ResultSubmitted


@on(ResultSubmitted, name="mentoring.take_over_result")
def take_over_what_was_handed_in(event: ResultSubmitted, at: datetime) -> None:
    """Let a result of a mentee count in the pair."""
    take_over_result(ref=event.ref, by=SYSTEM, at=at)


@on(ResultDecided, name="mentoring.settle_result")
def settle_what_was_handed_in(event: ResultDecided, at: datetime) -> None:
    """Follow what became of it."""
    settle_result(ref=event.ref, state=event.state, by=SYSTEM, at=at)
