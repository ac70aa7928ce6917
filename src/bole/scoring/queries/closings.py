"""Closings: which periods are open and closed, what came after, and who wants one opened again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Count, OuterRef, Subquery

from bole.access.rules import may, may_company, relations
from bole.kit.action import look
from bole.people.queries import Card, cards, get_person_for
from bole.scoring.actions.closing import closing_day
from bole.scoring.actions.scores import live_kind
from bole.scoring.models import ClosedScore, Closing, LateChange, LiveScore, Reopening
from bole.scoring.queries.gates import is_kept_to_self, newcomers
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_OPEN = 12
MOST_CLOSED = 24
MOST_LATE = 50
# Whose look at a score is put on the record: everybody but the person and the direct manager.
LOOKED_AS = ("hr_partner", "hr_admin", "auditor", "chain")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPeriod:
    """A period that is scored live. `is_over`: its last day has passed, so it can be closed by hand."""

    period: Period
    people: int
    closes_on: date
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedPeriod:
    """A period that was closed, and for how many the score would be another one now."""

    period: Period
    closed_at: datetime
    closed_by: str
    people: int
    late: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Late:
    """Somebody whose score of a closed period would be another one now, in hundredths."""

    person_id: int
    period: str
    frozen: int | None
    now: int | None
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A reopening that was proposed, and what became of it."""

    ref: str
    person_id: int
    period: str
    reason: str
    state: str
    proposed_by: str
    proposed_at: datetime
    is_own: bool
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One frozen score of a person and period."""

    number: int
    score: int | None
    state: str
    closed_at: datetime
    readings_hash: str
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Closings:
    """All periods, the proposals that wait, and the people in them."""

    open: tuple[OpenPeriod, ...]
    closed: tuple[ClosedPeriod, ...]
    next_before: str
    waiting: tuple[Proposal, ...]
    cards: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneClosing:
    """A closed period with a page of those who have late changes."""

    closing: ClosedPeriod
    late: tuple[tuple[Card, Late], ...]
    late_count: int
    next_after: str
    proposals: tuple[tuple[Card, Proposal], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonClosing:
    """A closed period of one person: every revision, what came after, what was proposed."""

    card: Card
    period: Period
    revisions: tuple[Revision, ...]
    late: Late | None
    proposals: tuple[Proposal, ...]


def closings(viewer: Viewer, *, day: date, before: str = "") -> Closings:
    """Return the periods, the newest first (ten queries).

    :raises NotFound: unless closings are open to the viewer
    """
    _insist(viewer)
    rows = Closing.objects.order_by("-id")
    if before:
        rows = rows.filter(pk__lt=Closing.objects.filter(period=before).values("pk")[:1])
    page = list(rows[: MOST_CLOSED + 1])
    late: dict[str, int] = {}
    for one in late_changes(viewer, day=day):
        late[one.period] = late.get(one.period, 0) + 1
    waiting = _proposals(viewer, states=("proposed",))
    return Closings(
        open=tuple(_open(day)),
        closed=tuple(_closed(row, late.get(row.period, 0)) for row in page[:MOST_CLOSED]),
        next_before=page[MOST_CLOSED - 1].period if len(page) > MOST_CLOSED else "",
        waiting=tuple(waiting),
        cards=cards({one.person_id for one in waiting}, day),
    )


def one_closing(viewer: Viewer, code: str, *, day: date, at: datetime, after: str = "") -> OneClosing:
    """Return a closed period with those whose score would be another one now, in order of names; each look goes on the record.

    :raises NotFound: unless it is closed, and open to the viewer
    """
    _insist(viewer)
    row = Closing.objects.filter(period=code).first()
    if row is None:
        raise NotFound(where="period")
    late = {one.person_id: one for one in late_changes(viewer, day=day, code=row.period)}
    proposals = _proposals(viewer, code=row.period)
    known = cards({*late, *(one.person_id for one in proposals)}, day)
    ordered = [(card, late[person]) for person, card in known.items() if person in late]
    start = next((n + 1 for n, (card, _) in enumerate(ordered) if card.number == after), 0)
    shown = ordered[start : start + MOST_LATE]
    note_looks(viewer, [card for card, _ in shown], at=at)
    return OneClosing(
        closing=_closed(row, len(late)),
        late=tuple(shown),
        late_count=len(late),
        next_after=shown[-1][0].number if len(ordered) > start + MOST_LATE else "",
        proposals=tuple((known[one.person_id], one) for one in proposals if one.person_id in known),
    )


def person_closing(viewer: Viewer, code: str, number: str, *, day: date, at: datetime) -> PersonClosing:
    """Return every revision of a person's closed period; the look goes on the record.

    :raises NotFound: unless it is closed for the person, and open to the viewer
    """
    _insist(viewer)
    period, card = Period.parse(code), get_person_for(viewer, number, day)
    if not may(viewer, "read", "score", card.person_id) or is_kept_to_self(viewer, card.person_id, day=day):
        raise NotFound(where="number")
    rows = ClosedScore.objects.filter(person=card.person_id, period=period.code).order_by("-revision")
    columns = ("revision", "score", "state", "closed_at", "readings_hash", "is_last")
    revisions = tuple(Revision(number=row[0], score=row[1], state=row[2], closed_at=row[3], readings_hash=row[4], is_last=row[5])
                      for row in rows.values_list(*columns))  # fmt: skip
    if not revisions:
        raise NotFound(where="period")
    note_looks(viewer, [card], at=at)
    late = late_changes(viewer, day=day, code=period.code, person_id=card.person_id)
    return PersonClosing(
        card=card,
        period=period,
        revisions=revisions,
        late=late[0] if late else None,
        proposals=tuple(_proposals(viewer, code=period.code, person_id=card.person_id)),
    )


def late_changes(viewer: Viewer, *, day: date, code: str = "", person_id: int | None = None) -> list[Late]:
    """Return whose closed scores would be other ones now, as far as they are open to the viewer (two queries)."""
    frozen = ClosedScore.objects.filter(person=OuterRef("person"), period=OuterRef("period"), is_last=True)
    rows = LateChange.objects.annotate(kept=Subquery(frozen.values("score")[:1]), rev=Subquery(frozen.values("revision")[:1]))
    rows = rows.exclude(rev=None)
    if code:
        rows = rows.filter(period=code)
    if person_id is not None:
        rows = rows.filter(person=person_id)
    found = [
        Late(person_id=person, period=period, frozen=kept, now=score, seen_at=seen)
        for person, period, kept, score, seen in rows.values_list("person_id", "period", "kept", "score_now", "seen_at")
        if kept != score and may(viewer, "read", "score", person)
    ]
    new = newcomers({one.person_id for one in found}, day=day) if found else frozenset()
    return [one for one in found if one.person_id not in new or one.person_id == viewer.person_id]


def note_looks(viewer: Viewer, seen: Sequence[Card], *, at: datetime) -> None:
    """Put looks at these people's scores on the record, where they are ones."""
    with transaction.atomic():
        for card in seen:
            stands = relations(viewer, card.person_id)
            role = next((one for one in LOOKED_AS if one in stands), "")
            if role and stands.isdisjoint({"self", "manager", "system"}):
                look(what="score.look", by=viewer, at=at, subject=card.ref, fields=("score", f"as:{role}"))


def _insist(viewer: Viewer) -> None:
    if not may_company(viewer, "read", "closing"):
        raise NotFound


def _open(day: date) -> list[OpenPeriod]:
    """Return the periods that people have a live score of, and the one that runs."""
    periods = [Period.of(live_kind(), day)]
    while len(periods) < MOST_OPEN:
        periods.append(periods[-1].before)
    codes = [one.code for one in periods]
    gone = set(Closing.objects.filter(period__in=codes).values_list("period", flat=True))
    counts = dict(LiveScore.objects.filter(period__in=codes).values_list("period").annotate(Count("id")))
    return [
        OpenPeriod(period=one, people=counts.get(one.code, 0), closes_on=closing_day(one), is_over=day > one.last_day)
        for n, one in enumerate(periods)
        if one.code not in gone and (n == 0 or counts.get(one.code))
    ]


def _closed(row: Closing, late: int) -> ClosedPeriod:
    return ClosedPeriod(period=Period.parse(row.period), closed_at=row.closed_at, closed_by=row.closed_by, people=row.people, late=late)


def _proposals(viewer: Viewer, *, states: Sequence[str] = (), code: str = "", person_id: int | None = None) -> list[Proposal]:
    """Return the reopenings that are open to the viewer, the newest first (one query)."""
    rows = Reopening.objects.order_by("-proposed_at", "-id")
    if states:
        rows = rows.filter(state__in=states)
    if code:
        rows = rows.filter(period=code)
    if person_id is not None:
        rows = rows.filter(person=person_id)
    return [
        Proposal(
            ref=row.ref,
            person_id=row.person_id,
            period=row.period,
            reason=str(row.reason),
            state=row.state,
            proposed_by=row.proposed_by,
            proposed_at=row.proposed_at,
            is_own=row.proposed_by_account == viewer.account_id,
            decided_by=row.decided_by,
            decided_at=row.decided_at,
        )
        for row in rows[:200]
        if may(viewer, "read", "score", row.person_id)
    ]
