"""Messages, for the two of a pair."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.mentoring.models import PairMessage
from bole.mentoring.queries.pairs import PairRow, pair_for
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_MESSAGES = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageRow:
    """What was written, and whether the viewer wrote it."""

    words: str
    at: datetime
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagesPage:
    """What the two wrote to each other, the newest first."""

    pair: PairRow
    rows: tuple[MessageRow, ...]
    other: Card | None
    older: str  # the ref after which older ones stand, if there are any


def messages_for(viewer: Viewer, ref: str, *, day: date, before: str = "") -> MessagesPage:
    """Return the messages of a pair to one of the two: the newest, or those before one of them (four or five queries).

    :raises NotFound: for everybody else, and if there is no such message to begin before
    """
    pair = pair_for(viewer, ref)
    found = PairMessage.objects.filter(mentorship=pair.id).order_by("-pk")
    if before:
        last = found.filter(ref=before).values_list("pk", flat=True).first()
        if last is None:
            raise NotFound(where="before")
        found = found.filter(pk__lt=last)
    kept = list(found[: MOST_MESSAGES + 1])
    rows = tuple(MessageRow(words=str(one.words), at=one.at, is_mine=one.by_id == viewer.person_id) for one in kept[:MOST_MESSAGES])
    other = pair.other(viewer.person_id)
    older = kept[MOST_MESSAGES - 1].ref if len(kept) > MOST_MESSAGES else ""
    return MessagesPage(pair=pair, rows=rows, other=cards({other}, day).get(other), older=older)
