"""Days and hours in words, as the company reads them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import pgettext, pgettext_lazy

from bole.kit.clock import today
from bole.kit.ui.languages import is_english
from bole.kit.ui.library import register

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = (
    pgettext_lazy("weekday", "Mon"),
    pgettext_lazy("weekday", "Tue"),
    pgettext_lazy("weekday", "Wed"),
    pgettext_lazy("weekday", "Thu"),
    pgettext_lazy("weekday", "Fri"),
    pgettext_lazy("weekday", "Sat"),
    pgettext_lazy("weekday", "Sun"),
)


def _names(value: date) -> dict[str, object]:
    return {"year": value.year, "month": value.month, "day": value.day, "month_name": _MONTHS[value.month - 1], "weekday": weekday(value)}


def _local(value: date) -> date:
    return value.astimezone(ZoneInfo(settings.TIME_ZONE)).date() if isinstance(value, datetime) else value


@register.filter
def weekday(value: date) -> str:
    """Write the day of the week: 周一."""
    return str(_WEEKDAYS[_local(value).weekday()])


@register.filter
def day(value: date | None) -> str:
    """Write a day or a moment's day: 11月23日（周一）; with the year if it is not this one."""
    if value is None:
        return "–"
    value = _local(value)
    if value.year == today().year:
        return pgettext("day", "%(weekday)s %(day)s %(month_name)s") % _names(value)
    return pgettext("day", "%(weekday)s %(day)s %(month_name)s %(year)s") % _names(value)


@register.filter
def brief_day(value: date | None) -> str:
    """Write a day in a note or on an axis: 11月23日; with the year if it is not this one."""
    if value is None:
        return "–"
    value = _local(value)
    if value.year == today().year:
        return pgettext("day", "%(day)s %(month_name)s") % _names(value)
    return pgettext("day", "%(day)s %(month_name)s %(year)s") % _names(value)


def day_of_year(month: int, on: int) -> str:
    """Write a day of every year: 5月20日."""
    return pgettext("day", "%(day)s %(month_name)s") % {"month": month, "day": on, "month_name": _MONTHS[month - 1]}


def ends_words(first: date, last: date) -> tuple[str, str]:
    """Write both ends of a span: each with its year where the two differ, one with it where the span lies in another year."""
    if first.year != last.year:
        return (brief_day(first), pgettext("day", "%(day)s %(month_name)s %(year)s") % _names(last))
    plain = pgettext("day", "%(day)s %(month_name)s")
    return (plain % _names(first), brief_day(last)) if is_english() else (brief_day(first), plain % _names(last))


def span_words(first: date, last: date) -> str:
    """Write a span of days: 2025年12月1日–2026年5月31日, 2022年5月19日–9月18日."""
    return "–".join(ends_words(first, last))


@register.filter
def hour(value: datetime | None) -> str:
    """Write the time of day in the company's zone: 17:42."""
    return "–" if value is None else f"{value.astimezone(ZoneInfo(settings.TIME_ZONE)):%H:%M}"


@register.filter
def moment(value: datetime | None) -> str:
    """Write a moment: today's by its hour, another day's with the day before it."""
    if value is None:
        return "–"
    return hour(value) if _local(value) == today() else f"{brief_day(value)} {hour(value)}"
