"""Absences in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.attendance.queries import Absences
from bole.kit.ui.days import brief_day, ends_words
from bole.people.queries import Card
from bole.values.workdays import working_days

KIND_WORDS = {
    "leave": gettext_lazy("Leave"),
    "travel": gettext_lazy("Business travel"),
    "sick": gettext_lazy("Sick leave"),
    "marriage": gettext_lazy("Marriage leave"),
    "parental": gettext_lazy("Parental leave"),
    "other": gettext_lazy("Other absence"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AbsenceShown:
    """A spell in words."""

    ref: str
    name: str
    note: str
    kind: str
    days: str
    length: str
    recorded: str
    is_now: bool
    may_withdraw: bool


def absences_shown(found: Absences, *, day: date) -> list[AbsenceShown]:
    """Return the list in words."""
    return [
        AbsenceShown(
            ref=one.ref,
            name=_name(found.people.get(one.person_id)),
            note=_note(found.people.get(one.person_id)),
            kind=str(KIND_WORDS.get(one.kind, one.kind)),
            days=span(one.first_day, one.last_day),
            length=length(one.first_day, one.last_day),
            recorded=_("recorded by %(name)s, %(day)s") % {"name": one.by, "day": brief_day(one.recorded_at)},
            is_now=one.first_day <= day <= one.last_day,
            may_withdraw=one.may_withdraw,
        )
        for one in found.rows
    ]


def span(first: date, last: date) -> str:
    """Return the days of a spell."""
    if first == last:
        return brief_day(first)
    begins, ends = ends_words(first, last)
    return _("%(first)s to %(last)s") % {"first": begins, "last": ends}


def length(first: date, last: date) -> str:
    """Return how many working days a spell has."""
    days = working_days(first, last)
    return ngettext("%(days)s working day", "%(days)s working days", days) % {"days": days}


def _name(card: Card | None) -> str:
    return card.name if card else ""


def _note(card: Card | None) -> str:
    return _(", ").join(part for part in (card.unit_name, card.number) if part) if card else ""
