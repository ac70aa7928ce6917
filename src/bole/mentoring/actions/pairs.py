"""Beginning a mentorship, and taking over one that was before the system."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal

from django.db.models import Q
from django.db.models.functions import Coalesce

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.mentoring.actions.frameworks import framework_for
from bole.mentoring.actions.life import let_go
from bole.mentoring.actions.requests import close_answered
from bole.mentoring.events import MentorshipBegan
from bole.mentoring.models import Framework, MentorRole, Mentorship, Wish
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.permissions import answers_for, can_change_pair
from bole.mentoring.queries.hours_terms import hours_full
from bole.mentoring.queries.lines import are_in_line
from bole.mentoring.refusals import (
    HasMentor,
    InReportingLine,
    LeadsTheMentor,
    MentorClosed,
    MentorFull,
    NotAMentor,
    NotHereThen,
    OutsidePeople,
    SelfMentoring,
    WrongMonths,
)
from bole.mentoring.refusals.hours import HoursFull
from bole.mentoring.rules.calendar import A_DAY
from bole.mentoring.rules.dates import LEAST_MONTHS, MOST_MONTHS, last_day_of
from bole.people.models import Person
from bole.people.queries import employments_on, leaving_days
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

Source = Literal["match", "request", "hand"]
EXTERNAL = "outsourced"


@action("mentoring.begin_mentorship")
def begin_mentorship(
    *,
    mentor_id: int,
    mentee_id: int,
    framework_code: str,
    first_day: date,
    months: int,
    source: Source,
    why_so: Sequence[dict[str, object]],
    by: Viewer,
    at: datetime,
    group: str = "",
    follows_id: int | None = None,
) -> str:
    """Make a pair and return its ref. HR does, or the system; a mentor who was asked does so by accepting (`source` request).

    The mentee waits no more, and what asked HR for another mentor is answered. A pair whose mentor leaves ends the day before.

    :raises SelfMentoring, InReportingLine, LeadsTheMentor: if the two can be no pair
    :raises NotAMentor, MentorClosed, MentorFull, HoursFull: if the mentor cannot take the mentee
    :raises HasMentor: if the mentee has a mentor within these months
    :raises NotHereThen, OutsidePeople: if one of them takes no part, or is known to leave before the programme is over
    :raises WrongMonths, NoSuchFramework: if the programme cannot be so
    """
    if mentor_id == mentee_id:
        raise SelfMentoring(where="mentor")
    people = _locked(mentor_id, mentee_id)
    pair = Mentorship(mentor_id=mentor_id, mentee_id=mentee_id)
    _insist_may_begin(by, pair, source)
    if not LEAST_MONTHS <= months <= MOST_MONTHS:
        raise WrongMonths(least=LEAST_MONTHS, most=MOST_MONTHS, where="months")
    last_day = last_day_of(first_day, months)
    _insist_take_part(people, first_day, last_day)
    # A move that is entered already was announced before there was this pair: it would be noticed no more.
    for day in (first_day, last_day):
        _insist_no_line(people[mentor_id], people[mentee_id], day)
    _insist_free(people[mentor_id], first_day, source)
    pair.framework, pair.group = framework_for(framework_code, at=at), group
    _insist_hours(people[mentor_id], pair)
    pair.first_day, pair.last_day = first_day, last_day
    let_go(mentee_id, first_day, by=by, at=at)
    _insist_alone(people[mentee_id], pair.first_day, pair.last_day)
    pair.source, pair.why_so, pair.follows_id = source, list(why_so), follows_id
    pair.made_at, pair.made_by = at, by.name
    pair.save(force_insert=True)
    close_answered([mentee_id], at=at, by_id=by.person_id)
    waits = Wish.objects.filter(person=mentee_id, state__in=("waiting", "asked"))
    waits.update(state="matched", mentorship=pair, asked=None, suggested_at=None, closed_at=at)
    on_record(subject=str(people[mentee_id].ref), thing=f"mentorship {pair.ref}")
    announce(MentorshipBegan(pair.pk, mentor_id, mentee_id), at=at)
    return str(pair.ref)


def _locked(*person_ids: int) -> dict[int, Person]:
    """Lock the two, in the order of their keys: the mentor's seats and the mentee's one place are counted under it."""
    found = {one.pk: one for one in Person.objects.select_for_update(no_key=True).filter(pk__in=person_ids).order_by("pk")}
    if len(found) != len(person_ids):
        raise NotFound
    return found


def _insist_may_begin(by: Viewer, pair: Mentorship, source: Source) -> None:
    """Refuse whoever is neither HR for the mentee nor the mentor who accepts a request, or stands in for that mentor.

    :raises NotYours: then
    """
    is_accepting = source == "request" and pair.mentor_id in answers_for(by)
    if not (by.is_system or is_accepting or can_change_pair(by, pair)):
        raise NotYours


def _insist_take_part(people: dict[int, Person], day: date, last_day: date) -> None:
    held, leaving = employments_on(list(people), day), leaving_days(people, day)
    for key, person in people.items():
        if leaving.get(key, last_day) < last_day:
            raise NotHereThen(name=person.name, day=leaving[key] + A_DAY, where="first_day")
        if key not in held:
            raise NotHereThen(name=person.name, day=day, where="first_day")
        if held[key].kind == EXTERNAL:
            raise OutsidePeople(name=person.name)


def _insist_no_line(mentor: Person, mentee: Person, day: date) -> None:
    stands = are_in_line(mentor.pk, mentee.pk, day)
    if stands == "above":
        raise InReportingLine(mentor=mentor.name, mentee=mentee.name, where="mentor")
    if stands == "below":
        raise LeadsTheMentor(mentor=mentor.name, mentee=mentee.name, where="mentor")


def _insist_free(mentor: Person, day: date, source: Source) -> None:
    role = MentorRole.objects.filter(person=mentor, first_day__lte=day).exclude(last_day__lt=day).order_by("-first_day").first()
    if role is None:
        raise NotAMentor(name=mentor.name, where="mentor")
    if role.steps_down_at is not None or (not role.is_open and source != "hand"):
        raise MentorClosed(mentor=mentor.name, where="mentor")
    load = Mentorship.objects.filter(mentor=mentor, state__in=ALIVE).count()
    if load >= role.capacity:
        raise MentorFull(mentor=mentor.name, n=load, where="mentor")


def _insist_hours(mentor: Person, pair: Mentorship) -> None:
    """Refuse a pair that would take the mentor's planned hours above the most of the terms; a seat in a group that talks takes none."""
    found = hours_full(mentor.pk, every=pair.framework.meeting_every, group=pair.group)
    if found is not None:
        planned, most = found
        raise HoursFull(mentor=mentor.name, hours=f"{float(planned / 60):.1f}".removesuffix(".0"), most=most, where="mentor")


def _insist_alone(mentee: Person, first_day: date, last_day: date) -> None:
    """Refuse a second programme in days that one already has: a living one to its last day, one that is over to the day it ended."""
    held = Mentorship.objects.filter(mentee=mentee).annotate(until=Coalesce("ended_on", "last_day"))
    other = held.filter(Q(state__in=ALIVE) | Q(first_day__lte=last_day, until__gte=first_day)).order_by("-first_day").first()
    if other is not None:
        raise HasMentor(mentee=mentee.name, first=other.first_day, last=other.ended_on or other.last_day, where="mentee")


@action("mentoring.import_mentorship")
def import_mentorship(
    *, mentor_id: int, mentee_id: int, framework_code: str, first_day: date, last_day: date, hours: int, by: Viewer, at: datetime
) -> str:
    """Take over a mentorship from before the system, verified by who does it; it is over and counts for admission.

    :raises SelfMentoring, HasMentor, NoSuchFramework: if it cannot have been so
    :raises WrongMonths: if its days are the wrong way round
    """
    if mentor_id == mentee_id:
        raise SelfMentoring(where="mentor")
    people = _locked(mentor_id, mentee_id)
    pair = Mentorship(mentor_id=mentor_id, mentee_id=mentee_id, first_day=first_day, last_day=last_day)
    if not (by.is_system or can_change_pair(by, pair)):
        raise NotYours
    if last_day < first_day:
        raise WrongMonths(least=LEAST_MONTHS, most=MOST_MONTHS, where="last_day")
    held = Mentorship.objects.filter(mentee=mentee_id).annotate(until=Coalesce("ended_on", "last_day"))
    other = held.filter(first_day__lte=last_day, until__gte=first_day).first()
    if other is not None:
        raise HasMentor(mentee=people[mentee_id].name, first=other.first_day, last=other.ended_on or other.last_day, where="mentee")
    pair.framework = _of_any_state(framework_code, at=at)
    pair.state, pair.ended_on, pair.ended_why, pair.source = "ended", last_day, "done", "import"
    pair.hours, pair.verified_by_id, pair.made_at, pair.made_by = hours, by.person_id, at, by.name
    pair.save(force_insert=True)
    on_record(subject=str(people[mentee_id].ref), thing=f"mentorship {pair.ref}")
    return str(pair.ref)


def _of_any_state(code: str, *, at: datetime) -> Framework:
    return framework_for(code, at=at, only_on=False)
