"""Who stands above whom: mentoring inside one's own reporting line is no mentoring."""

from collections.abc import Collection
from datetime import date

from bole.people.queries import managers_on


def lines_above(person_ids: Collection[int], day: date) -> dict[int, frozenset[int]]:
    """Return everybody above each of these people on the day (two queries for each step up, whatever the number of people)."""
    bosses: dict[int, int | None] = {}
    asked = set(person_ids)
    while asked:
        found = managers_on(asked, day)
        bosses |= {one: found.get(one) for one in asked}
        asked = {boss for boss in found.values() if boss is not None} - set(bosses)
    return {person: _above(person, bosses) for person in person_ids}


def _above(person: int, bosses: dict[int, int | None]) -> frozenset[int]:
    found: set[int] = set()
    at = bosses.get(person)
    while at is not None and at not in found:
        found.add(at)
        at = bosses.get(at)
    return frozenset(found - {person})


def are_in_line(mentor_id: int, mentee_id: int, day: date) -> str:
    """Return `above` if the mentor leads the mentee over any number of steps, `below` the other way round, else nothing."""
    lines = lines_above({mentor_id, mentee_id}, day)
    if mentor_id in lines[mentee_id]:
        return "above"
    return "below" if mentee_id in lines[mentor_id] else ""
