"""Publishing a draft: each pair begins, or stays waiting with the reason; everybody is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.matching_telling import tell_matched, tell_waiting
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.rounds import open_draft
from bole.mentoring.models import MentorRole, Mentorship, Proposal, Wish
from bole.mentoring.refusals import NotYourPair, WishOver
from bole.mentoring.rules.matching_round import drafted
from bole.values.refusal import Refused
from bole.values.viewer import SYSTEM, Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a proposal: the ref of the pair that began, or why none did."""

    wish_id: int
    person_id: int
    pair_ref: str = ""
    refused: Refused | None = None


@action("mentoring.publish_round")
def publish_round(*, ref: str, version: int, by: Viewer, at: datetime) -> list[Fate]:
    """Begin each pair of the draft on its own: what was refused meanwhile stays waiting, and says why; the others begin.

    :raises DraftOver: if it was published, replaced or changed meanwhile
    """
    made = open_draft(ref, version, by)
    for mentor_id, capacity in drafted(made.settings).capacities.items():
        MentorRole.objects.filter(person=mentor_id, last_day=None).update(capacity=capacity)
    found = Proposal.objects.filter(round=made).select_related("wish__framework", "wish__person", "mentor")
    rows = list(found.order_by("wish__made_at", "id"))
    fates = [_begun(one, by=by, at=at) for one in rows if one.mentor_id is not None]
    made.state, made.published_at = "published", at
    made.save(update_fields=["state", "published_at"])
    _tell_others(rows, fates, at=at)
    on_record(thing=f"match_round {ref}")
    return fates


def _begun(one: Proposal, *, by: Viewer, at: datetime) -> Fate:
    """Begin a pair, or say why it cannot be begun; what was refused leaves nothing behind."""
    assert one.mentor_id is not None  # noqa: S101  (the caller's filter)
    wish = one.wish
    try:
        with transaction.atomic():
            if by.person_id in {one.mentor_id, wish.person_id}:
                raise NotYourPair
            if wish.state != "waiting":
                raise WishOver
            pair_ref = begin_mentorship(
                mentor_id=one.mentor_id, mentee_id=wish.person_id, framework_code=wish.framework.code, first_day=local_day(at),
                months=wish.framework.months, source="match", why_so=one.reasons, by=SYSTEM, at=at,
            )  # fmt: skip
            close_matched(wish, pair_ref, at=at)
            tell_matched(wish, one.mentor_id, pair_ref, at=at)
    except Refused as refused:
        return Fate(wish_id=wish.pk, person_id=wish.person_id, refused=refused)
    return Fate(wish_id=wish.pk, person_id=wish.person_id, pair_ref=pair_ref)


def close_matched(wish: Wish, pair_ref: str, *, at: datetime) -> None:
    """Let a wish be answered by a pair."""
    wish.state, wish.closed_at, wish.asked = "matched", at, None
    wish.mentorship = Mentorship.objects.get(ref=pair_ref)
    wish.save(update_fields=["state", "closed_at", "asked", "mentorship"])


def _tell_others(rows: Sequence[Proposal], fates: Sequence[Fate], *, at: datetime) -> None:
    """Tell whoever stays waiting why, and the place on the list."""
    refused = {one.wish_id for one in fates if one.refused is not None}
    line = list(Wish.objects.filter(state__in=("waiting", "asked")).order_by("made_at", "id").values_list("id", flat=True))
    for one in rows:
        if one.wish_id in line and (one.mentor_id is None or one.wish_id in refused):
            why = str(one.reasons[0]["code"]) if one.mentor_id is None else "changed"
            tell_waiting(one.wish, why, line.index(one.wish_id) + 1, key=f"{one.round_id}", at=at)
