"""What HR opened of a pair's words: for the two, and for who opened it while the hour runs."""

from dataclasses import dataclass
from datetime import datetime

from bole.mentoring.models import TextOpening
from bole.mentoring.permissions import can_open_words
from bole.mentoring.queries.pairs import PairRow
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class OpeningRow:
    """Somebody of HR opened the words of a pair, and why."""

    by_id: int
    reason: str
    opened_at: datetime
    until: datetime


def openings_of(pair: PairRow) -> tuple[OpeningRow, ...]:
    """Return who opened the words of a pair, the newest first (one query); the two read it."""
    found = TextOpening.objects.filter(mentorship=pair.id).order_by("-opened_at")
    return tuple(_row(one) for one in found)


def opening_now(viewer: Viewer, pair: PairRow, *, at: datetime) -> TextOpening | None:
    """Return the viewer's own opening that still runs (one query)."""
    if not can_open_words(viewer, pair):
        return None
    return TextOpening.objects.filter(mentorship=pair.id, by=viewer.person_id, opened_at__lte=at, until__gt=at).order_by("-until").first()


def _row(one: TextOpening) -> OpeningRow:
    return OpeningRow(by_id=one.by_id, reason=str(one.reason), opened_at=one.opened_at, until=one.until)
