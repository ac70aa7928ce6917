"""Publishing a draft, as the worker does it: each pair begins on its own, or stays waiting with the reason; everybody is told.

Each pair is a transaction of its own that asks whose run it still is, the draft is closed last: whatever ends the work in between, what
began has begun, and whoever takes it up goes on with what is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.kit.middleware import plain_facts
from bole.mentoring.actions.matching_managers import Letter, letters_to_managers, tell_manager
from bole.mentoring.actions.matching_runs import Held, insist_held, who_asked
from bole.mentoring.actions.matching_telling import tell_matched, tell_waiting
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.rounds import open_draft
from bole.mentoring.events import SeatsOpened
from bole.mentoring.models import MatchRound, MatchRun, MentorRole, Mentorship, Proposal, Wish
from bole.mentoring.queries.matching_published import Fate, fates_of
from bole.mentoring.refusals import NotYourPair, WishOver
from bole.mentoring.rules.matching_round import drafted
from bole.mentoring.rules.matching_steps import Step, Steps
from bole.values.refusal import NotFound, Refused
from bole.values.viewer import SYSTEM, Viewer

AT_ONCE: Final = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What publishing came to: so many of the proposed pairs began."""

    began: int
    count: int


def publishing(run: MatchRun, hand: str, *, at: datetime) -> Steps[Published]:
    """Begin the pairs of a draft that have not begun, and tell everybody, some at a time; closing the draft is left to the end of the run.

    :raises NotFound: if there is no draft, or who asked for it may match no longer
    :raises DraftOver: if it was published, replaced or changed meanwhile
    :raises TakenOver: if the run is over, or in another hand
    """
    if run.round is None:
        raise NotFound
    held, by = Held(run_id=run.pk, hand=hand), who_asked(run, at)
    made = take_capacities(held=held, ref=run.round.ref, version=run.version, by=by, at=at)
    paired = [one for one in fates_of(made.pk) if one.mentor_id is not None]
    left = [one.proposal_id for one in paired if not one.is_settled]
    for n in range(0, len(left), AT_ONCE):
        yield Step("begin", len(paired) - len(left) + n, len(paired))
        for one in _proposals(left[n : n + AT_ONCE]):
            _begin_or_keep_why(one, held, by=by, at=at)
    yield from _telling(made, held, by=by, at=at)
    return Published(began=sum(one.is_begun for one in fates_of(made.pk)), count=len(paired))


def _begin_or_keep_why(one: Proposal, held: Held, *, by: Viewer, at: datetime) -> None:
    try:
        begin_proposed(proposal=one, held=held, by=by, at=at)
    except Refused as refused:
        keep_why(proposal=one, refused=refused, held=held, by=by, at=at)


def _telling(made: MatchRound, held: Held, *, by: Viewer, at: datetime) -> Steps[None]:
    """Tell whoever stays waiting why, and the place on the list, and each manager of the own team; nobody twice."""
    line = Wish.objects.filter(state__in=("waiting", "asked")).order_by("made_at", "id").values_list("id", flat=True)
    places = {wish: n for n, wish in enumerate(line, start=1)}
    waiting = [one for one in fates_of(made.pk) if one.wish_id in places and not one.is_begun]
    letters = letters_to_managers(made.pk, key=made.ref, at=at)
    whole = len(waiting) + len(letters)
    for n in range(0, len(waiting), AT_ONCE):
        yield Step("tell", n, whole)
        tell_who_waits(fates=waiting[n : n + AT_ONCE], places=places, held=held, key=made.ref, by=by, at=at)
    for n in range(0, len(letters), AT_ONCE):
        yield Step("tell", len(waiting) + n, whole)
        tell_some_managers(letters=letters[n : n + AT_ONCE], held=held, by=by, at=at)


@action("mentoring.take_capacities")
def take_capacities(*, held: Held, ref: str, version: int, by: Viewer, at: datetime) -> MatchRound:
    """Make the capacities of the draft those of the mentors.

    :raises DraftOver: if it was published, replaced or changed meanwhile
    """
    insist_held(held)
    made = open_draft(ref, version, by)
    for mentor_id, capacity in drafted(made.settings).capacities.items():
        MentorRole.objects.filter(person=mentor_id, last_day=None).update(capacity=capacity)
    on_record(thing=f"match_round {ref}")
    return made


@action("mentoring.begin_proposed")
def begin_proposed(*, proposal: Proposal, held: Held, by: Viewer, at: datetime) -> str:
    """Begin a proposed pair and tell the two.

    :raises NotYourPair: if who publishes is one of the two
    :raises WishOver: if the wish was answered or taken back meanwhile
    """
    insist_held(held)
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


@action("mentoring.keep_why_not_begun")
def keep_why(*, proposal: Proposal, refused: Refused, held: Held, by: Viewer, at: datetime) -> None:
    """Keep why a proposed pair did not begin, for the page of what was published."""
    insist_held(held)
    proposal.refused = {"code": refused.code, "facts": plain_facts(refused)}
    proposal.save(update_fields=["refused"])
    on_record(subject=str(proposal.wish.person.ref), thing=f"proposal {proposal.ref}")


@action("mentoring.tell_who_waits")
def tell_who_waits(*, fates: Sequence[Fate], places: dict[int, int], held: Held, key: str, by: Viewer, at: datetime) -> None:
    """Tell some of those who stay waiting why, and the place on the list."""
    insist_held(held)
    whys = {one.proposal_id: one.why for one in fates}
    for one in _proposals(list(whys)):
        tell_waiting(one.wish, whys[one.pk], places[one.wish_id], key=key, at=at)


@action("mentoring.tell_managers")
def tell_some_managers(*, letters: Sequence[Letter], held: Held, by: Viewer, at: datetime) -> None:
    """Tell some of the managers who of the own team has a mentor now."""
    insist_held(held)
    for one in letters:
        tell_manager(one, at=at)


@action("mentoring.publish_round")
def close_round(*, ref: str, by: Viewer, at: datetime) -> MatchRound:
    """Close a draft whose pairs have begun as published."""
    made = open_draft(ref, None, by)
    made.state, made.published_at = "published", at
    made.save(update_fields=["state", "published_at"])
    for mentor_id in sorted(drafted(made.settings).capacities):
        announce(SeatsOpened(mentor_id), at=at)
    on_record(thing=f"match_round {ref}")
    return made


def close_matched(wish: Wish, pair_ref: str, *, at: datetime) -> None:
    """Let a wish be answered by a pair."""
    wish.state, wish.closed_at, wish.asked = "matched", at, None
    wish.mentorship = Mentorship.objects.filter(ref=pair_ref).first()
    wish.save(update_fields=["state", "closed_at", "asked", "mentorship"])


def _proposals(keys: Sequence[int]) -> list[Proposal]:
    """Return some proposals with their people, in order of asking (one query)."""
    rows = Proposal.objects.filter(pk__in=keys).select_related("wish__framework", "wish__person", "mentor")
    return list(rows.order_by("wish__made_at", "id"))
