"""Scores that wait for the worker: how many, and for how long."""

from datetime import datetime

from bole.scoring.models import ScoringDue


def due_scores(_at: datetime) -> float:
    """Count the scores that wait to be computed (one query)."""
    return ScoringDue.objects.count()


def oldest_due_score(at: datetime) -> float:
    """Return for how many seconds the oldest of them waits; 0 if none does (one query)."""
    since = ScoringDue.objects.order_by("since").values_list("since", flat=True).first()
    return round((at - since).total_seconds(), 3) if since else 0.0
