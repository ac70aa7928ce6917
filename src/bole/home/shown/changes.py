"""What left its usual, in a line: of one's own work, and of a team's."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.home.shown.amounts import amount, is_english, named
from bole.kit.ui.days import brief_day
from bole.signals.queries import AlertRow

WEEK = 5  # a sum of work is said for a week of five working days


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeShown:
    """A change in one's own work."""

    words: str
    note: str
    url: str


def own_change(row: AlertRow) -> ChangeShown:
    """Return a change in one's own work as a line."""
    words = _("Your %(indicator)s is not as usual") % {"indicator": indicator_name(row)}
    return ChangeShown(words=words, note=from_to(row), url=f"/changes/{row.ref}/")


def own_changes_shown(rows: Sequence[AlertRow]) -> list[ChangeShown]:
    """Return what changed in one's own work and is not over."""
    return [own_change(row) for row in rows if row.is_alive]


def alert_words(row: AlertRow) -> str:
    """Return which indicator of somebody's work changed, for their manager."""
    return _("A clear change in %(indicator)s") % {"indicator": named(row.indicator.zh, row.indicator.en)}


def from_to(row: AlertRow) -> str:
    """Return what is usual and what it is now, since when."""
    said = {"usual": _value(row, row.usual), "now": _value(row, row.now), "day": brief_day(row.onset_on)}
    return _("usually %(usual)s, %(now)s since %(day)s") % said


def indicator_name(row: AlertRow) -> str:
    """Return the indicator's name within a sentence."""
    name = named(row.indicator.zh, row.indicator.en)
    return name[:1].lower() + name[1:] if is_english() and name[1:2].islower() else name


def _value(row: AlertRow, value: float) -> str:
    if row.indicator.how == "sum":
        return _("%(value)s a week") % {"value": amount(row.indicator.unit, value * WEEK)}
    return amount(row.indicator.unit, value)
