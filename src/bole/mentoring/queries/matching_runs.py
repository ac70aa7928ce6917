"""How far a matching is."""

from dataclasses import dataclass
from datetime import datetime

from bole.access.rules import insist
from bole.mentoring.models import MatchRun
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A matching that HR asked for: `done` of `whole` of its stage; `wish_ref`: whom the change is about, of a change."""

    ref: str
    state: str
    why: str
    stage: str
    done: int
    whole: int
    asked_at: datetime
    asked_by: str
    is_change: bool
    wish_ref: str


def run_for(viewer: Viewer, ref: str) -> RunRow:
    """Return how far a matching is (one query).

    :raises NotFound: if there is none of this ref, or matching is not open to the viewer
    """
    insist(viewer, "read", "matching")
    run = MatchRun.objects.select_related("wish").filter(ref=ref).first()
    if run is None:
        raise NotFound
    return RunRow(
        ref=run.ref, state=run.state, why=run.why, stage=run.stage, done=run.done, whole=run.whole, asked_at=run.asked_at,
        asked_by=run.asked_by, is_change=run.version > 0, wish_ref=run.wish.ref if run.wish else "",
    )  # fmt: skip


def running_ref() -> str:
    """Return the matching that runs, or nothing (one query)."""
    return MatchRun.objects.filter(is_open=True).values_list("ref", flat=True).first() or ""
