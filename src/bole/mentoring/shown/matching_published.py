"""What a published round came to, in words."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.middleware import words_of
from bole.mentoring import refusals
from bole.mentoring.queries.matching_published import PublishedRow
from bole.mentoring.shown.naming import name_of
from bole.values.refusal import NotFound, Refused

_KNOWN: Final[dict[str, type[Refused]]] = {one.code: one for one in (getattr(refusals, name) for name in refusals.__all__)}


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedShown:
    """The page: how many pairs began; whose pair did not, by name with the reason."""

    began: str
    words: str
    left: tuple[tuple[str, str], ...]
    left_words: str


def published_shown(found: PublishedRow) -> PublishedShown:
    """Return the page in words."""
    began = ngettext("%(n)s pair begins. The two have been told.", "%(n)s pairs begin. All of them have been told.", found.began)
    left = tuple((name_of(one.person), words_of(_refusal(one.code)(**one.facts))[0]) for one in found.rows)
    cut = _("The first %(shown)s of %(left)s") % {"shown": len(left), "left": found.left} if found.left > len(left) else ""
    words = _("Whoever waits on has been told the reason and the place on the list.") if found.is_waiting else ""
    return PublishedShown(began=began % {"n": found.began}, words=words, left=left, left_words=cut)


def _refusal(code: str) -> type[Refused]:
    """Return the refusal of a code."""
    return _KNOWN.get(code, NotFound)
