"""The months behind a line of evidence, in words and as a line."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from bole.kit.ui.charts import Trend
from bole.signals.queries.evidence import Evidence, EvidenceMonth
from bole.signals.shown.amounts import amount_words, kind_words, month_words, series_words
from bole.signals.shown.diagnoses import title_of
from bole.signals.shown.values import name_of, sentences

_FROM = {
    "headcount": "people", "staffing": "people", "tenure": "people", "staying": "people", "attendance": "absences", "work_a_head": "work",
    "indicator": "work", "training": "growth", "exams": "growth", "held_skills": "growth",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceShown:
    """The page in words."""

    ref: str
    title: str
    note: str
    source: str
    series_ref: str
    chart: Trend | None
    has_targets: bool
    kind: str
    rows: tuple[tuple[str, str, str, str, bool, str], ...]


def evidence_shown(found: Evidence) -> EvidenceShown:
    """Return the months in words, the newest first."""
    name = name_of(found.row.rule) if found.kind == "indicator" else kind_words(found.kind)
    return EvidenceShown(
        ref=found.row.ref,
        title=name,
        note=title_of(found.row),
        source=_source(found),
        kind=found.kind,
        series_ref=found.series_ref,
        chart=_chart(found, name),
        has_targets=found.kind == "indicator",
        rows=tuple(_row(found, one) for one in reversed(found.months)),
    )


def _source(found: Evidence) -> str:
    match _FROM.get(found.kind) if found.is_counted else "":
        case "people":
            return _("Counted from posts and contracts as of the last day of each month.")
        case "absences":
            return _("Counted from working days without a recorded absence.")
        case "work":
            return _("Summed from the records of everybody who was in the unit on the day.")
        case "growth":
            return sentences(
                _("Counted by the system from courses, exams and skills in the growth room; nobody typed it."), _learned(found.kind)
            )
        case _:
            return _("Given by hand, as a file or by the API.")


def _learned(kind: str) -> str:
    """Return how a month's value is counted."""
    return {
        "training": _("Each month: hours of course steps done in the half year up to it, for each head."),
        "exams": _("Each month: which part of the tries in the half year up to it was passed."),
        "held_skills": _("Each month: which part of the skills that people's grades ask is confirmed at its level."),
    }[kind]


def _said(found: Evidence, value: float | None) -> str:
    return amount_words(found.row.rule.unit, value) if found.kind == "indicator" else series_words(found.kind, value)


def _row(found: Evidence, one: EvidenceMonth) -> tuple[str, str, str, str, bool, str]:
    asked = amount_words(found.row.rule.unit, one.asked) if one.asked is not None else "–"
    records, opens = str(one.records) if one.records else "", "" if one.value is None else f"{one.month:%Y-%m}"
    return month_words(one.month), _said(found, one.value), asked, records, one.is_missed, opens


def _chart(found: Evidence, name: str) -> Trend | None:
    values = [one.value for one in found.months]
    if sum(value is not None for value in values) < 3:
        return None
    last = next((value for value in reversed(values) if value is not None), None)
    return Trend(
        label=_("%(name)s by month, last %(value)s") % {"name": name, "value": _said(found, last)},
        values=values,
        names=[month_words(one.month) for one in found.months],
        shown=[_said(found, value) for value in values],
        now_words=_said(found, last),
    )
