"""Publishing a draft: each pair begins on its own, or stays waiting with the reason; everybody is told.

Each pair is a transaction of its own, the draft is closed last: whatever ends the work in between, what began has begun, and
publishing again goes on.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.mentoring.actions.matching_managers import tell_managers
from bole.mentoring.actions.matching_runs import insist_on_rest
from bole.mentoring.actions.matching_telling import tell_matched, tell_waiting
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.rounds import open_draft
from bole.mentoring.events import SeatsOpened
from bole.mentoring.models import MatchRound, MentorRole, Mentorship, Proposal, Wish
from bole.mentoring.refusals import NotYourPair, WishOver
from bole.mentoring.rules.matching_round import drafted
from bole.values.refusal import NotFound, Refused
from bole.values.viewer import SYSTEM, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a proposal: the ref of the pair that began, or why none did."""

    wish_id: int
    person_id: int
    pair_ref: str = ""
    refused: Refused | None = None


def publish_round(*, ref: str, version: int, by: Viewer, at: datetime) -> list[Fate]:
    """Begin each pair of the draft; what was refused meanwhile stays waiting and says why, the others begin.

    :raises DraftOver: if it was published, replaced or changed meanwhile
    :raises MatchingRuns: while the pool is being matched
    """
    made = take_capacities(ref=ref, version=version, by=by, at=at)
    found = Proposal.objects.filter(round=made).select_related("wish__framework", "wish__person", "mentor")
    rows = list(found.order_by("wish__made_at", "id"))
    fates = []
    for one in rows:
        if one.mentor_id is not None:
            try:
                fates.append(Fate(wish_id=one.wish_id, person_id=one.wish.person_id, pair_ref=begin_proposed(proposal=one, by=by, at=at)))
            except Refused as refused:
                fates.append(Fate(wish_id=one.wish_id, person_id=one.wish.person_id, refused=refused))
    close_round(ref=ref, rows=rows, fates=fates, by=by, at=at)
    return fates


@action("mentoring.take_capacities")
def take_capacities(*, ref: str, version: int, by: Viewer, at: datetime) -> MatchRound:
    """Make the capacities of the draft those of the mentors.

    :raises DraftOver: if it was published, replaced or changed meanwhile
    :raises MatchingRuns: while the pool is being matched
    """
    made = open_draft(ref, version, by)
    insist_on_rest()
    for mentor_id, capacity in drafted(made.settings).capacities.items():
        MentorRole.objects.filter(person=mentor_id, last_day=None).update(capacity=capacity)
    on_record(thing=f"match_round {ref}")
    return made


@action("mentoring.begin_proposed")
def begin_proposed(*, proposal: Proposal, by: Viewer, at: datetime) -> str:
    """Begin a proposed pair and tell the two.

    :raises NotYourPair: if who publishes is one of the two
    :raises WishOver: if the wish was answered or taken back meanwhile
    """
    wish = Wish.objects.select_for_update(of=("self",)).select_related("person", "framework").filter(pk=proposal.wish_id).first()
    if wish is None or proposal.mentor is None:
        raise NotFound
    if by.person_id in {proposal.mentor_id, wish.person_id}:
        raise NotYourPair
    if wish.state != "waiting":
        raise WishOver
    pair_ref = begin_mentorship(
        mentor_id=proposal.mentor.pk, mentee_id=wish.person_id, framework_code=wish.framework.code, first_day=local_day(at),
        months=wish.framework.months, source="match", why_so=proposal.reasons, by=SYSTEM, at=at,
    )  # fmt: skip
    close_matched(wish, pair_ref, at=at)
    tell_matched(wish, proposal.mentor, pair_ref, at=at)
    return pair_ref


@action("mentoring.publish_round")
def close_round(*, ref: str, rows: Sequence[Proposal], fates: Sequence[Fate], by: Viewer, at: datetime) -> None:
    """Close the draft as published, and tell whoever stays waiting why, and the place on the list."""
    made = open_draft(ref, None, by)
    made.state, made.published_at = "published", at
    made.save(update_fields=["state", "published_at"])
    for mentor_id in sorted(drafted(made.settings).capacities):
        announce(SeatsOpened(mentor_id), at=at)
    refused = {one.wish_id for one in fates if one.refused is not None}
    line = list(Wish.objects.filter(state__in=("waiting", "asked")).order_by("made_at", "id").values_list("id", flat=True))
    for one in rows:
        if one.wish_id in line and (one.mentor_id is None or one.wish_id in refused):
            why = str(one.reasons[0]["code"]) if one.mentor_id is None else "changed"
            tell_waiting(one.wish, why, line.index(one.wish_id) + 1, key=ref, at=at)
    tell_managers(rows, key=ref, at=at)
    on_record(thing=f"match_round {ref}")


def close_matched(wish: Wish, pair_ref: str, *, at: datetime) -> None:
    """Let a wish be answered by a pair."""
    wish.state, wish.closed_at, wish.asked = "matched", at, None
    wish.mentorship = Mentorship.objects.filter(ref=pair_ref).first()
    wish.save(update_fields=["state", "closed_at", "asked", "mentorship"])
