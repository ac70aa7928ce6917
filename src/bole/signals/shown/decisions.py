"""Decisions and targets in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.queries.diagnoses import DecisionRow, DiagnosisRow, OneDiagnosis
from bole.signals.queries.unit_months import TargetSpell
from bole.signals.shown.amounts import amount_words, month_words
from bole.values.viewer import SYSTEM


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """A decision in words."""

    title: str
    note: str
    reason: str
    second: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetShown:
    """A target while it holds."""

    value: str
    since: str
    by: str
    why: str


def decision_shown(one: DecisionRow, row: DiagnosisRow) -> DecisionShown:
    """Return a decision in words."""
    before, after = (amount_words(row.rule.unit, value) for value in (one.before, one.after))
    title = (
        _("Target stays at %(before)s") % {"before": before}
        if one.after is None
        else _("From %(before)s to %(after)s") % {"before": before, "after": after}
    )
    tone, state = {
        "waiting": ("wait", _("waits for a second person")), "approved": ("done", _("approved")), "declined": ("plain", _("sent back")),
        "noted": ("done", _("decided")),
    }[one.state]  # fmt: skip
    second = ""
    if one.second_at is not None:
        said = {"name": one.second_by, "day": brief_day(local_day(one.second_at)), "words": one.second_words}
        second = (_("%(name)s, %(day)s: %(words)s") if one.second_words else _("%(name)s, %(day)s")) % said
    if one.first_day is not None:
        second = f"{second} {in_force_words(one.first_day)}".strip()
    note = _("%(name)s, %(day)s") % {"name": one.by, "day": brief_day(local_day(one.at))}
    return DecisionShown(title=title, note=note, reason=one.reason, second=second, tone=tone, state=state)


def in_force_words(first_day: date) -> str:
    """Say from when a change holds, and that what is closed stays."""
    return _("In force from %(month)s; closed months stay as they are.") % {"month": month_words(first_day)}


def waiting_words(one: OneDiagnosis) -> str:
    """Say who must check it."""
    return _("Takes effect when %(name)s has checked it") % {"name": one.checker or _("an HR admin")}


def target_shown(one: TargetSpell, rule: IndicatorRule) -> TargetShown:
    """Return a target of the unit in words."""
    since = month_words(one.first_day)
    since = (
        _("since %(month)s") % {"month": since}
        if one.last_day is None
        else _("%(first)s to %(last)s") % {"first": since, "last": month_words(one.last_day)}
    )
    return TargetShown(
        value=amount_words(rule.unit, one.value), since=since, by=_("the system") if one.by == SYSTEM.name else one.by, why=one.why
    )
