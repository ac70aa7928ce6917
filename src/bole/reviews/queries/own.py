"""All that is kept of somebody's feedback and talks, for the export of their own data."""

from typing import Any

from django.db.models import Q

from bole.people.models import Person
from bole.reviews.models import ActionPoint, Feedback, OneToOne, Reply, TalkNote
from bole.values.viewer import Viewer


def own_feedback(viewer: Viewer) -> list[dict[str, Any]]:
    """Return every piece that the viewer sent or received, with what was said to it (three queries)."""
    me = viewer.person_id
    if me is None:
        return []
    found = Feedback.objects.filter(Q(sender=me) | Q(recipient=me), taken_back_at=None).order_by("sent_at", "id")
    pieces = list(found.select_related("sender", "recipient", "shared_with"))
    said: dict[int, list[dict[str, Any]]] = {}
    for one in Reply.objects.filter(feedback__in=[piece.pk for piece in pieces]).select_related("by").order_by("at", "id"):
        said.setdefault(one.feedback_id, []).append({"by": _name(one.by), "words": str(one.words), "at": one.at})
    return [
        {
            "ref": one.ref,
            "kind": one.kind,
            "from": _name(one.sender),
            "to": _name(one.recipient),
            "shared_with": _name(one.shared_with) if one.shared_with else None,
            "about": {"kind": one.about_kind, "period": one.about_period, "indicator": one.about_code} if one.about_kind else None,
            "words": str(one.words),
            "sent_at": one.sent_at,
            "replies": said.get(one.pk, []),
        }
        for one in pieces
    ]


def own_talks(viewer: Viewer) -> list[dict[str, Any]]:
    """Return the viewer's one-to-ones: days, notes that the viewer reads (the own private ones too), what was agreed (four queries)."""
    me = viewer.person_id
    if me is None:
        return []
    talks = list(OneToOne.objects.filter(Q(manager=me) | Q(report=me)).select_related("manager", "report").order_by("planned_on", "id"))
    keys = [one.pk for one in talks]
    notes: dict[int, list[dict[str, Any]]] = {}
    for one in TalkNote.objects.filter(Q(is_private=False) | Q(by=me), talk__in=keys).select_related("by").order_by("at", "id"):
        notes.setdefault(one.talk_id, []).append({"by": _name(one.by), "words": str(one.words), "is_private": one.is_private, "at": one.at})
    agreed: dict[int, list[dict[str, Any]]] = {}
    for action in ActionPoint.objects.filter(talk__in=keys).select_related("owner").order_by("due_on", "id"):
        told = {"owner": _name(action.owner), "words": str(action.words), "due_on": action.due_on, "done_at": action.done_at}
        agreed.setdefault(action.talk_id, []).append(told)
    return [
        {
            "manager": _name(one.manager),
            "report": _name(one.report),
            "planned_on": one.planned_on,
            "held_on": one.held_on,
            "called_off_at": one.called_off_at,
            "notes": notes.get(one.pk, []),
            "actions": agreed.get(one.pk, []),
        }
        for one in talks
    ]


def _name(person: Person) -> str:
    return f"{person.name} {person.number}"
