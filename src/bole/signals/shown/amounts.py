"""Amounts of months in words: what a unit reached and should have reached, and the values of series."""

from datetime import date
from math import isnan

from django.utils.translation import gettext as _

from bole.scoring.rules.indicator import Unit
from bole.signals.rules.series import KINDS
from bole.signals.shown.values import is_english, number

_SHARES = {"staffing", "attendance", "staying"}
_OF_HUNDRED = {"exams", "held_skills"}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def amount_words(unit: Unit, value: float | None) -> str:
    """Return an amount in its unit: 350万元, 84%, 1.5小时; a dash for none."""
    if value is None:
        return "–"
    match unit:
        case "percent":
            return f"{number(value)}%"
        case "hours":
            return _("%(hours)s h") % {"hours": number(value, 2)}
        case "money":
            if is_english():
                return f"¥{value:,.0f}"
            return f"{number(value / 10_000)}万元" if abs(value) >= 10_000 else f"{number(value, 0)}元"
        case "rating5":
            return number(value, 2)
        case "points" | "count":
            return number(value)


def step_words(unit: Unit, value: float, *, whole: float) -> str:
    """Return a part of an amount, as short as a step of a chart needs it: of millions, in ten thousands without the word."""
    if unit == "money" and whole >= 10_000 and not is_english():
        return number(value / 10_000)
    return amount_words(unit, value)


def kind_words(kind: str) -> str:
    """Return what a kind of series is called."""
    one = KINDS[kind]
    return one.en if is_english() else one.zh


def series_words(kind: str, value: float | None) -> str:
    """Return a value of a series: 83%, 2.6年, 4.7小时, 12.4."""
    if value is None or isnan(value):
        return "–"
    if kind in _SHARES:
        return f"{number(value * 100)}%"
    if kind in _OF_HUNDRED:
        return f"{number(value)}%"
    if kind == "training":
        return _("%(hours)s h") % {"hours": number(value)}
    if kind == "tenure":
        return _("%(years)s years") % {"years": number(value)}
    return number(value)


def month_words(month: date) -> str:
    """Return a month: 2026年8月."""
    return f"{_MONTHS[month.month - 1]} {month.year}" if is_english() else f"{month.year}年{month.month}月"


def span_words(first: date, last: date) -> str:
    """Return the months from one to another: 8月至10月."""
    if is_english():
        return f"{_MONTHS[first.month - 1]} to {_MONTHS[last.month - 1]} {last.year}"
    return f"{first.year}年{first.month}月至{'' if first.year == last.year else f'{last.year}年'}{last.month}月"


def percent_words(share: float) -> str:
    """Return a share of 1 in whole percent."""
    return f"{round(share * 100)}%"
