"""Requests for support, in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day
from bole.scoring.queries import SupportRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportShown:
    """A request: what was asked, how long it waits or what was answered."""

    ref: str
    words: str
    note: str
    answer: str
    is_open: bool


def support_shown(row: SupportRow) -> SupportShown:
    """Return a request in words."""
    asked = _("asked on %(day)s") % {"day": brief_day(row.asked_at)}
    note = f"{asked}{_(', ')}{waits_words(row.waits)}" if row.is_open else asked
    answered = _("%(name)s: %(answer)s") % {"name": row.answered_by, "answer": row.answer} if row.answer else ""
    return SupportShown(ref=row.ref, words=row.words, note=note, answer=answered, is_open=row.is_open)


def waits_words(days: int) -> str:
    """Return for how long a request waits."""
    return (
        ngettext("waiting for %(count)s working day", "waiting for %(count)s working days", days) % {"count": days}
        if days
        else _("new today")
    )
