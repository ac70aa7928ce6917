"""Series in words, with a small line."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.clock import local_day
from bole.kit.ui.charts import Trend
from bole.kit.ui.days import brief_day
from bole.signals.queries.series import OneSeries, SeriesRow, ValueVersion
from bole.signals.shown.amounts import kind_words, month_words, series_words
from bole.signals.shown.values import is_english


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesShown:
    """A series as a line of the list."""

    ref: str
    name: str
    unit: str
    last: str
    last_note: str
    values: tuple[float | None, ...]
    label: str


def series_shown(one: SeriesRow) -> SeriesShown:
    """Return a series in words."""
    month, value = next(((month, value) for month, value in reversed(one.values) if value is not None), (None, None))
    name = kind_words(one.kind)
    unit = ((one.unit_en or one.unit) if is_english() else one.unit) or _("Company")
    last = series_words(one.kind, value)
    return SeriesShown(
        ref=one.ref, name=f"{name}（{one.name}）" if one.name and not is_english() else f"{name} ({one.name})" if one.name else name,
        unit=unit, last=last, last_note=month_words(month) if month else "", values=tuple(value for _month, value in one.values),
        label=_("%(name)s by month, last %(value)s") % {"name": name, "value": last},
    )  # fmt: skip


def chart_of_series(one: OneSeries) -> Trend | None:
    """Return the line of a series; None where there is too little to draw."""
    shown = series_shown(one.row)
    if sum(value is not None for value in shown.values) < 2:
        return None
    return Trend(
        label=shown.label,
        values=shown.values,
        names=[month_words(month) for month, _value in one.row.values],
        shown=[series_words(one.row.kind, value) for _month, value in one.row.values],
        now_words=shown.last,
    )


def version_shown(one: ValueVersion, kind: str) -> dict[str, object]:
    """Return a value in words: what it was, who gave it, and if it still holds."""
    sources = {"api": _("by the API"), "file": _("as a file"), "hand": _("by hand")}
    given = _("%(name)s, %(day)s, %(how)s") % {"name": one.by, "day": brief_day(local_day(one.recorded_at)), "how": sources[one.source]}
    withdrawn = _("replaced or withdrawn on %(day)s") % {"day": brief_day(local_day(one.withdrawn_at))} if one.withdrawn_at else ""
    return {
        "month": month_words(one.month), "code": f"{one.month:%Y-%m}", "value": series_words(kind, one.value), "given": given,
        "withdrawn": withdrawn,
    }  # fmt: skip
