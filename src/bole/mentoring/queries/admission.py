"""Reads of admission: the rules in force, what is still missing for somebody, and who is a mentor."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import translation

from bole.growth.requirements import Judged, Node, judge_people, tree_of, words_of
from bole.kit.clock import local_day
from bole.mentoring.models import MentorRole, RuleSet

LANGUAGES = ("zh-hans", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """A version of a rule set."""

    id: int
    ref: str
    code: str
    number: int
    name_zh: str
    name_en: str
    tree: Node
    raw: Mapping[str, Any]
    is_in_force: bool
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """Somebody's role as a mentor. `last_day`: of a waiver, or when it ended."""

    ref: str
    person_id: int
    first_day: date
    last_day: date | None
    how: str
    reason: str
    code: str
    capacity: int
    is_open: bool
    shows_mobile: bool
    learns_style: bool
    hours: tuple[str, ...]
    version: int
    steps_down_on: date | None = None
    farewell: str = ""
    hands_over: bool = False


def rules_in_force() -> Rules | None:
    """Return the rule set in force (one query)."""
    row = RuleSet.objects.filter(is_in_force=True).first()
    return None if row is None else rules_row(row)


def rules_row(row: RuleSet) -> Rules:
    """Return a rule set as a row."""
    return Rules(
        id=row.pk, ref=row.ref, code=row.code, number=row.number, name_zh=row.name_zh, name_en=row.name_en, tree=tree_of(row.tree),
        raw=row.tree, is_in_force=row.is_in_force, is_last=row.is_last,
    )  # fmt: skip


def judged(rules: Rules, person_ids: Collection[int], *, day: date) -> dict[int, Judged]:
    """Return the rules judged for each of these people (some queries a clause, however many people)."""
    return judge_people(rules.tree, person_ids=person_ids, day=day)


def screened_in_both(rules: Rules, person_id: int, *, day: date) -> tuple[Judged, dict[str, Any]]:
    """Return the rules judged for one person, and the same to be kept: each clause with its evidence, in both languages."""
    kept: dict[str, Any] = {}
    found: Judged | None = None
    for language in LANGUAGES:
        with translation.override(language):
            found = judged(rules, [person_id], day=day)[person_id]
            kept[language] = [
                {
                    "words": words_of(one.leaf),
                    "is_met": one.finding.is_met,
                    "evidence": [evidence.words for evidence in one.finding.evidence],
                    "is_on_the_way": one.is_on_the_way,
                    "left": one.finding.left,
                }
                for one in found.leaves
            ]
    assert found is not None  # noqa: S101  (there are two languages)
    return found, kept


def roles_on(person_ids: Collection[int] | None, day: date) -> dict[int, RoleRow]:
    """Return who of these people is a mentor on the day (one query); None asks for everybody."""
    rows = MentorRole.objects.filter(first_day__lte=day).exclude(last_day__lt=day).order_by("first_day", "id")
    if person_ids is not None:
        rows = rows.filter(person__among=list(person_ids))
    return {row.person_id: role_row(row) for row in rows}


def role_row(row: MentorRole) -> RoleRow:
    """Return a role as a row."""
    return RoleRow(
        ref=row.ref, person_id=row.person_id, first_day=row.first_day, last_day=row.last_day, how=row.how, reason=str(row.reason),
        code=row.code, capacity=row.capacity, is_open=row.is_open, shows_mobile=row.shows_mobile, learns_style=row.learns_style,
        hours=tuple(row.hours), version=row.version, steps_down_on=local_day(row.steps_down_at) if row.steps_down_at else None,
        farewell=str(row.farewell), hands_over=row.hands_over,
    )  # fmt: skip
