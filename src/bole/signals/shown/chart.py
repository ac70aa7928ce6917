"""The days around a change as a chart: the own usual range, and what happened when."""

from datetime import date

from django.utils.translation import gettext as _

from bole.kit.clock import local_day
from bole.kit.ui.charts import Marker, Trend
from bole.kit.ui.days import brief_day
from bole.signals.queries.one_alert import DayValue, OneAlert
from bole.signals.shown.values import brief_value, name_of, shown_value, value_words

LEAST = 5


def chart_of(one: OneAlert) -> Trend | None:
    """Return the chart; None where there is too little to draw."""
    rule, days = one.row.indicator, one.days
    values = [None if day.value is None else shown_value(rule, day.value) for day in days]
    if len([value for value in values if value is not None]) < LEAST:
        return None
    has_range = one.low is not None and one.high is not None and one.high > one.low
    low, high = shown_value(rule, one.low or 0), shown_value(rule, one.high or 0)
    now = brief_value(rule, next((day.value for day in reversed(days) if day.value is not None), None))
    said = {"indicator": name_of(rule), "usual": value_words(rule, one.row.usual), "now": now}
    return Trend(
        label=_("%(indicator)s day by day, usually %(usual)s, last %(now)s") % said,
        values=values,
        names=[brief_day(day.day) for day in days],
        shown=[value_words(rule, day.value) for day in days],
        ticks=[(n, brief_day(days[n].day)) for n in sorted({0, len(days) // 2, len(days) - 1})],
        usual=(low, high) if has_range else None,
        usual_words=(_("Usual"), brief_value(rule, one.row.usual)) if has_range else ("", ""),
        now_words=now,
        markers=_markers(one, days),
    )


def _markers(one: OneAlert, days: tuple[DayValue, ...]) -> list[Marker]:
    """Return the day it began, the first day the work was moved, and the day it was back."""
    found = [(one.row.onset_on, _begins(one))]
    moved = next((step for step in one.steps if step.kind == "workload"), None)
    if moved is not None:
        found.append((local_day(moved.at), _("Work moved")))
    if one.row.closed_why == "recovered" and one.row.closed_on is not None:
        found.append((one.row.closed_on, _("Back to usual")))
    return [Marker(index=place, words=words) for day, words in found if (place := _place(day, days)) is not None]


def _begins(one: OneAlert) -> str:
    """Name what began on the first day: a project that was taken on, else the change."""
    names = next(
        (row.get("numbers", {}).get("names") for row in one.row.evidence if row["cause"] == "project" and row["weight"] >= 0.05), None
    )
    return _("Took on %(project)s") % {"project": names[0]} if names else _("It began")


def _place(day: date, days: tuple[DayValue, ...]) -> int | None:
    return next((n for n, one in enumerate(days) if one.day >= day), None)
