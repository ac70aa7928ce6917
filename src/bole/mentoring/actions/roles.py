"""The role of a mentor: it begins, is set as the mentor likes, and ends; the access role goes with it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.actions import end_role, grant_role
from bole.access.models import Grant
from bole.access.rules import may
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.mentoring.admission_letters import end_letters, letter_until, write_letter
from bole.mentoring.events import SeatsOpened
from bole.mentoring.models import Application, MentorRole
from bole.mentoring.refusals import CapacityWrong, MentorAlready, NoMentor, SettingsChanged
from bole.mentoring.rules.matching_round import LEAST_SEATS, MOST_SEATS
from bole.people.models import Person
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer

HALF_DAYS = tuple(f"{day}_{half}" for day in ("mon", "tue", "wed", "thu", "fri") for half in ("am", "pm"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a mentor decides: how many mentees, whether new ones may come, what they see, when there is time."""

    capacity: int
    is_open: bool
    shows_mobile: bool
    learns_style: bool
    hours: tuple[str, ...]


def begin_role(
    *, person: Person, how: str, last_day: date | None, reason: str, application: Application | None, code: str, at: datetime
) -> MentorRole:
    """Make somebody a mentor from today on, and let the account know. Called by the actions that decide it.

    :raises MentorAlready: if the person is one
    """
    day = local_day(at)
    if MentorRole.objects.filter(person=person).exclude(last_day__lt=day).exists():
        raise MentorAlready(name=person.name)
    made = MentorRole.objects.create(
        person=person, first_day=day, last_day=last_day, how=how, reason=reason, application=application, code=code
    )
    if person.account_id is not None:
        grant_role(account_id=person.account_id, role="mentor", by=SYSTEM, at=at)
    return made


def resume_role(*, person: Person, by: Viewer, at: datetime) -> MentorRole:
    """Let a role that was ended go on; one that is over already begins anew today, with a letter of its own. Called by what decides it.

    It takes nobody new until the mentor opens it again. An exception goes on until its own last day; after it, it stays over.

    :raises NoMentor: if the person never was one
    """
    roles = MentorRole.objects.select_for_update(of=("self",)).filter(person=person).order_by("-first_day", "-pk")
    role = roles.first()
    if role is None:
        raise NoMentor(name=person.name)
    until = _granted_until(role)
    if role.last_day is None or (until is not None and until < local_day(at)):
        return role
    if role.last_day >= local_day(at):
        role.last_day, role.version = until, role.version + 1
        role.save(update_fields=["last_day", "version"])
        return role
    code = write_letter(person, last_day=until, by=by, at=at)
    made = begin_role(person=person, how=role.how, last_day=until, reason=role.reason, application=role.application, code=code, at=at)
    made.capacity, made.hours, made.is_open = role.capacity, role.hours, False
    made.save(update_fields=["capacity", "hours", "is_open"])
    return made


def _granted_until(role: MentorRole) -> date | None:
    """Return the day until which an exception was granted, as its letter has it."""
    return letter_until(role.code) if role.how == "waiver" else None


@action("mentoring.take_over_mentor")
def take_over_mentor(*, person_id: int, by: Viewer, at: datetime) -> MentorRole:
    """Make somebody a mentor who was one before the system; whoever takes them over has verified it.

    :raises NotYours: unless the system does it, or HR that may admit the person
    :raises MentorAlready: if the person is one
    """
    if not by.is_system and not may(by, "approve", "admission", person_id):
        raise NotYours
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    made = begin_role(person=person, how="import", last_day=None, reason="", application=None, code="", at=at)
    on_record(subject=str(person.ref), thing=f"mentor_role {made.ref}")
    return made


@action("mentoring.end_mentor_role")
def end_mentor_role(*, person_id: int, on: date, by: Viewer, at: datetime) -> MentorRole:
    """End somebody's role as a mentor; `on` is its last day. The access role ends with that day.

    :raises NotYours: unless the system ends it, or HR that may admit the person
    :raises NoMentor: if the person is no mentor on that day
    """
    if not by.is_system and not may(by, "approve", "admission", person_id):
        raise NotYours
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    role = MentorRole.objects.filter(person=person).exclude(last_day__lt=on).order_by("-first_day").first()
    if role is None:
        raise NoMentor(name=person.name)
    role.last_day, role.is_open = max(on, role.first_day), False
    role.version += 1
    role.save(update_fields=["last_day", "is_open", "version"])
    on_record(subject=str(person.ref), thing=f"mentor_role {role.ref}")
    if role.last_day < local_day(at):
        _end_grants([person.account_id] if person.account_id else [], at=at)
        end_letters([role.code], at=at)
    return role


@action("mentoring.set_mentor_settings")
def set_mentor_settings(*, settings: Settings, version: int, by: Viewer, at: datetime) -> MentorRole:
    """Set one's own capacity, openness, and what mentees see.

    :raises NoMentor: unless the viewer is a mentor
    :raises SettingsChanged: if they were saved elsewhere meanwhile
    :raises CapacityWrong: if the capacity is out of range
    """
    day = local_day(at)
    rows = MentorRole.objects.select_for_update().filter(person=by.person_id, first_day__lte=day)
    role = rows.exclude(last_day__lt=day).order_by("-first_day").first() if by.person_id is not None else None
    if role is None:
        raise NoMentor(name=by.name)
    if role.version != version:
        raise SettingsChanged
    if not LEAST_SEATS <= settings.capacity <= MOST_SEATS:
        raise CapacityWrong(least=LEAST_SEATS, most=MOST_SEATS, where="capacity")
    is_open = settings.is_open and role.steps_down_at is None
    opens = is_open and (settings.capacity > role.capacity or not role.is_open)
    role.capacity, role.is_open = settings.capacity, is_open
    role.shows_mobile, role.learns_style = settings.shows_mobile, settings.learns_style
    role.hours = [one for one in HALF_DAYS if one in settings.hours]
    role.version += 1
    role.save(update_fields=["capacity", "is_open", "shows_mobile", "learns_style", "hours", "version"])
    on_record(thing=f"mentor_role {role.ref}", fields=("capacity", "is_open", "shows_mobile", "learns_style", "hours"))
    if opens:
        announce(SeatsOpened(role.person_id), at=at)
    return role


@action("mentoring.settle_mentor_grants")
def settle_mentor_grants(*, by: Viewer, at: datetime) -> tuple[int, int]:
    """Let the access role follow the mentor roles of the day: end it where one is over, grant it where an account came later."""
    if not by.is_system:
        raise NotYours
    day = local_day(at)
    here = MentorRole.objects.filter(first_day__lte=day).exclude(last_day__lt=day)
    wanted = set(Person.objects.filter(pk__in=here.values("person"), account__is_active=True).values_list("account_id", flat=True))
    had = set(Grant.objects.filter(role="mentor", ended_at=None).values_list("account_id", flat=True))
    # A role that was granted by hand, without any mentor role ever, is not ours to end.
    past = MentorRole.objects.filter(last_day__lt=day)
    ended = set(Person.objects.filter(pk__in=past.values("person")).exclude(account=None).values_list("account_id", flat=True))
    for account in sorted(wanted - had):
        grant_role(account_id=account, role="mentor", by=SYSTEM, at=at)
    gone = sorted((had & ended) - wanted)
    _end_grants(gone, at=at)
    end_letters(list(past.exclude(code="").values_list("code", flat=True)), at=at)
    return len(wanted - had), len(gone)


def _end_grants(account_ids: Collection[int], *, at: datetime) -> None:
    for grant in Grant.objects.filter(account__in=account_ids, role="mentor", ended_at=None).values_list("id", flat=True):
        end_role(grant_id=grant, by=SYSTEM, at=at)


def settle_mentor_roles(at: datetime) -> str:
    """Let the access role follow the mentor roles (a job of the timetable)."""
    granted, ended = settle_mentor_grants(by=SYSTEM, at=at)
    return f"{granted} granted, {ended} ended"
