"""Who is told of feedback: whoever it is for. Never who wrote it, and never what."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from bole.notices.actions import tell
from bole.notices.kinds import offer_kind
from bole.people.models import Person
from bole.reviews.models import Feedback
from bole.values.viewer import SYSTEM

FROM_MANAGER, NEW = "reviews.feedback_ready", "reviews.feedback_new"


def offer_feedback_kinds() -> None:
    """Offer the two sentences."""
    ready = _("Your performance feedback is ready. Please have a look")
    offer_kind(FROM_MANAGER, ready, icon="message-circle", group="reminder")
    offer_kind(NEW, _("There is something new in your feedback"), icon="message-circle")


def tell_of_feedback(ref: str, person_id: int, *, at: datetime) -> None:
    """Tell whoever a piece is for, once; of replies too, once a day."""
    piece = Feedback.objects.filter(ref=ref).first()
    account = Person.objects.filter(pk=person_id).values_list("account_id", flat=True).first()
    if piece is None or account is None or piece.taken_back_at is not None:
        return
    is_first = piece.recipient_id == person_id and piece.last_at == piece.sent_at
    is_ready = is_first and piece.is_from_manager and piece.kind != "request"
    kind, key = (FROM_MANAGER, ref) if is_ready else (NEW, f"{ref}:{piece.last_at:%Y%m%d}")
    tab = "?tab=asked" if is_first and piece.kind == "request" else "?tab=received" if is_ready else ""
    tell(accounts=[account], kind=kind, key=key, params={}, address=f"/feedback/{tab}", by=SYSTEM, at=at)
