"""The connections of Bole itself, and people's accounts there: the staff number."""

from datetime import datetime

from bole.people.models import Person
from bole.work.models import HANDED_IN, Connection, Identity, OutsideAccount

NAME = "本人提交"  # as the company's list of connections shows it; renamed there like any other


def handed_in_connection(*, at: datetime) -> Connection:
    """Return the connection of what people hand in; make it the first time."""
    found = Connection.objects.filter(vendor=HANDED_IN).order_by("id").first()
    return found or Connection.objects.create(vendor=HANDED_IN, name=NAME, made_at=at)


def account_of(link: Connection, person_id: int, *, at: datetime) -> str:
    """Return the person's account at a connection of our own; make and map it the first time."""
    return accounts_of(link, frozenset({person_id}), at=at)[person_id]


def accounts_of(link: Connection, person_ids: frozenset[int], *, at: datetime) -> dict[int, str]:
    """Return each person's account at a connection of our own, the staff number; make and map those that are missing."""
    mapped = Identity.objects.filter(outside__connection=link, person__in=person_ids, withdrawn_at=None)
    known = dict(mapped.values_list("person_id", "outside__account"))
    for person in Person.objects.filter(pk__in=person_ids - known.keys()).order_by("id"):
        outside, _ = OutsideAccount.objects.get_or_create(connection=link, account=person.number, defaults={"first_seen_at": at})
        Identity.objects.create(outside=outside, person=person, by="Bole", recorded_at=at)
        known[person.pk] = person.number
    return known
