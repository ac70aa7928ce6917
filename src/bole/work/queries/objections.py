"""Data objections: finding the record that is doubted, and those that are open."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.models import Item, Objection


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionRow:
    """A doubt and what became of it."""

    ref: str
    person_id: int
    title: str
    external_id: str
    words: str
    state: str
    raised_at: datetime
    due_on: date
    answer: str
    answered_by: str
    answered_at: datetime | None


def own_record(viewer: Viewer, connection_ref: str, external_id: str) -> int:
    """Return the key of a record of the viewer's own (one query).

    :raises NotFound: if it is not theirs, or there is none
    """
    rows = Item.objects.filter(connection__ref=connection_ref, external_id=external_id, person=viewer.person_id)
    found = rows.values_list("id", flat=True).first() if viewer.person_id else None
    if found is None:
        raise NotFound
    return found


def own_objections(viewer: Viewer, *, since: datetime) -> list[ObjectionRow]:
    """Return the viewer's own doubts since a moment, the newest first (one query)."""
    if viewer.person_id is None:
        return []
    rows = Objection.objects.filter(person=viewer.person_id, raised_at__gte=since).select_related("item").order_by("-raised_at")
    return [
        ObjectionRow(
            ref=one.ref,
            person_id=one.person_id,
            title=one.item.title,
            external_id=one.item.external_id,
            words=one.words,
            state=one.state,
            raised_at=one.raised_at,
            due_on=one.due_on,
            answer=one.answer,
            answered_by=one.answered_by,
            answered_at=one.answered_at,
        )
        for one in rows
    ]
