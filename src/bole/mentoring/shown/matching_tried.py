"""What another capacity would change, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.mentoring.queries.matching_tried import TriedRow
from bole.mentoring.shown.naming import name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedShown:
    """What another capacity would change, beside how it is."""

    title: str
    facts: tuple[tuple[str, str, str], ...]
    changes: tuple[tuple[str, str], ...]
    is_same: bool
    first_words: str
    ref: str
    is_current: bool


def tried_shown(found: TriedRow) -> TriedShown:
    """Return what would change in words."""
    changes = [(name_of(found.people.get(person)), f"{_mentor(found, was)} → {_mentor(found, now)}") for person, was, now in found.changes]
    before, after = found.before, found.after
    facts = (
        (_("Matched"), str(before.matched), str(after.matched)),
        (_("Waiting"), str(before.waiting), str(after.waiting)),
        (_("Value of all pairs"), str(before.total), str(after.total)),
    )
    first = _("The first %(shown)s of %(left)s") % {"shown": len(changes), "left": found.count} if found.count > len(changes) else ""
    words = {"name": name_of(found.mentor), "capacity": found.capacity, "former": found.former}
    return TriedShown(
        title=_("If %(name)s took %(capacity)s instead of %(former)s") % words, facts=facts, changes=tuple(changes), is_same=not changes,
        first_words=first, ref=found.ref, is_current=found.is_current,
    )  # fmt: skip


def _mentor(found: TriedRow, mentor: int | None) -> str:
    return name_of(found.people.get(mentor)) if mentor is not None else _("waits")
