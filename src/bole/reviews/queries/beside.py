"""Feedback beside what it is about, on the pages of a score."""

from django.db.models import Q, QuerySet

from bole.access.rules import takes_part
from bole.kit.clock import local_day
from bole.kit.prepared import Prepared
from bole.people.queries import Card, cards
from bole.reviews.models import Feedback
from bole.reviews.permissions import can_read_piece
from bole.reviews.queries.pieces import PieceRow, row_of, with_read
from bole.values.period import Period
from bole.values.viewer import Viewer

MOST = 10


def beside_score(viewer: Viewer, person_id: int, period: Period, *, code: str = "") -> tuple[list[PieceRow], dict[int, Card]]:
    """Return the feedback about somebody's score of a period, or one indicator of it, that the viewer reads (five queries at most).

    What is about an alert or a record stands beside the score of the period in which it was sent.
    """
    me = viewer.person_id
    if me is None or not takes_part(viewer):
        return [], {}
    rows = [row_of(one) for one in _READ.ask(person_id, me) if can_read_piece(viewer, one) and _is_in(one, period, code)]
    shown = rows[:MOST]
    return shown, cards({one.sender_id for one in shown}, period.last_day) if shown else {}


def _read_rows(person_id: int, me: int) -> QuerySet[Feedback]:
    mine = Q(sender=me) | Q(recipient=me) | Q(shared_with=me)
    found = Feedback.objects.filter(mine, about_person=person_id, taken_back_at=None)
    return with_read(found, me).order_by("-last_at", "-id")[: MOST * 5]


_READ = Prepared(_read_rows, int, int)


def _is_in(one: Feedback, period: Period, code: str) -> bool:
    if code and one.about_code != code:
        return False
    if one.about_period:
        return one.about_period == period.code
    return period.first_day <= local_day(one.sent_at) <= period.last_day
