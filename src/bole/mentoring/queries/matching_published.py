"""What publishing a round came to: which pairs began, which did not and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bole.access.rules import insist
from bole.mentoring.models import MatchRun, Proposal
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_SHOWN = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """What became of a proposal. `refused`: why the pair did not begin, if it did not; `why`: the code of why the person stays waiting."""

    proposal_id: int
    wish_id: int
    mentor_id: int | None
    is_begun: bool
    refused: Mapping[str, Any] | None
    why: str

    @property
    def is_settled(self) -> bool:
        """Whether the pair began, or was refused."""
        return self.is_begun or self.refused is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Somebody whose pair did not begin, and why: the code of a refusal with its facts."""

    person: Card | None
    code: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedRow:
    """A published round: how many pairs began, the first of the `left` that did not, and whether anybody stays waiting."""

    began: int
    left: int
    is_waiting: bool
    rows: tuple[Refusal, ...]


def fates_of(round_id: int) -> list[Fate]:
    """Return what became of each proposal of a round, in order of asking (one query)."""
    rows = Proposal.objects.filter(round=round_id).order_by("wish__made_at", "id")
    found: Iterable[tuple[Any, ...]] = rows.values_list(  # the types of Django take the keys of others for never empty
        "id", "wish_id", "mentor_id", "wish__state", "wish__mentorship__mentor_id", "wish__mentorship__source", "refused", "reasons"
    )
    return [
        Fate(
            proposal_id=key, wish_id=wish, mentor_id=mentor, refused=refused,
            is_begun=mentor is not None and (state, other, source) == ("matched", mentor, "match"),
            why=str(reasons[0]["code"]) if mentor is None else "changed",
        )
        for key, wish, mentor, state, other, source, refused, reasons in found
    ]  # fmt: skip


def published_for(viewer: Viewer, ref: str, *, day: date) -> PublishedRow:
    """Return what a run that published came to (five queries however many).

    :raises NotFound: if there is none of this ref, or matching is not open to the viewer
    """
    insist(viewer, "read", "matching")
    run = MatchRun.objects.filter(ref=ref, work="publish").first()
    if run is None or run.round_id is None:
        raise NotFound
    fates = fates_of(run.round_id)
    left = [one for one in fates if one.refused is not None]
    people = dict(Proposal.objects.filter(pk__in=[one.proposal_id for one in left[:MOST_SHOWN]]).values_list("id", "wish__person_id"))
    known = cards(set(people.values()), day)
    rows = [
        Refusal(person=known.get(people[one.proposal_id]), code=one.refused["code"], facts=one.refused["facts"])
        for one in left[:MOST_SHOWN]
        if one.refused is not None
    ]
    return PublishedRow(
        began=sum(one.is_begun for one in fates), left=len(left), is_waiting=any(not one.is_begun for one in fates), rows=tuple(rows)
    )
