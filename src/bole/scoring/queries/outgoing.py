"""Scores of a whole period, for a file."""

from dataclasses import dataclass

from bole.scoring.models import ClosedScore, LiveScore
from bole.values.period import Period


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One person's score: hundredths, how it came about, by which model; the revision is 0 while the period is open."""

    score: int | None
    state: str
    model: str
    revision: int


def score_lines(period: Period) -> dict[int, ScoreLine]:
    """Return everybody's score of the period: frozen where it is closed, else live (two queries)."""
    live = LiveScore.objects.filter(period=period.code).values_list("person_id", "score", "state", "model_version__model__code")
    frozen = ClosedScore.objects.filter(period=period.code, is_last=True)
    closed = frozen.values_list("person_id", "score", "state", "model_version__model__code", "revision")
    found = {person: ScoreLine(score, state, model or "", 0) for person, score, state, model in live}
    return found | {person: ScoreLine(score, state, model or "", revision) for person, score, state, model, revision in closed}
