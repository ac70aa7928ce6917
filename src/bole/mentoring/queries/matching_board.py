"""The board of matching, a page at a time: the draft with its pairs, who waits, the seats."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from bole.access.rules import insist
from bole.growth.queries import SkillRow, catalogue
from bole.mentoring.models import MatchRound, Proposal, Wish
from bole.mentoring.queries.admission import RoleRow, roles_on
from bole.mentoring.queries.hours_terms import hours_terms, planned_of
from bole.mentoring.queries.matching_own import frameworks_offered
from bole.mentoring.queries.matching_pool import Gathered, WishRow, gathered, wish_row
from bole.mentoring.queries.matching_runs import Running, running_now
from bole.mentoring.queries.pairs import loads_of
from bole.mentoring.rules.matching import fit_of, seat_points
from bole.mentoring.rules.matching_round import Drafted, drafted
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_ON_BOARD = 40
WAITS = ("waiting", "asked")


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
    """A draft with its figures: one page of its rows, the one that was asked for or the first pair, the first of those without a mentor.

    `given`: how many mentees each mentor gets. `moved`: somebody came or went since it was made.
    """

    ref: str
    version: int
    made_at: datetime
    made_by: str
    told: Drafted
    objective: int
    greedy: int
    count: int
    given: Mapping[int, int]
    rows: tuple[ProposalRow, ...]
    picked: ProposalRow | None
    left: tuple[ProposalRow, ...]
    is_asked: bool
    moved: bool

    @property
    def pairs(self) -> int:
        """How many have a mentor."""
        return sum(self.given.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another mentor for the chosen one: what the two would be worth, how many seats are free."""

    mentor_id: int
    value: int
    free: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardRows:
    """What HR sees: the draft or none, a page of who waits, the mentors with seats and loads, and the chosen one's other mentors.

    `places`: everybody's number on the waiting list, by the ref of the wish.
    """

    round: RoundRow | None
    line: tuple[WishRow, ...]
    places: Mapping[str, int]
    start: int
    roles: Mapping[int, RoleRow]
    loads: Mapping[int, int]
    people: Mapping[int, Card]
    skills: tuple[SkillRow, ...]
    frameworks: Mapping[str, tuple[str, str]]
    places_en: Mapping[str, str]
    others: tuple[Other, ...] = ()
    running: Running | None = None
    planned: Mapping[int, Fraction]  # minutes of talks a month
    most_hours: int  # 0: no bound


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """The draft that HR works at: its version, what was told, and each one's mentor by person keys."""

    ref: str
    version: int
    told: Drafted
    mentors: Mapping[int, int | None]
    wishes: Mapping[int, str]
    total: int


def board_for(viewer: Viewer, *, day: date, chosen: str = "", start: int = 0) -> BoardRows:
    """Return a page of the board (sixteen queries however many wait; with a chosen one some twenty more).

    :raises NotFound: if matching is not open to the viewer
    """
    insist(viewer, "read", "matching")
    standing = list(Wish.objects.filter(state__in=WAITS).order_by("made_at", "id").values_list("id", "ref", "state"))
    made = _draft({key for key, _, state in standing if state == "waiting"}, chosen=chosen, start=start)
    return _board(
        {ref: n for n, (_, ref, _) in enumerate(standing, start=1)}, made, _page([key for key, _, _ in standing], start), day, start
    )


def list_for(viewer: Viewer, *, day: date, start: int = 0) -> BoardRows:
    """Return a page of who waits (thirteen queries however many wait).

    :raises NotFound: if matching is not open to the viewer
    """
    insist(viewer, "read", "matching")
    standing = list(Wish.objects.filter(state__in=WAITS).order_by("made_at", "id").values_list("id", "ref"))
    return _board({ref: n for n, (_, ref) in enumerate(standing, start=1)}, None, _page([key for key, _ in standing], start), day, start)


def _board(places: Mapping[str, int], made: RoundRow | None, line: tuple[WishRow, ...], day: date, start: int) -> BoardRows:
    roles = {person: role for person, role in roles_on(None, day).items() if role.is_open}
    picked = made.picked.wish if made is not None and made.picked is not None and made.is_asked else None
    pool = gathered([picked], day=day) if picked is not None else None
    terms = hours_terms()
    wanted = {one.person_id for one in line} | {one.asked_id for one in line} | set(roles)
    for one in (*made.rows, *made.left, made.picked) if made is not None else ():
        wanted |= {one.wish.person_id, one.mentor_id} if one is not None else set()
    return BoardRows(
        round=made, line=line, places=places, start=start, roles=roles, loads=loads_of(list(roles)),
        people=cards({one for one in wanted if one}, day), skills=catalogue(offered_only=False), frameworks=frameworks_offered(),
        places_en=pool.places_en if pool else {}, others=_others(pool) if pool else (), running=running_now(),
        planned=planned_of(list(roles), usual=terms.usual_minutes) if terms.most_hours else {}, most_hours=terms.most_hours,
    )  # fmt: skip


def _page(keys: Sequence[int], start: int) -> tuple[WishRow, ...]:
    """Return a page of the waiting list (one query)."""
    rows = Wish.objects.filter(pk__in=keys[start : start + MOST_ON_BOARD]).select_related("framework").order_by("made_at", "id")
    return tuple(wish_row(one) for one in rows)


def draft_for(viewer: Viewer) -> DraftRow:
    """Return the draft that HR works at (two queries).

    :raises NotFound: if there is none, or matching is not open to the viewer
    """
    insist(viewer, "read", "matching")
    made = MatchRound.objects.filter(state="draft").first()
    if made is None:
        raise NotFound
    rows = list(
        Proposal.objects.filter(round=made)
        .order_by("wish__made_at", "id")
        .values_list("wish__person_id", "wish__ref", "mentor_id", "value")
    )
    return DraftRow(
        ref=made.ref, version=made.version, told=drafted(made.settings), mentors={person: mentor for person, _, mentor, _ in rows},
        wishes={person: ref for person, ref, _, _ in rows}, total=sum(value for *_, value in rows),
    )  # fmt: skip


def _draft(waiting: Set[int], *, chosen: str, start: int) -> RoundRow | None:
    """Return a page of the draft (five queries); `waiting` are the wishes that wait."""
    made = MatchRound.objects.filter(state="draft").first()
    if made is None:
        return None
    told = list(Proposal.objects.filter(round=made).values_list("wish_id", "mentor_id"))
    rows = Proposal.objects.filter(round=made).select_related("wish__framework").order_by("wish__made_at", "id")
    given: Counter[int] = Counter(mentor for _, mentor in told if mentor)
    picked = rows.filter(wish__ref=chosen).first() if chosen else None
    if picked is None and given:
        picked = rows.exclude(mentor=None).first()
    return RoundRow(
        ref=made.ref, version=made.version, made_at=made.made_at, made_by=made.made_by, told=drafted(made.settings),
        objective=made.objective, greedy=made.greedy, count=len(told), given=given,
        rows=tuple(_row(one) for one in rows[start : start + MOST_ON_BOARD]), picked=_row(picked) if picked is not None else None,
        left=tuple(_row(one) for one in rows.filter(mentor=None)[:MOST_ON_BOARD]) if len(told) > given.total() else (),
        is_asked=picked is not None and picked.wish.ref == chosen, moved=waiting != {wish for wish, _ in told},
    )  # fmt: skip


def _row(one: Proposal) -> ProposalRow:
    return ProposalRow(
        wish=wish_row(one.wish), mentor_id=one.mentor_id, value=one.value, reasons=tuple(one.reasons), is_by_hand=one.is_by_hand
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
