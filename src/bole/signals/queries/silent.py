"""Source notices: which sources are silent, since when, and how many people have no data."""

from dataclasses import dataclass
from datetime import date, timedelta

from bole.access.rules import may_company
from bole.signals.models import SourceNotice
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

SHOWN_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silent:
    """A source that is silent, or was lately (`last_day`)."""

    ref: str
    connection_ref: str
    name: str
    first_day: date
    last_day: date | None
    people: int


def silent_sources(viewer: Viewer, *, day: date, is_past_too: bool = False) -> tuple[Silent, ...]:
    """Return the sources that are silent now, and those that lately were, or ever (one query).

    :raises NotFound: if sources are not open to the viewer
    """
    if not may_company(viewer, "read", "connections"):
        raise NotFound
    rows = SourceNotice.objects.select_related("connection").defer("connection__secret").order_by("-first_day", "-id")
    found = [
        Silent(
            ref=one.ref, connection_ref=one.connection.ref, name=one.connection.name, first_day=one.first_day, last_day=one.last_day,
            people=one.people,
        )
        for one in rows[:100]
    ]  # fmt: skip
    return tuple(one for one in found if is_past_too or one.last_day is None or one.last_day > day - SHOWN_FOR)
