"""What hiring and coming back write alike: contracts, posts under managers who may come later, the steps of the career."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.db.models.functions import Lower

from bole.people.actions._holding import BATCH, chunks
from bole.people.actions._posts import new_row
from bole.people.models import Assignment, CareerEvent, Employment, NumberAlias, Person
from bole.people.rules.entries import Post
from bole.people.rules.posts import pieces
from bole.people.rules.refusals import EmailTaken, ManagerNotThere, NumberTaken
from bole.people.rules.spells import Spell


def refuse_taken_numbers(numbers: Sequence[str]) -> None:
    """Refuse staff numbers that belong, or belonged, to somebody; upper and lower case are the same number.

    :raises NumberTaken: for the first one
    """
    lowered = Counter(number.lower() for number in numbers)
    doubled = next((number for number in numbers if lowered[number.lower()] > 1), None)
    if doubled:
        raise NumberTaken(where="number", number=doubled, name=doubled)
    for some in chunks(list(lowered)):
        held = Person.objects.annotate(low=Lower("number")).filter(low__in=some).values_list("number", "name")
        former = NumberAlias.objects.annotate(low=Lower("number")).filter(low__in=some).values_list("number", "person__name")
        for number, name in [*held[:1], *former[:1]]:
            raise NumberTaken(where="number", number=number, name=name)


def refuse_taken_emails(emails: Mapping[int, str]) -> None:
    """Refuse work e-mails that are somebody else's; keys are people, or negative for those who are not there yet.

    :raises EmailTaken: for the first one
    """
    given = {key: email for key, email in emails.items() if email}
    doubled = next((email for email, times in Counter(given.values()).items() if times > 1), None)
    if doubled:
        raise EmailTaken(where="work_email", email=doubled, name=doubled)
    owners = {email: key for key, email in given.items()}
    for some in chunks(list(owners)):
        for key, email, name in Person.objects.filter(work_email__in=some).values_list("id", "work_email", "name"):
            if owners[email] != key and key not in emails:
                raise EmailTaken(where="work_email", email=email, name=name)


def presence_of(manager_ids: Collection[int]) -> dict[int, Spell]:
    """Return from when to when each of them is here, by the latest contracts without a break."""
    found: dict[int, Spell] = {}
    for some in chunks(sorted(manager_ids)):
        rows = Employment.objects.known().filter(person__in=some).order_by("person_id", "first_day")
        for person, first, last in rows.values_list("person_id", "first_day", "last_day"):
            found[person] = joined_to(found.get(person), Spell(first, last))
    return found


def joined_to(before: Spell | None, spell: Spell) -> Spell:
    """Return the spell, begun earlier if it follows the one before without a break."""
    if before is not None and before.last_day is not None and (spell.first_day - before.last_day).days == 1:
        return Spell(before.first_day, spell.last_day)
    return spell


def post_rows(person_id: int, post: Post, spell: Spell, presence: Mapping[int, Spell], *, at: datetime) -> list[Assignment]:
    """Return the assignments of a post: under the manager for as long as that one is here, else under the head of the unit.

    :raises ManagerNotThere: if the manager is not known, or left before
    """
    if post.manager_id is None:
        return [new_row(person_id, post, spell, at)]
    manager = presence.get(post.manager_id)
    if manager is None or (manager.last_day or date.max) < spell.first_day:
        name = Person.objects.values_list("name", flat=True).filter(pk=post.manager_id).first()
        raise ManagerNotThere(where="manager", name=name or "", day=spell.first_day)
    without = replace(post, manager_id=None)
    return [new_row(person_id, post if is_led else without, piece, at) for piece, is_led in pieces(spell, manager)]


def write_career(steps: Iterable[tuple[int, str, date]], *, at: datetime) -> None:
    """Write steps without before and after."""
    CareerEvent.objects.bulk_create(
        [CareerEvent(person_id=person, kind=kind, day=day, recorded_at=at) for person, kind, day in steps], batch_size=BATCH
    )
