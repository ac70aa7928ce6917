"""Feedback in words: lists, one piece, whom to write to, who will read it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bole.kit.ui.controls import Way
from bole.kit.ui.days import moment
from bole.people.queries import Card
from bole.reviews.queries.abouts import Choice
from bole.reviews.queries.pieces import TABS, Piece, PieceRow, Pieces
from bole.reviews.queries.recipients import Recipient
from bole.reviews.rules.about import About, address_of
from bole.reviews.shown.naming import about_url, about_words, either, joined, listed, month_of, name_of, names_of_indicators, place_of

KINDS = {"praise": gettext_lazy("Praise"), "advice": gettext_lazy("Advice"), "request": gettext_lazy("Ask for feedback")}
TAB_WORDS = {"received": gettext_lazy("Received"), "sent": gettext_lazy("Sent by me"), "asked": gettext_lazy("Asked of me")}
MOST_SIGNS = 60
ALONE = "alone"  # nobody reads along


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A piece in a list."""

    url: str
    name: str
    kind: str
    note: str
    when: str
    is_unread: bool
    state: str
    tone: str


def rows_shown(found: Sequence[PieceRow], people: Mapping[int, Card], *, reader_id: int | None) -> list[RowShown]:
    """Return pieces as lines of a list (one query)."""
    names = names_of_indicators({one.about.code for one in found if one.about})
    return [_row(one, people, names, reader_id) for one in found]


def _row(one: PieceRow, people: Mapping[int, Card], names: Mapping[str, str], reader_id: int | None) -> RowShown:
    is_mine = one.sender_id == reader_id
    other = name_of(people.get(one.recipient_id if is_mine else one.sender_id))
    along = _("to %(name)s") % {"name": name_of(people.get(one.recipient_id))} if reader_id not in {one.sender_id, one.recipient_id} else ""
    tone, state = _state(one, reader_id)
    return RowShown(
        url=f"/feedback/{one.ref}/",
        name=other,
        kind=str(KINDS.get(one.kind, one.kind)),
        note=joined(along, about_words(one.about, names)) or short(one.words),
        when=str(moment(one.last_at)),
        is_unread=not one.is_read,
        state=state,
        tone=tone,
    )


def _state(one: PieceRow, reader_id: int | None) -> tuple[str, str]:
    if one.kind == "request" and one.answered_at is None:
        return ("wait", _("waits for your answer")) if one.recipient_id == reader_id else ("wait", _("not answered yet"))
    if one.kind == "request":
        return "done", _("answered")
    return "", ""


def short(text: str) -> str:
    """Return the beginning of a text, in one line."""
    line = " ".join(text.split())
    return line if len(line) <= MOST_SIGNS else line[: MOST_SIGNS - 1] + "…"


def tabs_shown(found: Pieces, tab: str) -> list[Way]:
    """Return the ways of the list; a count only where something is unread."""
    return [Way(str(TAB_WORDS[one]), f"/feedback/?tab={one}", is_current=one == tab, count=found.unread[one] or None) for one in TABS]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidShown:
    """Something that was said."""

    name: str
    face: str
    words: str
    when: str
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceShown:
    """A piece with all that was said to it."""

    ref: str
    title: str
    face: str
    kind: str
    words: str
    when: str
    about: str
    about_url: str
    readers: str
    replies: tuple[SaidShown, ...]
    may_undo: bool
    is_asked: bool
    reply_words: str


def piece_shown(found: Piece, *, reader_id: int) -> PieceShown:
    """Return a piece in words (one query)."""
    row, people = found.row, found.people
    is_mine, is_asked = row.sender_id == reader_id, row.kind == "request" and row.recipient_id == reader_id and row.answered_at is None
    number = people[row.about.person_id].number if row.about and row.about.person_id in people else ""
    return PieceShown(
        ref=row.ref,
        title=_title(row, people, reader_id),
        face=name_of(people.get(row.recipient_id if is_mine else row.sender_id)),
        kind=str(KINDS.get(row.kind, row.kind)),
        words=row.words,
        when=str(moment(row.sent_at)),
        about=about_words(row.about, names_of_indicators({row.about.code} if row.about else ())),
        about_url=about_url(row.about, reader_id=reader_id, number=number),
        readers=_("Who can read this: %(people)s") % {"people": _readers(row, people, reader_id)},
        replies=tuple(
            SaidShown(
                name=_("You") if one.by_id == reader_id else name_of(people.get(one.by_id)),
                face=people[one.by_id].name if one.by_id in people else "",
                words=one.words,
                when=str(moment(one.at)),
                is_mine=one.by_id == reader_id,
            )
            for one in found.replies
        ),
        may_undo=found.may_undo,
        is_asked=is_asked,
        reply_words=_("Your answer") if is_asked else _("Reply or ask"),
    )


def _title(row: PieceRow, people: Mapping[int, Card], reader_id: int) -> str:
    said = {"sender": name_of(people.get(row.sender_id)), "recipient": name_of(people.get(row.recipient_id))}
    words = {
        ("praise", "sender"): _("Your praise for %(recipient)s"),
        ("advice", "sender"): _("Your advice to %(recipient)s"),
        ("request", "sender"): _("You asked %(recipient)s for feedback"),
        ("praise", "recipient"): _("%(sender)s praises your work"),
        ("advice", "recipient"): _("Advice from %(sender)s"),
        ("request", "recipient"): _("%(sender)s asks for your feedback"),
        ("praise", "along"): _("%(sender)s praises the work of %(recipient)s"),
        ("advice", "along"): _("Advice from %(sender)s to %(recipient)s"),
        ("request", "along"): _("%(sender)s asked %(recipient)s for feedback"),
    }
    part = "sender" if row.sender_id == reader_id else "recipient" if row.recipient_id == reader_id else "along"
    return words[row.kind, part] % said


def _readers(row: PieceRow, people: Mapping[int, Card], reader_id: int) -> str:
    keys = [one for one in (row.recipient_id, row.shared_with_id, row.sender_id) if one is not None]
    others = [name_of(people.get(one)) for one in keys if one != reader_id]
    return listed([*others, _("you yourself")])


def readers_words(found: Recipient, *, shared: bool = False) -> str:
    """Return who will be able to read it, by name, before it is sent."""
    names = [name_of(found.card)]
    if shared and found.manager is not None:
        names.append(_("%(name)s (manager)") % {"name": name_of(found.manager)})
    return _("Who will be able to read this: %(people)s") % {"people": listed([*names, _("you yourself")])}


def reader_choices(found: Recipient) -> list[tuple[str, str]]:
    """Return who may read it, as choices; one only where nobody can read along."""
    alone = [(ALONE, readers_words(found))]
    return [*alone, (found.manager.number, readers_words(found, shared=True))] if found.manager is not None else alone


def about_choices(offered: Sequence[Choice], given: About | None) -> list[tuple[str, str]]:
    """Return what it may be about, as choices; what the address gave comes first (one query at most)."""
    made = [("", _("Nothing in particular"))]
    if given is not None:
        made.append((address_of(given), about_words(given, names_of_indicators({given.code}))))
    for one in offered:
        words = joined(either(one.zh, one.en), month_of(one.about.period)) if one.about.code else about_words(one.about, {})
        if address_of(one.about) not in {key for key, _words in made}:
            made.append((address_of(one.about), words))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """Somebody who may be chosen."""

    name: str
    face: str
    note: str
    url: str


def person_shown(card: Card, query: str, *, base: str = "/feedback/new/?to=") -> PersonShown:
    """Return somebody as a line of a list."""
    return PersonShown(name=name_of(card), face=card.name, note=joined(place_of(card), card.number), url=f"{base}{card.number}{query}")


def until_words(sent_at: datetime) -> str:
    """Return when something was sent."""
    return str(moment(sent_at))
