"""One alert with everything that its page shows, for others and for whom it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q, QuerySet

from bole.kit.clock import local_day
from bole.kit.prepared import Prepared
from bole.people.queries import Card, cards, managers_on
from bole.scoring.actions.scores import live_kind
from bole.scoring.queries import closed_to_others
from bole.scoring.queries.held import target_held
from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.actions.steps import next_manager_of
from bole.signals.models import ALIVE, Alert
from bole.signals.permissions import can_add_context, can_handle, can_read
from bole.signals.queries.alerts import AlertRow, StepRow, rows_of, steps_of
from bole.signals.queries.proposals import waiting_of
from bole.signals.queries.watching import KindRow, came_of
from bole.signals.rules.life import SHOWN_TO_SELF
from bole.signals.rules.unit_values import Sums, value_of
from bole.values.period import Period
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.values.workdays import each_working_day, working_day_at, working_days
from bole.work.models import Reading

BEFORE, AFTER = 30, 5  # working days on the chart: before the onset, after it was over
USUAL = 60  # working days that make the usual range
TRAIL = 3  # working days with records that make a value
OWN_FOR = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayValue:
    """The value of the last working days with records, up to a day; None: there were none yet."""

    day: date
    value: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodValue:
    """What a period brought that the change is told by: the value, and how many records it stands on; as far as the usual and now reach."""

    period: Period
    value: float | None
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OneAlert:
    """An alert, what happened to it, its days and the own usual range. `manager` is the name of whoever leads the person;
    `kind` is what came of others of this kind, for others than the person.
    """

    row: AlertRow
    card: Card
    manager: str
    steps: tuple[StepRow, ...]
    days: tuple[DayValue, ...]
    low: float | None
    high: float | None
    kind: KindRow | None
    is_own: bool
    may_handle: bool
    may_add: bool
    has_target: bool = False  # one that may be changed
    waiting: str = ""  # the ref of the proposal that waits for a second person
    periods: tuple[PeriodValue, ...] = ()


def alert_for(viewer: Viewer, ref: str, *, at: datetime) -> OneAlert:
    """Return an alert of somebody else.

    :raises NotFound: if it is not open to the viewer; one's own has another page
    """
    alert = Alert.objects.filter(ref=ref).first()
    if alert is None or alert.person_id == viewer.person_id:
        raise NotFound(where="alert")
    above = next_manager_of(alert, at=at) if alert.escalates_at and alert.person_id in viewer.chain else None
    if not can_read(viewer, alert, at=at, next_manager=above) or alert.person_id in closed_to_others([alert.person_id], day=local_day(at)):
        raise NotFound(where="alert")
    return _whole(viewer, alert, at=at)


def own_alert(viewer: Viewer, ref: str, *, at: datetime) -> OneAlert:
    """Return an alert about oneself, as one may read it.

    :raises NotFound: if it is about somebody else
    """
    alert = Alert.objects.filter(ref=ref, person=viewer.person_id).first() if viewer.person_id is not None else None
    if alert is None:
        raise NotFound(where="alert")
    return _whole(viewer, alert, at=at)


def own_changes(viewer: Viewer, *, at: datetime) -> tuple[AlertRow, ...]:
    """Return what changed in one's own work, the newest first (two queries)."""
    if viewer.person_id is None:
        return ()
    return tuple(rows_of(_OWN.ask(viewer.person_id, local_day(at) - OWN_FOR), at=at))


def _own_rows(person_id: int, after: date) -> QuerySet[Alert]:
    rows = Alert.objects.filter(Q(state__in=ALIVE) | Q(noticed_on__gt=after), person=person_id)
    return rows.order_by("-noticed_on", "-id")[:20]


_OWN = Prepared(_own_rows, int, date)


def _whole(viewer: Viewer, alert: Alert, *, at: datetime) -> OneAlert:
    today = local_day(at)
    is_own = alert.person_id == viewer.person_id
    steps = steps_of([alert.pk]).get(alert.pk, ())
    manager = managers_on([alert.person_id], today).get(alert.person_id)
    people = cards({alert.person_id} | ({manager} if manager is not None else set()), today)
    until = min(today, working_day_at(alert.closed_on, AFTER)) if alert.closed_on else today
    row, handles = rows_of([alert], at=at)[0], can_handle(viewer, alert, at=at)
    days, low, high = days_of(alert.person_id, row.indicator, onset=alert.onset_on, until=until)
    return OneAlert(
        row=row,
        card=people[alert.person_id],
        manager=people[manager].name if manager in people and manager is not None else "",
        steps=tuple(one for one in steps if not is_own or _is_shown_to_self(one)),
        days=days,
        low=low,
        high=high,
        periods=periods_of(alert.person_id, row.indicator, onset=alert.onset_on, until=until),
        kind=None if is_own else came_of(alert.indicator, at=at),
        is_own=is_own,
        may_handle=handles,
        has_target=handles and alert.state in ALIVE and target_held(alert.person_id, alert.indicator, day=today) is not None,
        waiting=waiting_of(alert) if handles else "",
        may_add=can_add_context(viewer, alert) and alert.state in ALIVE,
    )


def _is_shown_to_self(step: StepRow) -> bool:
    """Test if a step is for whom it is about, too; advice that was taken back unread is as if it had never been."""
    return step.kind in SHOWN_TO_SELF and not (step.kind == "advice" and step.is_off)


def days_of(
    person_id: int, indicator: IndicatorRule, *, onset: date, until: date
) -> tuple[tuple[DayValue, ...], float | None, float | None]:
    """Return the values of working days around a change, and the range that held eight of ten days before it (one query)."""
    first = working_day_at(onset, -(USUAL + 4 * TRAIL))
    totals, counts = _sums(person_id, indicator, first, until)
    rows: list[DayValue] = []
    single: list[float] = []
    window: list[tuple[float, float]] = []
    for day in each_working_day(first, until):
        top, below = totals.get(day, 0.0), counts.get(day, 0.0)
        if indicator.how == "sum":
            below = 1.0
        if below > 0:
            window = [*window[-(TRAIL - 1) :], (top, below)]
            if day < onset and indicator.how == "mean":
                single.append(top / below)
        made = sum(one for _, one in window)
        rows.append(DayValue(day=day, value=sum(one for one, _ in window) / made if made else None))
    # A mean scatters from day to day; what is counted is mostly nothing on a single day.
    before = single or [one.value for one in rows if one.day < onset and one.value is not None]
    usual = sorted(before[-USUAL:])
    shown = tuple(one for one in rows if one.day >= working_day_at(onset, -BEFORE))
    return shown, _part(usual, 0.1), _part(usual, 0.9)


def periods_of(person_id: int, indicator: IndicatorRule, *, onset: date, until: date) -> tuple[PeriodValue, ...]:
    """Return each period from the first day of the usual to the last of the change, the newest first (one query).

    A sum is that of a working day, as the usual and the present value are.
    """
    first = working_day_at(onset, -USUAL)
    sums: dict[str, Sums] = {}
    rows = Reading.objects.filter(person=person_id, measure__in=indicator.measures, day__gte=first, day__lte=until)
    for measure, day, total, count in rows.values_list("measure", "day", "total", "count"):
        sums.setdefault(Period.of(live_kind(), day).code, Sums()).add(measure, total, count)
    found, period = [], Period.of(live_kind(), first)
    while period.first_day <= until:
        value, records = value_of(indicator, sums.get(period.code, Sums()))
        if value is not None and indicator.how == "sum":
            value /= max(working_days(max(period.first_day, first), min(period.last_day, until)), 1)
        found.append(PeriodValue(period=period, value=value, records=records))
        period = period.after
    return tuple(reversed(found))


def _sums(person_id: int, indicator: IndicatorRule, first: date, last: date) -> tuple[dict[date, float], dict[date, float]]:
    top: dict[date, float] = {}
    below: dict[date, float] = {}
    measures = {indicator.numerator, indicator.denominator} - {""}
    rows = Reading.objects.filter(person=person_id, measure__in=measures, day__gte=first, day__lte=last)
    for measure, day, total, count in rows.values_list("measure", "day", "total", "count"):
        if measure == indicator.numerator:
            top[day] = total * indicator.times / indicator.scale if indicator.how == "ratio" else total / indicator.scale
            if indicator.how == "mean":
                below[day] = count
        if indicator.how == "ratio" and measure == indicator.denominator:
            below[day] = total
    return top, below


def _part(ordered: Sequence[float], share: float) -> float | None:
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)] if ordered else None


def own_person(viewer: Viewer) -> int:
    """Return the viewer's own person.

    :raises NotFound: if the account has none
    """
    if viewer.person_id is None:
        raise NotFound
    return viewer.person_id
