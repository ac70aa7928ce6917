"""The months behind a line of evidence: what was reached and asked, a series, or what people and absences say."""

from dataclasses import dataclass
from datetime import date

from bole.access.rules import may_company
from bole.signals.counting import months_before
from bole.signals.models import Diagnosis, Series, UnitMonth
from bole.signals.queries.conditions import conditions_of, given_kinds
from bole.signals.queries.diagnoses import DiagnosisRow, diagnosis_for
from bole.signals.queries.unit_months import months_of
from bole.signals.rules.series import KINDS
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceMonth:
    """A month of a line of evidence; `asked` is a target, `records` how many records it stands on, `source` of what it was made."""

    month: date
    value: float | None
    asked: float | None = None
    records: int = 0
    is_missed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The months behind a line of evidence. `series_ref` leads to a series that was given, for whom that is open.

    `is_counted`: nobody gave it, the system counted it itself.
    """

    row: DiagnosisRow
    kind: str
    months: tuple[EvidenceMonth, ...]
    series_ref: str
    is_counted: bool


def evidence_for(viewer: Viewer, ref: str, kind: str, *, day: date) -> Evidence:
    """Return the months of the indicator itself (`indicator`) or of a kind of series.

    :raises NotFound: if the causes of this diagnosis are not open to the viewer, or there is no such kind
    """
    one = diagnosis_for(viewer, ref, day=day)
    if not one.sees_whole or (kind != "indicator" and kind not in KINDS):
        raise NotFound
    months = [month for month in months_before(day) if month <= one.row.last_month or kind == "indicator"]
    is_counted = kind == "indicator" or KINDS[kind].is_own or (KINDS[kind].is_counted and kind not in given_kinds(one.row.unit_id, months))
    ref_of_series = "" if is_counted and kind != "staffing" else _series_ref(viewer, one.row, kind)
    return Evidence(row=one.row, kind=kind, months=_months(one.row, kind, months), series_ref=ref_of_series, is_counted=is_counted)


def _months(row: DiagnosisRow, kind: str, months: list[date]) -> tuple[EvidenceMonth, ...]:
    missed = {month for month in months if row.first_month <= month <= row.last_month}
    if kind == "indicator":
        pair = (row.unit_id, row.rule.code)
        counted = months_of([pair], months)[pair]
        return tuple(
            EvidenceMonth(month=one.month, value=one.actual, asked=one.target, records=one.sample, is_missed=one.month in missed)
            for one in counted
        )
    known = conditions_of([row.unit_id], months)[row.unit_id]
    values = dict(known.get(kind, {}))
    heads = known.get("headcount", {})
    if kind == "staffing":
        planned = known.get("establishment") or {m: heads[m] + free for m, free in known.get("vacancies", {}).items() if m in heads}
        values = {month: heads[month] / posts for month, posts in planned.items() if posts and month in heads}
    if kind == "work_a_head":
        rows = UnitMonth.objects.filter(unit=row.unit_id, indicator=row.rule.code, month__in=months).values_list("month", "sample")
        values = {month: sample / heads[month] for month, sample in rows if heads.get(month) and sample}
    return tuple(EvidenceMonth(month=month, value=values.get(month), is_missed=month in missed) for month in months)


def _series_ref(viewer: Viewer, row: DiagnosisRow, kind: str) -> str:
    if not may_company(viewer, "read", "series"):
        return ""
    given = {"staffing": "establishment"}.get(kind, kind)
    path = Diagnosis.objects.filter(ref=row.ref).values_list("unit__path", flat=True).get()
    above = [int(key) for key in reversed(path.strip("/").split("/"))]
    refs = dict(Series.objects.filter(kind=given).values_list("unit_id", "ref"))
    return next((refs[unit] for unit in [*above, None] if unit in refs), "")
