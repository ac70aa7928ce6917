"""Who somebody is: names, contact, staff number, account."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from bole.kit.action import action
from bole.kit.clock import local_day
from bole.people.actions._holding import BATCH, chunks, lock_people, refuse_others, refuse_stale, tell, touch
from bole.people.actions._joining import refuse_taken_emails, refuse_taken_numbers
from bole.people.events import PeopleRewritten
from bole.people.models import NumberAlias, Person
from bole.people.permissions import can_change_card, can_change_contact, can_change_employment
from bole.people.rules.entries import Identity, Rewriting
from bole.people.rules.names import normalise_number
from bole.people.rules.refusals import day_text
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer

FIELDS = ("name", "name_en", "pinyin_key", "search_key", "work_email", "mobile", "birthday")


@action("people.rename_person")
def rename_person(*, person_id: int, name: str, name_en: str, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Write another name.

    :raises NotYours: if the person is not in the care of `by`
    :raises ChangedMeanwhile: if someone else changed the person first, with both texts
    """
    person = lock_people([person_id])[person_id]
    refuse_others([person_id], can_change_card, by)
    refuse_stale(
        person,
        version,
        yours=lambda: {"name": name, "name_en": name_en},
        theirs=lambda: {"name": person.name, "name_en": person.name_en},
    )
    _rewrite({person: replace(_identity(person), name=name, name_en=name_en)}, by=by, at=at)


@action("people.change_contact")
def change_contact(*, person_id: int, mobile: str, birthday: date | None, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Write another private contact or birthday.

    :raises NotYours: unless it is the person, or somebody who looks after that person
    :raises ChangedMeanwhile: if someone else changed the person first, with both texts
    """
    person = lock_people([person_id])[person_id]
    refuse_others([person_id], can_change_contact, by)
    refuse_stale(
        person,
        version,
        yours=lambda: {"mobile": mobile, "birthday": day_text(birthday)},
        theirs=lambda: {"mobile": str(person.mobile), "birthday": str(person.birthday)},
    )
    _rewrite({person: replace(_identity(person), mobile=mobile, birthday=birthday)}, by=by, at=at)


@action("people.rewrite_people")
def rewrite_people(*, rewritings: Sequence[Rewriting], by: Viewer, at: datetime) -> None:
    """Write names and contacts of several people, all or none.

    :raises NotYours: if one of them is not in the care of `by`
    :raises EmailTaken: if a work e-mail is somebody else's
    :raises Invalid: if a part cannot be taken as it is
    """
    people = lock_people([one.person_id for one in rewritings])
    refuse_others(people, can_change_card, by)
    refuse_others(people, can_change_contact, by)
    _rewrite({people[one.person_id]: one.identity for one in rewritings}, by=by, at=at)


@action("people.change_number")
def change_number(*, person_id: int, number: str, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Give somebody another staff number; the old one leads to the same person for ever.

    :raises NotYours: if the person is not in the care of `by`
    :raises ChangedMeanwhile: if someone else changed the person first, with both texts
    :raises NumberTaken: if it belongs, or belonged, to somebody else
    """
    person = lock_people([person_id])[person_id]
    refuse_others([person_id], can_change_employment, by)
    refuse_stale(person, version, yours=lambda: {"number": number}, theirs=lambda: {"number": person.number})
    clean = normalise_number(number)
    refuse_taken_numbers([clean])
    NumberAlias.objects.create(number=person.number, person=person)
    person.number = clean
    person.search_key = _identity(person).keys(_numbers([person])[person.pk]).search
    person.save(update_fields=["number", "search_key"])
    touch([person], by=by, at=at, fields=("number",))


@action("people.link_account")
def link_account(*, person_id: int, account_id: int | None, by: Viewer, at: datetime) -> None:
    """Let an account sign in as this person; None parts them.

    :raises NotYours: unless HR admin or system admin links them
    """
    if not (by.is_system or by.has_role("hr_admin", "system_admin")):
        raise NotYours
    person = lock_people([person_id])[person_id]
    Person.objects.filter(account=account_id).exclude(account=None).update(account=None)
    Person.objects.filter(pk=person_id).update(account=account_id)
    touch([person], by=by, at=at, fields=("account",))


def _rewrite(wanted: Mapping[Person, Identity], *, by: Viewer, at: datetime) -> None:
    today = local_day(at)
    clean = {person: identity.cleaned(today=today) for person, identity in wanted.items()}
    refuse_taken_emails({person.pk: identity.work_email for person, identity in clean.items()})
    numbers = _numbers(list(clean))
    for person, identity in clean.items():
        keys = identity.keys(numbers[person.pk])
        person.name, person.name_en, person.work_email = identity.name, identity.name_en, identity.work_email
        person.mobile, person.birthday = identity.mobile, day_text(identity.birthday)
        person.pinyin_key, person.search_key = keys.sort, keys.search
    # Two people may change e-mails with each other: free them all first.
    for keys_of_some in chunks([person.pk for person in clean]):
        Person.objects.filter(pk__in=keys_of_some).update(work_email="")
    Person.objects.bulk_update(list(clean), FIELDS, batch_size=BATCH // 10)
    touch(list(clean), by=by, at=at, fields=("name", "contact"))
    tell(lambda keys, _day: PeopleRewritten(keys), [(person.pk, "") for person in clean], at=at)


def _identity(person: Person) -> Identity:
    birthday = date.fromisoformat(person.birthday) if person.birthday else None
    return Identity(name=person.name, name_en=person.name_en, work_email=person.work_email, mobile=str(person.mobile), birthday=birthday)


def _numbers(people: Sequence[Person]) -> dict[int, list[str]]:
    """Return all staff numbers that each of them has or had."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for person in people:
        found[person.pk].append(person.number)
    for some in chunks(list(found)):
        for key, number in NumberAlias.objects.filter(person__in=some).values_list("person_id", "number"):
            found[key].append(number)
    return found
