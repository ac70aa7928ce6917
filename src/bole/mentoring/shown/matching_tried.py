"""What another capacity would change, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.mentoring.queries.matching_board import Tried
from bole.mentoring.shown.naming import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedShown:
    """What another capacity would change, beside how it is."""

    title: str
    number: str
    capacity: int
    facts: tuple[tuple[str, str, str], ...]
    changes: tuple[tuple[str, str], ...]
    is_same: bool


def tried_shown(found: Tried) -> TriedShown:
    """Return what would change in words."""
    was = {one.wish.person_id: one.mentor_id for one in found.before.rows}
    now: dict[int, int | None] = {one.mentee: one.mentor for one in found.after.found.pairs}
    changes = [
        (name_of(found.people.get(person)), f"{_mentor(found, mentor)} → {_mentor(found, now.get(person))}")
        for person, mentor in was.items()
        if now.get(person) != mentor
    ]
    before = sum(1 for one in found.before.rows if one.mentor_id)
    after = found.after.found
    facts = (
        (_("Matched"), str(before), str(len(after.pairs))),
        (_("Waiting"), str(len(found.before.rows) - before), str(len(after.unmatched))),
        (_("Value of all pairs"), str(sum(one.value for one in found.before.rows)), str(after.total)),
    )
    words = {"name": name_of(found.mentor), "capacity": found.capacity, "former": found.former}
    return TriedShown(
        title=_("If %(name)s took %(capacity)s instead of %(former)s") % words, number=found.mentor.number, capacity=found.capacity,
        facts=facts, changes=tuple(changes), is_same=not changes,
    )  # fmt: skip


def _mentor(found: Tried, mentor: int | None) -> str:
    return name_of(found.people.get(mentor)) if mentor is not None else _("waits")
