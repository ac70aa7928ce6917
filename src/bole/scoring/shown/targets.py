"""Targets in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day
from bole.people.queries import Card
from bole.scoring.queries.targets import Choices, IndicatorTargets, TargetRow, Targets
from bole.scoring.rules.indicator import Unit
from bole.scoring.shown.periods import named, period_words
from bole.scoring.words import valued as valued
from bole.values.viewer import SYSTEM


@dataclass(frozen=True, slots=True, kw_only=True)
class RowShown:
    """One target as a line."""

    scope: str
    name: str
    value: str
    since: str
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorShown:
    """An indicator and its targets."""

    code: str
    name: str
    note: str
    rows: tuple[RowShown, ...]
    usual: str


def targets_shown(found: Targets) -> list[IndicatorShown]:
    """Return the indicators in words, those with targets of their own first."""
    shown = [_indicator(one, found.cards) for one in found.indicators]
    return sorted(shown, key=lambda one: not one.rows)


def title_of(found: Targets) -> str:
    """Return how many targets there are, in a sentence."""
    count = sum(len(one.rows) for one in found.indicators)
    if not count:
        return _("Every indicator has the target of its definition")
    return ngettext("%(count)s target of our own", "%(count)s targets of our own", count) % {"count": count}


def form_choices(found: Choices) -> dict[str, list[tuple[str, str]]]:
    """Return what the form offers, by names."""
    return {
        "indicators": [(code, named(zh, en)) for code, zh, en in found.indicators],
        "families": [(code, named(name, name_en)) for code, name, name_en in found.families],
        "units": [(ref, "\u3000" * depth + named(name, name_en)) for ref, name, name_en, depth in found.units],
        "days": [(one.first_day.isoformat(), _("%(period)s on") % {"period": period_words(one)}) for one in found.days],
    }


def _indicator(one: IndicatorTargets, known: Mapping[int, Card]) -> IndicatorShown:
    note = _("lower is better") if one.direction == "down" else _("higher is better")
    if one.how == "sum":
        note = _("%(note)s; for a month") % {"note": note}
    return IndicatorShown(
        code=one.code,
        name=named(one.zh, one.en),
        note=note,
        rows=tuple(_row(row, one.unit, known) for row in one.rows),
        usual=valued(one.unit, one.usual) if one.usual is not None else "",
    )


def _row(row: TargetRow, unit: Unit, known: Mapping[int, Card]) -> RowShown:
    scope = {
        "company": _("Company"),
        "family": _("Job family"),
        "unit": _("Unit"),
        "whole": _("Unit as a whole"),
        "person": _("One person"),
    }[row.scope]
    card = known.get(row.person_id) if row.person_id is not None else None
    since = _("since %(day)s") % {"day": brief_day(row.first_day)}
    if row.last_day is not None:
        since = _("%(first)s to %(last)s") % {"first": brief_day(row.first_day), "last": brief_day(row.last_day)}
    return RowShown(
        scope=scope,
        name=card.name if card else named(row.name, row.name_en),
        value=valued(unit, row.value),
        since=since,
        by=_("the system") if row.by == SYSTEM.name else row.by,
        why=row.why,
    )
