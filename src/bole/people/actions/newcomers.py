"""Hiring, and coming back."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from bole.kit.action import action
from bole.kit.clock import local_day
from bole.people.actions._holding import BATCH, lock_lines, lock_people, note, refuse_others, tell, touch
from bole.people.actions._joining import post_rows, presence_of, refuse_taken_emails, refuse_taken_numbers, write_career
from bole.people.actions._lines import days_to_check, refuse_circles
from bole.people.actions._posts import refuse_ended_units, rows_of
from bole.people.events import PeopleHired
from bole.people.models import EMPLOYMENT_KINDS, Assignment, Employment, Person
from bole.people.permissions import can_change_employment, can_hire_into
from bole.people.queries import ids_of
from bole.people.rules.entries import Newcomer, Post, Return, cleaned_post, known
from bole.people.rules.lines import Seat
from bole.people.rules.refusals import ManagerNotThere, OwnManager, StillEmployed, day_text
from bole.people.rules.spells import Spell, checked
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer

FIELDS = ("number", "name", "contact", "employment", "assignment")


@action("people.hire")
def hire(*, newcomer: Newcomer, by: Viewer, at: datetime) -> Person:
    """Let somebody join: the person, the contract and the main assignment.

    :raises NotYours: if the unit is not in the care of `by`
    :raises NumberTaken: if the staff number belongs, or belonged, to somebody
    :raises EmailTaken: if the work e-mail is somebody else's
    :raises ManagerNotThere: if the manager is not known, or left before
    :raises Invalid: if a part cannot be taken as it is
    """
    return hire_many(newcomers=[newcomer], by=by, at=at)[0]


@action("people.hire_many")
def hire_many(*, newcomers: Sequence[Newcomer], by: Viewer, at: datetime) -> list[Person]:
    """Let several people join, all or none; they may be each other's managers.

    :raises Refused: as `hire`, for the first who cannot join
    """
    lock_lines()
    clean = _agreed(newcomers, by, at)
    people = [_person(one, by, at) for one in clean]
    Person.objects.bulk_create(people, batch_size=BATCH)
    ids = {person.number: person.pk for person in people}
    Employment.objects.bulk_create([_contract(ids[one.number], one, at) for one in clean], batch_size=BATCH)
    posts = _led(clean, ids)
    presence = presence_of({post.manager_id for post in posts.values() if post.manager_id is not None})
    rows = [row for one in clean for row in post_rows(ids[one.number], posts[one.number], _spell(one), presence, at=at)]
    _refuse_rings(rows, {post.manager_id for post in posts.values()}, set(ids.values()), at)
    Assignment.objects.bulk_create(rows, batch_size=BATCH)
    write_career([(ids[one.number], "joined", one.first_day) for one in clean], at=at)
    write_career([(ids[one.number], "left", one.last_day) for one in clean if one.last_day], at=at)
    note(people, fields=FIELDS)
    tell(PeopleHired, [(ids[one.number], one.first_day.isoformat()) for one in clean], at=at)
    return people


@action("people.welcome_back")
def welcome_back(*, returns: Sequence[Return], by: Viewer, at: datetime) -> None:
    """Let people who left work here again, under their old numbers.

    :raises NotYours: if one of them, or the unit, is not in the care of `by`
    :raises StillEmployed: if one of them is employed on the first day, or later
    :raises ManagerNotThere: if the manager is not known, or left before
    """
    lock_lines()
    people = lock_people([one.person_id for one in returns])
    refuse_others(people, can_change_employment, by)
    rows = rows_of(list(people))
    for one in returns:
        spell = checked(one.first_day, one.last_day)
        if any(spell.meets(held) for held in rows.contracts.get(one.person_id, ())):
            raise StillEmployed(where="first_day", name=people[one.person_id].name, day=one.first_day)
        refuse_ended_units({one.post.unit_id}, one.first_day)
    Employment.objects.bulk_create([_renewed(one, at) for one in returns], batch_size=BATCH)
    presence = presence_of({one.post.manager_id for one in returns if one.post.manager_id is not None})
    posts = [
        row
        for one in returns
        for row in post_rows(one.person_id, cleaned_post(one.post), Spell(one.first_day, one.last_day), presence, at=at)
    ]
    Assignment.objects.bulk_create(posts, batch_size=BATCH)
    write_career([(one.person_id, "returned", one.first_day) for one in returns], at=at)
    touch(people.values(), by=by, at=at, fields=FIELDS[-2:])
    tell(PeopleHired, [(one.person_id, one.first_day.isoformat()) for one in returns], at=at)


def _agreed(newcomers: Sequence[Newcomer], by: Viewer, at: datetime) -> list[Newcomer]:
    """Return the newcomers in the form that is stored, after all that can be refused before writing."""
    if not all(can_hire_into(by, one.post.unit_id) for one in newcomers):
        raise NotYours
    today = local_day(at)
    clean = [one.cleaned(today=today, kinds=EMPLOYMENT_KINDS) for one in newcomers]
    refuse_taken_numbers([one.number for one in clean])
    refuse_taken_emails({-n: one.identity.work_email for n, one in enumerate(clean, 1)})
    first_days: dict[date, set[int]] = {}
    for one in clean:
        first_days.setdefault(one.first_day, set()).add(one.post.unit_id)
    if first_days:
        refuse_ended_units(set().union(*first_days.values()), max(first_days))
    return clean


def _led(newcomers: Sequence[Newcomer], ids: Mapping[str, int]) -> dict[str, Post]:
    """Return each newcomer's post with the manager whom the number names, among them or here already.

    :raises OwnManager: if somebody would be their own manager
    :raises ManagerNotThere: if nobody has the number
    """
    asked = {one.manager_number for one in newcomers if one.manager_number}
    known_ids = ids_of(asked - set(ids)) | dict(ids)
    posts = {}
    for one in newcomers:
        if one.manager_number == one.number:
            raise OwnManager(where="manager", name=one.identity.name)
        if one.manager_number and one.manager_number not in known_ids:
            raise ManagerNotThere(where="manager", name=one.manager_number, day=one.first_day)
        posts[one.number] = replace(one.post, manager_id=known_ids[one.manager_number]) if one.manager_number else one.post
    return posts


def _refuse_rings(rows: Sequence[Assignment], managers: set[int | None], newcomers: set[int], at: datetime) -> None:
    """Refuse circles; people whom nobody names as a manager cannot close one."""
    if newcomers.isdisjoint(managers):
        return
    for day in days_to_check(max(row.first_day for row in rows), at):
        refuse_circles(day, {row.person_id: Seat(row.person_id, row.unit_id, row.manager_id) for row in rows if day in _days(row)})


def _days(row: Assignment) -> Spell:
    return Spell(row.first_day, row.last_day)


def _spell(one: Newcomer) -> Spell:
    return Spell(one.first_day, one.last_day)


def _person(one: Newcomer, by: Viewer, at: datetime) -> Person:
    who, keys = one.identity, one.identity.keys([one.number])
    return Person(
        number=one.number,
        name=who.name,
        name_en=who.name_en,
        pinyin_key=keys.sort,
        search_key=keys.search,
        work_email=who.work_email,
        mobile=who.mobile,
        birthday=day_text(who.birthday),
        changed_at=at,
        changed_by=by.name[:120],
    )


def _contract(person_id: int, one: Newcomer, at: datetime) -> Employment:
    return Employment(
        person_id=person_id,
        employer_id=one.employer_id,
        kind=one.kind,
        first_day=one.first_day,
        last_day=one.last_day,
        reason_ended=one.reason_ended[:40],
        recorded_at=at,
    )


def _renewed(one: Return, at: datetime) -> Employment:
    return Employment(
        person_id=one.person_id,
        employer_id=one.employer_id,
        kind=known(one.kind, EMPLOYMENT_KINDS, where="kind"),
        first_day=one.first_day,
        last_day=one.last_day,
        recorded_at=at,
    )
