"""Planning a one-to-one, its points and notes, what is agreed, that it took place or was called off."""

from datetime import date, datetime

from bole.access.rules import insist_on_taking_part
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.people.queries import managers_on
from bole.reviews.actions.alerts import note_talk, note_talk_called_off
from bole.reviews.events import OneToOneHeld
from bole.reviews.models import ActionPoint, OneToOne, Point, TalkNote
from bole.reviews.permissions import can_read_talk
from bole.reviews.queries.agenda import Gathered, gathered_for
from bole.reviews.queries.recipients import externals
from bole.reviews.refusals import (
    CalledOff,
    DayAhead,
    DayPast,
    ForAnotherCompany,
    HeldAlready,
    NotCalledOff,
    NotTogether,
    NoWords,
    PlannedAlready,
)
from bole.reviews.rules.writing import MOST_WORDS, written
from bole.reviews.talk_telling import tell_of_talk
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

SHORT = 300


@action("reviews.plan_talk")
def plan_talk(*, with_id: int, planned_on: date, alert_ref: str = "", by: Viewer, at: datetime) -> OneToOne:
    """Plan a talk of a manager and a report; from an alert, let the alert keep it (a talk that is planned already serves as well).

    :raises NotTogether, ForAnotherCompany: if the two have none together
    :raises PlannedAlready: if one is planned
    :raises DayPast: if the day is over
    """
    me = insist_on_taking_part(by)
    manager, report = _pair(me, with_id, by, day=local_day(at))
    for _locked in Person.objects.select_for_update(no_key=True).filter(pk__in=[manager, report]).order_by("pk"):
        pass
    planned = OneToOne.objects.filter(manager=manager, report=report, held_on=None, called_off_at=None).first()
    if planned is not None and not alert_ref:
        raise PlannedAlready(name=Person.objects.values_list("name", flat=True).get(pk=with_id))
    if planned is None:
        _insist_not_over(planned_on, at)
        planned = OneToOne.objects.create(manager_id=manager, report_id=report, planned_on=planned_on, made_by_id=me, made_at=at)
    if alert_ref:
        note_talk(planned, alert_ref, by=by, at=at)
    on_record(subject=_ref_of(report), thing=f"one_to_one {planned.ref}")
    return planned


def _pair(me: int, other: int, by: Viewer, *, day: date) -> tuple[int, int]:
    """Return manager and report.

    :raises NotTogether: if neither leads the other
    """
    if other in by.reports:
        if externals([other], day=day):
            raise ForAnotherCompany(name=Person.objects.values_list("name", flat=True).get(pk=other), where="planned_on")
        return me, other
    if managers_on([me], day).get(me) == other:
        return other, me
    raise NotTogether


@action("reviews.move_talk")
def move_talk(*, ref: str, planned_on: date, by: Viewer, at: datetime) -> OneToOne:
    """Plan a talk for another day.

    :raises HeldAlready, CalledOff: if it took place, or was called off
    :raises DayPast: if the day is over
    """
    talk = _open(ref, by)
    _insist_not_over(planned_on, at)
    talk.planned_on = planned_on
    talk.save(update_fields=["planned_on"])
    on_record(thing=f"one_to_one {ref}")
    return talk


@action("reviews.call_off_talk")
def call_off_talk(*, ref: str, words: str = "", by: Viewer, at: datetime) -> OneToOne:
    """Call a talk off and tell the other one; it stays among the talks with all its notes. `words` become a note that both read.

    :raises HeldAlready, CalledOff: if it took place, or was called off
    :raises NotYours: unless the viewer planned it
    :raises TooManyWords: if the words cannot be taken
    """
    talk, me = _planned_by(ref, by), insist_on_taking_part(by)
    _insist_open(talk)
    if words.strip():
        TalkNote.objects.create(talk=talk, by_id=me, words=written(words, where="words"), at=at)
    talk.called_off_at = at
    talk.save(update_fields=["called_off_at"])
    on_record(subject=_ref_of(talk.report_id), thing=f"one_to_one {ref}", fields=("called_off_at",))
    note_talk_called_off(talk, is_off=True, by=by, at=at)
    tell_of_talk(talk, is_off=True, by=by, at=at)
    return talk


@action("reviews.keep_talk_after_all")
def keep_talk_after_all(*, ref: str, by: Viewer, at: datetime) -> OneToOne:
    """Undo that a talk was called off, and tell the other one.

    :raises NotCalledOff: if it is planned, or took place
    :raises NotYours: unless the viewer planned it
    :raises DayPast: if its day is over
    :raises PlannedAlready: if the two have planned another
    """
    found = OneToOne.objects.filter(ref=ref).values_list("manager_id", "report_id").first()
    for _locked in Person.objects.select_for_update(no_key=True).filter(pk__in=found or ()).order_by("pk"):
        pass
    talk, me = _planned_by(ref, by), insist_on_taking_part(by)
    if talk.called_off_at is None:
        raise NotCalledOff
    _insist_not_over(talk.planned_on, at)
    if OneToOne.objects.filter(manager=talk.manager_id, report=talk.report_id, held_on=None, called_off_at=None).exists():
        other = talk.report_id if talk.manager_id == me else talk.manager_id
        raise PlannedAlready(name=Person.objects.values_list("name", flat=True).get(pk=other))
    talk.called_off_at = None
    talk.save(update_fields=["called_off_at"])
    on_record(subject=_ref_of(talk.report_id), thing=f"one_to_one {ref}", fields=("called_off_at",))
    note_talk_called_off(talk, is_off=False, by=by, at=at)
    tell_of_talk(talk, is_off=False, by=by, at=at)
    return talk


@action("reviews.add_point")
def add_point(*, ref: str, words: str, by: Viewer, at: datetime) -> Point:
    """Put a point on the agenda; both read it.

    :raises HeldAlready, CalledOff: if the talk took place, or was called off
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    talk = _open(ref, by)
    on_record(thing=f"one_to_one {ref}")
    return Point.objects.create(talk=talk, words=written(words, most=SHORT, where="point"), by_id=by.person_id, at=at)


@action("reviews.add_note")
def add_note(*, ref: str, key: str, words: str, by: Viewer, at: datetime) -> TalkNote:
    """Note something to a point of the agenda (`key` names it), or to the talk as a whole; both read it.

    :raises NotFound: if there is no such point
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    talk, me = _own(ref, by), insist_on_taking_part(by)
    said = written(words, where="note")
    point = _point(talk, key, by, at=at) if key else None
    on_record(thing=f"one_to_one {ref}")
    return TalkNote.objects.create(talk=talk, point=point, by_id=me, words=said, at=at)


def _point(talk: OneToOne, key: str, by: Viewer, *, at: datetime) -> Point:
    """Return the point, kept from now on if it was gathered."""
    kept = list(Point.objects.filter(talk=talk))
    found = next((one for one in kept if one.ref == key), None)
    if found is not None:
        return found
    gathered = gathered_for(by, talk, kept=kept, at=at) if talk.is_planned else []
    one = next((one for one in gathered if f"{one.source}-{one.ref}" == key), None)
    if one is None:
        raise NotFound
    return _kept(talk, one, at=at)


def _kept(talk: OneToOne, one: Gathered, *, at: datetime) -> Point:
    return Point.objects.create(talk=talk, source=one.source, source_ref=one.ref, code=one.code, words=one.words, at=at)


@action("reviews.keep_private_note")
def keep_private_note(*, ref: str, words: str, by: Viewer, at: datetime) -> None:
    """Keep one's private note of a talk, read by nobody else; nothing written keeps none."""
    talk, me = _own(ref, by), insist_on_taking_part(by)
    on_record(thing=f"one_to_one {ref}")
    try:
        said = written(words, most=MOST_WORDS * 3, where="private")
    except NoWords:
        TalkNote.objects.filter(talk=talk, by=me, is_private=True).delete()
        return
    TalkNote.objects.update_or_create(talk=talk, by_id=me, is_private=True, defaults={"words": said, "at": at})


@action("reviews.agree_action")
def agree_action(*, ref: str, words: str, is_mine: bool, due_on: date, by: Viewer, at: datetime) -> ActionPoint:
    """Note what one of the two does by a day; it comes up again until it is done.

    :raises DayPast: if the day is over
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    talk, me = _own(ref, by), insist_on_taking_part(by)
    said = written(words, most=SHORT, where="words")
    if due_on < local_day(at):
        raise DayPast(where="due_on")
    other = talk.report_id if talk.manager_id == me else talk.manager_id
    on_record(thing=f"one_to_one {ref}")
    return ActionPoint.objects.create(
        talk=talk, owner_id=me if is_mine else other, words=said, due_on=due_on, made_by_id=me, made_at=at
    )  # fmt: skip


@action("reviews.finish_action")
def finish_action(*, ref: str, by: Viewer, at: datetime) -> ActionPoint:
    """Note that what was agreed is done; either of the two may.

    :raises NotFound: unless the viewer is one of the two
    """
    found = ActionPoint.objects.select_for_update(of=("self",)).select_related("talk").filter(ref=ref).first()
    if found is None or not can_read_talk(by, found.talk):
        raise NotFound
    if found.done_at is None:
        found.done_at = at
        found.save(update_fields=["done_at"])
    on_record(thing=f"agreed action {ref}")
    return found


@action("reviews.hold_talk")
def hold_talk(*, ref: str, held_on: date, next_on: date | None, by: Viewer, at: datetime) -> OneToOne | None:
    """Note that a talk took place, keep its agenda as it was, and plan the next one; return that.

    :raises HeldAlready, CalledOff: if that was noted before, or it was called off
    :raises DayAhead: if the day has not come
    :raises DayPast: if the next one's day is over
    """
    talk, me = _open(ref, by), insist_on_taking_part(by)
    if held_on > local_day(at):
        raise DayAhead(where="held_on")
    if next_on is not None:
        _insist_not_over(next_on, at, where="next_on")
    for one in gathered_for(by, talk, kept=list(Point.objects.filter(talk=talk)), at=at):
        _kept(talk, one, at=at)
    talk.held_on = held_on
    talk.save(update_fields=["held_on"])
    on_record(subject=_ref_of(talk.report_id), thing=f"one_to_one {ref}")
    announce(OneToOneHeld(ref, talk.manager_id, talk.report_id), at=at)
    if next_on is None:
        return None
    return OneToOne.objects.create(manager_id=talk.manager_id, report_id=talk.report_id, planned_on=next_on, made_by_id=me, made_at=at)


def _ref_of(person: int) -> str:
    return str(Person.objects.values_list("ref", flat=True).get(pk=person))


def _own(ref: str, by: Viewer) -> OneToOne:
    talk = OneToOne.objects.select_for_update().filter(ref=ref).first()
    if talk is None or not can_read_talk(by, talk):
        raise NotFound
    return talk


def _planned_by(ref: str, by: Viewer) -> OneToOne:
    talk = _own(ref, by)
    if talk.made_by_id != by.person_id:
        raise NotYours
    return talk


def _open(ref: str, by: Viewer) -> OneToOne:
    talk = _own(ref, by)
    _insist_open(talk)
    return talk


def _insist_open(talk: OneToOne) -> None:
    if talk.held_on is not None:
        raise HeldAlready
    if talk.called_off_at is not None:
        raise CalledOff


def _insist_not_over(day: date, at: datetime, *, where: str = "planned_on") -> None:
    if day < local_day(at):
        raise DayPast(where=where)
