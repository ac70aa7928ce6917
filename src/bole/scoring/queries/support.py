"""Requests for support: one's own, and those of a team."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from bole.access.rules import may
from bole.kit.clock import local_day
from bole.kit.prepared import Prepared
from bole.scoring.models import SupportRequest
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.values.workdays import working_days

MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportRow:
    """A request. `waits` is for how many working days it has been open."""

    ref: str
    person_id: int
    words: str
    asked_at: datetime
    state: str
    answer: str
    answered_by: str
    answered_at: datetime | None
    waits: int

    @property
    def is_open(self) -> bool:
        """Test if it waits for an answer."""
        return self.state == "open"


def support_of(viewer: Viewer, person_id: int, *, day: date) -> list[SupportRow]:
    """Return somebody's requests, open ones first, then the newest answers (one query).

    :raises NotFound: if they are not open to the viewer
    """
    if not may(viewer, "read", "support", person_id):
        raise NotFound
    return sorted((_row(one, day) for one in _OWN.ask(person_id)), key=lambda one: not one.is_open)


def _own_rows(person_id: int) -> QuerySet[SupportRequest]:
    return SupportRequest.objects.filter(person=person_id).exclude(state="withdrawn").order_by("-asked_at")[:MOST]


_OWN = Prepared(_own_rows, int)


def open_support(viewer: Viewer, person_ids: Collection[int], *, day: date) -> dict[int, tuple[SupportRow, ...]]:
    """Return the open requests of those whose support the viewer may see, the one that waits longest first (one query)."""
    mine = [person for person in person_ids if may(viewer, "read", "support", person)]
    found: dict[int, tuple[SupportRow, ...]] = {}
    for one in SupportRequest.objects.filter(person__in=mine, state="open").order_by("asked_at"):
        found[one.person_id] = (*found.get(one.person_id, ()), _row(one, day))
    return found


def _row(one: SupportRequest, day: date) -> SupportRow:
    return SupportRow(
        ref=one.ref,
        person_id=one.person_id,
        words=one.words,
        asked_at=one.asked_at,
        state=one.state,
        answer=one.answer,
        answered_by=one.answered_by,
        answered_at=one.answered_at,
        waits=max(working_days(local_day(one.asked_at), day) - 1, 0),
    )
