"""Office hours: opened by a mentor, booked place by place, cancelled, called off, and noted who came."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.access.rules import insist_on_taking_part
from bole.growth.queries import catalogue
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.kit.ui.days import hour
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import MentorRole, OfficeHours, OfficePlace
from bole.mentoring.refusals import (
    BookedAlready,
    NoPlaceLeft,
    NotAMentor,
    NotHeldSoFar,
    NothingBooked,
    OfficeCalledOff,
    OfficeInPast,
    OfficeOver,
    OwnOfficeHours,
    PlacesDoNotFit,
    PlaceTaken,
    SkillsNeeded,
    TimeTaken,
    UnknownSkill,
)
from bole.mentoring.rules.office_hours import (
    LONGEST_ABOUT,
    LONGEST_PLACE,
    MOST_AHEAD,
    MOST_SKILLS,
    TO_MARK,
    fits,
    overlaps,
    remind_from,
    starts,
)
from bole.people.models import Person
from bole.people.queries import employments_on
from bole.reviews.rules.writing import written
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer
from bole.work.actions import OwnFact, record_own

REMIND_AT, REMIND_UNTIL = time(9, 30), time(20)
FACT = "答疑时间 / Office hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a mentor opens: the day, from when to when by the company's clock, where, places and their minutes, skills."""

    day: date
    begins: time
    ends: time
    place: str
    places: int
    minutes: int
    skills: Sequence[str]


@action("mentoring.open_office_hours")
def open_office_hours(*, opening: Opening, by: Viewer, at: datetime) -> OfficeHours:
    """Open office hours; employees find and book them from now on.

    :raises NotFound: unless the viewer takes part
    :raises NotAMentor: without the role on that day
    :raises OfficeInPast, PlacesDoNotFit, TimeTaken: if the time cannot be so
    :raises SkillsNeeded, UnknownSkill, NoWords, TooManyWords: if it is not said about what, or where
    """
    me = _locked(by)
    zone = ZoneInfo(settings.TIME_ZONE)
    begins_at, ends_at = (datetime.combine(opening.day, one, zone) for one in (opening.begins, opening.ends))
    if not at < begins_at <= at + MOST_AHEAD:
        raise OfficeInPast(where="day")
    if not fits(begins_at, ends_at, places=opening.places, minutes=opening.minutes):
        raise PlacesDoNotFit(places=opening.places, minutes=opening.minutes, where="places")
    role = MentorRole.objects.filter(person=me, first_day__lte=opening.day).exclude(last_day__lt=opening.day)
    if not role.exists():
        raise NotAMentor(name=me.name, where="day")
    if overlaps((begins_at, ends_at), _busy(me.pk)):
        raise TimeTaken
    made = OfficeHours.objects.create(
        mentor=me, begins_at=begins_at, ends_at=ends_at, place=written(opening.place, most=LONGEST_PLACE, where="place"),
        minutes=opening.minutes, skills=_skills(opening.skills), made_at=at,
    )  # fmt: skip
    moments = starts(begins_at, places=opening.places, minutes=opening.minutes)
    OfficePlace.objects.bulk_create(OfficePlace(session=made, number=n, begins_at=one) for n, one in enumerate(moments, start=1))
    on_record(subject=str(me.ref), thing=f"office_hours {made.ref}")
    return made


def _skills(asked: Sequence[str]) -> list[str]:
    codes, known = list(dict.fromkeys(asked)), {one.code for one in catalogue()}
    if len(codes) > MOST_SKILLS or (known and not codes):
        raise SkillsNeeded(where="skills")
    if not set(codes) <= known:
        raise UnknownSkill(where="skills")
    return codes


@action("mentoring.book_office_place")
def book_office_place(*, ref: str, number: int, words: str, by: Viewer, at: datetime) -> OfficePlace:
    """Book a place, with a line on what it is about, which the mentor alone reads; the mentor is told that it is booked.

    :raises NotFound: unless the viewer takes part and there is such a place
    :raises OwnOfficeHours, BookedAlready, TimeTaken: if it is not for the viewer
    :raises OfficeCalledOff, OfficeOver, NoPlaceLeft, PlaceTaken: if it cannot be had any more
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    me, session = _locked(by), _session(ref)
    if session.mentor_id == me.pk:
        raise OwnOfficeHours
    if session.called_off_at is not None:
        raise OfficeCalledOff
    places = list(OfficePlace.objects.filter(session=session).order_by("number"))
    _insist_none(places, me.pk)
    found = next((one for one in places if one.number == number), None)
    if found is None:
        raise NotFound
    if found.person_id is not None:
        raise PlaceTaken if any(one.person_id is None and one.begins_at > at for one in places) else NoPlaceLeft
    if found.begins_at <= at:
        raise OfficeOver
    if overlaps((found.begins_at, found.begins_at + timedelta(minutes=session.minutes)), _busy(me.pk)):
        raise TimeTaken
    # What was called off takes nobody's time any more: its place is given back before another one of that moment is taken.
    for one in OfficePlace.objects.filter(person=me, begins_at=found.begins_at).exclude(session__called_off_at=None):
        _free(one)
    found.words, found.person, found.booked_at = written(words, most=LONGEST_ABOUT, where="words"), me, at
    found.save(update_fields=["words", "person", "booked_at"])
    on_record(subject=str(me.ref), thing=f"office_hours {ref}")
    _tell([session.mentor_id], "mentoring.office_booked", session, f"{found.ref}:{at:%Y%m%d%H%M%S}", name=me.name, at=at)
    return found


def _insist_none(places: Sequence[OfficePlace], me: int) -> None:
    own = next((one for one in places if one.person_id == me), None)
    if own is not None:
        raise BookedAlready(time=hour(own.begins_at))


@action("mentoring.cancel_office_place")
def cancel_office_place(*, ref: str, by: Viewer, at: datetime) -> OfficePlace:
    """Give one's own place back before it begins; what was written is gone, and the mentor is told.

    :raises NotFound: unless the viewer takes part and there is such a session
    :raises NothingBooked, OfficeOver: if there is nothing to cancel any more
    """
    me, session = _locked(by), _session(ref)
    found = OfficePlace.objects.filter(session=session, person=me).first()
    if found is None:
        raise NothingBooked
    if found.begins_at <= at:
        raise OfficeOver
    _free(found)
    on_record(subject=str(me.ref), thing=f"office_hours {ref}")
    if session.called_off_at is None:
        _tell([session.mentor_id], "mentoring.office_cancelled", session, f"{found.ref}:{at:%Y%m%d%H%M%S}", name=me.name, at=at)
    return found


def _free(place: OfficePlace) -> None:
    place.person, place.words, place.booked_at, place.came = None, "", None, None
    place.save(update_fields=["person", "words", "booked_at", "came"])


@action("mentoring.call_off_office_hours")
def call_off_office_hours(*, ref: str, by: Viewer, at: datetime) -> OfficeHours:
    """Call office hours off before they begin; all who booked are told.

    :raises NotFound, NotYours: unless the mentor does, or the system
    :raises OfficeCalledOff, OfficeOver: if it is too late for it
    """
    if not by.is_system:
        insist_on_taking_part(by)
    session = _session(ref)
    if not (by.is_system or by.person_id == session.mentor_id):
        raise NotYours
    if session.called_off_at is not None:
        raise OfficeCalledOff
    if session.begins_at <= at:
        raise OfficeOver
    session.called_off_at = at
    session.save(update_fields=["called_off_at"])
    booked = list(OfficePlace.objects.filter(session=session).exclude(person=None).values_list("person_id", flat=True))
    on_record(subject=str(session.mentor.ref), thing=f"office_hours {ref}", fields=("called_off_at",))
    _tell(booked, "mentoring.office_called_off", session, ref, name=session.mentor.name, at=at)
    return session


@action("mentoring.mark_office_hours")
def mark_office_hours(*, ref: str, came: Collection[str], by: Viewer, at: datetime) -> OfficeHours:
    """Note who came, by the refs of their places; the minutes of these count as mentoring time of the mentor. Corrected likewise.

    :raises NotFound, NotYours: unless the mentor does
    :raises OfficeCalledOff, NotHeldSoFar: if it did not take place, not yet, or too long ago
    """
    insist_on_taking_part(by)
    session = _session(ref)
    if by.person_id != session.mentor_id:
        raise NotYours
    if session.called_off_at is not None:
        raise OfficeCalledOff
    if not session.begins_at <= at < session.ends_at + TO_MARK:
        raise NotHeldSoFar
    places = list(OfficePlace.objects.filter(session=session).exclude(person=None).order_by("number"))
    for one in places:
        one.came = one.ref in came
        one.save(update_fields=["came"])
    session.marked_at = at
    session.save(update_fields=["marked_at"])
    on_record(subject=str(session.mentor.ref), thing=f"office_hours {ref}", fields=("came",))
    seconds = 60 * session.minutes * sum(bool(one.came) for one in places)
    values = (("mentoring_time", seconds),) if seconds else ()
    fact = OwnFact(
        key=f"office {session.ref}", person_id=session.mentor_id, kind="fact", title=FACT, moment=session.begins_at, values=values
    )  # fmt: skip
    record_own(made=[fact], note=f"office {session.ref} {at.isoformat()}", by=SYSTEM, at=at)
    return session


def keep_office_hours(at: datetime) -> int:
    """Remind of tomorrow's, call off those of people who mentor no more, free places of people who left; return how many changed."""
    coming = list(
        OfficeHours.objects.filter(begins_at__gt=at, called_off_at=None).order_by("pk").values_list("ref", "mentor_id", "begins_at")
    )
    gone = [ref for ref, mentor, begins_at in coming if not _mentors(mentor, local_day(begins_at))]
    for ref in gone:
        call_off_office_hours(ref=ref, by=SYSTEM, at=at)
    here = at.astimezone(ZoneInfo(settings.TIME_ZONE))
    soon = [ref for ref, _mentor, begins_at in coming if ref not in gone and remind_from(local_day(begins_at)) <= here.date()]
    is_time = REMIND_AT <= here.time() < REMIND_UNTIL
    return len(gone) + sum(remind_of_office_hours(ref=ref, by=SYSTEM, at=at) for ref in soon if is_time)


def _mentors(person_id: int, day: date) -> bool:
    is_here = person_id in employments_on([person_id], day)
    return is_here and MentorRole.objects.filter(person=person_id, first_day__lte=day).exclude(last_day__lt=day).exists()


@action("mentoring.remind_of_office_hours")
def remind_of_office_hours(*, ref: str, by: Viewer, at: datetime) -> int:
    """Remind the mentor and who booked, once; of an empty one nobody. Who has left gives the place back. Return how many were told."""
    session = _session(ref)
    if session.reminded_at is not None:
        return 0
    booked = list(OfficePlace.objects.filter(session=session).exclude(person=None).order_by("number"))
    stay = employments_on([one.person_id for one in booked if one.person_id], local_day(session.begins_at))
    for one in booked:
        if one.person_id not in stay:
            _free(one)
    guests = [one.person_id for one in booked if one.person_id in stay and one.person_id is not None]
    session.reminded_at = at
    session.save(update_fields=["reminded_at"])
    on_record(thing=f"office_hours {ref}")
    if not guests:
        return 0
    told = _tell(guests, "mentoring.office_soon", session, ref, name=session.mentor.name, at=at)
    return told + _tell([session.mentor_id], "mentoring.office_soon_own", session, ref, name="", n=len(guests), at=at)


def _locked(by: Viewer) -> Person:
    """Lock whoever acts: two bookings of one person at once are counted one after the other."""
    return Person.objects.select_for_update(no_key=True).get(pk=insist_on_taking_part(by))


def _session(ref: str) -> OfficeHours:
    found = OfficeHours.objects.select_for_update(of=("self",)).select_related("mentor").filter(ref=ref).first()
    if found is None:
        raise NotFound
    return found


def _busy(person_id: int) -> list[tuple[datetime, datetime]]:
    """Return when somebody has office hours, or a place in another's."""
    own = OfficeHours.objects.filter(mentor=person_id, called_off_at=None).values_list("begins_at", "ends_at")
    held = OfficePlace.objects.filter(person=person_id, session__called_off_at=None).values_list("begins_at", "session__minutes")
    return [*own, *((begins_at, begins_at + timedelta(minutes=minutes)) for begins_at, minutes in held)]


def _tell(person_ids: Sequence[int], kind: str, session: OfficeHours, key: str, *, name: str, at: datetime, n: int = 0) -> int:
    params: dict[str, str | int] = {"name": name, "date": local_day(session.begins_at).isoformat(), "time": hour(session.begins_at), "n": n}
    address = f"/mentoring/office-hours/{session.ref}/"
    return tell_people(person_ids, kind=kind, key=key, params=params, address=address, by=SYSTEM, at=at)
