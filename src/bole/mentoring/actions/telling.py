"""Telling people something about a pair, by the notices of the app."""

from collections.abc import Collection, Mapping
from datetime import datetime

from bole.notices.actions import tell
from bole.people.models import Person
from bole.values.viewer import Viewer


def tell_people(
    person_ids: Collection[int], *, kind: str, key: str, params: Mapping[str, str | int], address: str, by: Viewer, at: datetime
) -> int:
    """Tell these people, and return how many were not told before; who has no account is told nothing."""
    accounts = Person.objects.filter(pk__in=person_ids).exclude(account=None).values_list("account_id", flat=True)
    return tell(accounts=list(accounts), kind=kind, key=key, params=params, address=address, by=by, at=at)
