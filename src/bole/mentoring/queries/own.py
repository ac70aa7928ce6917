"""What the page of mentoring shows: to a mentee the own pair, to a mentor each mentee with work and performance as they are now."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from bole.access.rules import may
from bole.mentoring.models import MentorRole, Wish
from bole.mentoring.queries.duties import DutyRow, duties_of
from bole.mentoring.queries.meetings import NOTHING, MeetingRow, coverages, meetings_of
from bole.mentoring.queries.pairs import PairRow, pairs_of_mentees, pairs_of_mentors
from bole.mentoring.queries.plans import open_plans
from bole.mentoring.queries.tests import TestRow, tests_of
from bole.mentoring.rules.coverage import Coverage
from bole.people.queries import Card, cards
from bole.scoring.queries import Line, Sheet, closed_to_others, headlines, lines_of
from bole.signals.models import Alert
from bole.signals.permissions import is_shown_to_others
from bole.values.viewer import Viewer
from bole.work.queries import OpenCount, open_counts


@dataclass(frozen=True, slots=True, kw_only=True)
class PairNow:
    """A pair with how far it is."""

    pair: PairRow
    coverage: Coverage
    meetings: tuple[MeetingRow, ...]
    duties: tuple[DutyRow, ...]
    tests: tuple[TestRow, ...]
    plan_state: str

    @property
    def coming(self) -> tuple[DutyRow, ...]:
        """What is still to be done, the next first; nothing while the pair rests."""
        return tuple(one for one in self.duties if one.is_open and not one.rests)

    def late(self, day: date) -> tuple[DutyRow, ...]:
        """Return what should have been done before the day."""
        return tuple(one for one in self.duties if one.is_overdue(day))


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeNow:
    """How a mentee is: the live score with its parts and weeks, work in hand, indicators that left their usual (codes alone).

    `closed` says why there is no score to see: new (the first days are the person's own) or unscored.
    """

    sheet: Sheet | None
    line: Line | None
    work: OpenCount
    changed: tuple[str, ...]
    closed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMentoring:
    """As mentee (`mine`: one at most lives) and as mentor; `past` are pairs that are over, of either kind."""

    mine: tuple[PairNow, ...]
    mentees: tuple[PairNow, ...]
    live: dict[int, MenteeNow]
    past: tuple[PairRow, ...]
    is_mentor: bool
    has_role: bool  # of a mentor, today; who mentors without it is asked by nobody
    has_style: bool  # a mentor who agreed that the style is learned
    askings: int  # who asks to be mentored and waits for an answer
    people: dict[int, Card]


def own_mentoring(viewer: Viewer, *, day: date, at: datetime) -> OwnMentoring:
    """Return the viewer's own mentoring (so many queries whatever the number of mentees)."""
    me = viewer.person_id or 0
    as_mentor = pairs_of_mentors([me], alive_only=False).get(me, ())
    as_mentee = pairs_of_mentees([me], alive_only=False).get(me, ())
    rows = {one.pair.ref: one for one in pairs_now([one for one in (*as_mentor, *as_mentee) if one.is_alive])}
    role = _role(me, day)
    mentees = tuple(rows[one.ref] for one in as_mentor if one.is_alive)
    return OwnMentoring(
        mine=tuple(rows[one.ref] for one in as_mentee if one.is_alive),
        mentees=mentees,
        live=mentees_now(viewer, [one.pair.mentee_id for one in mentees], day=day, at=at),
        past=tuple(one for one in (*as_mentor, *as_mentee) if not one.is_alive),
        is_mentor=bool(as_mentor) or role is not None,
        has_role=role is not None,
        has_style=role is not None and role[0],
        askings=role[1] if role is not None else 0,
        people=cards({key for one in (*as_mentor, *as_mentee) for key in (one.mentor_id, one.mentee_id)}, day),
    )


def _role(person_id: int, day: date) -> tuple[bool, int] | None:
    """Return whether a mentor agreed that the style is learned, and how many ask that mentor (one query); None for others."""
    asking = Wish.objects.filter(asked=OuterRef("person"), state="asked").values("asked").annotate(count=Count("pk")).values("count")
    roles = MentorRole.objects.filter(person=person_id, first_day__lte=day).exclude(last_day__lt=day)
    return roles.values_list("learns_style", Coalesce(Subquery(asking), 0)).first()


def pairs_now(pairs: list[PairRow]) -> list[PairNow]:
    """Return how far these pairs are (eight queries whatever their number)."""
    ids = [one.id for one in pairs]
    if not ids:
        return []
    covered, met, duties, tests, plans = coverages(ids), meetings_of(ids), duties_of(ids), tests_of(ids), open_plans(ids)
    return [
        PairNow(
            pair=one,
            coverage=covered.get(one.id, NOTHING),
            meetings=met.get(one.id, ()),
            duties=duties.get(one.id, ()),
            tests=tests.get(one.id, ()),
            plan_state=plans.get(one.id, ""),
        )
        for one in pairs
    ]


def mentees_now(viewer: Viewer, person_ids: list[int], *, day: date, at: datetime) -> dict[int, MenteeNow]:
    """Return how the viewer's mentees are, of those whose live score is open to the viewer today (six queries, none for nobody)."""
    ids = [one for one in person_ids if may(viewer, "read", "live_score", one)]
    if not ids:
        return {}
    closed = closed_to_others(ids, day=day)
    seen = [one for one in ids if one not in closed]
    sheets, lines, work = headlines(seen, day=day), lines_of(seen, day=day), open_counts(ids, day=day)
    changed: dict[int, tuple[str, ...]] = {}
    for alert in Alert.objects.filter(person__in=seen, closed_at=None).order_by("-noticed_on", "id"):
        if is_shown_to_others(alert, at=at) and may(viewer, "masked", "alert", alert.person_id):
            changed[alert.person_id] = (*changed.get(alert.person_id, ()), alert.indicator)
    return {
        one: MenteeNow(
            sheet=sheets.get(one),
            line=lines.get(one),
            work=work.get(one, OpenCount()),
            changed=changed.get(one, ()),
            closed=closed.get(one, ""),
        )
        for one in ids
    }
