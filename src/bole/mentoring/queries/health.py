"""How the programme does, for HR; each number opens to its list. An HR partner sees the pairs of the own units."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Literal

from django.db.models import F, Max, Q
from django.db.models.functions import Coalesce

from bole.access.rules import insist, may
from bole.kit.clock import local_day
from bole.mentoring.models import Duty, Meeting, Mentorship
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.queries.agreements import agreements_stand, has_agreements
from bole.mentoring.queries.effect_survey import mean_of_programme
from bole.mentoring.queries.hours_cost import Cost, cost_of
from bole.mentoring.queries.left_topics import unanswered
from bole.mentoring.queries.meetings import coverages
from bole.mentoring.queries.pairs import PairRow, rows_of
from bole.mentoring.queries.plans import PlanStands, plans_stand
from bole.mentoring.rules.calendar import fell_at_the_end
from bole.mentoring.rules.growth_figures import months_later
from bole.mentoring.rules.health import Beside, Fared, beside, is_stuck, share
from bole.people.queries import Card, assignments_on, cards, careers_of, employments_on
from bole.scoring.actions.scores import SCORED_KINDS
from bole.surveys.queries import Published
from bole.values.viewer import Viewer

List = Literal["running", "stuck", "overdue", "uncovered", "unexplained", "unsigned"]
LISTS: tuple[List, ...] = ("running", "stuck", "overdue", "uncovered", "unexplained", "unsigned")
ON_TIME = timedelta(days=183)


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthPair:
    """A pair in a list, and why it is there: the last talk, the day that is overdue, how many core topics are left, whose turn its plan is.

    `plan` stands for pairs whose first plan is not approved yet.
    """

    pair: PairRow
    last: date | None
    due: date | None
    left: int
    all: int
    plan: PlanStands | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """The programme on a day."""

    pairs: dict[List, tuple[HealthPair, ...]]
    covered: Fraction | None
    on_time: Fraction | None
    duties: int
    satisfaction: Published | None
    cost: Cost
    promotion: Beside | None
    retention: Beside | None
    people: dict[int, Card]


def health_for(viewer: Viewer, *, day: date) -> Health:
    """Return how the programme does (some twenty queries, whatever the number of pairs).

    :raises NotFound: unless HR looks
    """
    insist(viewer, "read", "mentoring_health")
    pairs = [one for one in rows_of(Mentorship.objects.filter(state__in=ALIVE, first_day__lte=day)) if _is_open(viewer, one)]
    over = [one for one in unanswered() if _is_open(viewer, one)]
    every = _pairs([*pairs, *over], day)
    found = {one.id: every[one.id] for one in pairs}
    kept, late, due = _duties([*pairs, *(one for one in _ended(day) if _is_open(viewer, one))], day)
    cover = [one for one in found.values() if one.all]
    lists: dict[List, tuple[HealthPair, ...]] = {
        "running": tuple(found.values()),
        "stuck": tuple(found[key] for key in _stuck(pairs, found, day)),
        "overdue": tuple(one for key, one in found.items() if key in late),
        "uncovered": tuple(one for one in cover if one.left),
        "unsigned": tuple(found[key] for key in _unsigned(pairs)),
        "unexplained": tuple(every[one.id] for one in over if every[one.id].left),
    }
    promotion, retention = _fared(viewer, day)
    return Health(
        pairs=lists,
        covered=share(sum(one.all - one.left for one in cover), sum(one.all for one in cover)),
        on_time=share(kept, due),
        duties=due,
        satisfaction=mean_of_programme(day=day),
        cost=cost_of(day=day),
        promotion=promotion,
        retention=retention,
        people=cards({person for one in (*pairs, *over) for person in (one.mentor_id, one.mentee_id)}, day),
    )


def pairs_alive(viewer: Viewer, *, day: date) -> int:
    """Count the living pairs that the viewer may know of (one query)."""
    return sum(_is_open(viewer, one) for one in rows_of(Mentorship.objects.filter(state__in=ALIVE, first_day__lte=day)))


def _unsigned(pairs: Collection[PairRow]) -> list[int]:
    """Return the pairs whose agreement one of the two, or both, can still sign (three queries)."""
    stands = agreements_stand([one.id for one in pairs]) if has_agreements() else {}
    return [one.id for one in pairs if one.id in stands and not stands[one.id].is_signed_by(one.mentor_id, one.mentee_id)]


def _is_open(viewer: Viewer, one: PairRow) -> bool:
    return may(viewer, "read", "mentoring", one.mentee_id) or may(viewer, "read", "mentoring", one.mentor_id)


def _pairs(pairs: Collection[PairRow], day: date) -> dict[int, HealthPair]:
    ids = [one.id for one in pairs]
    last = dict(
        Meeting.objects.filter(mentorship__in=ids).values("mentorship").annotate(last=Max("held_on")).values_list("mentorship", "last")
    )
    # A day that the two set instead moves nothing: what was due and is not done is overdue until it is.
    open_ = Duty.objects.exclude(mentorship__state="paused").filter(mentorship__in=ids, done_on=None, dropped_at=None, due_on__lt=day)
    due = dict(open_.order_by("-due_on").values_list("mentorship_id", "due_on"))
    cover, plans = coverages(ids), plans_stand(pairs)
    return {
        one.id: HealthPair(
            pair=one,
            last=last.get(one.id),
            due=due.get(one.id),
            left=len(cover[one.id].left) if one.id in cover else 0,
            all=cover[one.id].all if one.id in cover else 0,
            plan=plans.get(one.id),
        )
        for one in pairs
    }


def _stuck(pairs: Collection[PairRow], found: dict[int, HealthPair], day: date) -> list[int]:
    every = dict(Mentorship.objects.filter(pk__in=found).values_list("id", "framework__meeting_every"))
    return [one.id for one in pairs if _is_stuck(one, found[one.id], every[one.id], day)]


def _is_stuck(pair: PairRow, found: HealthPair, every: int, day: date) -> bool:
    """Test if a pair does not get on: no talk for too long, or no plan by the day that somebody should have seen to it."""
    if pair.state == "planned":
        return found.plan is not None and found.plan.is_late(day)
    return pair.state == "running" and is_stuck(last=found.last or pair.first_day, every=every, today=day)


def _ended(day: date) -> list[PairRow]:
    """Return the pairs that ended within the half-year: what was due of them is not forgotten with them (one query)."""
    return rows_of(Mentorship.objects.filter(state="ended", ended_on__gte=day - ON_TIME).exclude(ended_why="mistake"), alive_only=False)


def _duties(pairs: Collection[PairRow], day: date) -> tuple[int, set[int], int]:
    """Return how many duties of the last half-year were done in time, the living pairs with one overdue, and how many there were."""
    known = {one.id: one for one in pairs}
    # What is open of a pair that rests is due on no day: it is neither overdue nor late.
    found = Duty.objects.filter(mentorship__among=list(known)).exclude(mentorship__state="paused", done_on=None)
    rows = found.annotate(day=Coalesce(F("set_for"), F("due_on")))
    kept = due = 0
    late: set[int] = set()
    for pair, when, due_on, done, dropped, moved in rows.filter(Q(day__lt=day) | Q(due_on__lt=day)).values_list(
        "mentorship_id", "day", "due_on", "done_on", "dropped_at", "moved_for"
    ):
        if dropped is not None and not _counts(known[pair], due_on, dropped, moved):
            continue
        if done is None and due_on < day and known[pair].is_alive:
            late.add(pair)
        if day - ON_TIME <= when < day:
            due += 1
            kept += done is not None and done <= when
    return kept, late, due


def _counts(pair: PairRow, due_on: date, dropped: datetime, moved: Collection[object]) -> bool:
    """Test if a duty that fell away was due all the same: it was open when its pair ended."""
    return not pair.is_alive and fell_at_the_end(due_on, ended_on=pair.ends_on, dropped_on=local_day(dropped), moved_for=moved)


def _fared(viewer: Viewer, day: date) -> tuple[Beside | None, Beside | None]:
    """Return what became of those who had a mentor a year ago, beside colleagues who had none: promoted, and still here."""
    then = months_later(day, -12)
    contracts = employments_on(None, then)
    here = {person for person, row in contracts.items() if row.kind in SCORED_KINDS and _is_of(viewer, person)}
    running = (
        Mentorship.objects.filter(first_day__lte=then).exclude(ended_on__lt=then).exclude(state="planned").exclude(ended_why="mistake")
    )
    mentored = set(running.values_list("mentee_id", flat=True))
    if len(here & mentored) == 0:
        return None, None
    seats, now = assignments_on(None, then), employments_on(None, day)
    steps = careers_of(here)
    cells = {person: (seats[person].family_id, seats[person].grade_rank) for person in here if person in seats}
    promoted = {person for person in here if any(one.kind == "promoted" and then < one.day <= day for one in steps.get(person, ()))}
    cohorts = [[Fared(cell, person in mentored, person in so) for person, cell in cells.items()] for so in (promoted, set(now))]
    return beside(cohorts[0]), beside(cohorts[1])


def _is_of(viewer: Viewer, person: int) -> bool:
    return viewer.has_role("hr", "hr_admin") or person in viewer.partnered
