"""Peer rating in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day
from bole.reviews.queries.peers import PeerRoundRow, PeerRoundWhole
from bole.reviews.shown.naming import either, joined, name_of
from bole.surveys.words import answered_words


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRowShown:
    """A round in the list."""

    url: str
    title: str
    note: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PeerRoundShown:
    """A round with those who are rated."""

    ref: str
    title: str
    note: str
    words: str
    ratees: tuple[tuple[str, str], ...]
    may_close: bool


def row_shown(one: PeerRoundRow) -> PeerRowShown:
    """Return a round as a line of the list."""
    return PeerRowShown(
        url=f"/company/peer-rating/{one.ref}/",
        title=either(one.unit_name, one.unit_name_en),
        note=joined(days_words(one), answered_words(asked=one.asked, answered=one.answered)),
        state=_("over now") if one.is_closed else _("until %(date)s") % {"date": brief_day(one.closes_on)},
        tone="done" if one.is_closed else "wait",
    )


def whole_shown(found: PeerRoundWhole) -> PeerRoundShown:
    """Return a round in words."""
    row = found.row
    return PeerRoundShown(
        ref=row.ref,
        title=either(row.unit_name, row.unit_name_en),
        note=joined(days_words(row), _("over now") if row.is_closed else _("until %(date)s") % {"date": brief_day(row.closes_on)}),
        words=answered_words(asked=row.asked, answered=row.answered),
        ratees=tuple((name_of(card), _came_to(row, is_asked, ratings)) for card, is_asked, ratings in found.ratees),
        may_close=row.may_close,
    )


def _came_to(row: PeerRoundRow, is_asked: bool, ratings: int | None) -> str:  # noqa: FBT001  (of a row)
    if not is_asked:
        return _("fewer than three colleagues could rate; nobody is asked")
    if not row.is_closed:
        return _("running")
    if ratings is None:
        return _("fewer than 3 ratings: no result, and nothing changes")
    return ngettext("%(count)s rating, the mean is a work record", "%(count)s ratings, the mean is a work record", ratings) % {
        "count": ratings
    }


def days_words(one: PeerRoundRow) -> str:
    """Return about which days of work it asks."""
    return _("%(first)s to %(last)s") % {"first": brief_day(one.first_day), "last": brief_day(one.last_day)}
