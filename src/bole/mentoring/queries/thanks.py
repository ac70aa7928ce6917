"""Thanks, for the two of a pair."""

from dataclasses import dataclass
from datetime import date

from bole.mentoring.models import Thanks
from bole.mentoring.queries.pairs import PairRow, pair_for
from bole.people.queries import Card, cards
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ThanksPage:
    """What a mentee wrote to the mentor, the newest first."""

    pair: PairRow
    rows: tuple[tuple[date, str], ...]
    is_mentor: bool
    people: dict[int, Card]


def thanks_for(viewer: Viewer, ref: str, *, day: date) -> ThanksPage:
    """Return the thanks of a pair to one of the two (three queries).

    :raises NotFound: for everybody else
    """
    pair = pair_for(viewer, ref)
    rows = tuple((one.day, str(one.words)) for one in Thanks.objects.filter(mentorship=pair.id).order_by("-day"))
    known = cards({pair.mentor_id, pair.mentee_id}, day)
    return ThanksPage(pair=pair, rows=rows, is_mentor=viewer.person_id == pair.mentor_id, people=known)
