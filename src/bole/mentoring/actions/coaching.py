"""Help for a mentor whose effect is low, and the end of a role: help comes first, the mentor reads the reason, no score is touched."""

from datetime import date, datetime, timedelta

from bole.access.rules import may
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.roles import end_mentor_role
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Coaching, MentorRole, MentorScore, Mentorship, Retirement
from bole.mentoring.queries.meetings import minutes_of_mentor
from bole.mentoring.queries.office_hours import office_minutes_ever
from bole.mentoring.refusals import (
    AgainTooEarly,
    EndsTooEarly,
    HelpedAlready,
    HelpFirst,
    NeedsReason,
    NoMentor,
    NothingToClose,
    NotLowEnough,
    ObjectionOver,
    RetiredAlready,
)
from bole.mentoring.rules.mentor_score import is_low
from bole.people.models import Person
from bole.reviews.rules.writing import written, written_if_any
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

LEAST_HELP = timedelta(days=28)
NOTICE = timedelta(days=7)  # between a decision and the end
TO_OBJECT = timedelta(days=14)
RESULTS = ("better", "same")
COURSE = "mentoring_skills"
MOST = 2000


@action("mentoring.open_coaching")
def open_coaching(*, person_id: int, words: str, again_on: date, by: Viewer, at: datetime) -> Coaching:
    """Begin to help a mentor whose effect is surely low: a review of the mentoring and the course, looked at again on a day.

    :raises NotFound, NotYours: unless HR that looks after the mentor does it
    :raises NotLowEnough: if the range or the number of mentees says nothing
    :raises HelpedAlready: if help is under way
    :raises AgainTooEarly: if there is no time for anything to change
    """
    person, me = mentor_for_hr(person_id, by)
    today, score = local_day(at), _score(person_id, at)
    if score is None or not is_low(high=score.high, mentees=score.mentees):
        raise NotLowEnough(name=person.name)
    running = Coaching.objects.filter(person=person, closed_at=None).first()
    if running is not None:
        raise HelpedAlready(name=person.name, day=running.again_on)
    if again_on < today + LEAST_HELP:
        raise AgainTooEarly(least=today + LEAST_HELP, where="again_on")
    made = Coaching.objects.create(
        person=person, course=COURSE, words=written_if_any(words, most=MOST), evidence=_evidence(score), opened_at=at,
        opened_by_id=me, again_on=again_on,
    )  # fmt: skip
    on_record(subject=str(person.ref), thing=f"coaching {made.ref}")
    tell_people([person_id], kind="mentoring.coaching", key=made.ref, params={}, address="/mentoring/effect/", by=by, at=at)
    return made


@action("mentoring.close_coaching")
def close_coaching(*, person_id: int, came_of_it: str, by: Viewer, at: datetime) -> Coaching:
    """Look again, and say what came of the help: better, or the same.

    :raises NotFound, NotYours: unless HR that looks after the mentor does it
    :raises NothingToClose: if there is no help under way
    """
    person, _me = mentor_for_hr(person_id, by)
    if came_of_it not in RESULTS:
        raise NotFound
    found = Coaching.objects.select_for_update().filter(person=person, closed_at=None).first()
    if found is None:
        raise NothingToClose
    found.closed_at, found.came_of_it = at, came_of_it
    found.save(update_fields=["closed_at", "came_of_it"])
    on_record(subject=str(person.ref), thing=f"coaching {found.ref}", fields=("came_of_it",))
    return found


@action("mentoring.retire_mentor")
def retire_mentor(*, person_id: int, reason: str, ends_on: date, by: Viewer, at: datetime) -> Retirement:
    """End somebody's role as a mentor, with a reason and the evidence that the mentor reads and may object to. Running pairs end with it.

    :raises NotFound, NotYours: unless HR that looks after the mentor does it
    :raises NoMentor: if the person is no mentor
    :raises RetiredAlready: while an end of the role stands
    :raises NotLowEnough: if the effect is not surely low
    :raises HelpFirst: unless there was help, and it was looked at again
    :raises NeedsReason, EndsTooEarly: if the mentor could not read why, or not answer
    """
    person, me = mentor_for_hr(person_id, by)
    today, score = local_day(at), _score(person_id, at)
    if not MentorRole.objects.filter(person=person, first_day__lte=today).exclude(last_day__lt=today).exists():
        raise NoMentor(name=person.name)
    standing = Retirement.objects.filter(person=person, taken_back_at=None, ends_on__gte=today).first()
    if standing is not None:
        raise RetiredAlready(name=person.name, day=standing.ends_on)
    if score is None or not is_low(high=score.high, mentees=score.mentees):
        raise NotLowEnough(name=person.name)
    helped = Coaching.objects.select_for_update().filter(person=person).order_by("-opened_at").first()
    if helped is None or helped.again_on > today or helped.came_of_it == "better":
        raise HelpFirst(name=person.name, day=helped.again_on if helped else today + LEAST_HELP)
    if not reason.strip():
        raise NeedsReason(name=person.name, where="reason")
    if ends_on < today + NOTICE:
        raise EndsTooEarly(name=person.name, least=today + NOTICE, where="ends_on")
    helped.came_of_it, helped.closed_at = "retired", helped.closed_at or at
    helped.save(update_fields=["came_of_it", "closed_at"])
    made = Retirement.objects.create(
        person=person, reason=written(reason, most=MOST, where="reason"), evidence=_evidence(score) | gave_of(person_id),
        decided_at=at, decided_by_id=me, ends_on=ends_on, object_until=max(today + TO_OBJECT, ends_on),
    )  # fmt: skip
    end_mentor_role(person_id=person_id, on=ends_on, by=by, at=at)
    on_record(subject=str(person.ref), thing=f"retirement {made.ref}", fields=("reason", "ends_on"))
    tell_people([person_id], kind="mentoring.retirement", key=made.ref, params={}, address="/mentoring/effect/", by=by, at=at)
    return made


@action("mentoring.object_to_retirement")
def object_to_retirement(*, ref: str, words: str, by: Viewer, at: datetime) -> Retirement:
    """Say what one thinks of the end of one's role; HR reads it. It may be said until the day that was named.

    :raises NotFound: unless it is one's own
    :raises ObjectionOver: if that day is over, or the end was taken back
    """
    found = Retirement.objects.select_for_update().filter(ref=ref, person=by.person_id).first() if by.person_id is not None else None
    if found is None:
        raise NotFound
    if local_day(at) > found.object_until or found.taken_back_at is not None:
        raise ObjectionOver(date=found.object_until)
    found.objection, found.objected_at = written(words, most=MOST), at
    found.save(update_fields=["objection", "objected_at"])
    on_record(thing=f"retirement {found.ref}", fields=("objection",))
    tell_people(
        [found.decided_by_id], kind="mentoring.objection", key=f"{found.ref} {at.isoformat()}", params={"name": by.name},
        address=f"/mentoring/effect/{Person.objects.get(pk=found.person_id).number}/", by=by, at=at,
    )  # fmt: skip
    return found


def mentor_for_hr(person_id: int, by: Viewer) -> tuple[Person, int]:
    """Lock the mentor, for HR; return who of HR it is.

    :raises NotFound, NotYours: unless the viewer may change what comes of the mentoring
    """
    person = Person.objects.select_for_update(no_key=True).filter(pk=person_id).first()
    if person is None or not (may(by, "read", "mentor_effect", person_id) or may(by, "masked", "mentor_effect", person_id)):
        raise NotFound
    if by.person_id is None or not may(by, "change", "mentor_effect", person_id):
        raise NotYours
    return person, by.person_id


def _score(person_id: int, at: datetime) -> MentorScore | None:
    return MentorScore.objects.filter(person=person_id, day__lte=local_day(at)).order_by("-day").first()


def _evidence(score: MentorScore) -> dict[str, object]:
    survey = score.parts.get("survey", {})
    return {
        "day": score.day.isoformat(), "effect": score.adjusted, "low": score.low, "high": score.high, "mentees": score.mentees,
        "survey": survey,
    }  # fmt: skip


def gave_of(person_id: int) -> dict[str, int]:
    """Return what the thanks name: all mentees and hours there ever were."""
    pairs = Mentorship.objects.filter(mentor=person_id).exclude(ended_why="mistake")
    rows = list(pairs.values_list("id", "mentee_id", "hours"))
    minutes = minutes_of_mentor([key for key, _mentee, _hours in rows]) + 60 * sum(hours or 0 for _key, _mentee, hours in rows)
    minutes += office_minutes_ever(person_id)
    return {"all_mentees": len({mentee for _key, mentee, _hours in rows}), "hours": (minutes + 30) // 60}
