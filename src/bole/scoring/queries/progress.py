"""How far scoring has come: what waits, what is closed. For operators; no person's score is in it."""

from bole.scoring.models import Closing, ScoringDue


def scores_waiting() -> int:
    """Return how many scores wait to be computed."""
    return ScoringDue.objects.count()


def closed_period_codes() -> list[str]:
    """Return the closed periods, the newest first."""
    return list(Closing.objects.order_by("-period").values_list("period", flat=True))
