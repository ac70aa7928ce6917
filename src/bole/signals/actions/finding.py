"""What the detector found becomes alerts, and alerts close: the writes of a look at a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import F, Q

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.signals.events import AlertClosed, AlertNoticed, AlertOpened
from bole.signals.models import ALIVE, Alert, AlertStep, Watch
from bole.signals.rules.life import ONCE_IN, Watching, days_between, end_of, escalates_at, manager_sees_at
from bole.signals.topics import alert_topic
from bole.values.viewer import Viewer

# A finding is that of an alert if it was noticed within these days of it.
SAME = timedelta(days=14)
UNIT = 1000  # values are kept in thousandths of the indicator's unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A decline that became clear; values in the indicator's unit."""

    person_id: int
    indicator: str
    onset_on: date
    noticed_on: date
    usual: float
    now: float
    sample_days: int
    evidence: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """An alert that is over, why, and the value by which it was."""

    alert_id: int
    why: str
    on: date
    value: float | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """How many alerts were opened and closed."""

    noticed: int = 0
    closed: int = 0


@dataclass(slots=True)
class _Before:
    """The alerts that are there already, by person and indicator: one again only when the days of the last are over."""

    rows: dict[tuple[int, str], list[tuple[date, str, str]]] = field(default_factory=dict)

    def allows(self, one: Found) -> bool:
        """Test if no alert of the pair lives, and none was noticed in the days before or after."""
        return all(
            state == "closed" and (why == "withdrawn" or abs(noticed - one.noticed_on) >= ONCE_IN)
            for noticed, state, why in self.rows.get((one.person_id, one.indicator), ())
        )


def watching() -> dict[str, Watching]:
    """Return how indicators are watched that are not watched as all are (one query)."""
    return {code: Watching(is_on, grace) for code, is_on, grace in Watch.objects.values_list("indicator", "is_on", "grace_days")}


@action("signals.keep_changes")
def keep_changes(*, found: Sequence[Found], over: Sequence[Over], by: Viewer, at: datetime) -> Kept:
    """Open alerts for declines that were found and close those that are over; what is there already is left as it is."""
    before = _before(found)
    noticed = [_notice(one, before, at=at) for one in found if before.allows(one)]
    closed = [close(one, at=at) for one in over]
    on_record(thing=f"{len(noticed)} alerts noticed, {sum(closed)} closed")
    return Kept(len(noticed), sum(closed))


@action("signals.keep_past_changes")
def keep_past_changes(*, found: Sequence[tuple[Found, Over | None]], by: Viewer, at: datetime) -> Kept:
    """Keep what was found on days that are over, each at the end of its own day, without announcing it. `at` is when all of them are over.

    An alert that is there already is closed if it is over by now; `alert_id` of what is over is filled in here.
    """
    zone, before = ZoneInfo(settings.TIME_ZONE), _before([one for one, _ in found])
    noticed = closed = 0
    for one, over in found:
        alert = _same(one)
        if alert is None and before.allows(one):
            alert = _notice(one, before, at=end_of(one.noticed_on, zone), is_past=True)
            noticed += 1
        if alert is not None and over is not None:
            closed += close(replace(over, alert_id=alert.pk), at=end_of(over.on, zone), is_past=True)
            before.rows[one.person_id, one.indicator][-1] = (one.noticed_on, "closed", over.why)
    Alert.objects.filter(state="first", manager_sees_at__lte=at).update(state="open", opened_at=F("manager_sees_at"))
    on_record(thing=f"{noticed} alerts noticed, {closed} closed, of days that are over")
    return Kept(noticed, closed)


def _same(one: Found) -> Alert | None:
    """Return the alert of this decline, if there is one that lives."""
    days = (one.noticed_on - SAME, one.noticed_on + SAME)
    rows = Alert.objects.filter(person=one.person_id, indicator=one.indicator, noticed_on__range=days, state__in=ALIVE)
    return rows.order_by("noticed_on").first()


def _before(found: Sequence[Found]) -> _Before:
    kept = _Before()
    rows = Alert.objects.filter(person__among=sorted({one.person_id for one in found}))
    for person, indicator, noticed, state, why in rows.values_list("person_id", "indicator", "noticed_on", "state", "closed_why"):
        kept.rows.setdefault((person, indicator), []).append((noticed, state, why))
    return kept


def _notice(one: Found, before: _Before, *, at: datetime, is_past: bool = False) -> Alert:
    """Write an alert: the person sees it from now on, the manager when the grace is over."""
    zone = ZoneInfo(settings.TIME_ZONE)
    grace = watching().get(one.indicator, Watching()).grace_days
    seen_at = manager_sees_at(at, grace, zone)
    alert = Alert.objects.create(
        person_id=one.person_id, indicator=one.indicator, onset_on=one.onset_on, noticed_on=one.noticed_on, usual=round(one.usual * UNIT),
        now_value=round(one.now * UNIT), sample_days=one.sample_days, evidence=list(one.evidence), manager_sees_at=seen_at,
        escalates_at=escalates_at(seen_at, zone), state="first" if seen_at > at else "open", opened_at=None if seen_at > at else at,
    )  # fmt: skip
    before.rows.setdefault((one.person_id, one.indicator), []).append((one.noticed_on, alert.state, ""))
    note(alert, "noticed", at=at)
    if is_past:
        return alert
    announce(AlertNoticed(alert.ref, one.person_id, one.indicator), at=at, topics=[alert_topic(one.person_id)])
    return alert


def note(
    alert: Alert,
    kind: str,
    *,
    at: datetime,
    by: Viewer | None = None,
    words: str = "",
    look_again_on: date | None = None,
    more: Mapping[str, Any] | None = None,
) -> AlertStep:
    """Write a step of an alert."""
    return AlertStep.objects.create(
        alert=alert, kind=kind, words=words, by=by.name if by else "", by_account=by.account_id if by else None, at=at,
        look_again_on=look_again_on, more=dict(more or {}),
    )  # fmt: skip


def close(one: Over, *, at: datetime, is_past: bool = False) -> bool:
    """Close an alert that lives; return False if it was over already."""
    alert = Alert.objects.select_for_update().filter(pk=one.alert_id, state__in=ALIVE).first()
    if alert is None:
        return False
    more = _since_moved(alert, one.on) if one.why == "recovered" else {}
    alert.state, alert.closed_at, alert.closed_on, alert.closed_why = "closed", at, one.on, one.why
    alert.closed_value = None if one.value is None else round(one.value * UNIT)
    alert.snoozed_until, alert.version = None, alert.version + 1
    alert.save(update_fields=["state", "closed_at", "closed_on", "closed_why", "closed_value", "snoozed_until", "version"])
    note(alert, one.why, at=at, more=more)
    if is_past:
        return True
    announce(AlertClosed(alert.ref, alert.person_id, alert.indicator, one.why), at=at, topics=[alert_topic(alert.person_id)])
    return True


def _since_moved(alert: Alert, day: date) -> dict[str, int]:
    """Return how many working days after the work was moved it was over, if it was."""
    moved = AlertStep.objects.filter(alert=alert, kind="workload").order_by("-at").values_list("at", flat=True).first()
    if moved is None:
        return {}
    return {"working_days": days_between(moved.astimezone(ZoneInfo(settings.TIME_ZONE)).date(), day)}


@action("signals.open_alerts")
def open_alerts(*, by: Viewer, at: datetime) -> int:
    """Open the alerts whose grace is over, and wake those whose week is over. Pages go by the moments themselves, whenever this runs."""
    due = list(Alert.objects.select_for_update().filter(state="first", manager_sees_at__lte=at).order_by("pk"))
    for alert in due:
        alert.state, alert.opened_at = "open", alert.manager_sees_at
        alert.save(update_fields=["state", "opened_at"])
        announce(AlertOpened(alert.ref, alert.person_id, alert.indicator), at=at, topics=[alert_topic(alert.person_id)])
    day = at.astimezone(ZoneInfo(settings.TIME_ZONE)).date()
    woken = Alert.objects.filter(Q(snoozed_until__lte=day), state="open").update(snoozed_until=None)
    return len(due) + woken
