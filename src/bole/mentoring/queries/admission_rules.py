"""Rule sets as HR keeps them, and who would pass one of them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import may, may_company
from bole.growth.requirements import Judged, words_of
from bole.mentoring.models import RuleSet
from bole.mentoring.queries.admission import Rules, judged, roles_on, rules_row
from bole.people.models import WITHOUT_SCORE
from bole.people.queries import Card, cards, employments_on
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

MOST_NAMED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetRow:
    """The last version of a rule set, or the one in force if that is another."""

    rules: Rules
    changed_by: str
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """Who would pass: how many of how many, those whom the viewer looks after by name, and how many lack which clause."""

    rules: Rules
    people: int
    passing: int
    mentors: int
    named: tuple[Card, ...]
    lacking: tuple[tuple[str, int], ...]


def rule_sets(viewer: Viewer) -> list[RuleSetRow]:
    """Return the last versions and the one in force, that one first (one query).

    :raises NotFound: unless admission is open to the viewer
    """
    _insist(viewer)
    rows = [row for row in RuleSet.objects.order_by("name_en", "-number") if row.is_last or row.is_in_force]
    rows.sort(key=lambda row: not row.is_in_force)
    return [RuleSetRow(rules=rules_row(row), changed_by=row.changed_by, changed_at=row.changed_at) for row in rows]


def rule_set_for(viewer: Viewer, ref: str) -> Rules:
    """Return a version of a rule set (one query).

    :raises NotFound: if there is none, or it is not open to the viewer
    """
    _insist(viewer)
    row = RuleSet.objects.filter(ref=ref).first()
    if row is None:
        raise NotFound
    return rules_row(row)


def people_to_screen(day: date) -> list[int]:
    """Return everybody who could be a mentor: who works here under a contract that is scored (one query)."""
    return sorted(person for person, row in employments_on(None, day).items() if row.kind not in WITHOUT_SCORE)


def trial_of(viewer: Viewer, ref: str, *, day: date) -> Trial:
    """Return who would pass a version of a rule set on the day, in order of names (some queries a clause, however many people)."""
    rules = rule_set_for(viewer, ref)
    people = people_to_screen(day)
    found = judged(rules, people, day=day)
    passing = [person for person, one in found.items() if one.passes]
    mentors = roles_on(passing, day)
    mine = [person for person in passing if may(viewer, "read", "admission", person)]
    named = tuple(cards(mine[: MOST_NAMED * 5], day).values())[:MOST_NAMED]
    return Trial(rules=rules, people=len(people), passing=len(passing), mentors=len(mentors), named=named, lacking=_lacking(found))


def _lacking(found: Mapping[int, Judged]) -> tuple[tuple[str, int], ...]:
    """Return how many people lack each clause, in the order of the tree."""
    lacks: Counter[int] = Counter()
    words: list[str] = []
    for one in found.values():
        words = words or [words_of(leaf.leaf) for leaf in one.leaves]
        lacks.update(n for n, leaf in enumerate(one.leaves) if not leaf.finding.is_met)
    return tuple((said, lacks[n]) for n, said in enumerate(words))


def _insist(viewer: Viewer) -> None:
    if not may_company(viewer, "read", "admission"):
        raise NotFound
