"""Targets: of which indicator, for whom, since when, by whom and why; and what a new one may say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bole.access.rules import may, may_company
from bole.people.models import JobFamily
from bole.people.queries import Card, cards, unit_rows
from bole.scoring.actions.scores import live_kind
from bole.scoring.computing import UNIT, scope_of
from bole.scoring.models import Closing, Indicator, Target
from bole.scoring.rules.curves import Direction
from bole.scoring.rules.indicator import How, IndicatorRule, Unit, indicator_of
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

AHEAD = 6
NEARER = {"company": 0, "family": 1, "whole": 2, "unit": 3, "person": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetRow:
    """One target. `value` is in the indicator's shown unit; names are of the family, the unit or nobody."""

    scope: str
    name: str
    name_en: str
    person_id: int | None
    value: float
    first_day: date
    last_day: date | None
    by: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorTargets:
    """An indicator with its targets, the widest first; `usual` is what its definition brings along."""

    code: str
    zh: str
    en: str
    unit: Unit
    direction: Direction
    how: How
    usual: float | None
    rows: tuple[TargetRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """All targets that hold on the day or will, and the cards of the people in them."""

    indicators: tuple[IndicatorTargets, ...]
    cards: dict[int, Card]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What a new target may be about, and from when."""

    indicators: tuple[tuple[str, str, str], ...]
    families: tuple[tuple[str, str, str], ...]
    units: tuple[tuple[str, str, str, int], ...]
    days: tuple[Period, ...]


def targets(viewer: Viewer, *, day: date) -> Targets:
    """Return the targets of each used indicator (five queries).

    :raises NotFound: unless targets are open to the viewer
    """
    if not may_company(viewer, "read", "targets"):
        raise NotFound
    found: dict[str, list[TargetRow]] = {}
    rows = Target.objects.filter(withdrawn_at=None).exclude(last_day__lt=day).select_related("family", "unit")
    for row in rows.order_by("first_day", "id"):
        if row.person_id is None or may(viewer, "read", "score", row.person_id):
            found.setdefault(row.indicator, []).append(_row(row))
    people = {one.person_id for some in found.values() for one in some if one.person_id is not None}
    known = Indicator.objects.filter(is_used=True).order_by("code").values_list("code", "zh", "en", "definition")
    return Targets(
        indicators=tuple(_with_rows(code, zh, en, indicator_of(definition), found.get(code, ())) for code, zh, en, definition in known),
        cards=cards(people, day),
    )


def choices(viewer: Viewer, *, day: date) -> Choices:
    """Return what a new target may be about.

    :raises NotFound: unless targets are open to the viewer
    """
    if not may_company(viewer, "read", "targets"):
        raise NotFound
    return Choices(
        indicators=tuple(Indicator.objects.filter(is_used=True).order_by("code").values_list("code", "zh", "en")),
        families=tuple(JobFamily.objects.order_by("code").values_list("code", "name", "name_en")),
        units=tuple((one.ref, one.name, one.name_en, one.depth) for one in unit_rows(day)),
        days=tuple(_borders(day)),
    )


def _borders(day: date) -> list[Period]:
    """Return the periods that a target may start with: those after the last closed one, up to half a year ahead."""
    period = Period.of(live_kind(), day)
    closed = [Period.parse(code) for code in Closing.objects.values_list("period", flat=True)]
    last = max((one for one in closed if one.kind == period.kind), default=None)
    first = period
    if last is not None and period.before > last:
        first = period.before
    elif last is not None and period <= last:
        first = last.after
    found = [first]
    while len(found) < AHEAD:
        found.append(found[-1].after)
    return found


def _with_rows(code: str, zh: str, en: str, rule: IndicatorRule, rows: Sequence[TargetRow]) -> IndicatorTargets:
    ordered = tuple(sorted(rows, key=lambda one: (NEARER[one.scope], one.first_day)))
    return IndicatorTargets(
        code=code, zh=zh, en=en, unit=rule.unit, direction=rule.direction, how=rule.how, usual=rule.target, rows=ordered
    )


def _row(row: Target) -> TargetRow:
    named = row.unit or row.family
    return TargetRow(
        scope=scope_of(row),
        name=named.name if named else "",
        name_en=named.name_en if named else "",
        person_id=row.person_id,
        value=row.value / UNIT,
        first_day=row.first_day,
        last_day=row.last_day,
        by=row.by,
        why=row.why,
    )
