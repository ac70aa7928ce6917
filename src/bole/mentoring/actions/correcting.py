"""Correcting what was recorded of a pair: a talk, a skill test. What stood there before is kept, and duties follow the day."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.kit.ui.days import moment
from bole.mentoring.actions.facts import record_talks_anew
from bole.mentoring.actions.meetings import LEAST_MINUTES, LONGEST_ADVICE, MOST_MINUTES, PLACES, own_meeting
from bole.mentoring.actions.plans import pair_locked
from bole.mentoring.actions.recounting import recount
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.actions.tests import insist_test
from bole.mentoring.models import Meeting, Mentorship, SkillTest
from bole.mentoring.permissions import is_of_pair
from bole.mentoring.queries.meetings import same_talk
from bole.mentoring.queries.plans import running_topics
from bole.mentoring.refusals import LaterThanNext, NotCorrectedHere, NotHeldYet, NothingTold, OutsideProgramme, WrongMinutes
from bole.mentoring.rules.test_names import kept_name
from bole.people.models import Person
from bole.reviews.rules.writing import written_if_any
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """When two met, for how long, and how."""

    on: date
    minutes: int
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A mark in a test, in hundredths of a point."""

    on: date
    points: int
    most: int
    exam: str


@action("mentoring.correct_meeting")
def correct_meeting(
    *, ref: str, version: int, codes: Collection[str], advice: str, held: Held | None = None, by: Viewer, at: datetime
) -> Meeting:
    """Correct what a record says; it says that it was corrected, and from what.

    Either of the two corrects topics and advice. The mentor corrects day, length and place (`held`) too: of a group's talk for all who
    came; which duties were done when follows, and each mentee is told of another day.

    :raises NotFound, PairOver: unless one of the two corrects it, of a living pair or one that ended of late
    :raises NotYours: if the mentee corrects the day, the length or the place
    :raises Stale: if the other one corrected it meanwhile
    :raises NothingTold, NotHeldYet, OutsideProgramme, LaterThanNext, WrongMinutes: if it cannot be so
    """
    found, pair = own_meeting(ref, by, corrected_at=at)
    if found.version != version:
        raise Stale(name=_name(found.by_id), time=moment(found.corrected_at or found.at))
    known = {one.code for one in running_topics([pair.pk])[pair.pk]} | set(found.codes)
    kept = [code for code in codes if code in known]
    if not kept and not advice.strip():
        raise NothingTold(where="codes")
    found.codes, found.advice = kept, written_if_any(advice, most=LONGEST_ADVICE, where="advice")
    found.corrected_at, found.by_id, found.version = at, by.person_id or 0, found.version + 1
    found.save(update_fields=["codes", "advice", "corrected_at", "by", "version"])
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_meeting {ref}", fields=("codes", "advice"))
    if held is not None and held != Held(on=found.held_on, minutes=found.minutes, place=found.place):
        _correct_held(found, pair, held, by=by, at=at)
        found.refresh_from_db()
    return found


def _correct_held(found: Meeting, pair: Mentorship, held: Held, *, by: Viewer, at: datetime) -> None:
    if by.person_id != pair.mentor_id:
        raise NotYours
    # A group's talk is one form, recorded for each who came: it took place on one day.
    same = same_talk(found, day=local_day(at)).select_for_update(of=("self", "mentorship"))
    talk = list(same.select_related("mentorship__mentee").order_by("mentorship", "pk"))
    before = found.held_on
    for one in talk:
        _insist_held(one, held, at=at)
    for one in talk:
        was = {"held_on": one.held_on.isoformat(), "minutes": one.minutes, "place": one.place, "at": at.isoformat(), "by": by.person_id}
        one.was = [*one.was, was]
        one.held_on, one.minutes, one.place = held.on, held.minutes, held.place
        one.corrected_at, one.by_id = at, by.person_id or 0
        one.version += one.pk != found.pk  # the record itself was counted up already
        one.save(update_fields=["was", "held_on", "minutes", "place", "corrected_at", "by", "version"])
        on_record(thing=f"mentoring_meeting {one.ref}", fields=("held_on", "minutes", "place"))
        if held.on != before:
            recount(one.mentorship, "meeting", at=at)
            _tell_of_another_day(one, before, by=by, at=at)
    record_talks_anew(talk, before=before, at=at)


def _insist_held(one: Meeting, held: Held, *, at: datetime) -> None:
    pair = one.mentorship
    if held.on > local_day(at):
        raise NotHeldYet(where="held_on")
    if not pair.first_day <= held.on <= pair.ends_on:
        raise OutsideProgramme(first=pair.first_day, last=pair.ends_on, where="held_on")
    if one.next_on is not None and one.next_on <= held.on:
        raise LaterThanNext(next=one.next_on, where="held_on")
    if not LEAST_MINUTES <= held.minutes <= MOST_MINUTES:
        raise WrongMinutes(least=LEAST_MINUTES, most=MOST_MINUTES, where="minutes")
    if held.place not in PLACES:
        raise NotFound


def _tell_of_another_day(one: Meeting, before: date, *, by: Viewer, at: datetime) -> None:
    params = {"name": by.name, "before": before.isoformat(), "date": one.held_on.isoformat()}
    key, address = f"{one.ref}:{at.isoformat()}", f"/mentoring/meetings/{one.ref}/"
    mentee = [one.mentorship.mentee_id]
    tell_people(mentee, kind="mentoring.meeting_moved", key=key, params=params, address=address, by=by, at=at)


@action("mentoring.correct_test")
def correct_test(*, ref: str, version: int, taken: Taken, by: Viewer, at: datetime) -> SkillTest:
    """Correct a mark that was recorded by hand; what stood there before is kept, what was due follows the day, and the mentee is told.

    :raises NotFound, PairOver: unless one of the two asks, of a living pair or one that ended of late
    :raises NotYours: if the mentee does: nobody corrects an own mark
    :raises NotCorrectedHere: if it was taken as an exam or handed in as a result
    :raises Stale: if it was corrected since `version`
    :raises MarkOutOfBounds, NotHeldYet, OutsideProgramme: if it cannot be so
    """
    found = SkillTest.objects.filter(ref=ref).select_related("mentorship").first()
    if found is None or not is_of_pair(by, found.mentorship):
        raise NotFound
    pair = pair_locked(found.mentorship.ref, by, corrected_at=at)
    if by.person_id != pair.mentor_id:
        raise NotYours
    if found.attempt or found.submission:
        raise NotCorrectedHere
    found = SkillTest.objects.get(pk=found.pk)
    if version != len(found.was):
        raise Stale(name=found.was[-1]["by"] if found.was else found.by, time=moment(_last_change(found)))
    insist_test(pair, taken.on, points=taken.points, most=taken.most, at=at)
    now = Taken(on=taken.on, points=taken.points, most=taken.most, exam=kept_name(taken.exam))
    before = Taken(on=found.taken_on, points=found.points, most=found.most, exam=found.exam)
    on_record(subject=str(pair.mentee.ref), thing=f"skill_test {ref}")
    if now == before:
        return found
    was = {"exam": before.exam, "taken_on": before.on.isoformat(), "points": before.points, "most": before.most}
    found.was = [*found.was, {**was, "at": at.isoformat(), "by": by.name}]
    found.exam, found.taken_on, found.points, found.most = now.exam, now.on, now.points, now.most
    found.save(update_fields=["was", "exam", "taken_on", "points", "most"])
    on_record(fields=("exam", "taken_on", "points", "most"))
    if now.on != before.on:
        recount(pair, "test", at=at)
    key, address = f"{ref}:{at.isoformat()}", f"/mentoring/pairs/{pair.ref}/progress/"
    tell_people([pair.mentee_id], kind="mentoring.test_corrected", key=key, params={"name": by.name}, address=address, by=by, at=at)
    return found


def _last_change(found: SkillTest) -> datetime:
    return datetime.fromisoformat(found.was[-1]["at"]) if found.was else found.at


def _name(person_id: int) -> str:
    return Person.objects.values_list("name", flat=True).get(pk=person_id)
