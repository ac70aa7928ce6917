"""Alerts for those who look after people: a list, the living ones of a team, one with all that is known."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F, Q, QuerySet

from bole.access.rules import TABLE
from bole.kit.action import look
from bole.kit.clock import local_day
from bole.people.queries import Card, managers_on
from bole.scoring.models import Indicator
from bole.scoring.queries import closed_to_others
from bole.scoring.rules.indicator import IndicatorRule, indicator_of
from bole.signals.actions.steps import TAKEN_BACK
from bole.signals.models import ALIVE, Alert, AlertStep
from bole.signals.permissions import is_escalated, is_shown_to_others, looked_as
from bole.signals.rules.life import HELP, talks_off
from bole.values.viewer import Viewer

UNIT = 1000
MOST_ALIVE = 300
CLOSED_FOR = timedelta(days=365)
# Advice whose day to look again has come is reminded of for so long.
REMINDED_FOR = timedelta(days=14)
TALK = "one_to_one"  # under which a step keeps its talk
READERS = TABLE["alert"]["read"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRow:
    """An alert; values in the indicator's unit. `stage`: first, open, snoozed or closed."""

    ref: str
    person_id: int
    indicator: IndicatorRule
    onset_on: date
    noticed_on: date
    usual: float
    now: float
    sample_days: int
    evidence: tuple[Mapping[str, Any], ...]
    stage: str
    manager_sees_at: datetime
    snoozed_until: date | None
    closed_on: date | None
    closed_why: str
    closed_value: float | None
    is_useful: bool | None
    is_escalated: bool
    version: int

    @property
    def is_alive(self) -> bool:
        """Test if it is not closed."""
        return self.stage != "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """Something that was said or done."""

    kind: str
    words: str
    by: str
    at: datetime
    look_again_on: date | None
    more: Mapping[str, Any]
    is_off: bool = False

    @property
    def is_help(self) -> bool:
        """Test if something was done: a talk that was called off, and advice that was taken back, were not."""
        return self.kind in HELP and not self.is_off


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """Advice whose day to look again has come."""

    alert: AlertRow
    step: StepRow


def looks_after_somebody(viewer: Viewer) -> bool:
    """Test if there can be alerts of others for the viewer."""
    return bool(viewer.reports or viewer.chain or viewer.partnered) or viewer.has_role("hr", "hr_admin", "auditor")


def open_alerts_of(viewer: Viewer, person_ids: Collection[int], *, at: datetime) -> dict[int, tuple[AlertRow, ...]]:
    """Return the alerts of these people that wait for their manager (three queries); what is snoozed is left out."""
    found = list(visible_to(viewer, at=at, person_ids=person_ids).filter(state__in=ALIVE).order_by("-noticed_on", "-id")[:MOST_ALIVE])
    closed = closed_to_others({one.person_id for one in found}, day=local_day(at)) if found else {}
    rows: dict[int, tuple[AlertRow, ...]] = {}
    for row in rows_of([one for one in found if one.person_id not in closed], at=at):
        if row.stage == "open":
            rows[row.person_id] = (*rows.get(row.person_id, ()), row)
    return rows


def visible_to(viewer: Viewer, *, at: datetime, person_ids: Collection[int] | None = None) -> QuerySet[Alert]:
    """Return the alerts of others that the table lets the viewer read (three queries for a manager of managers, else none).

    Whose score is closed to others is for the caller to leave out.
    """
    rows = Alert.objects.filter(Q(closed_at=None) | Q(closed_at__gt=F("manager_sees_at")), manager_sees_at__lte=at)
    rows = rows.exclude(closed_why="withdrawn")
    if person_ids is not None:
        rows = rows.filter(person__among=sorted(person_ids))
    if viewer.person_id is not None:
        rows = rows.exclude(person=viewer.person_id)
    if viewer.has_role("hr", "hr_admin", "auditor"):
        return rows
    own = set(viewer.reports) | (set(viewer.partnered) if "hr_partner" in READERS else set())
    mine = Q(person__among=sorted(own))
    below = set(viewer.chain) - own
    if below:
        late = Q(escalates_at__lte=at) & (Q(closed_at=None) | Q(closed_at__gt=F("escalates_at")))
        mine |= late & Q(person__among=_of_next_managers(viewer, rows.filter(late, lately(at), person__among=sorted(below)), at=at))
    return rows.filter(mine)


def lately(at: datetime) -> Q:
    """Return the condition that an alert lives, or was noticed within the last year."""
    return Q(state__in=ALIVE) | Q(noticed_on__gt=local_day(at) - CLOSED_FOR)


def _of_next_managers(viewer: Viewer, escalated: QuerySet[Alert], *, at: datetime) -> list[int]:
    """Return who of these people is led by somebody who reports to the viewer."""
    people = set(escalated.values_list("person_id", flat=True).distinct())
    managers = managers_on(people, local_day(at)) if people else {}
    return sorted(one for one, manager in managers.items() if manager in viewer.reports)


def indicators_of(found: Collection[Alert]) -> dict[str, IndicatorRule]:
    """Return the indicators of these alerts (one query)."""
    rows = Indicator.objects.filter(code__in={one.indicator for one in found}).values_list("code", "definition") if found else ()
    return {code: indicator_of(raw) for code, raw in rows}


def steps_of(alert_ids: Collection[int]) -> dict[int, tuple[StepRow, ...]]:
    """Return the steps of these alerts in order (one query)."""
    found: dict[int, list[StepRow]] = {}
    rows = AlertStep.objects.filter(alert__among=sorted(alert_ids)).order_by("at", "id")
    for one in rows:
        step = StepRow(kind=one.kind, words=str(one.words), by=one.by, at=one.at, look_again_on=one.look_again_on, more=one.more)
        found.setdefault(one.alert_id, []).append(step)
    return {key: _with_off(steps) for key, steps in found.items()}


def _with_off(steps: list[StepRow]) -> tuple[StepRow, ...]:
    """Mark the talks that were called off, and the advice that was taken back."""
    off = talks_off((one.kind, str(one.more.get(TALK, ""))) for one in steps)
    return tuple(replace(one, is_off=(one.kind == "talk" and one.more.get(TALK) in off) or TAKEN_BACK in one.more) for one in steps)


def reminders_in(rows: Collection[AlertRow], steps: Mapping[str, tuple[StepRow, ...]], *, day: date) -> list[Reminder]:
    """Return the advice whose day to look again has come, if nothing was done since."""
    found = []
    for one in rows:
        own = [step for step in steps.get(one.ref, ()) if step.is_help or step.kind == "not_a_problem"]
        last = own[-1] if own else None
        if last and last.look_again_on and last.look_again_on <= day < last.look_again_on + REMINDED_FOR:
            found.append(Reminder(alert=one, step=last))
    return found


def _row(one: Alert, indicators: Mapping[str, IndicatorRule], *, at: datetime) -> AlertRow:
    return AlertRow(
        ref=one.ref,
        person_id=one.person_id,
        indicator=indicators[one.indicator],
        onset_on=one.onset_on,
        noticed_on=one.noticed_on,
        usual=one.usual / UNIT,
        now=one.now_value / UNIT,
        sample_days=one.sample_days,
        evidence=tuple(one.evidence),
        stage=stage_of(one, at=at),
        manager_sees_at=one.manager_sees_at,
        snoozed_until=one.snoozed_until,
        closed_on=one.closed_on,
        closed_why=one.closed_why,
        closed_value=None if one.closed_value is None else one.closed_value / UNIT,
        is_useful=one.is_useful,
        is_escalated=is_escalated(one, at=at),
        version=one.version,
    )


def stage_of(one: Alert, *, at: datetime) -> str:
    """Return where an alert stands at a moment, whatever the last job did."""
    if one.state == "closed":
        return "closed"
    if not is_shown_to_others(one, at=at):
        return "first"
    return "snoozed" if one.snoozed_until and one.snoozed_until > local_day(at) else "open"


def rows_of(found: Collection[Alert], *, at: datetime) -> list[AlertRow]:
    """Return alerts as rows (one query)."""
    indicators = indicators_of(found)
    return [_row(one, indicators, at=at) for one in found]


def note_look(viewer: Viewer, card: Card, *, at: datetime) -> None:
    """Put a look at somebody's alert on the record, where it is one."""
    role = looked_as(viewer, card.person_id)
    if role:
        look(what="alert.look", by=viewer, at=at, subject=card.ref, fields=("alert", f"as:{role}"))
