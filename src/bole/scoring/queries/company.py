"""The company's scores: so many numbers at once that only totals are shown of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from bole.access.rules import may_company
from bole.scoring.models import LiveScore, ScorePoint
from bole.scoring.queries.weeks import last_sunday
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's live score now and as it stood last Sunday, in hundredths."""

    person_id: int
    period: str
    score: int
    before: int | None


def standings(viewer: Viewer, person_ids: Collection[int] | None, *, day: date) -> list[Standing]:
    """Return the headline scores of these people, or of everybody (two queries).

    :raises NotFound: if the company's figures are not open to the viewer
    """
    if not may_company(viewer, "read", "company"):
        raise NotFound
    wanted = None if person_ids is None else frozenset(person_ids)
    rows = LiveScore.objects.filter(state="scored").order_by("period").values_list("person_id", "period", "score")
    now = {person: (period, score) for person, period, score in rows if score is not None}
    end = last_sunday(day)
    points = ScorePoint.objects.filter(day__gt=end - timedelta(days=7), day__lte=end).order_by("day", "period")
    before = dict(points.values_list("person_id", "score"))
    return [
        Standing(person, period, score, before.get(person))
        for person, (period, score) in sorted(now.items())
        if (wanted is None or person in wanted) and Period.parse(period).first_day <= day
    ]
