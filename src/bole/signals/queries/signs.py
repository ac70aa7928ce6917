"""Signs of gaming for HR and the auditor: open ones first."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bole.access.rules import insist, may
from bole.people.queries import Card, cards
from bole.signals.models import GamingSign
from bole.values.viewer import Viewer
from bole.work.models import Connection

MOST_DECIDED = 40


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


def signs_for(viewer: Viewer, *, day: date) -> list[SignRow]:
    """Return the signs about people whom the viewer looks after (six queries).

    :raises NotFound: unless signs are open to the viewer
    """
    insist(viewer, "read", "signs")
    rows = [
        *GamingSign.objects.filter(state="open").order_by("-month", "id"),
        *GamingSign.objects.exclude(state="open").order_by("-decided_at", "-id")[:MOST_DECIDED],
    ]
    seen = [one for one in rows if may(viewer, "read", "sign", one.person_id)]
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
