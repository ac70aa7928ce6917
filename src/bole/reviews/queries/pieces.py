"""Pieces of feedback: the lists of one's own, and one piece with all that was said to it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet

from bole.access.rules import insist_on_taking_part
from bole.kit.clock import local_day
from bole.people.queries import Card, cards
from bole.reviews.models import Feedback, Reply, Seen
from bole.reviews.permissions import can_read_piece, readers_of
from bole.reviews.rules.about import About
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST = 30
UNDO_MINUTES = 10
TABS = ("received", "sent", "asked")


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceRow:
    """A piece as one of its readers sees it. `is_read`: the reader has seen its newest word."""

    ref: str
    kind: str
    sender_id: int
    recipient_id: int
    shared_with_id: int | None
    words: str
    about: About | None
    is_from_manager: bool
    sent_at: datetime
    last_at: datetime
    answered_at: datetime | None
    is_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Pieces:
    """A page of a list, the newest word first, with the cards of all who are named; how many wait unread behind each tab."""

    rows: tuple[PieceRow, ...]
    people: dict[int, Card]
    unread: dict[str, int]
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRow:
    """Something that was said to a piece."""

    by_id: int
    words: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece with its replies and the cards of its readers; `may_undo`: its sender may still take it back."""

    row: PieceRow
    replies: tuple[ReplyRow, ...]
    people: dict[int, Card]
    readers: tuple[int, ...]
    may_undo: bool


def pieces_for(viewer: Viewer, *, tab: str, after: str = "", at: datetime) -> Pieces:
    """Return a page of what the viewer received, sent or was asked for (seven queries at most).

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(viewer)
    found = with_read(_of(me, tab), me)
    start = found.filter(ref=after).values_list("last_at", "id").first() if after else None
    if start is not None:
        found = found.filter(Q(last_at__lt=start[0]) | Q(last_at=start[0], pk__lt=start[1]))
    rows = [row_of(one) for one in found.order_by("-last_at", "-id")[: MOST + 1]]
    shown = tuple(rows[:MOST])
    return Pieces(
        rows=shown,
        people=named_in(shown, at=at),
        unread={tab: unread_of(_of(me, tab), me).count() for tab in TABS},
        after=shown[-1].ref if len(rows) > MOST else "",
    )


def piece_for(viewer: Viewer, ref: str, *, at: datetime) -> Piece:
    """Return one piece with what was said to it (six queries).

    :raises NotFound: unless the viewer is one of its readers
    """
    me = insist_on_taking_part(viewer)
    found = with_read(Feedback.objects.filter(ref=ref), me).first()
    if found is None or not can_read_piece(viewer, found):
        raise NotFound
    replies = Reply.objects.filter(feedback=found).order_by("at", "id")
    row = row_of(found)
    return Piece(
        row=row,
        replies=tuple(ReplyRow(by_id=one.by_id, words=str(one.words), at=one.at) for one in replies),
        people=named_in([row], at=at),
        readers=tuple(sorted(readers_of(found))),
        may_undo=me == found.sender_id and can_be_taken_back(found, at=at),
    )


def can_be_taken_back(piece: Feedback, *, at: datetime) -> bool:
    """Test if nobody but the sender has seen it and ten minutes are not over (one query at most)."""
    if at - piece.sent_at > timedelta(minutes=UNDO_MINUTES):
        return False
    return not Seen.objects.filter(feedback=piece).exclude(person=piece.sender_id).exists()


def _of(me: int, tab: str) -> QuerySet[Feedback]:
    living = Feedback.objects.filter(taken_back_at=None)
    if tab == "sent":
        return living.filter(sender=me)
    if tab == "asked":
        return living.filter(recipient=me, kind="request")
    return living.filter(Q(recipient=me) | Q(shared_with=me)).exclude(kind="request")


def with_read(found: QuerySet[Feedback], me: int) -> QuerySet[Feedback]:
    """Add whether somebody has seen the newest word of each."""
    return found.annotate(is_read=_seen_by(me))


def unread_of(found: QuerySet[Feedback], me: int) -> QuerySet[Feedback]:
    """Keep those whose newest word somebody has not seen."""
    return found.filter(~_seen_by(me))


def _seen_by(me: int) -> Exists:
    return Exists(Seen.objects.filter(feedback=OuterRef("pk"), person=me, at__gte=OuterRef("last_at")))


def row_of(one: Feedback) -> PieceRow:
    """Return a piece as a row; it was read with `with_read`."""
    return PieceRow(
        ref=one.ref,
        kind=one.kind,
        sender_id=one.sender_id,
        recipient_id=one.recipient_id,
        shared_with_id=one.shared_with_id,
        words=str(one.words),
        about=about_of(one),
        is_from_manager=one.is_from_manager,
        sent_at=one.sent_at,
        last_at=one.last_at,
        answered_at=one.answered_at,
        is_read=bool(getattr(one, "is_read", True)),
    )


def about_of(one: Feedback) -> About | None:
    """Return what a piece is about."""
    if not one.about_kind or one.about_person_id is None:
        return None
    return About(
        kind=one.about_kind,  # type: ignore[arg-type]  # the action stores kinds only
        person_id=one.about_person_id,
        period=one.about_period,
        code=one.about_code,
        ref=one.about_ref,
        title=str(one.about_title),
    )


def named_in(rows: Iterable[PieceRow], *, at: datetime) -> dict[int, Card]:
    """Return the cards of everybody who is named in these pieces (three queries)."""
    people: set[int] = set()
    for row in rows:
        people.update(one for one in (row.sender_id, row.recipient_id, row.shared_with_id) if one is not None)
    return cards_of(people, at=at)


def cards_of(people: Collection[int], *, at: datetime) -> dict[int, Card]:
    """Return the cards of these people as of a moment's day."""
    return cards(people, local_day(at)) if people else {}
