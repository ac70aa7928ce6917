"""Connections for those who may see them: how they are, what came, what waits. The secret is never read."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import Count, QuerySet

from bole.access.rules import may_company
from bole.kit.clock import local_day
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.sealing import Unreadable, seal, unseal
from bole.work.models import Connection, Delivery, Item
from bole.work.queries import BadCursor, sources_for
from bole.work.queries.sources import state_of

MOST_LISTED = 25
COUNTED = timedelta(days=7)
_CURSOR = "work_delivery.place"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectionRow:
    """A connection in the list."""

    ref: str
    name: str
    vendor: str
    state: str
    last_at: datetime | None
    last_refused_at: datetime | None
    today: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryRow:
    """A call from outside, and what became of it."""

    received_at: datetime
    event: str
    fate: str
    reason: str
    facts: dict[str, object]
    where: str
    counts: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneConnection:
    """A connection with its last deliveries; `fates` are those of seven days, by how many."""

    ref: str
    name: str
    vendor: str
    state: str
    is_on: bool
    runs_directory: bool
    version: int
    made_at: datetime
    last_at: datetime | None
    last_refused_at: datetime | None
    waiting: int
    fates: dict[str, int]
    deliveries: tuple[DeliveryRow, ...]
    after: str


def connections_for(viewer: Viewer, *, at: datetime) -> tuple[ConnectionRow, ...]:
    """Return the connections, those that need a look first (four queries).

    :raises NotFound: if they are not open to the viewer
    """
    found = sources_for(viewer, at=at)
    waiting = Item.objects.filter(is_waiting=True).values_list("connection__ref").annotate(times=Count("id"))
    waits = dict(waiting)
    return tuple(
        ConnectionRow(
            ref=one.ref,
            name=one.name,
            vendor=one.vendor,
            state=one.state,
            last_at=one.last_at,
            last_refused_at=one.last_refused_at,
            today=one.today,
            waiting=waits.get(one.ref, 0),
        )
        for one in found.rows
    )


def connection_for(viewer: Viewer, ref: str, *, at: datetime, after: str = "") -> OneConnection:
    """Return a connection and a page of its deliveries, the newest first (four queries).

    :raises NotFound: if there is none, or it is not open to the viewer
    :raises BadCursor: if `after` is no place in the list
    """
    if not may_company(viewer, "read", "connections"):
        raise NotFound(where="ref")
    link = Connection.objects.defer("secret").filter(ref=ref).first()
    if link is None:
        raise NotFound(where="ref")
    rows = list(_page(link.pk, after))
    fates = _since(at, days=COUNTED.days).filter(connection=link).values_list("fate").annotate(times=Count("id"))
    return OneConnection(
        ref=link.ref,
        name=link.name,
        vendor=link.vendor,
        state=state_of(link, at=at),
        is_on=link.is_on,
        runs_directory=link.runs_directory,
        version=link.version,
        made_at=link.made_at,
        last_at=link.last_at,
        last_refused_at=link.last_refused_at,
        waiting=Item.objects.filter(connection=link, is_waiting=True).count(),
        fates=dict(fates),
        deliveries=tuple(_delivery(one) for one in rows[:MOST_LISTED]),
        after=seal(str(rows[MOST_LISTED - 1].pk), place=_CURSOR) if len(rows) > MOST_LISTED else "",
    )


def _since(at: datetime, *, days: int) -> QuerySet[Delivery]:
    """Return the deliveries of today and some days before."""
    day = local_day(at) - timedelta(days=days)
    return Delivery.objects.filter(received_at__gte=datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(settings.TIME_ZONE)))


def _page(connection_id: int, after: str) -> QuerySet[Delivery]:
    rows = Delivery.objects.filter(connection=connection_id).order_by("-id")
    if after:
        try:
            rows = rows.filter(pk__lt=int(unseal(after, place=_CURSOR)))
        except (Unreadable, ValueError) as problem:
            raise BadCursor(where="after") from problem
    return rows[: MOST_LISTED + 1]


def _delivery(one: Delivery) -> DeliveryRow:
    return DeliveryRow(
        received_at=one.received_at, event=one.event, fate=one.fate, reason=one.reason, facts=dict(one.facts), where=one.where,
        counts=dict(one.counts),
    )  # fmt: skip
