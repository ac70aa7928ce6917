"""Telling posts in words, and writing the steps of careers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.people.actions._holding import BATCH, chunks
from bole.people.models import Assignment, CareerEvent, JobGrade, Person, Position, Unit
from bole.people.rules.entries import Post
from bole.people.rules.steps import Standing, steps

NO_GRADE = ("", 0)


@dataclass(frozen=True, slots=True)
class _Words:
    units: dict[int, str]
    positions: dict[int, str]
    grades: dict[int, tuple[str, int]]
    managers: dict[int, str]

    def of(self, post: Post) -> Standing:
        grade, rank = self.grades.get(post.grade_id, NO_GRADE)
        return Standing(
            unit=self.units.get(post.unit_id, ""),
            position=self.positions.get(post.position_id, ""),
            family=str(post.family_id),
            grade=grade,
            rank=rank,
            manager=self.managers.get(post.manager_id, "") if post.manager_id is not None else "",
        )


def _words(posts: Sequence[Post]) -> _Words:
    """Read the names of all that these posts point to."""
    managers: dict[int, str] = {}
    for keys in chunks(sorted({post.manager_id for post in posts if post.manager_id is not None})):
        managers.update(Person.objects.filter(pk__in=keys).values_list("id", "name"))
    positions = sorted({post.position_id for post in posts})
    return _Words(
        units=dict(Unit.objects.filter(pk__in={post.unit_id for post in posts}).values_list("id", "name")),
        positions={key: name for some in chunks(positions) for key, name in Position.objects.filter(pk__in=some).values_list("id", "name")},
        grades={key: (code, rank) for key, code, rank in JobGrade.objects.values_list("id", "code", "rank")},
        managers=managers,
    )


def in_words(post: Post | None) -> dict[str, str]:
    """Return the post by names, as two texts are shown beside each other."""
    if post is None:
        return {}
    told = _words([post]).of(post)
    return {"unit": told.unit, "position": told.position, "grade": told.grade, "manager": told.manager, "zone": post.zone}


def write_steps(changed: Sequence[tuple[int, date, Assignment, Post]], *, at: datetime) -> None:
    """Write the steps from the row held before to the post held after."""
    if not changed:
        return
    pairs = [(person, day, _post(row), post) for person, day, row, post in changed]
    words = _words([post for pair in pairs for post in pair[2:]])
    CareerEvent.objects.bulk_create(
        [
            CareerEvent(person_id=person, kind=step.kind, day=day, before=step.before, after=step.after, recorded_at=at)
            for person, day, before, after in pairs
            for step in steps(words.of(before), words.of(after))
        ],
        batch_size=BATCH,
    )


def _post(row: Assignment) -> Post:
    return Post(unit_id=row.unit_id, position_id=row.position_id, family_id=row.family_id, grade_id=row.grade_id, manager_id=row.manager_id)
