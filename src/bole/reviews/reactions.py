"""What the room does when something happened."""

from datetime import datetime

from bole.kit.announce import on
from bole.reviews.events import FeedbackSent
from bole.reviews.feedback_telling import tell_of_feedback


@on(FeedbackSent, name="reviews.tell_of_feedback")
def tell_whom_it_is_for(event: FeedbackSent, at: datetime) -> None:
    """Tell whoever a piece of feedback, or a reply, is for."""
    tell_of_feedback(event.ref, event.person_id, at=at)
