"""Writing the rows that say where people work, after the rules agreed. Used by the actions of the room alone."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bole.people.actions._holding import BATCH, chunks, lock_people, tell, touch
from bole.people.actions._lines import days_to_check, refuse_absent_managers, refuse_circles
from bole.people.actions._steps import write_steps
from bole.people.events import AssignmentsChanged
from bole.people.models import Assignment, Employment, Person, Unit
from bole.people.rules.entries import Move, Post
from bole.people.rules.lines import Seat
from bole.people.rules.posts import Change, Held, change_from
from bole.people.rules.refusals import NotEmployed, UnitEnded
from bole.people.rules.spells import Spell
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Rows:
    """What is known of some people: their main assignments and their contracts."""

    posts: Mapping[int, Sequence[Assignment]]
    contracts: Mapping[int, Sequence[Spell]]

    def held_on(self, person_id: int, day: date) -> Assignment | None:
        """Return the main assignment that holds on the day."""
        return next((row for row in self.posts.get(person_id, ()) if day in spell_of(row)), None)

    def contract_on(self, person: Person, day: date) -> Spell:
        """Return the contract that holds on the day.

        :raises NotEmployed: if none does
        """
        for spell in self.contracts.get(person.pk, ()):
            if day in spell:
                return spell
        raise NotEmployed(where="first_day", name=person.name, day=day)


def rows_of(person_ids: Sequence[int]) -> Rows:
    """Read what is known of these people."""
    posts: defaultdict[int, list[Assignment]] = defaultdict(list)
    contracts: defaultdict[int, list[Spell]] = defaultdict(list)
    for keys in chunks(person_ids):
        for row in Assignment.objects.known().filter(person__in=keys, is_main=True).order_by("first_day"):
            posts[row.person_id].append(row)
        for person, first, last in Employment.objects.known().filter(person__in=keys).values_list("person_id", "first_day", "last_day"):
            contracts[person].append(Spell(first, last))
    return Rows(posts, contracts)


def move_rows(moves: Sequence[Move], people: Mapping[int, Person], rows: Rows, at: datetime) -> frozenset[int]:
    """Write what changes, after the rules agreed; return the people for whom something did."""
    changes: list[tuple[Move, Assignment | None, Change]] = []
    for move in moves:
        held = rows.held_on(move.person_id, move.first_day)
        if held is not None and post_of(held) == move.post:
            continue
        employed = rows.contract_on(people[move.person_id], move.first_day)
        known = [Held(row.pk, spell_of(row)) for row in rows.posts.get(move.person_id, ())]
        changes.append((move, held, change_from(known, move.first_day, employed)))
    _agree([move for move, _, _ in changes], at)
    _end_former([change for _, _, change in changes], at)
    new = [new_row(move.person_id, move.post, change.spell, at) for move, _, change in changes]
    Assignment.objects.bulk_create(new, batch_size=BATCH)
    write_steps([(move.person_id, move.first_day, held, move.post) for move, held, _ in changes if held], at=at)
    return frozenset(move.person_id for move, _, _ in changes)


def release_reports(manager_id: int, first_day: date, *, by: Viewer, at: datetime) -> None:
    """Leave the people who named a leaver as their manager to the heads of their units from that day on."""
    named = list(Assignment.objects.known().filter(manager=manager_id, is_main=True).exclude(last_day__lt=first_day))
    moves = [
        Move(person_id=row.person_id, first_day=max(first_day, row.first_day), post=replace(post_of(row), manager_id=None)) for row in named
    ]
    if not moves:
        return
    people = lock_people([move.person_id for move in moves])
    changed = move_rows(moves, people, rows_of(list(people)), at)
    touch([people[key] for key in changed], by=by, at=at, fields=("manager",))
    tell(AssignmentsChanged, [(move.person_id, move.first_day.isoformat()) for move in moves], at=at)


def _agree(moves: Sequence[Move], at: datetime) -> None:
    """Refuse ended units, absent managers and circles."""
    by_day: defaultdict[date, list[Move]] = defaultdict(list)
    for move in moves:
        by_day[move.first_day].append(move)
    for day, some in by_day.items():
        refuse_absent_managers([(move.person_id, move.post.manager_id) for move in some], day)
        refuse_ended_units({move.post.unit_id for move in some}, day)
    if by_day:
        seats = {move.person_id: Seat(move.person_id, move.post.unit_id, move.post.manager_id) for move in moves}
        for day in days_to_check(max(by_day), at):
            refuse_circles(day, seats)


def refuse_ended_units(unit_ids: set[int], day: date) -> None:
    """Refuse units that are gone by the day.

    :raises UnitEnded: if one is
    """
    gone = Unit.objects.filter(pk__in=unit_ids, last_day__lt=day).order_by("pk").first()
    if gone is not None:
        raise UnitEnded(where="unit", unit=gone.name, day=day)


def _end_former(changes: Sequence[Change], at: datetime) -> None:
    """End or withdraw the rows that the changes replace, those of one last day together."""
    by_day: defaultdict[date | None, list[int]] = defaultdict(list)
    for change in changes:
        if change.former is not None:
            by_day[change.former_last_day].append(change.former)
    for last_day, keys in by_day.items():
        for some in chunks(keys):
            rows = Assignment.objects.filter(pk__in=some)
            if last_day is None:
                rows.update(withdrawn_at=at)
            else:
                rows.update(last_day=last_day)


def spell_of(row: Assignment) -> Spell:
    """Return the days of an assignment."""
    return Spell(row.first_day, row.last_day)


def post_of(row: Assignment) -> Post:
    """Return the assignment as a post."""
    return Post(
        unit_id=row.unit_id,
        position_id=row.position_id,
        family_id=row.family_id,
        grade_id=row.grade_id,
        manager_id=row.manager_id,
        zone=row.zone,
        share_bp=row.share_bp,
    )


def new_row(person_id: int, post: Post, spell: Spell, at: datetime) -> Assignment:
    """Return a new main assignment, not yet stored."""
    return Assignment(
        person_id=person_id,
        unit_id=post.unit_id,
        position_id=post.position_id,
        family_id=post.family_id,
        grade_id=post.grade_id,
        manager_id=post.manager_id,
        zone=post.zone,
        share_bp=post.share_bp,
        first_day=spell.first_day,
        last_day=spell.last_day,
        recorded_at=at,
    )
