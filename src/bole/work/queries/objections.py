"""Data objections: finding the record that is doubted, and those that are open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from bole.access.rules import may
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.models import Item, Objection

MOST_ANSWERED = 20


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
    return [_row(one) for one in rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtedRecord:
    """An objection as who answers it sees it: the record, whose it is, and what the person says."""

    objection: ObjectionRow
    person: Card
    kind: str
    tool: str
    link: str
    opened_on: datetime | None
    item_due_on: date | None
    has_delays: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """The open ones, the earliest due first, and those answered last."""

    waiting: tuple[DoubtedRecord, ...]
    answered: tuple[DoubtedRecord, ...]


def objections_for(viewer: Viewer, *, day: date) -> Doubted:
    """Return the objections that the viewer may answer, and those answered last; nobody's own are among them (five queries).

    :raises NotFound: unless the viewer is of HR
    """
    rows = _for(viewer)
    waiting = list(rows.filter(state="open").order_by("due_on", "id"))
    answered = list(rows.exclude(state="open").order_by("-answered_at", "-id")[:MOST_ANSWERED])
    people = cards({one.person_id for one in (*waiting, *answered)}, day)
    return Doubted(waiting=tuple(_doubted(one, people) for one in waiting), answered=tuple(_doubted(one, people) for one in answered))


def objection_for(viewer: Viewer, ref: str) -> str:
    """Return the ref of an objection that the viewer may see in this list, or has raised.

    :raises NotFound: if there is none
    """
    if not viewer.has_role("hr", "hr_partner", "hr_admin"):
        raise NotFound(where="ref")
    found = Objection.objects.filter(ref=ref).values_list("person_id", flat=True).first()
    if found is None or not (may(viewer, "answer", "facts", found) or found == viewer.person_id):
        raise NotFound(where="ref")
    return ref


def _for(viewer: Viewer) -> QuerySet[Objection]:
    if not viewer.has_role("hr", "hr_partner", "hr_admin"):
        raise NotFound
    rows = Objection.objects.select_related("item__connection").exclude(person=viewer.person_id)
    # The same as `may(viewer, "answer", "facts", …)` of each: HR and HR admin for everybody, a partner for their own.
    return rows if viewer.has_role("hr", "hr_admin") else rows.filter(person_id__among=sorted(viewer.partnered))


def _doubted(one: Objection, people: Mapping[int, Card]) -> DoubtedRecord:
    item = one.item
    return DoubtedRecord(
        objection=_row(one),
        person=people[one.person_id],
        kind=item.kind,
        tool=item.connection.name,
        link=str(item.link),
        opened_on=item.opened_at,
        item_due_on=item.due_on,
        has_delays=any(mark[0] == "postponed" for mark in item.detail.get("marks", [])),
    )


def _row(one: Objection) -> ObjectionRow:
    return ObjectionRow(
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
