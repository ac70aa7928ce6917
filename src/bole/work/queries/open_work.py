"""Work in progress: what is open, and what of it stands in the way."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q, QuerySet

from bole.access.rules import may
from bole.kit.prepared import Prepared
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.models import Item

KINDS = ("task", "change", "ticket", "defect", "rework", "delivery")
MOST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """Something that is being worked on."""

    kind: str
    title: str
    link: str
    external_id: str
    project: str
    connection: str
    due_on: date | None
    late_days: int


@dataclass(frozen=True, slots=True)
class OpenWork:
    """What one person works on: overdue first, then by due day."""

    items: tuple[OpenItem, ...]
    counts: Counter[str]

    @property
    def late(self) -> tuple[OpenItem, ...]:
        """What is overdue."""
        return tuple(one for one in self.items if one.late_days)

    @property
    def on_time(self) -> tuple[OpenItem, ...]:
        """What is not."""
        return tuple(one for one in self.items if not one.late_days)


@dataclass(frozen=True, slots=True)
class OpenCount:
    """How much somebody works on at once."""

    items: int = 0
    late: int = 0


def open_work(viewer: Viewer, person_id: int, *, day: date) -> OpenWork:
    """Return what a person has open (one query).

    :raises NotFound: if it is not open to the viewer
    """
    if not may(viewer, "read", "facts", person_id):
        raise NotFound
    items = [
        OpenItem(
            kind=kind,
            title=title,
            link=link,
            external_id=external,
            project=project,
            connection=connection,
            due_on=due_on,
            late_days=max((day - due_on).days, 0) if due_on else 0,
        )
        for kind, title, link, external, project, connection, due_on in _OPEN.ask(person_id)
    ]
    return OpenWork(tuple(items), Counter(one.kind for one in items))


def _open_rows(person_id: int) -> QuerySet[Item, Any]:
    open_ones = Item.objects.filter(person=person_id, state="open", is_retracted=False, kind__in=KINDS)
    columns = ("kind", "title", "link", "external_id", "project", "connection__name", "due_on")
    return open_ones.order_by(F("due_on").asc(nulls_last=True), "-opened_at").values_list(*columns)[:MOST]


_OPEN = Prepared(_open_rows, int)


def open_counts(person_ids: Collection[int], *, day: date) -> dict[int, OpenCount]:
    """Return how much each of these people has open and overdue (one query)."""
    rows = Item.objects.filter(person__in=person_ids, state="open", is_retracted=False, kind__in=KINDS)
    sums = rows.values("person_id").annotate(all=Count("pk"), late=Count("pk", filter=Q(due_on__lt=day)))
    return {person: OpenCount(items, late) for person, items, late in sums.values_list("person_id", "all", "late")}
