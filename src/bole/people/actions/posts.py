"""Changes and corrections of where people work, as what and for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial

from bole.kit.action import action
from bole.people.actions._holding import lock_lines, lock_people, refuse_others, refuse_stale, tell, touch
from bole.people.actions._lines import days_to_check, refuse_absent_managers, refuse_circles
from bole.people.actions._posts import move_rows, new_row, post_of, rows_of, spell_of
from bole.people.actions._steps import in_words
from bole.people.events import AssignmentsChanged
from bole.people.models import Assignment, Person
from bole.people.permissions import can_change_employment
from bole.people.rules.entries import Move, Post, cleaned_post
from bole.people.rules.lines import Seat
from bole.people.rules.refusals import NotEmployed
from bole.people.rules.spells import checked, refuse_overlap
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

FIELDS = ("unit", "position", "family", "grade", "manager", "zone", "share")


@action("people.assign")
def assign(*, person_id: int, first_day: date, post: Post, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Let somebody work in this post from a day on: adds a row and ends the former one the day before.

    :raises NotYours: if the person is not in the care of `by`
    :raises ChangedMeanwhile: if someone else changed the person first, with both texts
    :raises NotEmployed: if there is no contract on that day
    :raises ManagerNotThere: if the manager does not work here on that day
    :raises Circle: if the reporting line would run in a circle, with the whole circle by names
    """
    assign_many(moves=[Move(person_id=person_id, first_day=first_day, post=post)], by=by, at=at, versions={person_id: version})


@action("people.assign_many")
def assign_many(*, moves: Sequence[Move], by: Viewer, at: datetime, versions: Mapping[int, int | None] | None = None) -> frozenset[int]:
    """Change the posts of several people, all or none; return those for whom something changed.

    :raises Refused: as `assign`, for the first who cannot be changed
    """
    lock_lines()
    people = lock_people([move.person_id for move in moves])
    refuse_others(people, can_change_employment, by)
    clean = [replace(move, post=cleaned_post(move.post)) for move in moves]
    rows = rows_of(list(people))
    for move in clean:
        held = rows.held_on(move.person_id, move.first_day)
        refuse_stale(
            people[move.person_id],
            (versions or {}).get(move.person_id),
            yours=partial(in_words, move.post),
            theirs=partial(in_words, post_of(held) if held else None),
        )
    changed = move_rows(clean, people, rows, at)
    touch([people[key] for key in changed], by=by, at=at, fields=FIELDS)
    tell(AssignmentsChanged, [(move.person_id, move.first_day.isoformat()) for move in clean if move.person_id in changed], at=at)
    return changed


@action("people.set_manager")
def set_manager(*, person_id: int, manager_id: int | None, first_day: date, by: Viewer, at: datetime, version: int | None = None) -> None:
    """Let somebody report to this manager from a day on; None leaves it to the head of the unit.

    :raises Refused: as `assign`
    """
    held = Assignment.objects.on(first_day).filter(person=person_id, is_main=True).first()
    if held is None:
        name = Person.objects.values_list("name", flat=True).filter(pk=person_id).first()
        raise NotEmployed(where="person", name=name or "", day=first_day)
    post = replace(post_of(held), manager_id=manager_id)
    assign(person_id=person_id, first_day=first_day, post=post, by=by, at=at, version=version)


@action("people.correct_assignment")
def correct_assignment(
    *,
    assignment_id: int,
    post: Post,
    by: Viewer,
    at: datetime,
    first_day: date | None = None,
    last_day: date | None = None,
    version: int | None = None,
) -> Assignment:
    """Put right what was written wrongly: the old row stays as withdrawn, the new one holds in its place (days stay unless given).

    :raises NotFound: if there is no such row, or it was withdrawn
    :raises Overlapping: if it would share days with another main assignment
    :raises Refused: as `assign`
    """
    lock_lines()
    old = Assignment.objects.filter(pk=assignment_id, withdrawn_at=None).first()
    if old is None:
        raise NotFound(where="assignment")
    people = lock_people([old.person_id])
    refuse_others(people, can_change_employment, by)
    person = people[old.person_id]
    refuse_stale(person, version, yours=partial(in_words, post), theirs=partial(in_words, post_of(old)))
    spell = checked(first_day or old.first_day, last_day or old.last_day)
    rows = rows_of(list(people))
    if old.is_main:
        refuse_overlap([spell, *(spell_of(row) for row in rows.posts[person.pk] if row.pk != old.pk)])
    rows.contract_on(person, spell.first_day)
    clean = cleaned_post(post)
    refuse_absent_managers([(person.pk, clean.manager_id)], spell.first_day)
    for day in days_to_check(spell.first_day, at):
        refuse_circles(day, {person.pk: Seat(person.pk, clean.unit_id, clean.manager_id)} if day in spell and old.is_main else {})
    Assignment.objects.filter(pk=old.pk).update(withdrawn_at=at)
    new = new_row(person.pk, clean, spell, at)
    new.is_main = old.is_main
    new.save(force_insert=True)
    touch([person], by=by, at=at, fields=FIELDS)
    tell(AssignmentsChanged, [(person.pk, min(old.first_day, spell.first_day).isoformat())], at=at)
    return new
