"""What is watched, and what came of it: per kind how many alerts, how many useful, how many false."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, F, Q

from bole.access.rules import may_company
from bole.kit.clock import local_day
from bole.people.queries import assignments_on
from bole.scoring.models import Indicator
from bole.scoring.queries import rules_by_family
from bole.scoring.rules.indicator import IndicatorRule, indicator_of
from bole.signals.models import Alert, Watch
from bole.signals.rules.life import GRACE_DAYS
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

YEAR = timedelta(days=365)
LEAST = 5  # alerts of a kind whose rates say something


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchRow:
    """An indicator, how it is watched, and how its alerts did in the past year."""

    indicator: IndicatorRule
    is_used: bool
    is_on: bool
    grace_days: int
    version: int
    changed_by: str
    changed_at: datetime | None
    alerts: int
    useful: int
    false: int
    recovered: int


def watch_rows(viewer: Viewer, *, day: date) -> list[WatchRow]:
    """Return how indicators are watched, those of models in force first (five queries).

    :raises NotFound: if that is not open to the viewer
    """
    if not may_company(viewer, "read", "watching"):
        raise NotFound
    used = {one.code for rule in rules_by_family(day).values() for one in rule.indicators}
    kept = {one.indicator: one for one in Watch.objects.all()}
    counts = quality(day=day)
    rows = [
        WatchRow(
            indicator=rule,
            is_used=rule.code in used,
            is_on=kept[rule.code].is_on if rule.code in kept else True,
            grace_days=kept[rule.code].grace_days if rule.code in kept else GRACE_DAYS,
            version=kept[rule.code].version if rule.code in kept else 0,
            changed_by=kept[rule.code].changed_by if rule.code in kept else "",
            changed_at=kept[rule.code].changed_at if rule.code in kept else None,
            **counts.get(rule.code, {"alerts": 0, "useful": 0, "false": 0, "recovered": 0}),
        )
        for rule in (indicator_of(raw) for raw in Indicator.objects.order_by("code").values_list("definition", flat=True))
        if not rule.is_veto
    ]
    return sorted(rows, key=lambda one: (not one.is_used, -one.alerts))


def quality(*, day: date) -> dict[str, dict[str, int]]:
    """Return for each kind how many alerts came in the past year, and what became of them (one query)."""
    rows = Alert.objects.filter(noticed_on__gt=day - YEAR, noticed_on__lte=day).exclude(closed_why="withdrawn").values("indicator")
    counted = rows.annotate(
        alerts=Count("id"),
        useful=Count("id", filter=Q(is_useful=True)),
        false=Count("id", filter=Q(closed_why="not_a_problem")),
        recovered=Count("id", filter=Q(closed_why="recovered")),
    )
    names = ("alerts", "useful", "false", "recovered")
    return {code: dict(zip(names, counts, strict=True)) for code, *counts in counted.values_list("indicator", *names)}


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """What came of the alerts of a kind in the past year: how many were shown to managers, found useful, called no problem."""

    alerts: int
    useful: int
    false: int


def came_of(indicator: str, *, at: datetime) -> KindRow | None:
    """Return what came of a kind's alerts, for whoever handles one (one query); None where there are too few to say anything.

    What only the person saw is not counted: a count would tell that there was something.
    """
    rows = Alert.objects.filter(indicator=indicator, noticed_on__gt=local_day(at) - YEAR, manager_sees_at__lte=at)
    rows = rows.filter(Q(closed_at=None) | Q(closed_at__gt=F("manager_sees_at"))).exclude(closed_why="withdrawn")
    useful, false = Count("id", filter=Q(is_useful=True)), Count("id", filter=Q(closed_why="not_a_problem"))
    found = rows.aggregate(alerts=Count("id"), useful=useful, false=false)
    return KindRow(**found) if found["alerts"] >= LEAST else None


def own_watched(viewer: Viewer, *, day: date) -> list[tuple[IndicatorRule, int]]:
    """Return the indicators that are watched in one's own job, each with its days of grace (four queries)."""
    post = assignments_on([viewer.person_id], day).get(viewer.person_id) if viewer.person_id is not None else None
    rule = rules_by_family(day).get(post.family_id) if post else None
    kept = {one.indicator: one for one in Watch.objects.all()}
    return [
        (one, kept[one.code].grace_days if one.code in kept else GRACE_DAYS)
        for one in (rule.indicators if rule else ())
        if not one.is_veto and (one.code not in kept or kept[one.code].is_on)
    ]
