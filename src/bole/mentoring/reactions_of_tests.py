"""What the room does when a mentee took an exam."""

from datetime import datetime

from bole.growth.events import ExamTaken
from bole.kit.announce import on
from bole.mentoring.actions.tests import take_over_attempt
from bole.values.viewer import SYSTEM


@on(ExamTaken, name="mentoring.take_over_attempt")
def take_over_the_exam(event: ExamTaken, at: datetime) -> None:
    """Let an exam of a mentee be a skill test of the pair."""
    take_over_attempt(attempt_ref=event.ref, by=SYSTEM, at=at)
