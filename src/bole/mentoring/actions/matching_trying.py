"""Trying another capacity: what would change in a draft is worked out by the worker and kept with the run; the draft stays as it is."""

from datetime import datetime

from bole.access.rules import insist
from bole.kit.clock import local_day
from bole.mentoring.actions.matching_runs import Tried, start_trying
from bole.mentoring.actions.rounds import set_round_capacity
from bole.mentoring.models import MatchRun, Proposal
from bole.mentoring.queries.admission import roles_on
from bole.mentoring.queries.matching_board import draft_for
from bole.mentoring.queries.matching_work import insist_on_capacity, trying_out
from bole.mentoring.refusals import DraftOver
from bole.mentoring.rules.matching_pool import Matched
from bole.mentoring.rules.matching_round import drafted
from bole.mentoring.rules.matching_steps import Steps
from bole.people.queries import ids_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_CHANGES = 100


def try_capacity(*, number: str, capacity: int, by: Viewer, at: datetime) -> MatchRun:
    """Have it worked out what the draft would be if one mentor took more or fewer.

    :raises NotFound: if there is no draft or no such mentor, or matching is not open to the viewer
    :raises CapacityWrong: if no mentor takes so many
    :raises MatchingRuns, PublishingRuns: while something else runs
    """
    before = draft_for(by)
    mentor_id = ids_of([number]).get(number)
    role = roles_on([mentor_id], local_day(at)).get(mentor_id) if mentor_id is not None else None
    if role is None or mentor_id is None:
        raise NotFound
    insist_on_capacity(capacity)
    former = before.told.capacities.get(mentor_id, role.capacity)
    tried = Tried(round_ref=before.ref, version=before.version, mentor_id=mentor_id, capacity=capacity, former=former)
    return start_trying(tried=tried, by=by, at=at)


def take_over(*, run_ref: str, by: Viewer, at: datetime) -> MatchRun:
    """Take what was tried over into the draft, if it is still the one that was tried.

    :raises NotFound: if nothing was tried under this ref, or matching is not open to the viewer
    :raises DraftOver: if the draft was published, replaced or changed meanwhile
    :raises MatchingRuns, PublishingRuns: while something else runs
    """
    insist(by, "change", "matching")
    run = MatchRun.objects.select_related("round").filter(ref=run_ref, work="try").first()
    if run is None or run.round is None:
        raise NotFound
    tried = run.settings["tried"]
    return set_round_capacity(
        ref=run.round.ref, mentor_id=tried["mentor"], capacity=tried["capacity"], version=run.version, by=by, at=at
    )  # fmt: skip


def trying(run: MatchRun, *, at: datetime) -> Steps[Matched]:
    """Work out in steps what a run tries.

    :raises NobodyWaits: if nobody does
    """
    return (yield from trying_out(drafted(run.settings), at=at))


def keep_tried(run: MatchRun, found: Matched) -> None:
    """Keep with the run what would change in its draft.

    :raises DraftOver: if the draft was published, replaced or changed meanwhile
    """
    made = run.round
    if made is None or made.state != "draft" or made.version != run.version:
        raise DraftOver
    rows = Proposal.objects.filter(round=made).order_by("wish__made_at", "id").values_list("wish__person_id", "mentor_id", "value")
    before = {person: (mentor, value) for person, mentor, value in rows}
    now: dict[int, int | None] = {one.mentee: one.mentor for one in found.pairs}
    changes = [(person, was, now.get(person)) for person, (was, _) in before.items() if now.get(person) != was]
    matched = sum(1 for mentor, _ in before.values() if mentor)
    run.came = {
        "before": {"matched": matched, "waiting": len(before) - matched, "total": sum(value for _, value in before.values())},
        "after": {"matched": len(found.pairs), "waiting": len(found.unmatched), "total": found.total},
        "changes": changes[:MOST_CHANGES],
        "count": len(changes),
    }
    run.save(update_fields=["came"])
