"""The record in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.audit.models import Entry
from bole.audit.registry import subject_names
from bole.audit.rules import Fault
from bole.audit.words import done
from bole.kit.ui.days import brief_day, hour

MOST_FAULTS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """One line of the record."""

    seq: int
    day: str
    hour: str
    by: str
    what: str
    subject: str
    things: str
    fields: str
    reason: str
    request: str


def lines_shown(entries: Sequence[Entry]) -> list[LineShown]:
    """Return lines of the record (one query for the names)."""
    names = subject_names({one.subject for one in entries if one.subject})
    return [
        LineShown(
            seq=one.seq,
            day=brief_day(one.at),
            hour=hour(one.at),
            by=_(one.by),
            what=done(one.what),
            subject=names.get(one.subject, ""),
            things=_few(one.things),
            fields=", ".join(one.fields),
            reason=one.reason,
            request=one.request,
        )
        for one in entries
    ]


def _few(things: Sequence[str]) -> str:
    """Name the first things; count the rest."""
    said = ", ".join(things[:3])
    more = len(things) - 3
    return said if more <= 0 else _("%(said)s and %(more)s more") % {"said": said, "more": more}


def fault_words(fault: Fault) -> str:
    """Return where the chain is broken, and how."""
    said = {"changed": _("Line %(seq)s was changed after it was written."), "gap": _("Before line %(seq)s something is missing.")}
    return said.get(fault.kind, _("After line %(seq)s the end is missing.")) % {"seq": fault.seq}


def check_words(faults: Sequence[Fault], count: int) -> str:
    """Return what the check found, in a sentence."""
    if not faults:
        return ngettext("The chain is whole: %(count)s line, none missing, none changed.",
                        "The chain is whole: %(count)s lines, none missing, none changed.", count) % {"count": count}  # fmt: skip
    return ngettext("The chain is broken in %(count)s place.", "The chain is broken in %(count)s places.", len(faults)) % {
        "count": len(faults)
    }
