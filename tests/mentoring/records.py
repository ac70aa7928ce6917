"""Giving somebody a record: ratings of years, mentees of earlier days and what their performance did."""

from datetime import UTC, date, datetime

from django.utils import translation

from bole.growth.requirements import judge_people, tree_of
from bole.mentoring.actions.pairs import import_mentorship
from bole.people.models import Person
from bole.scoring.actions.years import GivenRating, take_ratings
from bole.scoring.models import ClosedScore
from bole.values.viewer import SYSTEM, Viewer

DAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def rate(person: Person, by: Viewer, **years: int | str) -> None:
    """Take ratings over: `y2024="A"` a level, `y2024=450` a score of 5 in hundredths."""
    rows = [
        GivenRating(
            person_id=person.pk, year=int(name[1:]), score=None if isinstance(given, str) else given * 20,
            level=given if isinstance(given, str) else "", note="旧系统",
        )
        for name, given in years.items()
    ]  # fmt: skip
    take_ratings(rows=rows, by=by, at=NOON)


def mentored(mentor: Person, mentee: Person, first: date, last: date, *, by: Viewer = SYSTEM, hours: int = 24) -> None:
    """Let somebody have mentored somebody before the system."""
    import_mentorship(
        mentor_id=mentor.pk, mentee_id=mentee.pk, framework_code="new_graduate", first_day=first, last_day=last, hours=hours, by=by, at=NOON
    )


def closed(person: Person, **scores: int) -> None:
    """Let periods be closed: `m2025_01=7000`."""
    for name, score in scores.items():
        code = name[1:].replace("_", "-")
        ClosedScore.objects.create(person=person, period=code, score=score, state="scored", readings_hash="x", closed_at=NOON)


def found(clause: str, person: Person, **values: int | str):
    """Judge one clause for one person today, in English."""
    tree = tree_of({"clause": clause, **values})
    with translation.override("en"):
        return judge_people(tree, person_ids=[person.pk], day=DAY)[person.pk].leaves[0].finding


def passes(tree: object, person: Person) -> bool:
    """Test if a tree passes for one person today."""
    return judge_people(tree_of(tree), person_ids=[person.pk], day=DAY)[person.pk].passes
