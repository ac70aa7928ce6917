"""A round of matching: drafted for the whole pool at once, adjusted by hand.

A large pool takes a while, so the worker matches it step by step before the transaction (`matching_hand.py`); the action keeps what came of
it, if the draft is still the one that was read.
"""

from dataclasses import dataclass
from datetime import datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.mentoring.actions.matching_runs import draft_to_change, start_adjusting
from bole.mentoring.models import MatchRound, MatchRun, Proposal
from bole.mentoring.queries.matching_pool import Gathered
from bole.mentoring.queries.matching_work import Worked, insist_can_be, insist_on_capacity, working_out
from bole.mentoring.refusals import DraftOver
from bole.mentoring.rules.matching_pool import Matched
from bole.mentoring.rules.matching_reasons import reasons_of
from bole.mentoring.rules.matching_round import Drafted
from bole.mentoring.rules.matching_steps import Step, Steps, finished
from bole.mentoring.rules.matching_values import AT_ONCE
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A pool worked out, with what it says for each wish; not yet kept."""

    worked: Worked
    rows: list[Proposal]

    @property
    def pairs(self) -> int:
        """How many of them have a mentor."""
        return len(self.worked.found.pairs)


def drafting(told: Drafted, *, at: datetime) -> Steps[Draft]:
    """Work a draft out in steps, up to the rows that are kept.

    :raises NobodyWaits: if nobody does
    """
    worked = yield from working_out(told, at=at)
    rows = yield from proposals_of(worked.pool, worked.found)
    return Draft(worked=worked, rows=rows)


def draft_round(*, by: Viewer, at: datetime) -> MatchRound:
    """Match the whole pool at once, as a draft; a draft that there was is dropped. For the company that is made, not for a request.

    :raises NobodyWaits: if nobody does
    """
    insist(by, "change", "matching")
    return keep_draft(draft=finished(drafting(Drafted(), at=at)), by=by, at=at)


@action("mentoring.draft_round")
def keep_draft(*, draft: Draft, by: Viewer, at: datetime) -> MatchRound:
    """Keep a draft that was worked out, in place of the one that there was."""
    insist(by, "change", "matching")
    MatchRound.objects.select_for_update().filter(state="draft").update(state="dropped")
    made = MatchRound.objects.create(made_at=at, made_by=by.name[:120])
    _fill(made, draft)
    on_record(thing=f"match_round {made.ref}")
    return made


@action("mentoring.adjust_round")
def keep_adjusted(*, ref: str, version: int, draft: Draft, by: Viewer, at: datetime) -> MatchRound:
    """Keep an adjusted draft.

    :raises DraftOver: if the draft was published, replaced or changed meanwhile
    """
    found = open_draft(ref, version, by)
    _fill(found, draft)
    on_record(thing=f"match_round {ref}")
    return found


def fix_pair(*, ref: str, mentee_id: int, mentor_id: int, version: int, by: Viewer, at: datetime) -> MatchRun:
    """Fix a pair of the draft; the others are matched anew around it.

    :raises InReportingLine, LeadsTheMentor, MentorFull, RatherNot, NotInPool: if the two can be no pair
    :raises DraftOver: if the draft was published or replaced
    :raises MatchingRuns: while the pool is being matched
    """
    made, told = draft_to_change(ref, version, by)
    told = told.with_fixed(mentee_id, mentor_id)
    insist_can_be(told, mentee_id=mentee_id, mentor_id=mentor_id, at=at)
    return start_adjusting(made=made, told=told, mentee_id=mentee_id, by=by, at=at)


def bar_pair(*, ref: str, mentee_id: int, mentor_id: int, version: int, by: Viewer, at: datetime) -> MatchRun:
    """Bar a pair from the draft; the pool is matched anew without it.

    :raises DraftOver: if the draft was published or replaced
    :raises MatchingRuns: while the pool is being matched
    """
    made, told = draft_to_change(ref, version, by)
    return start_adjusting(made=made, told=told.with_barred(mentee_id, mentor_id), mentee_id=mentee_id, by=by, at=at)


def free_pair(*, ref: str, mentee_id: int, version: int, by: Viewer, at: datetime) -> MatchRun:
    """Forget what was fixed or barred for somebody.

    :raises DraftOver: if the draft was published or replaced
    :raises MatchingRuns: while the pool is being matched
    """
    made, told = draft_to_change(ref, version, by)
    return start_adjusting(made=made, told=told.freed(mentee_id), mentee_id=mentee_id, by=by, at=at)


def set_round_capacity(*, ref: str, mentor_id: int, capacity: int, version: int, by: Viewer, at: datetime) -> MatchRun:
    """Let a mentor take more or fewer in this draft; publishing sets it as the mentor's capacity.

    :raises CapacityWrong: if no mentor takes so many
    :raises DraftOver: if the draft was published or replaced
    :raises MatchingRuns: while the pool is being matched
    """
    insist_on_capacity(capacity)
    made, told = draft_to_change(ref, version, by)
    return start_adjusting(made=made, told=told.with_capacity(mentor_id, capacity), mentee_id=None, by=by, at=at)


def open_draft(ref: str, version: int | None, by: Viewer) -> MatchRound:
    """Lock the draft.

    :raises NotFound: if there is none of this ref, or it is not open to the viewer
    :raises DraftOver: if it was published, replaced or changed meanwhile
    """
    insist(by, "change", "matching")
    found = MatchRound.objects.select_for_update().filter(ref=ref).first()
    if found is None:
        raise NotFound
    if found.state != "draft" or (version is not None and found.version != version):
        raise DraftOver
    return found


def _fill(made: MatchRound, draft: Draft) -> None:
    """Keep what was worked out in a draft."""
    worked = draft.worked
    made.settings, made.objective, made.greedy = worked.told.kept, worked.found.objective, worked.greedy
    made.version += 1
    made.save(update_fields=["settings", "objective", "greedy", "version"])
    Proposal.objects.filter(round=made).delete()
    for one in draft.rows:
        one.round = made
    Proposal.objects.bulk_create(draft.rows, batch_size=AT_ONCE)


def proposals_of(pool: Gathered, found: Matched) -> Steps[list[Proposal]]:
    """Return what a round says for each wish, some at a time; the round itself is set when they are kept."""
    mentees, mentors = {one.key: one for one in pool.pool.mentees}, {one.key: one for one in pool.pool.mentors}
    weights, seats, rows = pool.pool.terms.weights, seats_of(found), list[Proposal]()
    for n, one in enumerate(found.pairs):
        if n % AT_ONCE == 0:
            yield Step("keep", n, len(found.pairs))
        reasons = reasons_of(mentees[one.mentee], mentors[one.mentor], weights, seat=seats[one.mentee])
        rows.append(
            Proposal(
                wish_id=pool.wishes[one.mentee].id, mentor_id=one.mentor, value=one.value, is_by_hand=one.is_fixed,
                reasons=[reason.kept for reason in reasons],
            )
        )  # fmt: skip
    rows += [
        Proposal(wish_id=pool.wishes[one.mentee].id, reasons=[{"code": one.why, "numbers": dict(one.numbers)}]) for one in found.unmatched
    ]
    yield Step("keep", len(found.pairs), len(found.pairs))
    return rows


def seats_of(found: Matched) -> dict[int, int]:
    """Return which seat of the mentor each mentee has: fixed ones first, then the better the fit, the earlier."""
    taken: dict[int, int] = {}
    seats: dict[int, int] = {}
    for one in sorted(found.pairs, key=lambda one: (not one.is_fixed, -one.fit, one.mentee)):
        seats[one.mentee] = taken.get(one.mentor, 0)
        taken[one.mentor] = seats[one.mentee] + 1
    return seats
