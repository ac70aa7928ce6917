"""People in words: names, and what sets two of one name apart."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.home.queries.people import Listed, PersonPage
from bole.home.shown.amounts import named, period_words
from bole.home.shown.changes import ChangeShown, alert_words, from_to
from bole.kit.ui.words import points
from bole.people.queries import Card
from bole.people.words import name_of as name_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody in a list."""

    name: str
    face: str
    note: str
    url: str


def unit_of(card: Card) -> str:
    """Return the unit's name."""
    return named(card.unit_name, card.unit_name_en)


def position_of(card: Card) -> str:
    """Return the position's name."""
    return named(card.position_name, card.position_name_en)


def person_row(card: Card, *, is_outsider: bool = False) -> PersonRow:
    """Return somebody as a line of a list."""
    outside = _("external") if is_outsider else ""
    where = _(", ").join(part for part in (unit_of(card), position_of(card), card.number, outside) if part)
    note = where if card.is_here else _("%(where)s, has left") % {"where": where}
    return PersonRow(name=card.name, face=card.name, note=note, url=f"/people/{card.number}/")


def person_rows(found: Listed) -> list[PersonRow]:
    """Return people as lines of a list."""
    return [person_row(one, is_outsider=one.person_id in found.outsiders) for one in found.cards]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """A person's page in words."""

    name: str
    face: str
    note: str
    email: str
    manager: PersonRow | None
    score: str
    score_words: str
    score_url: str
    is_self: bool
    alerts: tuple[ChangeShown, ...] = ()


def person_shown(found: PersonPage) -> PersonShown:
    """Return a person's page in words."""
    card, sheet = found.card, found.sheet
    score_url = "/performance/" if found.is_self else f"/people/{card.number}/score/"
    return PersonShown(
        name=card.name,
        face=card.name,
        note=person_row(card, is_outsider=found.is_outsider).note,
        email=card.work_email,
        manager=person_row(found.manager) if found.manager else None,
        score=points(sheet.score) if sheet and sheet.score is not None else "",
        score_words=period_words(sheet.period) if sheet else "",
        score_url=score_url if found.may_see_score else "",
        is_self=found.is_self,
        alerts=tuple(ChangeShown(words=alert_words(one), note=from_to(one), url=f"/alerts/{one.ref}/") for one in found.alerts),
    )
