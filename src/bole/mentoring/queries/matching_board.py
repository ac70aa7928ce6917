"""The board of matching: the draft with its pairs, who waits, the seats; what another capacity would change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import insist
from bole.growth.queries import SkillRow, catalogue
from bole.mentoring.models import MatchRound, Proposal
from bole.mentoring.queries.admission import RoleRow, roles_on
from bole.mentoring.queries.matching_own import frameworks_offered
from bole.mentoring.queries.matching_pool import Gathered, WishRow, gathered, waiting_wishes, wish_row
from bole.mentoring.queries.matching_runs import running_ref
from bole.mentoring.queries.matching_work import Worked, insist_on_capacity, work_out
from bole.mentoring.queries.pairs import loads_of
from bole.mentoring.rules.matching import fit_of, seat_points
from bole.mentoring.rules.matching_round import Drafted, drafted
from bole.people.queries import Card, cards, ids_of
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """What the draft says for a wish."""

    wish: WishRow
    mentor_id: int | None
    value: int
    reasons: tuple[Mapping[str, object], ...]
    is_by_hand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRow:
    """A draft with its figures. `moved`: somebody came or went since it was made."""

    ref: str
    version: int
    made_at: datetime
    made_by: str
    told: Drafted
    objective: int
    greedy: int
    rows: tuple[ProposalRow, ...]
    moved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another mentor for the chosen one: what the two would be worth, how many seats are free."""

    mentor_id: int
    value: int
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRows:
    """What HR sees: the draft or none, who waits in order, the mentors with seats and loads, and the chosen one's other mentors."""

    round: RoundRow | None
    line: tuple[WishRow, ...]
    roles: Mapping[int, RoleRow]
    loads: Mapping[int, int]
    people: Mapping[int, Card]
    skills: tuple[SkillRow, ...]
    frameworks: Mapping[str, tuple[str, str]]
    places_en: Mapping[str, str]
    others: tuple[Other, ...] = ()
    running: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What another capacity of one mentor would change in the draft."""

    mentor: Card
    capacity: int
    former: int
    before: RoundRow
    after: Worked
    people: Mapping[int, Card]


def board_for(viewer: Viewer, *, day: date, chosen: str = "") -> BoardRows:
    """Return the board (twelve queries; with a chosen one some twenty more).

    :raises NotFound: if matching is not open to the viewer
    """
    insist(viewer, "read", "matching")
    line = tuple(waiting_wishes(also_asked=True))
    made = _draft(line)
    roles = {person: role for person, role in roles_on(None, day).items() if role.is_open}
    picked = next((one for one in line if one.ref == chosen), None)
    pool = gathered([picked], day=day) if picked is not None else None
    wanted = {one.person_id for one in line} | set(roles) | {one.asked_id for one in line if one.asked_id}
    wanted |= {one.mentor_id for one in made.rows if one.mentor_id is not None} if made else set()
    return BoardRows(
        round=made, line=line, roles=roles, loads=loads_of(list(roles)), people=cards({one for one in wanted if one}, day),
        skills=catalogue(offered_only=False), frameworks=frameworks_offered(), places_en=pool.places_en if pool else {},
        others=_others(pool) if pool else (), running=running_ref(),
    )  # fmt: skip


def draft_for(viewer: Viewer) -> RoundRow:
    """Return the draft that HR works at (two queries).

    :raises NotFound: if there is none, or matching is not open to the viewer
    """
    insist(viewer, "read", "matching")
    made = _draft(tuple(waiting_wishes()))
    if made is None:
        raise NotFound
    return made


def tried_for(viewer: Viewer, number: str, capacity: int, *, day: date, at: datetime) -> Tried:
    """Return what the draft would be if one mentor took more or fewer; nothing is kept.

    :raises NotFound: if there is no draft or no such mentor, or matching is not open to the viewer
    :raises CapacityWrong: if no mentor takes so many
    """
    before = draft_for(viewer)
    mentor_id = ids_of([number]).get(number)
    role = roles_on([mentor_id], day).get(mentor_id) if mentor_id is not None else None
    if role is None or mentor_id is None:
        raise NotFound
    insist_on_capacity(capacity)
    after = work_out(before.told.with_capacity(mentor_id, capacity), at=at)
    people = {one.wish.person_id for one in before.rows} | {one.mentor_id for one in before.rows if one.mentor_id}
    people |= {one.mentor for one in after.found.pairs} | {mentor_id}
    known = cards(people, day)
    former = before.told.capacities.get(mentor_id, role.capacity)
    return Tried(mentor=known[mentor_id], capacity=capacity, former=former, before=before, after=after, people=known)


def _draft(line: tuple[WishRow, ...]) -> RoundRow | None:
    made = MatchRound.objects.filter(state="draft").first()
    if made is None:
        return None
    found = Proposal.objects.filter(round=made).select_related("wish__framework").order_by("wish__made_at", "id")
    rows = tuple(
        ProposalRow(
            wish=wish_row(one.wish), mentor_id=one.mentor_id, value=one.value, reasons=tuple(one.reasons), is_by_hand=one.is_by_hand
        )
        for one in found
    )  # fmt: skip
    waiting = {one.person_id for one in line if one.state == "waiting"}
    return RoundRow(
        ref=made.ref, version=made.version, made_at=made.made_at, made_by=made.made_by, told=drafted(made.settings),
        objective=made.objective, greedy=made.greedy, rows=rows, moved=waiting != {one.wish.person_id for one in rows},
    )  # fmt: skip


def _others(found: Gathered) -> tuple[Other, ...]:
    """Return all mentors who may have the one who is asked about, the best first, those who are full with them."""
    pool = found.pool
    if not pool.mentees:
        return ()
    mentee, weights = pool.mentees[0], pool.terms.weights
    may = [one for one in pool.mentors if one.key != mentee.key and (mentee.key, one.key) not in pool.forbidden]
    rows = [
        Other(
            mentor_id=one.key, free=one.seats,
            value=fit_of(mentee, one, weights) + seat_points(one.capacity, one.taken, 0, weights.load),
        )
        for one in may
    ]  # fmt: skip
    return tuple(sorted(rows, key=lambda one: (-one.value, one.mentor_id)))
