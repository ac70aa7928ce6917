"""Periods in words: 2026年10月, October 2026."""

from datetime import date

from bole.kit.ui.languages import is_english
from bole.values.period import Period

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def period_words(period: Period) -> str:
    """Return a period as people say it."""
    year, month = period.first_day.year, period.first_day.month
    in_english = is_english()
    match period.kind:
        case "month":
            return f"{_MONTHS[month - 1]} {year}" if in_english else f"{year}年{month}月"
        case "quarter":
            return f"Quarter {(month + 2) // 3} of {year}" if in_english else f"{year}年第{(month + 2) // 3}季度"
        case "half":
            half = ("First", "上") if month == 1 else ("Second", "下")
            return f"{half[0]} half of {year}" if in_english else f"{year}年{half[1]}半年"
        case "year":
            return f"Year {year}" if in_english else f"{year}年"


def month_span(first: date, last: date) -> str:
    """Write a span in months: 2024年5月–11月, 2024年5月–2025年1月, May–November 2024."""
    begins, ends = (period_words(Period.of("month", one)) for one in (first, last))
    if begins == ends:
        return begins
    if first.year != last.year:
        return f"{begins}–{ends}"
    return f"{_MONTHS[first.month - 1]}–{ends}" if is_english() else f"{begins}–{last.month}月"
