"""Asking for a matching, or for its publishing, and calling it off. The worker does it (`matching_hand.py`); one runs at a time."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from bole.access.queries import viewer_for
from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.mentoring.events import MatchingMoved
from bole.mentoring.models import MatchRound, MatchRun, Proposal, Wish
from bole.mentoring.refusals import DraftOver, MatchingRuns, NobodyWaits, PublishingRuns
from bole.mentoring.rules.matching_round import Drafted, drafted
from bole.mentoring.topics import matching_topic
from bole.values.refusal import NotFound
from bole.values.viewer import SYSTEM, Viewer


class TakenOver(Exception):  # noqa: N818  (nobody is to blame: another worker was thought dead, or this one)
    """The run is over, or another worker's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A run in the hand of a worker."""

    run_id: int
    hand: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """Another capacity of a mentor that HR would try in a draft, in place of the `former` one."""

    round_ref: str
    version: int
    mentor_id: int
    capacity: int
    former: int

    @property
    def kept(self) -> dict[str, int]:
        """As the run keeps it."""
        return {"mentor": self.mentor_id, "capacity": self.capacity, "former": self.former}


@action("mentoring.start_matching")
def start_matching(*, by: Viewer, at: datetime) -> MatchRun:
    """Have the whole pool matched as a new draft; while one runs, that is the one.

    :raises NobodyWaits: if nobody does
    :raises MatchingRuns: if somebody else asked at the same moment, or something is tried
    :raises PublishingRuns: while a draft is being published
    """
    insist(by, "change", "matching")
    if not Wish.objects.filter(state="waiting").exists():
        raise NobodyWaits
    run = open_run()
    if run is not None and run.work != "match":
        insist_on_rest()
    return run or _begun(MatchRun(account_id=by.account_id, asked_by=by.name[:120], asked_at=at), at=at)


@action("mentoring.start_adjusting")
def start_adjusting(*, made: MatchRound, told: Drafted, mentee_id: int | None, by: Viewer, at: datetime) -> MatchRun:
    """Have the pool matched anew around what HR changed in a draft.

    :raises MatchingRuns, PublishingRuns: while another one runs
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


@action("mentoring.start_trying")
def start_trying(*, tried: Tried, by: Viewer, at: datetime) -> MatchRun:
    """Have it worked out what another capacity would change in a draft, which stays as it is; asked twice, it is the one that runs.

    :raises DraftOver: if the draft was published, replaced or changed meanwhile
    :raises MatchingRuns, PublishingRuns: while something else runs
    """
    made, told = draft_to_change(tried.round_ref, tried.version, by)
    settings = told.with_capacity(tried.mentor_id, tried.capacity).kept | {"tried": tried.kept}
    run = open_run()
    if run is not None and run.work == "try" and (run.account_id, run.settings) == (by.account_id, settings):
        return run
    insist_on_rest()
    asked = {"account_id": by.account_id, "asked_by": by.name[:120], "asked_at": at}
    return _begun(MatchRun(work="try", round=made, version=tried.version, settings=settings, **asked), at=at)


@action("mentoring.start_publishing")
def start_publishing(*, ref: str, version: int, by: Viewer, at: datetime) -> MatchRun:
    """Have the pairs of a draft begun, each on its own; while it is being published, that is the one.

    :raises DraftOver: if it was published, replaced or changed meanwhile
    :raises MatchingRuns: while the pool is being matched
    """
    made, told = draft_to_change(ref, version, by)
    run = open_run()
    if run is not None and run.work == "publish" and run.round_id == made.pk:
        return run
    insist_on_rest()
    Proposal.objects.filter(round=made, refused__isnull=False).update(refused=None)  # published again: each may begin by now
    asked = {"account_id": by.account_id, "asked_by": by.name[:120], "asked_at": at}
    return _begun(MatchRun(work="publish", stage="begin", round=made, version=version, settings=told.kept, **asked), at=at)


@action("mentoring.call_off_matching")
def call_off_matching(*, ref: str, by: Viewer, at: datetime) -> bool:
    """Call a run off, so that nothing of it is kept; return False if it was over already, or its pairs are beginning."""
    insist(by, "change", "matching")
    run = MatchRun.objects.select_for_update().filter(ref=ref).first()
    if run is None:
        raise NotFound
    if not run.is_open or (run.work == "publish" and run.state != "waiting"):
        return False
    end_run(run, "off", at=at)
    on_record(thing=f"match_run {ref}")
    return True


def open_run() -> MatchRun | None:
    """Return the run that is not over, if there is one (one query)."""
    return MatchRun.objects.filter(is_open=True).first()


def insist_on_rest() -> None:
    """Refuse while the pool is being matched, or a draft published.

    :raises MatchingRuns, PublishingRuns: then
    """
    run = open_run()
    if run is not None:
        raise PublishingRuns if run.work == "publish" else MatchingRuns


def insist_held(held: Held) -> None:
    """Lock a run, so that what a worker does for it is done by one hand alone.

    :raises TakenOver: if it is over, or in another hand
    """
    if MatchRun.objects.select_for_update().filter(pk=held.run_id, hand=held.hand, is_open=True).first() is None:
        raise TakenOver


def who_asked(run: MatchRun, at: datetime) -> Viewer:
    """Return who asked for a run, as they stand today.

    :raises NotFound: if they are here no more
    """
    if run.account is None:
        return SYSTEM
    found = viewer_for(run.account, day=local_day(at))
    if found is None:
        raise NotFound
    return found[0]


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
