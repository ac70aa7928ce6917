"""Where work data comes from: which connections are well, and what waits for a person."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bole.access.rules import may_company
from bole.kit.clock import local_day
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.work.models import BUILT_IN, HANDED_IN, Connection, Item

QUIET = timedelta(days=7)
# What people or other systems send in has its own rhythm: once a month is enough.
QUIET_IMPORT = timedelta(days=35)


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A connection and how it is: well, quiet (nothing for long), troubled (refused since it was last well), new, off."""

    ref: str
    name: str
    vendor: str
    state: str
    last_at: datetime | None
    last_refused_at: datetime | None = None
    today: int = 0  # deliveries


@dataclass(frozen=True, slots=True)
class Sources:
    """All connections, the one that needs a look first; how many items wait, and of how many accounts."""

    rows: tuple[SourceRow, ...]
    waiting: int
    accounts: int

    @property
    def well(self) -> int:
        """How many are well."""
        return sum(one.state in {"well", "new"} for one in self.rows)

    @property
    def bad(self) -> int:
        """How many need a look."""
        return sum(one.state in {"quiet", "troubled"} for one in self.rows)


def sources_for(viewer: Viewer, *, at: datetime) -> Sources:
    """Return the connections and what waits (three queries).

    :raises NotFound: if they are not open to the viewer
    """
    if not may_company(viewer, "read", "connections"):
        raise NotFound
    day = local_day(at)
    rows = tuple(
        SourceRow(one.ref, one.name, one.vendor, state_of(one, at=at), one.last_at, one.last_refused_at, _on(day, one))
        for one in Connection.objects.defer("secret").order_by("name")
    )
    order = ("troubled", "quiet", "new", "well", "off")
    waiting = Item.objects.filter(is_waiting=True)
    named = waiting.values("connection_id", "account").distinct().count()
    return Sources(tuple(sorted(rows, key=lambda one: order.index(one.state))), waiting.count(), named)


def _on(day: date, one: Connection) -> int:
    """Return how many deliveries came on the day, if it is the last on which any came."""
    return one.counted if one.counted_on == day else 0


def state_of(one: Connection, *, at: datetime) -> str:
    """Return how a connection is."""
    if not one.is_on:
        return "off"
    if one.last_refused_at and (one.last_at is None or one.last_refused_at >= one.last_at):
        return "troubled"
    if one.last_at is None:
        return "new"
    if one.vendor in {BUILT_IN, HANDED_IN}:
        return "well"
    return "quiet" if at - one.last_at > (QUIET_IMPORT if one.vendor == "api" else QUIET) else "well"
