"""Applications as HR sees them: who waits, who could be invited, what was decided."""

import json
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language

from bole.access.rules import may, may_company
from bole.growth.requirements import Node
from bole.kit.action import look
from bole.mentoring.models import Application, Eligible
from bole.mentoring.queries.admission import rules_row
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 200
MOST_DECIDED = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationRow:
    """An application in a list."""

    ref: str
    card: Card
    state: str
    is_met: bool
    was_invited: bool
    sent_at: datetime
    answer_by: date | None
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EligibleRow:
    """Somebody who meets every requirement and could be invited."""

    card: Card
    since: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Applications:
    """What HR has before them."""

    waiting: tuple[ApplicationRow, ...]
    invited: tuple[ApplicationRow, ...]
    decided: tuple[ApplicationRow, ...]
    eligible: tuple[EligibleRow, ...]
    looked_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenedClause:
    """A clause as it was judged when somebody applied."""

    words: str
    is_met: bool
    evidence: tuple[str, ...]
    is_on_the_way: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OneApplication:
    """An application with its evidence as it was then."""

    row: ApplicationRow
    words: str
    clauses: tuple[ScreenedClause, ...]
    tree: Node
    rules_zh: str
    rules_en: str
    reason: str
    again_from: date | None
    decided_by: str
    may_decide: bool


def applications_for(viewer: Viewer, *, day: date) -> Applications:
    """Return the applications of those whom the viewer looks after (seven queries).

    :raises NotFound: unless admission is open to the viewer
    """
    _insist(viewer)
    open_rows = list(Application.objects.filter(state__in=("waiting", "invited")).order_by("answer_by", "sent_at"))
    decided = list(Application.objects.filter(state__in=("admitted", "returned", "declined", "withdrawn")).order_by("-decided_at")[:MOST])
    mine = [row for row in (*open_rows, *decided) if may(viewer, "read", "admission", row.person_id)]
    eligible = [row for row in Eligible.objects.order_by("since", "person") if may(viewer, "read", "admission", row.person_id)]
    busy = {row.person_id for row in open_rows}
    known = cards({row.person_id for row in mine} | {row.person_id for row in eligible[: MOST * 2]}, day)
    rows = [_row(row, known[row.person_id]) for row in mine if row.person_id in known]
    return Applications(
        waiting=tuple(row for row in rows if row.state == "waiting"),
        invited=tuple(row for row in rows if row.state == "invited"),
        decided=tuple(row for row in rows if row.state not in {"waiting", "invited"})[:MOST_DECIDED],
        eligible=tuple(
            EligibleRow(card=known[row.person_id], since=row.since)
            for row in eligible
            if row.person_id in known and row.person_id not in busy
        )[:MOST],
        looked_at=eligible[0].looked_at if eligible else None,
    )


def waiting_applications(viewer: Viewer) -> int:
    """Return how many applications wait for the viewer (one query)."""
    if not may_company(viewer, "approve", "admission"):
        return 0
    people = Application.objects.filter(state="waiting").values_list("person_id", flat=True)
    return sum(may(viewer, "approve", "admission", person) for person in people)


def application_for(viewer: Viewer, ref: str, *, day: date, at: datetime) -> OneApplication:
    """Return one application with its evidence; the look goes on the record (six queries).

    :raises NotFound: if there is none, or it is not open to the viewer
    """
    row = Application.objects.select_related("rule_set").filter(ref=ref).first()
    if row is None or not may_company(viewer, "read", "admission") or not may(viewer, "read", "admission", row.person_id):
        raise NotFound
    known = cards({row.person_id, *([row.decided_by_id] if row.decided_by_id else [])}, day)
    card = known[row.person_id]
    look(what="admission.look", by=viewer, at=at, subject=card.ref, fields=("screening",))
    rules = rules_row(row.rule_set)
    by = known.get(row.decided_by_id) if row.decided_by_id else None
    return OneApplication(
        row=_row(row, card),
        words=str(row.words),
        clauses=_clauses(str(row.screened)),
        tree=rules.tree,
        rules_zh=rules.name_zh,
        rules_en=rules.name_en,
        reason=str(row.reason),
        again_from=row.again_from,
        decided_by=by.name if by else "",
        may_decide=row.state == "waiting" and may(viewer, "approve", "admission", row.person_id),
    )


def _clauses(kept: str) -> tuple[ScreenedClause, ...]:
    given = json.loads(kept)
    language = "en" if (get_language() or "").startswith("en") else "zh-hans"
    rows = given.get(language, []) if isinstance(given, dict) else []
    return tuple(
        ScreenedClause(
            words=one["words"], is_met=one["is_met"], evidence=tuple(one["evidence"]), is_on_the_way=one.get("is_on_the_way", False)
        )
        for one in rows
    )


def _row(row: Application, card: Card) -> ApplicationRow:
    return ApplicationRow(
        ref=row.ref, card=card, state=row.state, is_met=row.is_met, was_invited=row.was_invited, sent_at=row.sent_at,
        answer_by=row.answer_by, decided_at=row.decided_at,
    )  # fmt: skip


def _insist(viewer: Viewer) -> None:
    if not may_company(viewer, "read", "admission"):
        raise NotFound
