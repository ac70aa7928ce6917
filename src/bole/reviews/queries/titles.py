"""One's own feedback and talks by their titles alone, for one's own search: with whom and when, never what was said."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from bole.kit.clock import local_day
from bole.reviews.models import Feedback, OneToOne
from bole.values.viewer import Viewer

MOST = 200


@dataclass(frozen=True, slots=True)
class Titled:
    """Something of two people: its kind, the other one, its day, where it is."""

    kind: str
    other_id: int
    day: date
    address: str


def own_feedback_titles(viewer: Viewer) -> list[Titled]:
    """Return what the viewer sent or received, the newest first (one query)."""
    me = viewer.person_id
    if me is None:
        return []
    rows = Feedback.objects.filter(Q(sender=me) | Q(recipient=me), taken_back_at=None).order_by("-last_at", "-id")
    columns = rows.values_list("kind", "sender_id", "recipient_id", "sent_at", "ref")[:MOST]
    return [
        Titled(kind, recipient if sender == me else sender, local_day(sent_at), f"/feedback/{ref}/")
        for kind, sender, recipient, sent_at, ref in columns
    ]


def own_talk_titles(viewer: Viewer) -> list[Titled]:
    """Return the viewer's own one-to-ones, the newest first (one query)."""
    me = viewer.person_id
    if me is None:
        return []
    rows = OneToOne.objects.filter(Q(manager=me) | Q(report=me)).order_by("-planned_on", "-id")
    columns = rows.values_list("manager_id", "report_id", "planned_on", "held_on", "ref")[:MOST]
    return [
        Titled("talk", report if manager == me else manager, held or planned, f"/one-to-ones/{ref}/")
        for manager, report, planned, held, ref in columns
    ]
