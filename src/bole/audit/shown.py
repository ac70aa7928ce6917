"""The record in words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.audit.models import Entry
from bole.audit.queries import Wanted, Who
from bole.audit.registry import subject_names, thing_names
from bole.audit.rules import Fault
from bole.audit.words import KINDS, MACHINES, done, field
from bole.kit.ui.controls import Way
from bole.kit.ui.days import brief_day, hour
from bole.kit.ui.languages import listed

MOST_FAULTS = 50
MOST_THINGS = 3
_KEY = re.compile(r"[a-z0-9]{12}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """One line of the record."""

    seq: str
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
    """Return lines of the record (one query for the people's names, one for each kind of thing that has names).

    Lines of one deed at one moment, such as a look at a whole list, stand as one.
    """
    names = subject_names({one.subject for one in entries if one.subject})
    things = Things(entries)
    return [_line(list(lines), names, things) for _deed, lines in groupby(entries, key=_deed_of)]


def _deed_of(one: Entry) -> tuple[object, ...]:
    return one.what, one.by, one.at, one.request, tuple(one.fields), one.reason, tuple(one.things)


def _line(lines: Sequence[Entry], names: Mapping[str, str], things: "Things") -> LineShown:
    last, first = lines[0], lines[-1]
    subjects = [names.get(one.subject, _("everybody") if one.subject == "everybody" else "") for one in lines]
    return LineShown(
        seq=f"{first.seq}–{last.seq}" if len(lines) > 1 else str(last.seq),
        day=brief_day(last.at),
        hour=hour(last.at),
        by=by_words(last.by),
        what=done(last.what),
        subject=_few([one for one in subjects if one]),
        things=_few([things.words(thing) for thing in last.things]),
        fields=listed(dict.fromkeys(field(name) for name in last.fields)),
        reason=last.reason,
        request=last.request,
    )


def by_words(name: str) -> str:
    """Return who it was: a person's name as it is, a connection or a program as what it is."""
    kind, _space, rest = name.partition(" ")
    if rest and kind in MACHINES:
        return _(MACHINES[kind]) % {"name": rest}
    return _("the system") if name == "system" else name


class Things:
    """What the things of some lines are called."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Ask the rooms for the names, once for each kind."""
        refs: dict[str, set[str]] = {}
        for one in entries:
            for thing in one.things[:MOST_THINGS]:
                kind, _space, ref = thing.partition(" ")
                refs.setdefault(kind, set()).add(ref)
        self.names = {kind: thing_names(kind, found) for kind, found in refs.items()}

    def words(self, thing: str) -> str:
        """Return a thing in words: its kind, and its name; a key that nobody would know is left out."""
        kind, _space, ref = thing.partition(" ")
        if kind not in KINDS:
            return thing
        name = self.names.get(kind, {}).get(ref, "" if _KEY.fullmatch(ref) else ref)
        return _("%(kind)s “%(name)s”") % {"kind": _(KINDS[kind]), "name": name} if name else _(KINDS[kind])


def ways_of(wanted: Wanted) -> list[Way]:
    """Return the ways to part the record: what people did, what machines did, everything."""
    ways: tuple[tuple[str, Who], ...] = (
        (_("What people did"), "people"),
        (_("What machines did"), "machines"),
        (_("Everything"), ""),
    )
    return [Way(words, f"?{replace(wanted, who=who, before=0).query}", is_current=wanted.who == who) for words, who in ways]


def _few(things: Sequence[str]) -> str:
    """Name the first things; count the rest."""
    said = listed(things[:MOST_THINGS])
    more = len(things) - MOST_THINGS
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
