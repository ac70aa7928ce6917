"""Who is behind accounts, for messages: the zone of the working place, the work e-mail, whether they lead, whether they are here."""

from collections.abc import Collection
from datetime import date

from bole.notices.registry import Recipient
from bole.people.models import Assignment, Headship, Person
from bole.people.queries.assignments import zones_on
from bole.people.queries.lines import main_seats


def recipients_of(account_ids: Collection[int], day: date) -> dict[int, Recipient]:
    """Return who is behind each account that has a person (six queries, however many)."""
    rows = list(Person.objects.filter(account__in=account_ids).values_list("pk", "account_id", "work_email"))
    people = {key for key, _, _ in rows}
    zones = zones_on(people, day)
    here = set(Assignment.objects.on(day).filter(is_main=True, person__in=people).values_list("person_id", flat=True))
    leads = set(Headship.objects.on(day).filter(person__in=people).values_list("person_id", flat=True))
    leads |= set(main_seats(day).filter(manager__in=people).values_list("manager_id", flat=True))
    return {
        account: Recipient(zone=zones.get(key, ""), mail=email, leads=key in leads, is_here=key in here) for key, account, email in rows
    }
