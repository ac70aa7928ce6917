"""What all actions of the room do alike: lock, refuse stale forms, count versions, tell the rooms above."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import TypeVar

from django.db.models import F

from bole.kit.action import on_record
from bole.kit.announce import Event, announce
from bole.kit.refs import new_ref
from bole.people.models import LineMark, Person, Unit
from bole.people.queries.lines import MOST_KEYS
from bole.people.rules.refusals import ChangedMeanwhile
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

T = TypeVar("T")
Words = Callable[[], dict[str, str]]
MOST_IN_AN_EVENT = 1000
BATCH = 2000


def chunks(things: Sequence[T], size: int = MOST_KEYS) -> Iterator[Sequence[T]]:
    """Yield the things in pieces that a database takes."""
    for n in range(0, len(things), size):
        yield things[n : n + size]


def lock_lines() -> None:
    """Let one change of reporting lines happen at a time: two that are right alone could close a circle together.

    Writing the mark locks its row until the transaction ends, and tells those who keep lines in memory.
    """
    if not LineMark.objects.filter(pk=1).update(token=new_ref()):
        LineMark.objects.bulk_create([LineMark(pk=1)], ignore_conflicts=True)
        LineMark.objects.filter(pk=1).update(token=new_ref())


def lock_people(person_ids: Collection[int]) -> dict[int, Person]:
    """Lock these people in order of their keys and return them.

    :raises NotFound: if one is not there
    """
    found: dict[int, Person] = {}
    for keys in chunks(sorted(set(person_ids))):
        rows = Person.objects.select_for_update().filter(pk__in=keys).order_by("pk").defer("mobile", "birthday")
        found.update({person.pk: person for person in rows})
    if len(found) < len(set(person_ids)):
        raise NotFound(where="person")
    return found


def refuse_others(person_ids: Collection[int], may: Callable[[Viewer, int], bool], by: Viewer) -> None:
    """Refuse unless `by` may change each of these people.

    :raises NotYours: if one is someone else's
    """
    if not all(may(by, person_id) for person_id in person_ids):
        raise NotYours


def refuse_stale(held: Person | Unit, version: int | None, *, yours: Words, theirs: Words) -> None:
    """Refuse a form that was filled in before someone else's change; None means that nothing was read before.

    :raises ChangedMeanwhile: with both texts
    """
    if version is not None and version != held.version:
        raise ChangedMeanwhile(
            name=held.changed_by,
            time=f"{held.changed_at.astimezone():%H:%M}",
            yours=yours(),
            theirs=theirs(),
        )


def touch(people: Collection[Person], *, by: Viewer, at: datetime, fields: tuple[str, ...]) -> None:
    """Count a new version of these people and put them on the record."""
    for keys in chunks([person.pk for person in people]):
        Person.objects.filter(pk__in=keys).update(version=F("version") + 1, changed_at=at, changed_by=by.name[:120])
    note(people, fields=fields)


def note(people: Collection[Person], *, fields: tuple[str, ...]) -> None:
    """Put these people on the record; one alone is its subject."""
    subject = next(iter(people)) if len(people) == 1 else None
    on_record(subject=str(subject.ref) if subject else "", fields=fields)
    for person in people:
        on_record(thing=f"person {person.number}")


def tell(make: Callable[[tuple[int, ...], str], Event], changed: Collection[tuple[int, str]], *, at: datetime) -> None:
    """Announce changed people by the day (ISO) from which it holds, a thousand in one announcement at most."""
    for day, group in groupby(sorted(changed, key=lambda one: (one[1], one[0])), key=lambda one: one[1]):
        keys = [key for key, _ in group]
        for some in chunks(keys, MOST_IN_AN_EVENT):
            announce(make(tuple(some), day), at=at)
