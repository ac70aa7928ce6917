"""Whose recommendations change: one hand at a time, so that what the night found never comes over what somebody said meanwhile."""

from collections.abc import Collection

from bole.people.models import Person


def hold_people(person_ids: Collection[int]) -> list[int]:
    """Hold these people, in order of their keys, until the transaction ends; return those who are there (SQLite holds everybody anyway)."""
    rows = Person.objects.filter(pk__among=person_ids).order_by("pk").select_for_update(no_key=True)
    return list(rows.values_list("pk", flat=True))
