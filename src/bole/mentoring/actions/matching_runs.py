"""Asking for a matching, and calling it off. The worker does it (`matching_hand.py`); one runs at a time."""

from datetime import datetime

from django.db import IntegrityError, transaction

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.mentoring.events import MatchingMoved
from bole.mentoring.models import MatchRound, MatchRun, Wish
from bole.mentoring.refusals import DraftOver, MatchingRuns, NobodyWaits
from bole.mentoring.rules.matching_round import Drafted, drafted
from bole.mentoring.topics import matching_topic
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@action("mentoring.start_matching")
def start_matching(*, by: Viewer, at: datetime) -> MatchRun:
    """Have the whole pool matched as a new draft; while one runs, that is the one.

    :raises NobodyWaits: if nobody does
    :raises MatchingRuns: if somebody else asked at the same moment
    """
    insist(by, "change", "matching")
    if not Wish.objects.filter(state="waiting").exists():
        raise NobodyWaits
    return open_run() or _begun(MatchRun(account_id=by.account_id, asked_by=by.name[:120], asked_at=at), at=at)


@action("mentoring.start_adjusting")
def start_adjusting(*, made: MatchRound, told: Drafted, mentee_id: int | None, by: Viewer, at: datetime) -> MatchRun:
    """Have the pool matched anew around what HR changed in a draft.

    :raises MatchingRuns: while another one runs
    """
    insist(by, "change", "matching")
    insist_on_rest()
    wish = Wish.objects.filter(person=mentee_id, state="waiting").first() if mentee_id is not None else None
    return _begun(
        MatchRun(
            account_id=by.account_id, asked_by=by.name[:120], asked_at=at, round=made, version=made.version, settings=told.kept, wish=wish
        ),
        at=at,
    )  # fmt: skip


@action("mentoring.call_off_matching")
def call_off_matching(*, ref: str, by: Viewer, at: datetime) -> bool:
    """Call a run off, so that nothing of it is kept; return False if it was over already."""
    insist(by, "change", "matching")
    run = MatchRun.objects.select_for_update().filter(ref=ref).first()
    if run is None:
        raise NotFound
    if not run.is_open:
        return False
    end_run(run, "off", at=at)
    on_record(thing=f"match_run {ref}")
    return True


def open_run() -> MatchRun | None:
    """Return the run that is not over, if there is one (one query)."""
    return MatchRun.objects.filter(is_open=True).first()


def insist_on_rest() -> None:
    """Refuse while the pool is being matched.

    :raises MatchingRuns: then
    """
    if open_run() is not None:
        raise MatchingRuns


def draft_to_change(ref: str, version: int, by: Viewer) -> tuple[MatchRound, Drafted]:
    """Return the draft that HR changes, with what was told of it.

    :raises NotFound: if there is none of this ref, or it is not open to the viewer
    :raises DraftOver: if it was published, replaced or changed meanwhile
    """
    insist(by, "change", "matching")
    found = MatchRound.objects.filter(ref=ref).first()
    if found is None:
        raise NotFound
    if found.state != "draft" or found.version != version:
        raise DraftOver
    return found, drafted(found.settings)


def end_run(run: MatchRun, state: str, *, at: datetime, why: str = "", made: MatchRound | None = None) -> None:
    """Close a run and tell its page."""
    run.is_open, run.state, run.why, run.ended_at, run.round = False, state, why, at, made or run.round
    run.save(update_fields=["is_open", "state", "why", "ended_at", "round"])
    announce(MatchingMoved(run.ref), at=at, topics=[matching_topic(run.ref)])


def _begun(run: MatchRun, *, at: datetime) -> MatchRun:
    """Keep a run.

    :raises MatchingRuns: if somebody else was faster: what HR changed here is not in theirs
    """
    try:
        with transaction.atomic():
            run.save()
    except IntegrityError as faster:
        raise MatchingRuns from faster
    announce(MatchingMoved(run.ref), at=at, topics=[matching_topic(run.ref)])
    on_record(thing=f"match_run {run.ref}")
    return run
