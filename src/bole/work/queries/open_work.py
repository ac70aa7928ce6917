"""Work in progress: what is open, what of it stands in the way, and what was pushed this week."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet, Subquery, Sum

from bole.access.rules import may
from bole.kit.prepared import Prepared
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.models import Fact, Item
from bole.work.queries.facts import Question

KINDS = ("task", "change", "ticket", "defect", "rework", "delivery")
MOST = 300
COMMITS = "commits"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Commits:
    """What somebody pushed in the week of a day: how many commits, in how many repositories that are known by name."""

    count: int = 0
    repositories: int = 0


@dataclass(frozen=True, slots=True)
class OpenWork:
    """What one person works on: overdue first, then by due day. What was pushed stands beside it: it is never open."""

    items: tuple[OpenItem, ...]
    counts: Counter[str]
    commits: Commits = Commits()

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
    """Return what a person has open, and what was pushed in the week of the day (one query).

    :raises NotFound: if it is not open to the viewer
    """
    if not may(viewer, "read", "facts", person_id):
        raise NotFound
    rows = _OPEN.ask(person_id, _monday(day), day)
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
        for kind, title, link, external, project, connection, due_on, *_ in rows
        if kind in KINDS
    ]
    count, repositories = rows[0][-2:] if rows else (0, 0)
    return OpenWork(tuple(items), Counter(one.kind for one in items), _commits(count, repositories))


def commits_of(viewer: Viewer, person_id: int, *, day: date) -> tuple[Commits, Question]:
    """Return what a person pushed in the week of a day, and which records stand behind it (one query).

    :raises NotFound: if it is not open to the viewer
    """
    if not may(viewer, "read", "facts", person_id):
        raise NotFound
    monday = _monday(day)
    found = _pushed(person_id, monday, day).aggregate(**_SUMS)
    commits = _commits(found["count"], found["repositories"])
    return commits, Question(person_id=person_id, numerator=COMMITS, first_day=monday, last_day=day)


def _commits(count: Decimal | int | None, repositories: int | None) -> Commits:
    """Return the sums of a week as whole numbers: PostgreSQL sums large ones as decimals, and nothing as None."""
    return Commits(count=int(count or 0), repositories=repositories or 0)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


_SUMS = {"count": Sum("value"), "repositories": Count("item__project", distinct=True, filter=~Q(item__project=""))}


def _pushed(person_id: int, first_day: date, last_day: date) -> QuerySet[Fact]:
    return Fact.objects.filter(person=person_id, measure=COMMITS, withdrawn_at=None, day__gte=first_day, day__lte=last_day)


def _open_rows(person_id: int, first_day: date, last_day: date) -> QuerySet[Item, Any]:
    """Return what is open and the newest push of the week, so that there is a row if there is either; each row carries the week's sums."""
    pushed = _pushed(person_id, first_day, last_day)
    newest = pushed.order_by("-day", "-id").values("item")[:1]
    is_open = Q(person=person_id, state="open", is_retracted=False, kind__in=KINDS)
    sums = {name: Subquery(pushed.order_by().values("person").annotate(all=one).values("all")) for name, one in _SUMS.items()}
    columns = ("kind", "title", "link", "external_id", "project", "connection__name", "due_on", *sums)
    rows = Item.objects.filter(is_open | Q(pk=Subquery(newest))).annotate(**sums)
    return rows.order_by(F("due_on").asc(nulls_last=True), "-opened_at").values_list(*columns)[:MOST]


_OPEN = Prepared(_open_rows, int, date, date)


def open_counts(person_ids: Collection[int], *, day: date) -> dict[int, OpenCount]:
    """Return how much each of these people has open and overdue (one query)."""
    rows = Item.objects.filter(person__in=person_ids, state="open", is_retracted=False, kind__in=KINDS)
    sums = rows.values("person_id").annotate(all=Count("pk"), late=Count("pk", filter=Q(due_on__lt=day)))
    return {person: OpenCount(items, late) for person, items, late in sums.values_list("person_id", "all", "late")}
