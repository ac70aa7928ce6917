"""Recording a meeting, sharing it, what was agreed in it, and what comes on the next agenda."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.mentoring.actions.duties import mark_done, set_for
from bole.mentoring.actions.plans import pair_locked
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.events import MeetingRecorded
from bole.mentoring.models import AgendaPoint, Agreed, Duty, Meeting, Mentorship, PrivateNote
from bole.mentoring.permissions import is_of_pair
from bole.mentoring.queries.plans import running_topics
from bole.mentoring.refusals import (
    CannotShare,
    NextBeforeThis,
    NotHeldYet,
    NothingTold,
    OutsideProgramme,
    WrongMinutes,
)
from bole.people.models import Person
from bole.people.queries import employments_on
from bole.reviews.refusals import NoWords
from bole.reviews.rules.writing import written, written_if_any
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

PLACES = ("face", "video", "phone")
LEAST_MINUTES, MOST_MINUTES = 5, 480
LONGEST_ADVICE, LONGEST_AGREED, LONGEST_POINT, LONGEST_NOTE = 2000, 300, 300, 3000
Whose = Literal["mentor", "mentee"]


@dataclass(frozen=True, slots=True)
class ToDo:
    """What one of the two will do by a day."""

    whose: Whose
    words: str
    due_on: date | None


@action("mentoring.record_meeting")
def record_meeting(
    *,
    pair_ref: str,
    once: str,
    held_on: date,
    minutes: int,
    place: str,
    codes: Collection[str],
    advice: str,
    to_do: Sequence[ToDo],
    done: Collection[str],
    next_on: date | None,
    by: Viewer,
    at: datetime,
) -> Meeting:
    """Record that the two met: what they covered, the advice, what was agreed, when they meet next. The same form sent twice is one.

    :raises NotFound, PairOver: unless one of the two records it, of a living pair
    :raises NotHeldYet, OutsideProgramme, NextBeforeThis, WrongMinutes: if the days cannot be so
    :raises NothingTold, TooManyWords: if there is nothing, or too much
    """
    pair = pair_locked(pair_ref, by)
    before = Meeting.objects.filter(mentorship=pair, once=once).first()
    if before is not None:
        return before
    _insist_days(pair, held_on, next_on, minutes, place, at=at)
    known = {one.code for one in running_topics([pair.pk])[pair.pk]}
    kept = [code for code in codes if code in known]
    if not kept and not advice.strip():
        raise NothingTold(where="codes")
    last = Meeting.objects.filter(mentorship=pair).order_by("-number").first()
    made = Meeting.objects.create(
        once=once,
        mentorship=pair,
        number=last.number + 1 if last else 1,
        held_on=held_on,
        minutes=minutes,
        place=place,
        codes=kept,
        advice=written_if_any(advice, most=LONGEST_ADVICE, where="advice"),
        next_on=next_on,
        by_id=by.person_id or 0,
        at=at,
    )
    for one in to_do:
        _agree(made, pair, one)
    Agreed.objects.filter(meeting__mentorship=pair, ref__in=list(done), done_at=None).update(done_at=at)
    AgendaPoint.objects.filter(mentorship=pair, meeting=None).update(meeting=made)
    duty = mark_done(mentorship_id=pair.pk, kind="meeting", on=held_on, by=by, at=at)
    if duty is not None:
        made.duty = duty
        made.save(update_fields=["duty"])
    _set_next(pair, next_on, by=by, at=at)
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_meeting {made.ref}")
    announce(MeetingRecorded(pair.pk, made.ref), at=at)
    return made


def _insist_days(pair: Mentorship, held_on: date, next_on: date | None, minutes: int, place: str, *, at: datetime) -> None:
    if held_on > local_day(at):
        raise NotHeldYet(where="held_on")
    if not pair.first_day <= held_on <= pair.ends_on:
        raise OutsideProgramme(first=pair.first_day, last=pair.ends_on, where="held_on")
    if next_on is not None and next_on <= held_on:
        raise NextBeforeThis(where="next_on")
    if next_on is not None and next_on > pair.ends_on:
        raise OutsideProgramme(first=pair.first_day, last=pair.ends_on, where="next_on")
    if not LEAST_MINUTES <= minutes <= MOST_MINUTES:
        raise WrongMinutes(least=LEAST_MINUTES, most=MOST_MINUTES, where="minutes")
    if place not in PLACES:
        raise NotFound


def _set_next(pair: Mentorship, next_on: date | None, *, by: Viewer, at: datetime) -> None:
    """Let the next duty say the day that the two agreed on, if it is another one than the cadence gives."""
    duty = Duty.objects.filter(mentorship=pair, kind="meeting", done_on=None, dropped_at=None).order_by("due_on").first()
    if duty is not None and next_on is not None and next_on >= local_day(at) and next_on != (duty.set_for or duty.due_on):
        set_for(ref=duty.ref, day=next_on, by=by, at=at)


def _agree(made: Meeting, pair: Mentorship, one: ToDo) -> None:
    if not one.words.strip():
        return
    owner = pair.mentor_id if one.whose == "mentor" else pair.mentee_id
    words = written(one.words, most=LONGEST_AGREED, where=f"{one.whose}_does")
    Agreed.objects.create(meeting=made, owner_id=owner, words=words, due_on=one.due_on or made.next_on)


@action("mentoring.share_meeting")
def share_meeting(*, ref: str, number: str, by: Viewer, at: datetime) -> Meeting:
    """Let a named colleague read one record too; the colleague is told, and so is the other one of the two.

    :raises NotFound, PairOver: unless one of the two shares it, of a living pair
    :raises CannotShare: if there is no such colleague, or it is one of the two
    """
    found, pair = own_meeting(ref, by)
    person = Person.objects.filter(number=number.strip()).first()
    if person is None or is_of_pair(Viewer(name="", person_id=person.pk), pair) or not employments_on([person.pk], local_day(at)):
        raise CannotShare(number=number[:40], where="number")
    if person.pk not in found.shared_with:
        found.shared_with = [*found.shared_with, person.pk]
        found.save(update_fields=["shared_with"])
        address = f"/mentoring/meetings/{found.ref}/"
        told = [person.pk, pair.mentee_id if by.person_id == pair.mentor_id else pair.mentor_id]
        key = f"{found.ref}:{person.pk}"
        tell_people(
            told, kind="mentoring.meeting_shared", key=key, params={"name": by.name, "reader": person.name}, address=address, by=by, at=at
        )  # fmt: skip
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_meeting {ref}", fields=("shared_with",))
    return found


@action("mentoring.stop_sharing")
def stop_sharing(*, ref: str, number: str, by: Viewer, at: datetime) -> Meeting:
    """Let a colleague no longer read a record; that is possible when the pair is over too.

    :raises NotFound: unless one of the two does
    """
    found = Meeting.objects.select_for_update(of=("self",)).select_related("mentorship__mentee").filter(ref=ref).first()
    if found is None or not is_of_pair(by, found.mentorship):
        raise NotFound
    pair = found.mentorship
    gone = set(Person.objects.filter(number=number).values_list("pk", flat=True))
    found.shared_with = [one for one in found.shared_with if one not in gone]
    found.save(update_fields=["shared_with"])
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_meeting {ref}", fields=("shared_with",))
    return found


@action("mentoring.finish_agreed")
def finish_agreed(*, ref: str, by: Viewer, at: datetime) -> Agreed:
    """Note that what was agreed is done; either of the two may.

    :raises NotFound, PairOver: unless one of the two does, of a living pair
    """
    found = Agreed.objects.filter(ref=ref).select_related("meeting__mentorship").first()
    if found is None:
        raise NotFound
    pair = pair_locked(found.meeting.mentorship.ref, by)
    if found.done_at is None:
        found.done_at = at
        found.save(update_fields=["done_at"])
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_meeting {found.meeting.ref}")
    return found


@action("mentoring.add_agenda_point")
def add_agenda_point(*, pair_ref: str, words: str, by: Viewer, at: datetime) -> AgendaPoint:
    """Put something on the next agenda; both read it.

    :raises NotFound, PairOver: unless one of the two does, of a living pair
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    pair = pair_locked(pair_ref, by)
    on_record(thing=f"mentorship {pair.ref}")
    text = written(words, most=LONGEST_POINT, where="words")
    return AgendaPoint.objects.create(mentorship=pair, by_id=by.person_id or 0, words=text, at=at)


@action("mentoring.keep_pair_note")
def keep_pair_note(*, pair_ref: str, words: str, by: Viewer, at: datetime) -> None:
    """Keep one's own note about a pair, read by nobody else; nothing written keeps none.

    :raises NotFound, PairOver: unless one of the two does, of a living pair
    """
    pair = pair_locked(pair_ref, by)
    on_record(thing=f"mentorship {pair.ref}")
    try:
        text = written(words, most=LONGEST_NOTE, where="private")
    except NoWords:
        PrivateNote.objects.filter(mentorship=pair, by=by.person_id).delete()
        return
    PrivateNote.objects.update_or_create(mentorship=pair, by_id=by.person_id or 0, defaults={"words": text, "changed_at": at})


def own_meeting(ref: str, by: Viewer, *, corrected_at: datetime | None = None) -> tuple[Meeting, Mentorship]:
    """Return a record with its locked pair to one of its two.

    :raises NotFound, PairOver: to everybody else, and of a pair that is over
    """
    found = Meeting.objects.filter(ref=ref).select_related("mentorship").first()
    if found is None:
        raise NotFound
    pair = pair_locked(found.mentorship.ref, by, corrected_at=corrected_at)
    return Meeting.objects.get(pk=found.pk), pair
