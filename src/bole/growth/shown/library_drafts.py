"""Drafts of the library in words: what can be published, and what is not ready and why."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from bole.growth.queries.library_drafts import DraftRow, Drafts
from bole.growth.shown.library import KINDS
from bole.growth.shown.naming import minutes_words, said

LACKS = {
    "words": gettext_lazy("no sentence yet that says what it is about"),
    "topics": gettext_lazy("no subject yet, so nobody finds it by one"),
    "title": gettext_lazy("another one has this title"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftShown:
    """A draft in the list; `note` says what it is, or what it lacks."""

    ref: str
    url: str
    title: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftsShown:
    """The page."""

    title: str
    ready: tuple[DraftShown, ...]
    lacking: tuple[DraftShown, ...]
    more: str


def drafts_shown(found: Drafts) -> DraftsShown:
    """Return the drafts in words."""
    ready = tuple(_shown(one, _what(one)) for one in found.rows if not one.lacks)
    lacking = tuple(_shown(one, _("; ").join(str(LACKS[lack]) for lack in one.lacks)) for one in found.rows if one.lacks)
    title = ngettext("{count} draft is ready to be published", "{count} drafts are ready to be published", len(ready))
    return DraftsShown(
        title=title.format(count=len(ready)) if ready else _("No draft is ready to be published"),
        ready=ready,
        lacking=lacking,
        more=_more(found.count - len(found.rows)),
    )


def _more(count: int) -> str:
    words = ngettext("{count} more stands here once these are done", "{count} more stand here once these are done", count)
    return words.format(count=count) if count else ""


def _shown(one: DraftRow, note: str) -> DraftShown:
    row = one.row
    return DraftShown(ref=row.ref, url=f"/company/growth/library/{row.ref}/", title=said(row.title_zh, row.title_en), note=note)


def _what(one: DraftRow) -> str:
    words = said(one.row.words_zh, one.row.words_en)
    return " · ".join(part for part in (str(KINDS[one.row.kind]), minutes_words(one.row.minutes), words) if part)
