"""What becomes of an objection to the end of a mentor's role: HR keeps it and says why, or takes it back, and the role goes on."""

from datetime import datetime

from bole.kit.action import action, on_record
from bole.mentoring.actions.coaching import MOST, mentor_for_hr
from bole.mentoring.actions.roles import resume_role
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Coaching, Retirement
from bole.mentoring.refusals import NothingObjected
from bole.people.models import Person
from bole.reviews.rules.writing import written
from bole.values.viewer import Viewer


@action("mentoring.keep_retirement")
def keep_retirement(*, person_id: int, words: str, by: Viewer, at: datetime) -> Retirement:
    """Answer what a mentor said to the end of the role: it stays as it was decided. The mentor reads the words.

    :raises NotFound, NotYours: unless HR that looks after the mentor does it
    :raises NothingObjected: if nothing waits for an answer
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    person, me = mentor_for_hr(person_id, by)
    found = _standing(person)
    if found.objected_at is None or (found.answered_at is not None and found.answered_at >= found.objected_at):
        raise NothingObjected(name=person.name)
    _answer(found, person, words, me=me, by=by, at=at)
    return found


@action("mentoring.take_retirement_back")
def take_retirement_back(*, person_id: int, words: str, by: Viewer, at: datetime) -> Retirement:
    """Take the end of a role back, with words that the mentor reads: the role goes on, and the help before it counts as looked at.

    Pairs that have ended with the role by then stay ended; their mentees wait for a mentor.

    :raises NotFound, NotYours: unless HR that looks after the mentor does it
    :raises NothingObjected: if no end of the role stands
    :raises NoWords, TooManyWords: if the words cannot be taken
    """
    person, me = mentor_for_hr(person_id, by)
    found = _standing(person)
    found.taken_back_at = at
    _answer(found, person, words, me=me, by=by, at=at)
    found.save(update_fields=["taken_back_at"])
    resume_role(person=person, by=by, at=at)
    Coaching.objects.filter(person=person, came_of_it="retired", opened_at__lte=found.decided_at).update(came_of_it="same")
    return found


def _standing(person: Person) -> Retirement:
    found = Retirement.objects.select_for_update(of=("self",)).filter(person=person).order_by("-decided_at", "-pk").first()
    if found is None or found.taken_back_at is not None:
        raise NothingObjected(name=person.name)
    return found


def _answer(found: Retirement, person: Person, words: str, *, me: int, by: Viewer, at: datetime) -> None:
    found.answer, found.answered_at, found.answered_by_id = written(words, most=MOST, where="words"), at, me
    found.save(update_fields=["answer", "answered_at", "answered_by"])
    on_record(subject=str(person.ref), thing=f"retirement {found.ref}", fields=("answer",))
    kind, key = "mentoring.retirement_answered", f"{found.ref} {at.isoformat()}"
    tell_people([person.pk], kind=kind, key=key, params={}, address="/mentoring/effect/", by=by, at=at)
