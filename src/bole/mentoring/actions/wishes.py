"""Wishing for a mentor, for oneself or by HR for new colleagues; taking it back; whom one would like, or rather not."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bole.access.rules import insist
from bole.growth.queries import catalogue
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.frameworks import framework_for
from bole.mentoring.actions.requests import close_answered
from bole.mentoring.actions.roles import HALF_DAYS
from bole.mentoring.models import Mentorship, Preference, Wish
from bole.mentoring.models.pairs import ALIVE, LEAVING
from bole.mentoring.refusals import (
    AboutOneself,
    HasMentor,
    NotHereThen,
    OutsidePeople,
    TooManySkills,
    UnknownNumbers,
    UnknownSkill,
    WaitsAlready,
    WishOver,
)
from bole.mentoring.rules.style import WAYS
from bole.people.models import Person
from bole.people.queries import employments_on, ids_of
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

MOST_SKILLS = 5
LONGEST = 300
EXTERNAL = "outsourced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody wants: by which framework, which skills, in a sentence; when there is time, and how they like to work."""

    framework: str
    skills: Sequence[str] = ()
    hours: Sequence[str] = ()
    style: Mapping[str, str] = field(default_factory=dict)
    words: str = ""


@action("mentoring.make_wish")
def make_wish(*, wanted: Wanted, by: Viewer, at: datetime) -> Wish:
    """Wait for a mentor; whoever's mentor leaves may before the last day.

    :raises WaitsAlready, HasMentor: if one waits or has one
    :raises UnknownSkill, TooManySkills, NoSuchFramework: if it cannot be wanted so
    """
    if by.person_id is None or by.is_external:
        raise NotFound
    return _made([by.person_id], wanted, by=by, at=at)[0]


@action("mentoring.make_wishes_for")
def make_wishes_for(*, numbers: Collection[str], wanted: Wanted, by: Viewer, at: datetime) -> list[Wish]:
    """Let people wait for a mentor, by their staff numbers: all of them or none.

    :raises UnknownNumbers: if somebody of them is not here
    :raises WaitsAlready, HasMentor: if somebody waits or has one
    """
    insist(by, "change", "matching")
    asked = list(dict.fromkeys(one.strip() for one in numbers if one.strip()))
    found = ids_of(asked)
    missing = [one for one in asked if one not in found]
    if missing or not asked:
        raise UnknownNumbers(numbers=", ".join(missing), where="numbers")
    return _made([found[one] for one in asked], wanted, by=by, at=at)


def _made(person_ids: Sequence[int], wanted: Wanted, *, by: Viewer, at: datetime) -> list[Wish]:
    people = {one.pk: one for one in Person.objects.select_for_update(no_key=True).filter(pk__in=person_ids).order_by("pk")}
    _insist_can_wait(people, at=at)
    skills = _skills(wanted.skills)
    framework = framework_for(wanted.framework, at=at)
    made = []
    for person_id in person_ids:
        on_record(subject=str(people[person_id].ref), thing=f"wish of {people[person_id].number}")
        made.append(
            Wish.objects.create(
                person_id=person_id, framework=framework, skills=skills, hours=[one for one in HALF_DAYS if one in wanted.hours],
                style={name: way for name, way in wanted.style.items() if way in WAYS.get(name, ())},
                words=" ".join(wanted.words.split())[:LONGEST], made_at=at, made_by=by.name[:120],
            )
        )  # fmt: skip
    return made


def _insist_can_wait(people: Mapping[int, Person], *, at: datetime) -> None:
    day = local_day(at)
    held = employments_on(list(people), day)
    waiting = set(Wish.objects.filter(person__in=people, state__in=("waiting", "asked")).values_list("person_id", flat=True))
    paired = {one.mentee_id: one for one in Mentorship.objects.filter(mentee__in=people, state__in=ALIVE).exclude(ended_why__in=LEAVING)}
    for key, person in people.items():
        if key not in held:
            raise NotHereThen(name=person.name, day=day, where="numbers")
        if held[key].kind == EXTERNAL:
            raise OutsidePeople(name=person.name)
        if key in waiting:
            raise WaitsAlready(name=person.name)
        if key in paired:
            raise HasMentor(mentee=person.name, first=paired[key].first_day, last=paired[key].last_day)


def _skills(codes: Sequence[str]) -> list[str]:
    wanted = list(dict.fromkeys(codes))
    if len(wanted) > MOST_SKILLS:
        raise TooManySkills(most=MOST_SKILLS, where="skills")
    if not set(wanted) <= {one.code for one in catalogue()}:
        raise UnknownSkill(where="skills")
    return wanted


@action("mentoring.withdraw_wish")
def withdraw_wish(*, ref: str, by: Viewer, at: datetime) -> Wish:
    """Take a wish back: the person's own, or HR for somebody.

    :raises NotFound: if it is not open to the viewer
    :raises WishOver: if it was answered first
    """
    wish = open_wish(ref)
    if wish.person_id != by.person_id:
        insist(by, "change", "matching")
    wish.state, wish.closed_at, wish.asked, wish.suggested_at = "withdrawn", at, None, None
    wish.save(update_fields=["state", "closed_at", "asked", "suggested_at"])
    if not Mentorship.objects.filter(mentee=wish.person_id, state__in=ALIVE).exists():
        close_answered([wish.person_id], at=at, by_id=by.person_id)  # whoever waits no more needs no other mentor
    on_record(thing=f"wish {ref}")
    return wish


def open_wish(ref: str) -> Wish:
    """Lock an open wish.

    :raises NotFound: if there is none of this ref
    :raises WishOver: if it is no longer open
    """
    wish = Wish.objects.select_for_update(of=("self",)).select_related("person", "framework").filter(ref=ref).first()
    if wish is None:
        raise NotFound
    if wish.state not in ("waiting", "asked"):
        raise WishOver
    return wish


@action("mentoring.set_preference")
def set_preference(*, person_id: int, likes: bool | None, by: Viewer, at: datetime) -> None:
    """Note whom the viewer would like to be paired with (True), or would rather not (False); None forgets it. Nobody else reads it.

    :raises AboutOneself: if it is the viewer
    """
    if by.person_id is None or by.is_external:
        raise NotYours
    if person_id == by.person_id:
        raise AboutOneself(where="number")
    mine = Preference.objects.filter(person=by.person_id, other=person_id)
    # The record keeps that a preference was set, not about whom.
    on_record(thing="preference")
    if likes is None:
        mine.delete()
        return
    Preference.objects.update_or_create(person_id=by.person_id, other_id=person_id, defaults={"likes": likes, "at": at})
