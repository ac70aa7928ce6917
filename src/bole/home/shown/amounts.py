"""Numbers in words: a value in its unit, a target, a score."""

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import gettext as _

from bole.kit.ui.languages import either
from bole.kit.ui.languages import is_english as is_english
from bole.kit.ui.languages import sentences as sentences
from bole.kit.ui.words import points
from bole.scoring.rules.explanation import LeafPart
from bole.scoring.rules.indicator import Unit
from bole.scoring.rules.rounding import five_point
from bole.scoring.rules.tree import percent
from bole.values.period import Period

named = either

MINUS = "\u2212"
_MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def amount(unit: Unit, value: float | None) -> str:
    """Return a value in its unit: 93.2%, 1小时20分, 42.5万元; a dash for none."""
    if value is None:
        return "–"
    match unit:
        case "percent":
            return f"{_number(value, 1)}%"
        case "hours":
            return _hours(value)
        case "money":
            return _money(value)
        case "rating5":
            return _number(value, 2)
        case "points" | "count":
            return _number(value, 1)


def gap_between(unit: Unit, value: float, target: float) -> str:
    """Return by how much two values differ as they are shown, so that whoever subtracts finds it; of shares the percentage points."""
    apart = abs(_as_shown(unit, value) - _as_shown(unit, target))
    return amount("count" if unit == "percent" else unit, float(apart))


def _as_shown(unit: Unit, value: float) -> Decimal:
    """Return the number that `amount` writes."""
    match unit:
        case "hours":
            return Decimal(round(value * 60)) / 60
        case "money":
            is_rough = not is_english() and abs(value) >= 10_000
            return _rounded(value / 10_000, 1) * 10_000 if is_rough else _rounded(value, 0)
        case "rating5":
            return _rounded(value, 2)
        case "percent" | "points" | "count":
            return _rounded(value, 1)


def share(basis_points: int) -> str:
    """Write a weight as it is, with the decimals that it has: 30%, 12.5%."""
    return f"{percent(basis_points)}%"


def _rounded(value: float, digits: int) -> Decimal:
    """Round halves up."""
    rounded = Decimal(str(abs(round(value, 9)))).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return -rounded if value < 0 else rounded


def _number(value: float, digits: int) -> str:
    """Write with so many decimals at most, halves up, with a true minus."""
    rounded = abs(_rounded(value, digits))
    written = f"{rounded:f}".rstrip("0").rstrip(".") if digits else f"{rounded:f}"
    return MINUS + written if value < 0 and rounded else written


def _hours(value: float) -> str:
    hours, minutes = divmod(round(value * 60), 60)
    if not hours:
        return _("%(minutes)s min") % {"minutes": minutes}
    if not minutes:
        return _("%(hours)s h") % {"hours": hours}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}


def _money(value: float) -> str:
    if is_english():
        return f"¥{value:,.0f}".replace("-", MINUS)
    return f"{_number(value / 10_000, 1)}万元" if abs(value) >= 10_000 else f"{_number(value, 0)}元"


def target_of(leaf: LeafPart, period: Period) -> str:
    """Return an indicator's target: 目标90%, 目标不超过2, of half a year 目标不超过12（每月2）; nothing if it has none."""
    if leaf.target is None:
        return ""
    said = amount(leaf.unit, leaf.target)
    is_monthly = leaf.how == "sum" and period.kind != "month"
    if is_monthly:
        words = _("target at most %(whole)s (%(value)s a month)") if leaf.direction == "down" else _("target %(whole)s (%(value)s a month)")
        return words % {"whole": amount(leaf.unit, leaf.target * _MONTHS_IN[period.kind]), "value": said}
    return (_("target at most %(value)s") if leaf.direction == "down" else _("target %(value)s")) % {"value": said}


def of_five(score: int | None) -> str:
    """Write a score (in hundredths of a point) on the 5-point scale: 4.33; nothing for none."""
    return "" if score is None else points(five_point(score), 2)


def tenths(value: int) -> str:
    """Write tenths of a point with one decimal: 21 becomes 2.1."""
    return points(value * 10)


_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def period_words(period: Period) -> str:
    """Return a period as people say it: 2026年11月."""
    year, month = period.first_day.year, period.first_day.month
    match period.kind:
        case "month":
            return named(f"{year}年{month}月", f"{_MONTHS[month - 1]} {year}")
        case "quarter":
            return named(f"{year}年第{(month + 2) // 3}季度", f"quarter {(month + 2) // 3} of {year}")
        case "half":
            return named(f"{year}年{'上' if month == 1 else '下'}半年", f"{'first' if month == 1 else 'second'} half of {year}")
        case "year":
            return named(f"{year}年", f"the year {year}")
