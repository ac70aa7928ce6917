"""Other targets that were proposed from alerts: what an alert's page offers, one of them, and those that wait for the viewer."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from bole.kit.clock import local_day
from bole.people.queries import Card, cards, managers_on
from bole.scoring.actions.scores import live_kind
from bole.scoring.models import Indicator
from bole.scoring.queries import closed_to_others
from bole.scoring.queries.held import target_held
from bole.scoring.rules.indicator import IndicatorRule, indicator_of
from bole.signals.actions.proposals import UNIT, is_own
from bole.signals.actions.steps import next_manager_of
from bole.signals.models import ALIVE, Alert, TargetProposal
from bole.signals.permissions import can_check_proposal, can_handle, can_read, can_see_proposal
from bole.signals.queries.alerts import indicators_of
from bole.values.period import Period
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

MOST_WAITING = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """A proposed target; values in the indicator's unit. `alert_ref` is empty for whom the alert is not open to."""

    ref: str
    alert_ref: str
    card: Card
    indicator: IndicatorRule
    before: float
    after: float
    reason: str
    by: str
    at: datetime
    state: str
    second_by: str
    second_words: str
    second_at: datetime | None
    first_day: date
    may_check: bool
    is_own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetToChange:
    """What somebody may propose about: whose target, of which indicator, what holds now, and from when on another one would hold."""

    alert_ref: str
    card: Card
    indicator: IndicatorRule
    held: float
    first_day: date


def waiting_of(alert: Alert) -> str:
    """Return the ref of the proposal that waits for an alert; nothing if none does (one query)."""
    return TargetProposal.objects.filter(alert=alert, state="waiting").values_list("ref", flat=True).first() or ""


def target_to_change(viewer: Viewer, alert_ref: str, *, at: datetime) -> TargetToChange:
    """Return the target that somebody may propose to change from an alert (ten queries at most).

    :raises NotFound: if the alert is not open to the viewer, or no target holds
    :raises NotYours: if the viewer reads the alert and does not handle it
    """
    alert = Alert.objects.filter(ref=alert_ref, state__in=ALIVE).first()
    if alert is None or alert.person_id == viewer.person_id:
        raise NotFound(where="alert")
    if not can_read(viewer, alert, at=at, next_manager=next_manager_of(alert, at=at)):
        raise NotFound(where="alert")
    if not can_handle(viewer, alert, at=at):
        raise NotYours
    day = local_day(at)
    held = target_held(alert.person_id, alert.indicator, day=day)
    if held is None or alert.person_id in closed_to_others([alert.person_id], day=day):
        raise NotFound(where="alert")
    return TargetToChange(
        alert_ref=alert.ref, card=cards([alert.person_id], day)[alert.person_id], indicator=_indicator(alert.indicator), held=held / UNIT,
        first_day=_next_day(day),
    )  # fmt: skip


def proposal_for(viewer: Viewer, ref: str, *, at: datetime) -> ProposalRow:
    """Return a proposed target (eight queries at most).

    :raises NotFound: if it is not open to the viewer
    """
    found = TargetProposal.objects.select_related("alert").filter(ref=ref).first()
    above = next_manager_of(found.alert, at=at) if found else None
    if found is None or not can_see_proposal(viewer, found.alert, at=at, next_manager=above):
        raise NotFound
    reads = can_read(viewer, found.alert, at=at, next_manager=above)
    card = cards([found.alert.person_id], local_day(at))[found.alert.person_id]
    return _row(viewer, found, card, indicator=_indicator(found.alert.indicator), reads_alert=reads, next_manager=above, at=at)


def proposals_waiting(viewer: Viewer, *, at: datetime) -> tuple[ProposalRow, ...]:
    """Return the proposed targets that the viewer may check, the oldest first (one query where none waits, seven at most)."""
    waiting = TargetProposal.objects.filter(state="waiting").select_related("alert").order_by("at", "id")
    if not viewer.has_role("hr", "hr_admin"):
        people = set(viewer.reports) | set(viewer.partnered) | set(viewer.chain)
        waiting = waiting.filter(Q(alert__person__among=sorted(people)))
    others = [one for one in waiting if not is_own(viewer, one)]
    if not others:
        return ()
    day = local_day(at)
    managers = managers_on({one.alert.person_id for one in others}, day)
    above = managers_on({one for one in managers.values() if one is not None}, day)
    next_of = {person: above.get(manager) if manager is not None else None for person, manager in managers.items()}
    found = [one for one in others if can_check_proposal(viewer, one.alert, next_manager=next_of.get(one.alert.person_id))][:MOST_WAITING]
    known, indicators = cards({one.alert.person_id for one in found}, day), indicators_of([one.alert for one in found])
    return tuple(
        _row(
            viewer, one, known[one.alert.person_id], indicator=indicators[one.alert.indicator], reads_alert=False,
            next_manager=next_of.get(one.alert.person_id), at=at,
        )
        for one in found
    )  # fmt: skip


def _row(
    viewer: Viewer,
    one: TargetProposal,
    card: Card,
    *,
    indicator: IndicatorRule,
    reads_alert: bool,
    next_manager: int | None,
    at: datetime,
) -> ProposalRow:
    own = is_own(viewer, one)
    return ProposalRow(
        ref=one.ref, alert_ref=one.alert.ref if reads_alert else "", card=card, indicator=indicator,
        before=one.before / UNIT, after=one.after / UNIT, reason=str(one.reason), by=one.by, at=one.at, state=one.state,
        second_by=one.second_by, second_words=str(one.second_words), second_at=one.second_at,
        first_day=one.first_day or _next_day(local_day(at)),
        may_check=one.state == "waiting" and not own and can_check_proposal(viewer, one.alert, next_manager=next_manager), is_own=own,
    )  # fmt: skip


def _indicator(code: str) -> IndicatorRule:
    return indicator_of(Indicator.objects.values_list("definition", flat=True).get(code=code))


def _next_day(day: date) -> date:
    return Period.of(live_kind(), day).after.first_day
