"""How far a matching is."""

from dataclasses import dataclass
from datetime import datetime

from bole.access.rules import insist
from bole.mentoring.models import MatchRun
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """A matching or a publishing that HR asked for: `done` of `whole` of its stage; `wish_ref`: whom a change of a draft is about."""

    ref: str
    is_publishing: bool
    is_try: bool
    version: int
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
        ref=run.ref, is_publishing=run.work == "publish", is_try=run.work == "try", version=run.version, state=run.state, why=run.why,
        stage=run.stage, done=run.done, whole=run.whole, asked_at=run.asked_at, asked_by=run.asked_by,
        is_change=run.work == "match" and run.version > 0, wish_ref=run.wish.ref if run.wish else "",
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """The run that is not over."""

    ref: str
    is_publishing: bool


def running_now() -> Running | None:
    """Return the matching or publishing that runs, if there is one (one query)."""
    found = MatchRun.objects.filter(is_open=True).values_list("ref", "work").first()
    return Running(ref=found[0], is_publishing=found[1] == "publish") if found is not None else None
