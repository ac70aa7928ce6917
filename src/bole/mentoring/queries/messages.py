"""Messages, for the two of a pair."""

from dataclasses import dataclass
from datetime import date, datetime

from bole.mentoring.models import PairMessage
from bole.mentoring.queries.pairs import PairRow, pair_for
from bole.people.queries import Card, cards
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


def messages_for(viewer: Viewer, ref: str, *, day: date) -> MessagesPage:
    """Return the messages of a pair to one of the two (four queries).

    :raises NotFound: for everybody else
    """
    pair = pair_for(viewer, ref)
    found = PairMessage.objects.filter(mentorship=pair.id).order_by("-at", "-pk")[:MOST_MESSAGES]
    rows = tuple(MessageRow(words=str(one.words), at=one.at, is_mine=one.by_id == viewer.person_id) for one in found)
    other = pair.other(viewer.person_id)
    return MessagesPage(pair=pair, rows=rows, other=cards({other}, day).get(other))
