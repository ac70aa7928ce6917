"""Feedback on the pages of a score and of a person, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.home.queries.people import PersonPage
from bole.home.shown.amounts import named, period_words
from bole.kit.ui.days import brief_day
from bole.people.queries import Card
from bole.reviews.queries import PieceRow
from bole.scoring.queries import Sheet
from bole.values.viewer import Viewer

KINDS = {"praise": gettext_lazy("Praise"), "advice": gettext_lazy("Advice"), "request": gettext_lazy("Ask for feedback")}
Found = tuple[Sequence[PieceRow], Mapping[int, Card]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceShown:
    """A piece beside what it is about."""

    url: str
    face: str
    name: str
    kind: str
    note: str
    when: str
    is_unread: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideShown:
    """The feedback about a score or an indicator, and the way to write or ask for some."""

    rows: tuple[PieceShown, ...]
    url: str
    act: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaysShown:
    """What one may do with somebody: write feedback, plan a talk. Empty: not offered."""

    feedback: str = ""
    talk: str = ""


def beside_shown(found: Found, sheet: Sheet, *, reader_id: int | None, number: str = "", code: str = "") -> BesideShown:
    """Return feedback in words; `number` is of whose score it is, unless one's own."""
    rows, people = found
    about = f"indicator:{code}:{sheet.period.code}" if code else f"score:{sheet.period.code}"
    asked = {"to": number, "about": about} if number else {"kind": "request", "about": about}
    return BesideShown(
        rows=tuple(_piece(one, people, sheet, reader_id) for one in rows),
        url=f"/feedback/new/?{urlencode(asked)}",
        act=_("Write feedback") if number else _("Ask for feedback"),
    )


def _piece(one: PieceRow, people: Mapping[int, Card], sheet: Sheet, reader_id: int | None) -> PieceShown:
    sender = people.get(one.sender_id)
    return PieceShown(
        url=f"/feedback/{one.ref}/",
        face=sender.name if sender else "",
        name=_("You") if one.sender_id == reader_id else sender.name if sender else "",
        kind=str(KINDS.get(one.kind, one.kind)),
        note=_about(one, sheet),
        when=str(brief_day(one.sent_at)),
        is_unread=not one.is_read,
    )


def _about(one: PieceRow, sheet: Sheet) -> str:
    if one.about is None:
        return ""
    if one.about.kind == "record":
        return one.about.title
    rule = sheet.indicator(one.about.code) if one.about.code else None
    return named(rule.zh, rule.en) if rule else period_words(sheet.period)


def ways_shown(viewer: Viewer, found: PersonPage) -> WaysShown:
    """Return what the viewer may do with somebody who works here."""
    if viewer.person_id is None or viewer.is_external or found.is_self or found.is_outsider or not found.card.is_here:
        return WaysShown()
    talk = f"/one-to-ones/new/?with={found.card.number}" if found.card.person_id in viewer.reports else ""
    return WaysShown(feedback=f"/feedback/new/?to={found.card.number}", talk=talk)
