"""Whom HR names for a panel, in words: picks with number and place, and what a search found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.languages import joined
from bole.people.queries import Card
from bole.people.words import name_of, place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """A list of people: the picks, which of them are ticked, and what the search says."""

    choices: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    said: str


def picked(numbers: Sequence[str], named: Mapping[str, Card], found: Sequence[Card], *, text: str) -> Picked:
    """Return who is picked, then who was found: a single one is ticked at once."""
    fresh = [one for one in found if one.number not in numbers]
    ticked = [fresh[0].number] if len(found) == len(fresh) == 1 else []
    choices = [(number, _words(named[number]) if number in named else number) for number in numbers]
    return Picked(
        choices=(*choices, *((one.number, _words(one)) for one in fresh)),
        numbers=(*numbers, *ticked),
        said=_said(found, fresh, text=text, is_ticked=bool(ticked)),
    )


def _said(found: Sequence[Card], fresh: Sequence[Card], *, text: str, is_ticked: bool) -> str:
    if not text:
        return ""
    if not found:
        return _("Nobody found for “%(text)s”. Try pinyin initials or a staff number.") % {"text": text}
    if not fresh:
        return _("Whoever fits “%(text)s” stands here already.") % {"text": text}
    if is_ticked:
        return _("%(name)s is ticked.") % {"name": name_of(fresh[0])}
    words = ngettext("%(n)s found for “%(text)s”. Tick who is meant.", "%(n)s found for “%(text)s”. Tick who is meant.", len(fresh))
    return words % {"n": len(fresh), "text": text}


def _words(one: Card) -> str:
    return joined(name_of(one), one.number, place_of(one))
