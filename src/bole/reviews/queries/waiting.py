"""What waits for somebody: feedback not read yet, requests not answered, agreed actions that are due."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import takes_part
from bole.reviews.models import ActionPoint, Feedback
from bole.reviews.queries.pieces import unread_of
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How many of each. `from_manager` counts unread feedback of the manager, `others` everything else that is unread."""

    from_manager: int = 0
    asked: int = 0
    others: int = 0
    due: int = 0


NOTHING = Waiting()


def waiting_for(viewer: Viewer, *, day: date) -> Waiting:
    """Return what waits for the viewer (two queries)."""
    me = viewer.person_id
    if me is None or not takes_part(viewer):
        return NOTHING
    living = Feedback.objects.filter(taken_back_at=None)
    mine = living.filter(recipient=me) | living.filter(sender=me) | living.filter(shared_with=me)
    unread = unread_of(mine, me).values_list("recipient_id", "kind", "is_from_manager", "answered_at")
    told = asked = others = 0
    for recipient, kind, is_from_manager, answered_at in unread:
        if recipient == me and kind == "request" and answered_at is None:
            asked += 1
        elif recipient == me and is_from_manager and kind != "request":
            told += 1
        else:
            others += 1
    due = ActionPoint.objects.filter(owner=me, done_at=None, due_on__lte=day).count()
    return Waiting(from_manager=told, asked=asked, others=others, due=due)
