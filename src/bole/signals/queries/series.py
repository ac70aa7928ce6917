"""Series for a viewer: which there are, and one with all versions of its values."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import insist, may_company
from bole.people.queries import unit_rows
from bole.signals.counting import months_before
from bole.signals.models import Series, SeriesValue
from bole.signals.rules.series import THOUSAND
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

SHOWN = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesRow:
    """A series with its last values, oldest first; names of the unit are empty for the company's own."""

    ref: str
    kind: str
    name: str
    unit: str
    unit_en: str
    values: tuple[tuple[date, float | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueVersion:
    """A value as it was given; `withdrawn_at` is set if another came, or it was taken back."""

    month: date
    value: float
    source: str
    by: str
    recorded_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OneSeries:
    """A series with its versions, the newest month first."""

    row: SeriesRow
    unit_ref: str
    versions: tuple[ValueVersion, ...]
    may_give: bool


def series_for(viewer: Viewer, *, day: date) -> list[SeriesRow]:
    """Return the series with their last values, the company's first (two queries).

    :raises NotFound: unless series are open to the viewer
    """
    insist(viewer, "read", "series")
    rows = list(Series.objects.select_related("unit").order_by("unit__path", "kind"))
    months = _months(day)
    found: defaultdict[int, dict[date, float]] = defaultdict(dict)
    values = SeriesValue.objects.filter(withdrawn_at=None, month__gte=months[0])
    for series, month, value in values.values_list("series_id", "month", "value"):
        found[series][month] = value / THOUSAND
    listed = [_row(one, found[one.pk], months) for one in rows]
    return sorted(listed, key=lambda one: bool(one.unit))


def one_series(viewer: Viewer, ref: str, *, day: date) -> OneSeries:
    """Return a series with all versions of its values (two queries).

    :raises NotFound: if there is none, or series are not open to the viewer
    """
    insist(viewer, "read", "series")
    one = Series.objects.select_related("unit").filter(ref=ref).first()
    if one is None:
        raise NotFound
    versions = [
        ValueVersion(month=month, value=value / THOUSAND, source=source, by=by, recorded_at=recorded, withdrawn_at=withdrawn)
        for month, value, source, by, recorded, withdrawn in SeriesValue.objects.filter(series=one)
        .order_by("-month", "-recorded_at", "-id")
        .values_list("month", "value", "source", "by", "recorded_at", "withdrawn_at")
    ]
    living = {version.month: version.value for version in versions if version.withdrawn_at is None}
    return OneSeries(
        row=_row(one, living, _months(day)),
        unit_ref=one.unit.ref if one.unit else "",
        versions=tuple(versions),
        may_give=may_company(viewer, "change", "series") and _looks_after(viewer, one.unit_id),
    )


def units_to_choose(viewer: Viewer, *, day: date) -> list[tuple[str, str, str, int]]:
    """Return the units whose series the viewer may give: ref, names and how far down each lies (four queries)."""
    if not may_company(viewer, "change", "series"):
        return []
    return [(one.ref, one.name, one.name_en, one.depth) for one in unit_rows(day) if _looks_after(viewer, one.id)]


def _looks_after(viewer: Viewer, unit_id: int | None) -> bool:
    return viewer.has_role("hr", "hr_admin") or (unit_id is not None and unit_id in viewer.units)


def _months(day: date) -> list[date]:
    return [*months_before(day, SHOWN - 1), day.replace(day=1)]


def _row(one: Series, values: dict[date, float], months: list[date]) -> SeriesRow:
    return SeriesRow(
        ref=one.ref, kind=one.kind, name=one.name, unit=one.unit.name if one.unit else "", unit_en=one.unit.name_en if one.unit else "",
        values=tuple((month, values.get(month)) for month in months),
    )  # fmt: skip
