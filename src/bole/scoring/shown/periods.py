"""Periods and names in words."""

from django.utils.translation import get_language

from bole.values.period import Period

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]


def is_english() -> bool:
    """Test if the reader reads English."""
    return (get_language() or "").startswith("en")


def named(zh: str, en: str) -> str:
    """Return the name in the reader's language; what has no other one is said as it is."""
    return en or zh if is_english() else zh or en


def period_words(period: Period) -> str:
    """Return a period as people say it: 2026年11月."""
    year, month = period.first_day.year, period.first_day.month
    match period.kind:
        case "month":
            return named(f"{year}年{month}月", f"{_MONTHS[month - 1]} {year}")
        case "quarter":
            return named(f"{year}年第{(month + 2) // 3}季度", f"Quarter {(month + 2) // 3} of {year}")
        case "half":
            return named(f"{year}年{'上' if month == 1 else '下'}半年", f"{'First' if month == 1 else 'Second'} half of {year}")
        case "year":
            return named(f"{year}年", f"Year {year}")
