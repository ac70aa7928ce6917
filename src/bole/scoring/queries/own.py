"""All scores of one's own, for one's own export."""

from typing import Any

from bole.scoring.models import ClosedScore, LiveScore
from bole.scoring.rules.rounding import five_point
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


def own_scores(viewer: Viewer) -> list[dict[str, Any]]:
    """Return every score of the viewer with its parts, live ones last (two queries).

    :raises NotFound: if the account has no person
    """
    if viewer.person_id is None:
        raise NotFound
    closed = ClosedScore.objects.filter(person=viewer.person_id).order_by("period", "revision")
    live = LiveScore.objects.filter(person=viewer.person_id).order_by("period")
    return [
        *(_row(period, score, state, parts, revision) for period, score, state, parts, revision in closed.values_list(*_COLUMNS)),
        *(_row(period, score, state, parts, 0) for period, score, state, parts in live.values_list(*_COLUMNS[:4])),
    ]


_COLUMNS = ("period", "score", "state", "parts", "revision")


def _row(period: str, score: int | None, state: str, parts: dict[str, Any], revision: int) -> dict[str, Any]:
    points = None if score is None else score / 100
    of_five = None if score is None else five_point(score) / 100
    kept = {"period": period, "score": points, "score_of_5": of_five, "state": state, "is_closed": revision > 0}
    return {**kept, "revision": revision, "parts": parts}
