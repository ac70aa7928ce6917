"""Values of an indicator in words: what is usual and what it is now."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from bole.kit.ui.languages import is_english as is_english
from bole.kit.ui.languages import sentences as sentences
from bole.scoring.actions.scores import live_kind
from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.queries.alerts import AlertRow
from bole.values.period import Period

WEEK = 5  # a sum of work is said for a week of five working days
MINUS = "\u2212"


def name_of(indicator: IndicatorRule) -> str:
    """Return the indicator's name in the reader's language; within an English sentence it begins small unless it is an abbreviation."""
    if not is_english():
        return indicator.zh or indicator.en
    name = indicator.en or indicator.zh
    return name[:1].lower() + name[1:] if name[1:2].islower() else name


def shown_value(indicator: IndicatorRule, value: float) -> float:
    """Return the value as it is said: of a sum what a week brings."""
    return value * WEEK if indicator.how == "sum" else value


def period_of(row: AlertRow) -> str:
    """Return the period in which a change was noticed, as the pages of records take it."""
    return Period.of(live_kind(), row.noticed_on).code


def brief_value(indicator: IndicatorRule, value: float | None) -> str:
    """Return a value as short as a chart wants it: 1.1小时."""
    if value is None or indicator.unit != "hours":
        return value_words(indicator, value)
    return _("%(hours)s h") % {"hours": number(shown_value(indicator, value))}


def value_words(indicator: IndicatorRule, value: float | None) -> str:
    """Return a value in its unit: 1小时6分, 93.2%, 每周2; a dash for none."""
    if value is None:
        return "–"
    said = _amount(indicator, shown_value(indicator, value))
    return _("%(value)s a week") % {"value": said} if indicator.how == "sum" else said


def _amount(indicator: IndicatorRule, value: float) -> str:
    match indicator.unit:
        case "percent":
            return f"{number(value)}%"
        case "hours":
            return _hours(value)
        case "money":
            return (
                f"¥{value:,.0f}" if is_english() else f"{number(value / 10_000)}万元" if abs(value) >= 10_000 else f"{number(value, 0)}元"
            )
        case "rating5":
            return number(value, 2)
        case "points" | "count":
            return number(value)


def number(value: float, digits: int = 1) -> str:
    """Write with so many decimals at most, halves up, with a true minus."""
    rounded = Decimal(str(abs(round(value, 9)))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    written = f"{rounded:f}".rstrip("0").rstrip(".") if digits else f"{rounded:f}"
    return MINUS + written if value < 0 and rounded else written


def _hours(value: float) -> str:
    hours, minutes = divmod(round(value * 60), 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": minutes}
    if not minutes:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}
