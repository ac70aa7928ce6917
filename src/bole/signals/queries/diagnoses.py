"""Diagnoses for a viewer: the list, and one of them with its evidence; a unit's people see the targets and the reasons alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, When

from bole.access.rules import may_company
from bole.people.models import Person
from bole.scoring.models import Indicator
from bole.scoring.rules.indicator import IndicatorRule, indicator_of
from bole.signals.models import Decision, Diagnosis, MissRule
from bole.signals.queries.standing import Standing, can_check, standings_to, unit_names
from bole.signals.queries.unit_months import TargetSpell, target_spells
from bole.signals.rules.diagnosis_runs import MONTHS
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

PAGE, MOST, MOST_READ = 25, 60, 500
WAITING = ("open", "proposed")


@dataclass(frozen=True, slots=True, kw_only=True)
class DiagnosisRow:
    """A diagnosis as a list shows it. `result` is empty where the viewer sees targets and reasons alone."""

    ref: str
    unit_id: int
    unit: str
    unit_en: str
    rule: IndicatorRule
    first_month: date
    last_month: date
    outcome: str
    state: str
    result: Mapping[str, Any]
    opened_at: datetime
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnoses:
    """A page of the diagnoses that a viewer may open, those that wait first; and after how many months one opens."""

    rows: tuple[DiagnosisRow, ...]
    months: int
    may_set_months: bool
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionRow:
    """What was decided, by whom, and what the second person said. Values in the indicator's unit."""

    kind: str
    before: float
    after: float | None
    reason: str
    by: str
    at: datetime
    state: str
    second_by: str
    second_words: str
    second_at: datetime | None
    first_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OneDiagnosis:
    """A diagnosis, the targets of its unit, what was decided, and what the viewer may do."""

    row: DiagnosisRow
    targets: tuple[TargetSpell, ...]
    decisions: tuple[DecisionRow, ...]
    sees_whole: bool
    may_decide: bool
    may_check: bool
    checker: str  # who may check it: the next head above, by name; empty: an HR admin


def can_list(viewer: Viewer) -> bool:
    """Test if the viewer is offered the list: who leads somebody, HR, and the auditor."""
    return bool(viewer.reports) or viewer.has_role("hr", "hr_partner", "hr_admin", "auditor")


def diagnoses_for(viewer: Viewer, *, day: date, after: str = "", size: int = MOST) -> Diagnoses:
    """Return a page of the diagnoses that the viewer may open, those that wait for somebody first, then the newest (six queries).

    :raises NotFound: if the viewer is none of ours and serves no role, or may not open the one `after` which the page begins
    """
    if (viewer.person_id is None or viewer.is_external) and not can_list(viewer):
        raise NotFound
    waits = Case(When(state__in=WAITING, then=0), default=1)
    found = list(Diagnosis.objects.order_by(waits, "-last_month", "-id")[:MOST_READ])
    standings = standings_to(viewer, {one.unit_id for one in found}, day)
    seen = [one for one in found if standings[one.unit_id].sees]
    refs = [one.ref for one in seen]
    if after and after not in refs:
        raise NotFound(where="after")
    start = refs.index(after) + 1 if after else 0
    shown = seen[start : start + size]
    return Diagnoses(
        rows=tuple(_rows(shown, standings)),
        months=MissRule.objects.filter(indicator="").values_list("months", flat=True).first() or MONTHS,
        may_set_months=may_company(viewer, "change", "targets"),
        after=shown[-1].ref if len(seen) > start + size else "",
    )


def diagnosis_for(viewer: Viewer, ref: str, *, day: date) -> OneDiagnosis:
    """Return a diagnosis (nine queries at most).

    :raises NotFound: if there is none, or the viewer has nothing to do with its unit
    """
    found = Diagnosis.objects.filter(ref=ref).first()
    standing = standings_to(viewer, [found.unit_id], day)[found.unit_id] if found else None
    if found is None or standing is None or not standing.sees:
        raise NotFound
    decisions = tuple(_decision(one) for one in Decision.objects.filter(diagnosis=found).order_by("-at", "-id"))
    waiting = Decision.objects.filter(diagnosis=found, state="waiting").values_list("by_account", "by_person").first()
    is_own = waiting is not None and (waiting[0] == viewer.account_id or (viewer.person_id is not None and waiting[1] == viewer.person_id))
    pair = (found.unit_id, found.indicator)
    return OneDiagnosis(
        row=_rows([found], {found.unit_id: standing})[0],
        targets=target_spells([pair]).get(pair, ()),
        decisions=decisions,
        sees_whole=standing.sees_whole,
        may_decide="head" in standing.how and found.state == "open",
        may_check=waiting is not None and not is_own and can_check(viewer, standing),
        checker=_checker(standing, waiting[1] if waiting else None),
    )


def _checker(standing: Standing, proposer: int | None) -> str:
    above = [head for head in standing.heads[1:] if head != proposer]
    return Person.objects.filter(pk=above[0]).values_list("name", flat=True).first() or "" if above else ""


def _rows(found: Sequence[Diagnosis], standings: Mapping[int, Standing]) -> list[DiagnosisRow]:
    codes = {one.indicator for one in found}
    rules = {code: indicator_of(raw) for code, raw in Indicator.objects.filter(code__in=codes).values_list("code", "definition")}
    names = unit_names({one.unit_id for one in found})
    return [
        DiagnosisRow(
            ref=one.ref, unit_id=one.unit_id, unit=names[one.unit_id][0], unit_en=names[one.unit_id][1], rule=rules[one.indicator],
            first_month=one.first_month, last_month=one.last_month, outcome=one.outcome, state=one.state,
            result=one.result if standings[one.unit_id].sees_whole else {}, opened_at=one.opened_at, version=one.version,
        )
        for one in found
    ]  # fmt: skip


def _decision(one: Decision) -> DecisionRow:
    return DecisionRow(
        kind=one.kind, before=one.before / 1000, after=None if one.after is None else one.after / 1000, reason=one.reason, by=one.by,
        at=one.at, state=one.state, second_by=one.second_by, second_words=one.second_words, second_at=one.second_at,
        first_day=one.first_day,
    )  # fmt: skip
