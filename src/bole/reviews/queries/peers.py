"""Rounds of peer rating: whom one is asked about, and what HR and heads see of them. Nothing here reads a rating."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bole.people.queries import Card, cards, unit_rows
from bole.reviews.models import PeerRatee, PeerRound
from bole.reviews.peer_permissions import can_open, can_see, insist_on_opening, standings, takes_part_in_opening
from bole.surveys.queries.counts import took_part
from bole.surveys.queries.waiting import answered_of
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

MOST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RateeRow:
    """A colleague whom the viewer is asked about, by which survey, and whether they have been rated by the viewer."""

    number: str
    card: Card
    survey: str
    is_rated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRoundRow:
    """A round as HR and heads see it. `answered` is None where few are asked, or where few are missing."""

    ref: str
    unit_name: str
    unit_name_en: str
    first_day: date
    last_day: date
    closes_on: date
    is_closed: bool
    asked: int
    answered: int | None
    may_close: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRounds:
    """The rounds that somebody sees, and for which units they may open one: ref, name, English name, depth."""

    rows: tuple[PeerRoundRow, ...]
    units: tuple[tuple[str, str, str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRoundWhole:
    """A round with those who are rated: how many ratings each got, None before the closing and where they were fewer than three."""

    row: PeerRoundRow
    ratees: tuple[tuple[Card, bool, int | None], ...]


def open_ratees_of(viewer: Viewer, ref: str, *, day: date) -> list[RateeRow]:
    """Return the colleagues whom the viewer is asked about in an open round, by name (six queries).

    :raises NotFound: unless the viewer is asked, and it can be answered
    """
    ratees = {one.survey: one.person_id for one in PeerRatee.objects.filter(round__ref=ref, round__closed_at=None).exclude(survey="")}
    asked = answered_of(viewer, list(ratees), day=day)
    if not asked:
        raise NotFound
    known = cards({ratees[survey] for survey in asked}, day)
    by_person = {ratees[survey]: (survey, is_rated) for survey, is_rated in asked.items()}
    return [
        RateeRow(number=card.number, card=card, survey=by_person[person][0], is_rated=by_person[person][1])
        for person, card in known.items()
    ]


def round_of(ref: str) -> PeerRound:
    """Return a round.

    :raises NotFound: if there is none
    """
    found = PeerRound.objects.select_related("unit").filter(ref=ref).first()
    if found is None:
        raise NotFound
    return found


def peer_rounds_for(viewer: Viewer, *, day: date) -> PeerRounds:
    """Return the rounds that the viewer sees, the newest first, and the units for which they may open one (ten queries).

    :raises NotFound: unless there can be any
    """
    if not takes_part_in_opening(viewer):
        raise NotFound
    units = unit_rows(day)
    stands = standings(viewer, [one.id for one in units], day=day)
    seen = [unit for unit, one in stands.items() if can_see(one)]
    if not seen:
        raise NotFound
    found = list(PeerRound.objects.filter(unit__in=seen).select_related("unit").order_by("-opened_at", "-id")[:MOST])
    mine = tuple((one.ref, one.name, one.name_en, one.depth) for one in units if can_open(viewer, stands[one.id]))
    return PeerRounds(rows=_rows(found, {unit: can_open(viewer, one) for unit, one in stands.items()}, day=day), units=mine)


def peer_round_for(viewer: Viewer, ref: str, *, day: date) -> PeerRoundWhole:
    """Return one round with those who are rated (ten queries).

    :raises NotFound: unless the viewer sees it
    """
    found = round_of(ref)
    insist_on_seeing(viewer, found, day=day)
    may_close = _may_close(viewer, found, day=day)
    ratees = list(PeerRatee.objects.filter(round=found))
    known = cards({one.person_id for one in ratees}, day)
    by_person = {one.person_id: one for one in ratees}
    return PeerRoundWhole(
        row=_rows([found], {found.unit_id: may_close}, day=day)[0],
        ratees=tuple((card, by_person[person].survey != "", by_person[person].ratings) for person, card in known.items()),
    )


def insist_on_seeing(viewer: Viewer, found: PeerRound, *, day: date) -> None:
    """Let pass whoever sees the rounds of a unit.

    :raises NotFound: for everybody else
    """
    if not viewer.is_system and not can_see(standings(viewer, [found.unit_id], day=day)[found.unit_id]):
        raise NotFound


def _may_close(viewer: Viewer, found: PeerRound, *, day: date) -> bool:
    try:
        insist_on_opening(viewer, found.unit_id, day=day)
    except NotYours:
        return False
    return True


def _rows(found: Sequence[PeerRound], may_close: dict[int, bool], *, day: date) -> tuple[PeerRoundRow, ...]:
    surveys: dict[str, int] = dict(PeerRatee.objects.filter(round__in=found).exclude(survey="").values_list("survey", "round_id"))
    counted = took_part(surveys, day=day)
    return tuple(
        PeerRoundRow(
            ref=one.ref,
            unit_name=one.unit.name,
            unit_name_en=one.unit.name_en,
            first_day=one.first_day,
            last_day=one.last_day,
            closes_on=one.closes_on,
            is_closed=one.closed_at is not None,
            asked=counted.get(one.pk, (0, None))[0],
            answered=counted.get(one.pk, (0, None))[1],
            may_close=one.closed_at is None and may_close.get(one.unit_id, False),
        )
        for one in found
    )
