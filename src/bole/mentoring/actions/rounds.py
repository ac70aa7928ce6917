"""A round of matching: drafted for the whole pool at once, adjusted by hand.

A large pool takes seconds, so it is matched before the transaction; the action keeps what came of it, if the draft is still the one
that was read.
"""

from collections.abc import Callable
from datetime import datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.mentoring.models import MatchRound, Proposal
from bole.mentoring.queries.matching_pool import Gathered
from bole.mentoring.queries.matching_work import Worked, insist_on_capacity, work_out
from bole.mentoring.refusals import DraftOver
from bole.mentoring.rules.matching_pool import Matched
from bole.mentoring.rules.matching_reasons import reasons_of
from bole.mentoring.rules.matching_round import Drafted, drafted
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


def draft_round(*, by: Viewer, at: datetime) -> MatchRound:
    """Match the whole pool at once, as a draft; a draft that there was is dropped.

    :raises NobodyWaits: if nobody does
    """
    insist(by, "change", "matching")
    return keep_draft(worked=work_out(Drafted(), at=at), by=by, at=at)


@action("mentoring.draft_round")
def keep_draft(*, worked: Worked, by: Viewer, at: datetime) -> MatchRound:
    """Keep a draft that was worked out, in place of the one that there was."""
    insist(by, "change", "matching")
    MatchRound.objects.select_for_update().filter(state="draft").update(state="dropped")
    made = MatchRound.objects.create(made_at=at, made_by=by.name[:120])
    _fill(made, worked)
    on_record(thing=f"match_round {made.ref}")
    return made


@action("mentoring.adjust_round")
def keep_adjusted(*, ref: str, version: int, worked: Worked, by: Viewer, at: datetime) -> MatchRound:
    """Keep an adjusted draft.

    :raises DraftOver: if the draft was published, replaced or changed meanwhile
    """
    found = open_draft(ref, version, by)
    _fill(found, worked)
    on_record(thing=f"match_round {ref}")
    return found


def fix_pair(*, ref: str, mentee_id: int, mentor_id: int, version: int, by: Viewer, at: datetime) -> MatchRound:
    """Fix a pair of the draft; the others are matched anew around it.

    :raises InReportingLine, LeadsTheMentor, MentorFull, RatherNot, NotInPool: if the two can be no pair
    :raises DraftOver: if the draft was published or replaced
    """
    return _adjusted(ref, version, lambda told: told.with_fixed(mentee_id, mentor_id), by=by, at=at, about=(mentee_id, mentor_id))


def bar_pair(*, ref: str, mentee_id: int, mentor_id: int, version: int, by: Viewer, at: datetime) -> MatchRound:
    """Bar a pair from the draft; the pool is matched anew without it.

    :raises DraftOver: if the draft was published or replaced
    """
    return _adjusted(ref, version, lambda told: told.with_barred(mentee_id, mentor_id), by=by, at=at)


def free_pair(*, ref: str, mentee_id: int, version: int, by: Viewer, at: datetime) -> MatchRound:
    """Forget what was fixed or barred for somebody.

    :raises DraftOver: if the draft was published or replaced
    """
    return _adjusted(ref, version, lambda told: told.freed(mentee_id), by=by, at=at)


def set_round_capacity(*, ref: str, mentor_id: int, capacity: int, version: int, by: Viewer, at: datetime) -> MatchRound:
    """Let a mentor take more or fewer in this draft; publishing sets it as the mentor's capacity.

    :raises CapacityWrong: if no mentor takes so many
    :raises DraftOver: if the draft was published or replaced
    """
    insist_on_capacity(capacity)
    return _adjusted(ref, version, lambda told: told.with_capacity(mentor_id, capacity), by=by, at=at)


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


def _adjusted(
    ref: str, version: int, change: Callable[[Drafted], Drafted], *, by: Viewer, at: datetime, about: tuple[int, int] | None = None
) -> MatchRound:
    insist(by, "change", "matching")
    found = MatchRound.objects.filter(ref=ref).first()
    if found is None:
        raise NotFound
    if found.state != "draft" or found.version != version:
        raise DraftOver
    worked = work_out(change(drafted(found.settings)), at=at, about=about)
    return keep_adjusted(ref=ref, version=version, worked=worked, by=by, at=at)


def _fill(made: MatchRound, worked: Worked) -> None:
    """Keep what was worked out in a draft."""
    made.settings, made.objective, made.greedy = worked.told.kept, worked.found.objective, worked.greedy
    made.version += 1
    made.save(update_fields=["settings", "objective", "greedy", "version"])
    Proposal.objects.filter(round=made).delete()
    Proposal.objects.bulk_create(proposals_of(made, worked.pool, worked.found))


def proposals_of(made: MatchRound, pool: Gathered, found: Matched) -> list[Proposal]:
    """Return what a round says for each wish."""
    mentees, mentors = {one.key: one for one in pool.pool.mentees}, {one.key: one for one in pool.pool.mentors}
    weights, seats = pool.pool.terms.weights, seats_of(found)
    rows = [
        Proposal(
            round=made, wish_id=pool.wishes[one.mentee].id, mentor_id=one.mentor, value=one.value, is_by_hand=one.is_fixed,
            reasons=[reason.kept for reason in reasons_of(mentees[one.mentee], mentors[one.mentor], weights, seat=seats[one.mentee])],
        )
        for one in found.pairs
    ]  # fmt: skip
    rows += [
        Proposal(round=made, wish_id=pool.wishes[one.mentee].id, reasons=[{"code": one.why, "numbers": dict(one.numbers)}])
        for one in found.unmatched
    ]
    return rows


def seats_of(found: Matched) -> dict[int, int]:
    """Return which seat of the mentor each mentee has: fixed ones first, then the better the fit, the earlier."""
    taken: dict[int, int] = {}
    seats: dict[int, int] = {}
    for one in sorted(found.pairs, key=lambda one: (not one.is_fixed, -one.fit, one.mentee)):
        seats[one.mentee] = taken.get(one.mentor, 0)
        taken[one.mentor] = seats[one.mentee] + 1
    return seats
