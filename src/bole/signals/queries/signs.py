"""Signs of gaming for HR and the auditor, a page at a time: open ones first, then those that HR has looked into."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from bole.access.rules import insist, may
from bole.people.queries import Card, cards
from bole.signals.models import GamingSign
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.sealing import Unreadable, seal, unseal
from bole.work.models import Connection
from bole.work.queries import BadCursor

PAGE, MOST_DECIDED = 25, 40
_CURSOR = "signals_sign.place"


@dataclass(frozen=True, slots=True, kw_only=True)
class SignRow:
    """A sign: whose records, of what, of which month, and what HR found."""

    ref: str
    person: Card
    kind: str
    measure: str
    month: date
    evidence: Mapping[str, Any]
    sources: Mapping[int, str]
    state: str
    words: str
    decided_by: str
    decided_at: datetime | None
    version: int
    may_decide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """A page of signs; `waiting` counts all that are open. What was looked into stands on the last page."""

    rows: tuple[SignRow, ...]
    waiting: int
    is_first: bool
    after: str = ""


def signs_for(viewer: Viewer, *, day: date, after: str = "") -> Signs:
    """Return a page of the signs about people whom the viewer looks after (seven queries).

    :raises NotFound: unless signs are open to the viewer
    :raises BadCursor: if `after` is no place in the list
    """
    insist(viewer, "read", "signs")
    seen = _of_others(viewer)
    waits = seen.filter(state="open")
    found = list(waits.filter(_behind(after)).order_by("-month", "id")[: PAGE + 1])
    last = found[PAGE - 1] if len(found) > PAGE else None
    decided = [] if last else seen.exclude(state="open").order_by("-decided_at", "-id")[:MOST_DECIDED]
    return Signs(
        rows=tuple(_rows(viewer, [*found[:PAGE], *decided], day=day)),
        waiting=waits.count(),
        is_first=not after,
        after=seal(f"{last.month} {last.pk}", place=_CURSOR) if last else "",
    )


def sign_for(viewer: Viewer, ref: str, *, day: date) -> SignRow:
    """Return one sign (five queries).

    :raises NotFound: if there is none about anybody whom the viewer looks after
    """
    insist(viewer, "read", "signs")
    rows = _rows(viewer, list(_of_others(viewer).filter(ref=ref)), day=day)
    if not rows:
        raise NotFound
    return rows[0]


def _of_others(viewer: Viewer) -> QuerySet[GamingSign]:
    """Return the signs about those whom the viewer looks after; the table has the last word on each row."""
    rows = GamingSign.objects.exclude(person=viewer.person_id) if viewer.person_id is not None else GamingSign.objects.all()
    return rows if viewer.has_role("hr", "hr_admin", "auditor") else rows.filter(person__among=sorted(viewer.partnered))


def _behind(after: str) -> Q:
    """Return the condition that an open sign stands behind a place in the list."""
    if not after:
        return Q()
    try:
        month, key = unseal(after, place=_CURSOR).split(" ")
    except (Unreadable, ValueError) as problem:
        raise BadCursor(where="after") from problem
    return Q(month__lt=date.fromisoformat(month)) | Q(month=date.fromisoformat(month), pk__gt=int(key))


def _rows(viewer: Viewer, found: Sequence[GamingSign], *, day: date) -> list[SignRow]:
    seen = [one for one in found if may(viewer, "read", "sign", one.person_id)]
    people, sources = cards({one.person_id for one in seen}, day), dict(Connection.objects.values_list("id", "name"))
    return [
        SignRow(
            ref=one.ref, person=people[one.person_id], kind=one.kind, measure=one.measure, month=one.month,
            evidence=json.loads(one.evidence), sources=sources, state=one.state, words=one.words, decided_by=one.decided_by,
            decided_at=one.decided_at, version=one.version, may_decide=may(viewer, "answer", "sign", one.person_id),
        )
        for one in seen
        if one.person_id in people
    ]  # fmt: skip
