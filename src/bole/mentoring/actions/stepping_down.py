"""A mentor who ends the own role: nobody new comes, the pairs that run go on, and the role ends with the last of them."""

from datetime import datetime
from typing import Literal

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.askings import let_wait_on
from bole.mentoring.actions.coaching import gave_of
from bole.mentoring.actions.requests import request_of
from bole.mentoring.actions.roles import end_mentor_role
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.admission_telling import hr_accounts_of
from bole.mentoring.models import HelpRequest, MentorRole, Mentorship, Retirement
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.refusals import ChoiceNeeded, EndsAlready, NoMentor, NotStepping
from bole.notices.actions import tell
from bole.people.models import Person
from bole.reviews.rules.writing import written
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer

LONGEST = 1000
Pairs = Literal["", "go_on", "another"]
BECOME = "/mentoring/become/"


@action("mentoring.step_down")
def step_down(*, reason: str, pairs: Pairs, by: Viewer, at: datetime) -> MentorRole:
    """End one's own role as a mentor: today, or once the last pair that runs is over. HR is told, with the reason.

    Pairs go on to their end, or (`another`) HR is asked for another mentor for each mentee, who is told; no pair ends by it.
    Nobody new comes from now on, and who asked waits on.

    :raises NoMentor: unless the viewer is a mentor
    :raises EndsAlready: if the mentor ended it already, or HR did
    :raises NoWords, TooManyWords: if the reason cannot be taken
    :raises ChoiceNeeded: if pairs run, and it is not said what becomes of them
    """
    role, person = _own(by, at)
    if role.steps_down_at is not None or _ends_by_hr(person, at):
        raise EndsAlready
    running = _living(person.pk)
    if running and pairs not in ("go_on", "another"):
        raise ChoiceNeeded(where="pairs")
    role.farewell = written(reason, most=LONGEST, where="reason")
    role.steps_down_at, role.hands_over, role.is_open = at, bool(running) and pairs == "another", False
    role.version += 1
    role.save(update_fields=["farewell", "steps_down_at", "hands_over", "is_open", "version"])
    on_record(subject=str(person.ref), thing=f"mentor_role {role.ref}", fields=("farewell", "steps_down_at", "hands_over"))
    let_wait_on([person.pk], at=at)
    for pair in running if role.hands_over else ():
        _ask_for_another(pair, person, by=by, at=at)
    kind = "mentoring.steps_down_hands_over" if role.hands_over else "mentoring.steps_down"
    _tell_hr(person, role, kind, at=at)
    if not running:
        end_mentor_role(person_id=person.pk, on=local_day(at), by=SYSTEM, at=at)
    return MentorRole.objects.get(pk=role.pk)


@action("mentoring.stay_mentor")
def stay_mentor(*, by: Viewer, at: datetime) -> MentorRole:
    """Take the end of one's own role back while it has not come. HR is told; what HR was asked for because of it is closed.

    New mentees come again once the mentor opens that.

    :raises NoMentor: unless the viewer is a mentor
    :raises NotStepping: if the mentor does not step down
    :raises EndsAlready: if HR ended the role, or it was an exception whose last day this is
    """
    role, person = _own(by, at)
    if role.steps_down_at is None:
        raise NotStepping
    is_exception = role.how == "waiver"
    if _ends_by_hr(person, at) or (is_exception and role.last_day == local_day(at)):
        raise EndsAlready
    role.steps_down_at, role.farewell, role.hands_over = None, "", False
    role.last_day = role.last_day if is_exception else None
    role.version += 1
    role.save(update_fields=["steps_down_at", "farewell", "hands_over", "last_day", "version"])
    on_record(subject=str(person.ref), thing=f"mentor_role {role.ref}", fields=("steps_down_at",))
    HelpRequest.objects.filter(mentorship__mentor=person, kind="stepped", answered_at=None).update(answered_at=at)
    _tell_hr(person, role, "mentoring.stays_mentor", at=at)
    return role


@action("mentoring.end_role_when_free")
def end_role_when_free(*, person_id: int, by: Viewer, at: datetime) -> MentorRole | None:
    """End the role of a mentor who steps down, if no pair runs any more, with thanks; None if there is nothing to end.

    :raises NotYours: unless the system does it
    """
    if not by.is_system:
        raise NotYours
    roles = MentorRole.objects.select_for_update(of=("self",)).filter(person=person_id).exclude(steps_down_at=None)
    role = roles.exclude(last_day__lte=local_day(at)).first()
    if role is None or _living(person_id):
        return None
    ended = end_mentor_role(person_id=person_id, on=local_day(at), by=by, at=at)
    gave = gave_of(person_id)
    params = {"n": gave["all_mentees"], "hours": gave["hours"]}
    tell_people([person_id], kind="mentoring.role_over", key=role.ref, params=params, address=BECOME, by=by, at=at)
    return ended


def _own(by: Viewer, at: datetime) -> tuple[MentorRole, Person]:
    """Lock the viewer's role of today.

    :raises NoMentor: if there is none
    """
    day = local_day(at)
    person = Person.objects.select_for_update(no_key=True).filter(pk=by.person_id or 0).first()
    roles = MentorRole.objects.select_for_update().filter(person=person, first_day__lte=day) if person else MentorRole.objects.none()
    role = roles.exclude(last_day__lt=day).order_by("-first_day").first()
    if person is None or role is None:
        raise NoMentor(name=by.name)
    return role, person


def _ends_by_hr(person: Person, at: datetime) -> bool:
    return Retirement.objects.filter(person=person, taken_back_at=None, ends_on__gte=local_day(at)).exists()


def _living(person_id: int) -> list[Mentorship]:
    return list(Mentorship.objects.filter(mentor=person_id, state__in=ALIVE).select_related("mentee").order_by("pk"))


def _ask_for_another(pair: Mentorship, mentor: Person, *, by: Viewer, at: datetime) -> None:
    if pair.ended_on is not None or HelpRequest.objects.filter(mentorship=pair, kind="stepped", answered_at=None).exists():
        return
    made = request_of(pair, "stepped", params={"mentor": mentor.name, "mentee": pair.mentee.name}, at=at)
    address = f"/mentoring/pairs/{pair.ref}/"
    tell_people([pair.mentee_id], kind="mentoring.mentor_stops", key=made.ref, params={"name": mentor.name}, address=address, by=by, at=at)


def _tell_hr(person: Person, role: MentorRole, kind: str, *, at: datetime) -> None:
    tell(
        accounts=hr_accounts_of(person, at=at), kind=kind, key=f"{role.ref}:{role.version}", params={"name": person.name},
        address=f"/mentoring/effect/{person.number}/", by=SYSTEM, at=at,
    )  # fmt: skip
