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
    first_words: str


def tried_shown(found: Tried) -> TriedShown:
    """Return what would change in words."""
    changes = [(name_of(found.people.get(person)), f"{_mentor(found, was)} → {_mentor(found, now)}") for person, was, now in found.changes]
    before, after = sum(1 for mentor in found.before.mentors.values() if mentor), found.after.found
    facts = (
        (_("Matched"), str(before), str(len(after.pairs))),
        (_("Waiting"), str(len(found.before.mentors) - before), str(len(after.unmatched))),
        (_("Value of all pairs"), str(found.before.total), str(after.total)),
    )
    first = _("The first %(shown)s of %(left)s") % {"shown": len(changes), "left": found.count} if found.count > len(changes) else ""
    words = {"name": name_of(found.mentor), "capacity": found.capacity, "former": found.former}
    return TriedShown(
        title=_("If %(name)s took %(capacity)s instead of %(former)s") % words, number=found.mentor.number, capacity=found.capacity,
        facts=facts, changes=tuple(changes), is_same=not changes,
        first_words=first,
    )  # fmt: skip


def _mentor(found: Tried, mentor: int | None) -> str:
    return name_of(found.people.get(mentor)) if mentor is not None else _("waits")
