"""Diagnoses in words: what was found, how surely, on what it stands, and what is proposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from bole.kit.ui.gaps import Gap, GapStep
from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.queries.diagnoses import Diagnoses, DiagnosisRow
from bole.signals.rules.series import Cause
from bole.signals.shown.amounts import amount_words, kind_words, month_words, percent_words, series_words, span_words, step_words
from bole.signals.shown.values import MINUS, is_english, name_of, sentences

THREE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """A diagnosis as a line of the list."""

    ref: str
    title: str
    note: str
    finding: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseShown:
    """A cause with its share, its range and its evidence (words, kind)."""

    swatch: int
    name: str
    share: float
    low: float
    high: float
    share_words: str
    range_words: str
    label: str
    evidence: tuple[tuple[str, str], ...]
    is_first: bool


def cause_words(cause: Cause) -> str:
    """Return what a cause is called."""
    return {
        "target": _("Target set too high"),
        "resource": _("Too little support"),
        "capability": _("Capability needs to grow"),
        "market": _("The market changed"),
    }[cause]


def _cause_inside(cause: Cause) -> str:
    """Return what a cause is called in the middle of a sentence."""
    return {
        "target": pgettext("the main cause is", "a target set too high"),
        "resource": pgettext("the main cause is", "too little support"),
        "capability": pgettext("the main cause is", "capability that needs to grow"),
        "market": pgettext("the main cause is", "a changed market"),
    }[cause]


def title_of(row: DiagnosisRow) -> str:
    """Return which unit missed what for how long."""
    unit = row.unit_en or row.unit if is_english() else row.unit
    months = months_missed(row.first_month, row.last_month)
    said = {"unit": unit, "indicator": name_of(row.rule), "count": months}
    if months == THREE:
        return _("%(unit)s has missed its target for %(indicator)s three months running") % said
    return _("%(unit)s has missed its target for %(indicator)s %(count)s months running") % said


def months_missed(first: date, last: date) -> int:
    """Return how many months there are from one to another."""
    return (last.year - first.year) * 12 + last.month - first.month + 1


def finding_of(row: DiagnosisRow) -> str:
    """Return what was found, in a sentence."""
    result = row.result
    if not result:
        return title_of(row)
    if row.outcome == "insufficient":
        missing = _list_of([missing_words(kind) for kind in result["missing"]])
        return _("Not enough data to tell. Missing: %(missing)s. The analysis runs again when it arrives.") % {"missing": missing}
    if row.outcome == "chance":
        return _("The gap is no larger than what comes and goes by itself; no cause stands out.")
    first = _ordered(result)[0]
    said = {"cause": _cause_inside(first["cause"]), "share": percent_words(first["share"])}
    return _("The main cause is probably %(cause)s, about %(share)s") % said


def missing_words(kind: str) -> str:
    """Return what is missing."""
    if kind == "history":
        return _("six months of this indicator before")
    return {"market": _("market data"), "staffing": _("resource data"), "skills": _("capability data")}.get(kind, kind_words(kind))


def how_to_give(kinds: Sequence[str]) -> list[tuple[str, str]]:
    """Return how each kind of missing data is given: words, and where."""
    ways = {
        "history": (_("The indicator's records: connect its source, or wait until six months are known."), "/company/connections/"),
        "market": (_("Market index or customers' demand by month: by hand, as a file or by the API."), "/company/series/"),
        "staffing": (_("Establishment, budget or hours by month: by hand, as a file or by the API."), "/company/series/"),
        "skills": (_("Skill tests or training by month: by hand, as a file or by the API."), "/company/series/"),
    }
    return [ways[kind] for kind in kinds if kind in ways]


def list_shown(found: Diagnoses) -> list[RowShown]:
    """Return the lines of the list."""
    return [_row_shown(one) for one in found.rows]


def _row_shown(one: DiagnosisRow) -> RowShown:
    tone, state = state_of(one.state)
    return RowShown(
        ref=one.ref,
        title=title_of(one),
        note=span_words(one.first_month, one.last_month),
        finding=finding_of(one) if one.result else "",
        tone=tone,
        state=state,
    )


def state_of(state: str) -> tuple[str, str]:
    """Return tone and words of where a diagnosis stands."""
    return {
        "open": ("watch", _("to be decided")),
        "proposed": ("wait", _("waits for a second person")),
        "changed": ("done", _("target changed")),
        "kept": ("done", _("target kept")),
        "over": ("plain", _("target reached again")),
    }[state]


def gap_of(row: DiagnosisRow) -> Gap | None:
    """Return the chart of the gap; None where no causes are told."""
    result, rule = row.result, row.rule
    if row.outcome != "told" or not row.result:
        return None
    asked, reached = result["target"], result["actual"]
    size = abs(asked - reached)
    steps = tuple(_step(one, rule, size) for one in _ordered(result))
    said = {"asked": amount_words(rule.unit, asked), "reached": amount_words(rule.unit, reached)}
    return Gap(
        label=_("From %(asked)s to %(reached)s: where the gap comes from") % said,
        asked=asked,
        asked_words=said["asked"],
        asked_name=_("Target"),
        reached=reached,
        reached_words=said["reached"],
        reached_name=_("Reached"),
        steps=steps,
    )


def _step(one: Mapping[str, Any], rule: IndicatorRule, size: float) -> GapStep:
    brief = {"target": _("too high"), "resource": _("support"), "capability": _("ability"), "market": _("market")}[one["cause"]]
    sign = MINUS if rule.direction == "up" else "+"
    return GapStep(
        name=cause_words(one["cause"]),
        brief=brief,
        words=sign + step_words(rule.unit, one["share"] * size, whole=size),
        value=one["share"] * size,
        low=one["low"] * size,
        high=one["high"] * size,
    )


def causes_shown(row: DiagnosisRow) -> list[CauseShown]:
    """Return the causes, the largest first, each with its evidence."""
    if row.outcome != "told" or not row.result:
        return []
    return [_cause(row, one, place) for place, one in enumerate(_ordered(row.result), start=1)]


def _cause(row: DiagnosisRow, one: Mapping[str, Any], place: int) -> CauseShown:
    name, said = cause_words(one["cause"]), {"low": percent_words(one["low"]), "high": percent_words(one["high"])}
    ranged = _("%(low)s to %(high)s") % said
    return CauseShown(
        swatch=place, name=name, share=one["share"], low=one["low"], high=one["high"], share_words=percent_words(one["share"]),
        range_words=ranged, label=_("%(cause)s: %(share)s, in nine cases of ten between %(low)s and %(high)s") % {
            "cause": name, "share": percent_words(one["share"]), **said},
        evidence=tuple(_evidence(row, one["cause"])), is_first=place == 1,
    )  # fmt: skip


def _evidence(row: DiagnosisRow, cause: Cause) -> list[tuple[str, str]]:
    result, rule = row.result, row.rule
    if cause == "target":
        return _target_evidence(result, rule)
    words = _("%(name)s: usually %(usual)s, in these months %(now)s")
    found = [(words % _sight(one), one["kind"]) for one in result["sights"] if one["cause"] == cause]
    return found or [(_("Nothing is known of it in these months."), "")]


def _sight(one: Mapping[str, Any]) -> dict[str, str]:
    kind = one["kind"]
    return {"name": kind_words(kind), "usual": series_words(kind, one["usual"]), "now": series_words(kind, one["now"])}


def _target_evidence(result: Mapping[str, Any], rule: IndicatorRule) -> list[tuple[str, str]]:
    found = []
    proposal = result["proposal"]
    if proposal:
        said = {"target": amount_words(rule.unit, result["months"][-1]["target"]), "p": percent_words(proposal["chance_now"])}
        found.append((_("With its posts filled and in this market, the chance of %(target)s was about %(p)s a month") % said, "indicator"))
    if result["sisters"] and result["sisters_met"] is not None:
        said = {"count": result["sisters"], "p": percent_words(result["sisters_met"])}
        words = ngettext(
            "%(count)s similar unit reached %(p)s of its target meanwhile",
            "%(count)s similar units reached %(p)s of their targets meanwhile",
            result["sisters"],
        )
        found.append((words % said, ""))
    return found


def _ordered(result: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return sorted(result["shares"], key=lambda one: -one["share"])


def _list_of(words: Sequence[str]) -> str:
    return (", " if is_english() else "、").join(words)


def proposal_words(row: DiagnosisRow) -> str:
    """Return the proposed target in a sentence; empty where there is none."""
    proposal = row.result.get("proposal")
    if not proposal:
        return ""
    said = {
        "old": amount_words(row.rule.unit, row.result["months"][-1]["target"]),
        "new": amount_words(row.rule.unit, proposal["target"]),
        "p": round(proposal["chance"] * 100),
    }
    if said["old"] == said["new"]:
        kept = _("Proposed: keep the target at %(new)s.") % said
        chance = _("With its posts filled, a unit like this reaches it with a chance of about %(p)s %% a month.") % said
        return sentences(kept, chance)
    return (
        _("Proposed target: %(new)s instead of %(old)s. Similar units in similar months would reach it with a chance of about %(p)s %%.")
        % said
    )


def months_shown(row: DiagnosisRow) -> list[tuple[str, str, str]]:
    """Return each missed month with what was asked and reached."""
    unit = row.rule.unit
    return [
        (month_words(date.fromisoformat(one["month"])), amount_words(unit, one["target"]), amount_words(unit, one["actual"]))
        for one in row.result.get("months", ())
    ]


def intro_of(row: DiagnosisRow) -> str:
    """Return by how much the target was missed, and what was gathered."""
    result = row.result
    gap = amount_words(row.rule.unit, abs(result["target"] - result["actual"]))
    records = sum(one["records"] for one in result["months"])
    said = {"gap": gap, "count": len(result["sights"]), "records": records}
    return _("%(gap)s short on average each month. Gathered by itself: %(count)s series and %(records)s records of these months.") % said
