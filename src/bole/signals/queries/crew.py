"""Who was in some units at the end of each month: those with a contract of ours that counts."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bole.people.models import Employment
from bole.people.queries import AssignmentRow, assignments_during
from bole.people.rules.spells import Spell, joined_on
from bole.scoring.actions.scores import SCORED_KINDS
from bole.signals.rules.staffing import Member
from bole.values.period import Period


@dataclass(frozen=True, slots=True)
class Contract:
    """A spell of employment that counts as one of us."""

    spell: Spell
    counts: bool


@dataclass(frozen=True, slots=True)
class Crew:
    """Who was in each unit at the end of each month (by its first day), and who is employed when, wherever."""

    paths: Mapping[int, str]
    months: Sequence[date]
    members: Mapping[date, Mapping[int, Sequence[Member]]]
    contracts: Mapping[int, Sequence[Contract]]

    @property
    def people(self) -> set[int]:
        """Everybody who was in one of the units at the end of a month."""
        return {one.person for units in self.members.values() for members in units.values() for one in members}


def crew_of(paths: Mapping[int, str], months: Sequence[date]) -> Crew:
    """Return who was in each unit, with all below it, at the end of each month (two queries)."""
    ends = {month: Period.of("month", month).last_day for month in months}
    roots = tuple(paths.values())
    posts = {
        person: inside
        for person, rows in assignments_during(None, ends[months[0]], ends[months[-1]]).items()
        if (inside := [row for row in rows if row.unit_path.startswith(roots)])
    }
    contracts = _contracts(posts)
    return Crew(paths, months, {month: _members(paths, posts, contracts, day) for month, day in ends.items()}, contracts)


def _contracts(people: Collection[int]) -> dict[int, list[Contract]]:
    found: defaultdict[int, list[Contract]] = defaultdict(list)
    rows = Employment.objects.known().filter(person__among=list(people))
    for person, kind, first, last in rows.values_list("person_id", "kind", "first_day", "last_day"):
        found[person].append(Contract(Spell(first, last), kind in SCORED_KINDS))
    return dict(found)


def _members(
    paths: Mapping[int, str], posts: Mapping[int, Sequence[AssignmentRow]], contracts: Mapping[int, Sequence[Contract]], day: date
) -> dict[int, list[Member]]:
    """Return who was in each unit on the day: those with a contract of ours that counts, no outsourced, dispatched or intern."""
    found: dict[int, list[Member]] = {unit: [] for unit in paths}
    for person, rows in posts.items():
        post = next((row for row in rows if row.first_day <= day and (row.last_day is None or day <= row.last_day)), None)
        held = contracts.get(person, ())
        if post is None or not any(one.counts and day in one.spell for one in held):
            continue
        joined = joined_on([one.spell for one in held], day)
        for unit, root in paths.items():
            if joined is not None and post.unit_path.startswith(root):
                found[unit].append(Member(person, joined, post.family_id, post.grade_rank))
    return found
