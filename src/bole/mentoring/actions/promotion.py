"""A panel for a post: opened by HR, decided by its majority. It moves nobody: HR enters the new post where posts are entered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import insist
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Candidate, PanelMember, PanelVoice, PromotionPanel
from bole.mentoring.queries.promotion import WAITING, Standing, standing_in
from bole.mentoring.refusals.promotion import (
    NobodyOfNumber,
    NoCandidates,
    NotACandidate,
    PanelDecided,
    PanelEnded,
    PanelTooSmall,
    ReviewsThemselves,
)
from bole.mentoring.rules.promotion import LEAST_MEMBERS, decision_of
from bole.people.models import Person, Unit
from bole.people.queries import employments_on, ids_of
from bole.reviews.refusals import DayPast
from bole.reviews.rules.writing import written
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class PostToFill:
    """Which post of which unit, from when, who is reviewed, by whom: people by their numbers."""

    unit_ref: str
    post: str
    begins_on: date
    candidates: Sequence[str]
    members: Sequence[str]


@action("mentoring.open_panel")
def open_panel(*, wanted: PostToFill, by: Viewer, at: datetime) -> PromotionPanel:
    """Let a panel review candidates for a post, and tell all of them. Every candidate waits for review.

    :raises NotFound, NotYours: unless HR does it
    :raises DayPast: if the post begins in the past
    :raises NobodyOfNumber, NoCandidates, PanelTooSmall, ReviewsThemselves: if this could be no fair review
    """
    insist(by, "change", "promotion")
    unit, me = Unit.objects.filter(ref=wanted.unit_ref).first(), by.person_id
    if unit is None or me is None:
        raise NotFound
    if wanted.begins_on < local_day(at):
        raise DayPast(where="begins_on")
    candidates = _people(wanted.candidates, where="candidates", day=local_day(at))
    members = _people(wanted.members, where="members", day=local_day(at))
    if not candidates:
        raise NoCandidates(where="candidates")
    if len(members) < LEAST_MEMBERS:
        raise PanelTooSmall(least=LEAST_MEMBERS, where="members")
    for one in sorted(candidates & {*members, me}):
        raise ReviewsThemselves(name=Person.objects.values_list("name", flat=True).get(pk=one), where="members")
    post = written(wanted.post, most=60, where="post")
    made = PromotionPanel.objects.create(unit=unit, post=post, begins_on=wanted.begins_on, opened_at=at, opened_by_id=me)
    PanelMember.objects.bulk_create([PanelMember(panel=made, person_id=one) for one in sorted(members)])
    Candidate.objects.bulk_create([Candidate(panel=made, person_id=one) for one in sorted(candidates)])
    on_record(thing=f"promotion_panel {made.ref}")
    tell_of_panel(made, candidates, "mentoring.promotion_candidate", by=by, at=at)
    tell_of_panel(made, members, "mentoring.promotion_review", by=by, at=at)
    return made


def _people(numbers: Sequence[str], *, where: str, day: date) -> frozenset[int]:
    found = ids_of(numbers)
    here = employments_on(list(found.values()), day)
    for number in numbers:
        if found.get(number) not in here:
            raise NobodyOfNumber(number=number, where=where)
    return frozenset(found.values())


@action("mentoring.choose_candidate")
def choose_candidate(*, ref: str, number: str, words: str, by: Viewer, at: datetime) -> PromotionPanel:
    """Say as a member of the panel whom one chooses and why; no number chooses nobody. More than half of the members decide.

    :raises NotFound, NotYours: unless the viewer is a member
    :raises PanelDecided, PanelEnded: if the majority has chosen, or the panel is over without it
    :raises NotACandidate: if the number is of somebody else, or of a candidate who withdrew
    :raises NoWords, TooManyWords: if the reason cannot be taken
    """
    panel, standing = locked_panel(ref, by)
    if standing != "member":
        raise NotYours
    insist_open(panel)
    candidates = {one.person.number: one for one in Candidate.objects.filter(panel=panel).select_related("person")}
    if number and (number not in candidates or candidates[number].state != WAITING):
        raise NotACandidate(where="number")
    said = {"chosen": candidates.get(number), "words": written(words, where="words"), "at": at}
    PanelVoice.objects.update_or_create(panel=panel, member_id=by.person_id, defaults=said)
    on_record(thing=f"promotion_panel {ref}", fields=("chosen", "words"))
    _decide(panel, list(candidates.values()), by=by, at=at)
    return panel


def locked_panel(ref: str, by: Viewer) -> tuple[PromotionPanel, Standing]:
    """Return a panel, locked, and how the viewer stands to it.

    :raises NotFound: unless the viewer reviews, keeps or is reviewed
    """
    panel = PromotionPanel.objects.select_for_update(of=("self",)).filter(ref=ref).first()
    standing = standing_in(by, panel) if panel is not None else None
    if panel is None or standing is None:
        raise NotFound
    return panel, standing


def insist_open(panel: PromotionPanel) -> None:
    """Refuse what comes too late.

    :raises PanelDecided, PanelEnded: if the majority has chosen, or the panel is over without it
    """
    if panel.decided_at is not None:
        raise PanelDecided
    if panel.ended_at is not None:
        raise PanelEnded


def _decide(panel: PromotionPanel, candidates: Sequence[Candidate], *, by: Viewer, at: datetime) -> None:
    members = set(PanelMember.objects.filter(panel=panel).values_list("person_id", flat=True))
    voices = dict(PanelVoice.objects.filter(panel=panel).values_list("member_id", "chosen_id"))
    waiting = [one for one in candidates if one.state == WAITING]
    decision = decision_of(members, voices, withdrew={one.pk for one in candidates} - {one.pk for one in waiting})
    if decision is None:
        return
    for one in waiting:
        one.state = decision.state_of(one.pk)
        one.save(update_fields=["state"])
    panel.decided_at = at
    panel.save(update_fields=["decided_at"])
    told = {one.person_id for one in waiting} | members | {panel.opened_by_id}
    tell_of_panel(panel, told, "mentoring.promotion_decided", by=by, at=at)


def tell_of_panel(panel: PromotionPanel, people: Collection[int], kind: str, *, by: Viewer, at: datetime, of: str = "") -> None:
    """Tell people something of a panel, once; `of` tells several of one kind apart."""
    tell_people(people, kind=kind, key=f"{panel.ref}{of}", params={"post": panel.post}, address=f"/promotion/{panel.ref}/", by=by, at=at)
