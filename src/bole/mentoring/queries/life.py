"""What HR has to answer about pairs, and what it may do with one; what a mentee asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may_company
from bole.mentoring.models import Framework, HelpRequest, MentorRole, Mentorship
from bole.mentoring.permissions import can_change_pair, can_read_days
from bole.mentoring.queries.agreements import Stands, agreements_stand
from bole.mentoring.queries.hours_terms import seats_left_in_hours
from bole.mentoring.queries.left_topics import LeftRow, left_row
from bole.mentoring.queries.lines import lines_above
from bole.mentoring.queries.meetings import coverages
from bole.mentoring.queries.pairs import PairRow, loads_of, pair_for, pair_row
from bole.mentoring.rules.plan import PlanTopic
from bole.people.queries import Card, cards, employments_on, leaving_days
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

MOST_ANSWERED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRow:
    """A request about a pair. `by_id` is nobody where the system asked."""

    ref: str
    pair: PairRow
    kind: str
    by_id: int | None
    words: str
    asked_at: datetime
    answer_by: date
    answered_at: datetime | None
    answered_by_id: int | None
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Requests:
    """What is open, the most urgent first, and what was answered last."""

    open: tuple[RequestRow, ...]
    answered: tuple[RequestRow, ...]
    people: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeMentor:
    """A mentor who could take somebody over."""

    person_id: int
    load: int
    capacity: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PairOfHr:
    """A pair as HR changes it. `open`: core topics that are not covered while it lives; `left`: why some were when it ended as complete."""

    pair: PairRow
    open: tuple[PlanTopic, ...]
    left: LeftRow | None
    agreement: Stands | None
    requests: tuple[RequestRow, ...]
    mentors: tuple[FreeMentor, ...]
    people: dict[int, Card]


def requests_for(viewer: Viewer, *, day: date) -> Requests:
    """Return the requests about mentees whom the viewer looks after (four queries).

    :raises NotFound: unless the viewer is of HR
    """
    if not may_company(viewer, "read", "mentoring_health"):
        raise NotFound
    rows = HelpRequest.objects.select_related("mentorship__framework")
    open_ = [_row(one) for one in rows.filter(answered_at=None).order_by("answer_by", "id") if can_change_pair(viewer, one.mentorship)]
    past = rows.exclude(answered_at=None).order_by("-answered_at", "-id")[: MOST_ANSWERED * 5]
    answered = [_row(one) for one in past if can_change_pair(viewer, one.mentorship)][:MOST_ANSWERED]
    return Requests(open=tuple(open_), answered=tuple(answered), people=_people([one.pair for one in (*open_, *answered)], day))


def pair_of_hr(viewer: Viewer, ref: str, *, day: date) -> PairOfHr:
    """Return a pair to HR that looks after the mentee, with its requests and who could take over (16 queries, two a step of lines).

    :raises NotFound: if it is not open to the viewer
    :raises NotYours: if the viewer knows of it and may not change it
    """
    found = Mentorship.objects.select_related("framework").filter(ref=ref).first()
    if found is None or not (can_change_pair(viewer, found) or can_read_days(viewer, found)):
        raise NotFound
    if not can_change_pair(viewer, found):
        raise NotYours
    pair = pair_row(found)
    asked = HelpRequest.objects.filter(mentorship=found).select_related("mentorship__framework").order_by("-asked_at", "-id")
    mentors = free_mentors(pair, day=day) if pair.is_alive else ()
    people = cards({pair.mentor_id, pair.mentee_id, *(one.person_id for one in mentors)}, day)
    open_ = coverages([pair.id])[pair.id].left if pair.is_alive else ()
    agreement = agreements_stand([pair.id]).get(pair.id)
    return PairOfHr(
        pair=pair,
        open=open_,
        left=left_row(pair),
        agreement=agreement,
        requests=tuple(_row(one) for one in asked),
        mentors=mentors,
        people=people,
    )


def free_mentors(pair: PairRow, *, day: date) -> tuple[FreeMentor, ...]:
    """Return the mentors who have a seat, work here on and stand in no line with the mentee; who has the most seats free comes first."""
    roles = MentorRole.objects.filter(first_day__lte=day, steps_down_at=None).exclude(last_day__lt=day)
    roles = roles.exclude(person__in=(pair.mentor_id, pair.mentee_id))
    held = {one.person_id: one.capacity for one in roles}
    here = employments_on(list(held), day).keys() - leaving_days(held, day).keys()
    loads, above = loads_of(list(held)), lines_above({*held, pair.mentee_id}, day)
    every = list(Framework.objects.filter(pk=pair.framework_id).values_list("meeting_every", flat=True))
    left = seats_left_in_hours(list(held), every=every)
    free = [
        FreeMentor(person_id=person, load=loads.get(person, 0), capacity=capacity)
        for person, capacity in held.items()
        if person in here
        and loads.get(person, 0) < capacity
        and left.get(person, 1) > 0
        and person not in above[pair.mentee_id]
        and pair.mentee_id not in above[person]
    ]
    return tuple(sorted(free, key=lambda one: (one.load - one.capacity, one.load, one.person_id)))


def own_requests(viewer: Viewer, ref: str) -> tuple[PairRow, tuple[RequestRow, ...]]:
    """Return a pair to its mentee, and what that mentee asked (two queries).

    :raises NotFound: unless the viewer is one of the two
    :raises NotYours: to the mentor
    """
    pair = pair_for(viewer, ref)
    if viewer.person_id != pair.mentee_id:
        raise NotYours
    asked = HelpRequest.objects.filter(mentorship=pair.id, by=viewer.person_id).select_related("mentorship__framework")
    return pair, tuple(_row(one) for one in asked.order_by("-asked_at", "-id"))


def _people(pairs: Sequence[PairRow], day: date) -> dict[int, Card]:
    return cards({one for pair in pairs for one in (pair.mentor_id, pair.mentee_id)}, day)


def _row(one: HelpRequest) -> RequestRow:
    return RequestRow(
        ref=one.ref,
        pair=pair_row(one.mentorship),
        kind=one.kind,
        by_id=one.by_id,
        words=str(one.words),
        asked_at=one.asked_at,
        answer_by=one.answer_by,
        answered_at=one.answered_at,
        answered_by_id=one.answered_by_id,
        answer=str(one.answer),
    )
