"""Rounds in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day, day, day_of_year
from bole.kit.ui.languages import joined as _joined
from bole.kit.ui.languages import listed
from bole.people.queries import Card
from bole.surveys.queries.counts import Overview
from bole.surveys.queries.waiting import RoundRow
from bole.surveys.words import answered_words


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A round in the list of what waits."""

    url: str
    title: str
    face: str
    note: str
    has_answered: bool


def rows_shown(found: Sequence[RoundRow]) -> list[RowShown]:
    """Return rounds as lines of a list."""
    return [
        RowShown(
            url=one.address,
            title=_(one.kind.title),
            face=one.person.name if one.person else "",
            note=_joined(about_words(one.person), until_words(one)),
            has_answered=one.has_answered,
        )
        for one in found
    ]


def about_words(card: Card | None) -> str:
    """Return about whom it is; of two people of one name with the staff number."""
    if card is None:
        return ""
    name = f"{card.name} {card.number}" if card.has_namesake else card.name
    return _("About %(name)s") % {"name": name}


def until_words(one: RoundRow) -> str:
    """Return until when it can be answered, or changed."""
    if one.has_answered:
        return _("You have answered this one; you can change it until %(date)s.") % {"date": brief_day(one.closes_on)}
    return _("until %(date)s") % {"date": brief_day(one.closes_on)}


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewShown:
    """What HR sees of surveys, in words."""

    next_on: str
    days: str
    rows: tuple[tuple[str, str, str], ...]


def overview_shown(found: Overview) -> OverviewShown:
    """Return the overview in words."""
    rows = tuple(
        (_(one.title), answered_words(asked=one.asked, answered=one.answered), _("%(count)s open") % {"count": one.rounds})
        for one in found.running
    )
    return OverviewShown(next_on=str(day(found.next_on)), days=listed(day_of_year(month, on) for month, on in found.days), rows=rows)
