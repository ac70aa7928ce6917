"""What people say and do about an alert. Nothing of it touches a score."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.people.queries import managers_on
from bole.signals.actions.finding import note
from bole.signals.events import AlertClosed, AlertHandled
from bole.signals.models import ALIVE, Alert, AlertStep
from bole.signals.permissions import can_add_context, can_handle, can_read
from bole.signals.refusals import AlertOver, DayGone, NeedsWords, NotHere
from bole.signals.rules.life import DONE, SNOOZE, escalates_at, talks_off
from bole.signals.topics import alert_topic
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

MOST_WORDS = 2000
PROPOSAL = "proposal"  # under which a step keeps the proposal of another target
TAKEN_BACK = "taken_back_at"  # under which a step keeps when its advice was taken back


@action("signals.add_context")
def add_context(*, ref: str, words: str, by: Viewer, at: datetime) -> AlertStep:
    """Add what one knows oneself about a change; the manager reads it with the change.

    :raises NotFound: if it is not open to `by`
    :raises NotYours: if it is about somebody else
    :raises NeedsWords: without a word
    :raises AlertOver: if it is closed
    """
    alert = _taken(ref, by, at=at)
    if not can_add_context(by, alert):
        raise NotYours
    if alert.state not in ALIVE:
        raise AlertOver
    return _noted(alert, "context", words=_said(words), by=by, at=at)


@action("signals.note_step")
def note_step(
    *,
    alert_ref: str,
    kind: str,
    words: str,
    by: Viewer,
    at: datetime,
    look_again_on: date | None = None,
    more: Mapping[str, Any] | None = None,
) -> AlertStep:
    """Note what is done about an alert: talk, advice, workload, target, or a day to look again. Also of one that is closed.

    :raises NotFound: if the alert is not open to `by`
    :raises NotYours: unless `by` handles it
    :raises NotHere: if that is no step that somebody takes
    :raises NeedsWords: without a word, where there must be one
    :raises DayGone: if the day to look again has begun
    """
    alert = _handled(alert_ref, by, at=at)
    if kind not in DONE:
        raise NotHere(kind=kind[:20], where="kind")
    if look_again_on is not None and look_again_on <= local_day(at):
        raise DayGone(where="look_again_on")
    # Advice and talks keep their words where they were written: fewer people read those than read the alert.
    said = words.strip()[:MOST_WORDS] if more or kind in {"seen", "look_again", "talk"} else _said(words)
    if alert.escalates_at is not None and at < alert.escalates_at:
        alert.escalates_at = None
        alert.save(update_fields=["escalates_at"])
    return _noted(alert, kind, words=said, by=by, at=at, look_again_on=look_again_on, more=more)


def note_talk_off(*, talk: str, is_off: bool, by: Viewer, at: datetime) -> int:
    """Let the alerts that keep a talk know that it was called off, or takes place after all; return how many (inside its action).

    A talk that was called off is no help that was given: if nothing else was done, the next manager's five working days begin again.
    """
    kept = AlertStep.objects.filter(kind="talk", more__one_to_one=talk).values("alert")
    found = list(Alert.objects.select_for_update().filter(pk__in=kept).order_by("pk"))
    for alert in found:
        _noted(alert, "talk_off" if is_off else "talk_on", by=by, at=at, more={"one_to_one": talk})
        let_escalate(alert, at=at)
    return len(found)


def note_advice_back(*, feedback: str, at: datetime) -> int:
    """Let the alert that keeps a piece of advice know that it was taken back unread; return how many did (inside its action).

    Advice that nobody read is no help that was given: as with a talk that was called off, the five working days begin again.
    """
    kept = list(AlertStep.objects.filter(kind="advice", more__feedback=feedback))
    found = list(Alert.objects.select_for_update().filter(pk__in=[one.alert_id for one in kept]).order_by("pk"))
    for step in kept:
        step.more = {**step.more, TAKEN_BACK: at.isoformat()}
        step.save(update_fields=["more"])
    for alert in found:
        announce(AlertHandled(alert.ref, alert.person_id, "advice"), at=at, topics=[alert_topic(alert.person_id)])
        let_escalate(alert, at=at)
    return len(found)


def let_escalate(alert: Alert, *, at: datetime) -> None:
    """Let the next manager's five working days begin again, if nothing that was done holds any more."""
    is_over = alert.state not in ALIVE or (alert.escalates_at is not None and alert.escalates_at <= at)
    steps = list(AlertStep.objects.filter(alert=alert).order_by("at", "id"))
    off = talks_off((one.kind, str(one.more.get("one_to_one", ""))) for one in steps)
    sent_back = {one.more[PROPOSAL] for one in steps if one.kind == "target_declined"}
    holding = [
        one
        for one in steps
        if one.more.get("one_to_one") not in off and TAKEN_BACK not in one.more and one.more.get(PROPOSAL) not in sent_back
    ]
    is_done = any(one.kind in DONE | {"snooze", "target_asked"} for one in holding)
    moment = None if is_done else escalates_at(at, ZoneInfo(settings.TIME_ZONE))
    if not is_over and moment != alert.escalates_at:
        alert.escalates_at = moment
        alert.save(update_fields=["escalates_at"])


@action("signals.snooze")
def snooze(*, ref: str, by: Viewer, at: datetime) -> Alert:
    """Put an alert aside for a week; it goes on, and closes by itself if the indicator is back.

    :raises AlertOver: if it is closed
    """
    alert = _handled(ref, by, at=at)
    if alert.state not in ALIVE:
        raise AlertOver
    alert.snoozed_until, alert.version = local_day(at) + SNOOZE, alert.version + 1
    fields = ["snoozed_until", "version"]
    if alert.escalates_at is not None and at < alert.escalates_at:
        alert.escalates_at = None
        fields.append("escalates_at")
    alert.save(update_fields=fields)
    _noted(alert, "snooze", by=by, at=at)
    return alert


@action("signals.not_a_problem")
def not_a_problem(*, ref: str, reason: str = "", by: Viewer, at: datetime) -> Alert:
    """Close an alert as a false alarm; what is now counts as usual from here on, and the kind's rate of false alarms shows it.

    :raises AlertOver: if it is closed
    """
    alert = _handled(ref, by, at=at)
    if alert.state not in ALIVE:
        raise AlertOver
    alert.state, alert.closed_at, alert.closed_on, alert.closed_why = "closed", at, local_day(at), "not_a_problem"
    alert.is_useful, alert.snoozed_until, alert.version = False, None, alert.version + 1
    alert.save(update_fields=["state", "closed_at", "closed_on", "closed_why", "is_useful", "snoozed_until", "version"])
    _noted(alert, "not_a_problem", words=reason.strip()[:MOST_WORDS], by=by, at=at)
    announce(AlertClosed(alert.ref, alert.person_id, alert.indicator, "not_a_problem"), at=at)
    return alert


@action("signals.take_back_not_a_problem")
def take_back_not_a_problem(*, ref: str, by: Viewer, at: datetime) -> Alert:
    """Open an alert again that was closed as a false alarm by mistake.

    :raises AlertOver: if it was closed for another reason, or another one lives meanwhile
    """
    alert = _handled(ref, by, at=at)
    living = Alert.objects.filter(person=alert.person_id, indicator=alert.indicator, state__in=ALIVE).exists()
    if alert.closed_why != "not_a_problem" or living:
        raise AlertOver
    alert.state, alert.closed_at, alert.closed_on, alert.closed_why = "open", None, None, ""
    alert.is_useful, alert.version = None, alert.version + 1
    alert.save(update_fields=["state", "closed_at", "closed_on", "closed_why", "is_useful", "version"])
    _noted(alert, "taken_back", by=by, at=at)
    return alert


@action("signals.say_useful")
def say_useful(*, ref: str, by: Viewer, at: datetime) -> Alert:
    """Confirm that an alert was useful; the kind's page counts it.

    :raises AlertOver: if it was called a false alarm
    """
    alert = _handled(ref, by, at=at)
    if alert.closed_why == "not_a_problem":
        raise AlertOver
    if alert.is_useful is not True:
        alert.is_useful, alert.version = True, alert.version + 1
        alert.save(update_fields=["is_useful", "version"])
        _noted(alert, "useful", by=by, at=at)
    return alert


def _taken(ref: str, by: Viewer, *, at: datetime) -> Alert:
    """Return the alert under lock, if it is open to whoever acts."""
    alert = Alert.objects.select_for_update().filter(ref=ref).first()
    if alert is None or not can_read(by, alert, at=at, next_manager=next_manager_of(alert, at=at) if alert.escalates_at else None):
        raise NotFound(where="alert")
    return alert


def next_manager_of(alert: Alert, *, at: datetime) -> int | None:
    """Return the manager of the person's manager (four queries)."""
    manager = managers_on([alert.person_id], local_day(at)).get(alert.person_id)
    return managers_on([manager], local_day(at)).get(manager) if manager is not None else None


def _handled(ref: str, by: Viewer, *, at: datetime) -> Alert:
    alert = _taken(ref, by, at=at)
    if not can_handle(by, alert, at=at):
        raise NotYours
    return alert


def _said(words: str) -> str:
    if not words.strip():
        raise NeedsWords(where="words")
    return words.strip()[:MOST_WORDS]


def _noted(
    alert: Alert,
    kind: str,
    *,
    by: Viewer,
    at: datetime,
    words: str = "",
    look_again_on: date | None = None,
    more: Mapping[str, Any] | None = None,
) -> AlertStep:
    """Write the step, name whose it is on the record, tell open pages."""
    on_record(subject=str(Person.objects.values_list("ref", flat=True).get(pk=alert.person_id)), thing=f"alert {alert.ref}", fields=(kind,))
    announce(AlertHandled(alert.ref, alert.person_id, kind), at=at, topics=[alert_topic(alert.person_id)])
    return note(alert, kind, at=at, by=by, words=words, look_again_on=look_again_on, more=more)
