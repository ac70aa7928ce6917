"""The company's scores: so many numbers at once that only totals are shown of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

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
    now, before = live_scores(None, day=day), scores_before(None, day=day)
    return [
        Standing(person, period, score, before.get(person))
        for person, (period, score) in sorted(now.items())
        if wanted is None or person in wanted
    ]


def live_scores(person_ids: Collection[int] | None, *, day: date) -> dict[int, tuple[str, int]]:
    """Return the newest period that has begun, and its score, of these people or of everybody (one query)."""
    rows = LiveScore.objects.filter(state="scored")
    if person_ids is not None:
        rows = rows.filter(person__among=list(person_ids))
    found = {person: (period, score) for person, period, score in _by_period(rows) if score is not None}
    has_begun = {period: Period.parse(period).first_day <= day for period in {period for period, _ in found.values()}}
    return {person: one for person, one in found.items() if has_begun[one[0]]}


def scores_before(person_ids: Collection[int] | None, *, day: date) -> dict[int, int | None]:
    """Return the score as it stood last Sunday, of these people or of everybody (one query)."""
    end = last_sunday(day)
    points = ScorePoint.objects.filter(day__gt=end - timedelta(days=7), day__lte=end).order_by("day", "period")
    if person_ids is not None:
        points = points.filter(person__among=list(person_ids))
    return dict(points.values_list("person_id", "score"))


def _by_period(rows: QuerySet[LiveScore]) -> QuerySet[LiveScore, tuple[int, str, int | None]]:
    return rows.order_by("period").values_list("person_id", "period", "score")
