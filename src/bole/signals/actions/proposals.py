"""Another target from an alert: proposed with a reason, checked by a second person, in force from the next period on."""

from dataclasses import replace
from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.people.models import Person
from bole.scoring.actions import set_target
from bole.scoring.actions.models import MOST_OTHER, MOST_TARGET
from bole.scoring.actions.scores import live_kind
from bole.scoring.models import Indicator
from bole.scoring.queries.held import target_held
from bole.scoring.refusals import TargetOutOfRange
from bole.signals.actions.finding import note
from bole.signals.actions.steps import PROPOSAL, let_escalate, next_manager_of
from bole.signals.events import AlertHandled, TargetProposed
from bole.signals.models import ALIVE, Alert, TargetProposal
from bole.signals.permissions import can_check_proposal, can_handle, can_read, can_see_proposal
from bole.signals.refusals import AlertOver, NeedsWords, ProposalWaits
from bole.signals.rules.refusing import DecidedBefore, NothingToChange, OtherAccount, SameTarget
from bole.signals.topics import alert_topic
from bole.values.period import Period
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer

UNIT = 1000
LONGEST = 300


@action("signals.propose_target")
def propose_target(*, alert_ref: str, value: int, reason: str, by: Viewer, at: datetime) -> TargetProposal:
    """Propose another target (thousandths) of the alert's indicator for the person it is about; a second person checks it.

    :raises NotFound, NotYours: unless `by` handles the alert
    :raises AlertOver: if it is closed
    :raises ProposalWaits: if one waits already
    :raises NothingToChange: if no target holds for the person
    :raises SameTarget, TargetOutOfRange: if the value is none that can be set
    :raises NeedsWords: without a reason
    """
    alert = Alert.objects.select_for_update().filter(ref=alert_ref).first()
    if alert is None or not can_read(by, alert, at=at, next_manager=next_manager_of(alert, at=at)):
        raise NotFound(where="alert")
    if not can_handle(by, alert, at=at):
        raise NotYours
    if alert.state not in ALIVE:
        raise AlertOver
    if TargetProposal.objects.filter(alert=alert, state="waiting").exists():
        raise ProposalWaits
    before = _held(alert, at)
    _insist_other(alert, value, before)
    if not reason.strip():
        raise NeedsWords(where="reason")
    made = TargetProposal.objects.create(
        alert=alert, before=before, after=value, reason=reason.strip()[:LONGEST], by=by.name, by_account=by.account_id or 0,
        by_person=by.person_id, at=at,
    )  # fmt: skip
    _keep(alert, "target_asked", made, by=by, at=at)
    announce(TargetProposed(made.ref, alert.person_id), at=at)
    if alert.escalates_at is not None and at < alert.escalates_at:
        alert.escalates_at = None
        alert.save(update_fields=["escalates_at"])
    return made


@action("signals.check_proposal")
def check_proposal(*, ref: str, approves: bool, words: str, by: Viewer, at: datetime) -> TargetProposal:
    """Approve a proposed target, which then holds from the next period on, or send it back; the alert keeps what came of it.

    :raises NotFound, NotYours: unless `by` may be the second person
    :raises DecidedBefore: if it was checked already
    :raises OtherAccount: if `by` proposed it
    :raises NeedsWords: if it is sent back without a word
    """
    found = TargetProposal.objects.select_for_update().select_related("alert").filter(ref=ref).first()
    above = next_manager_of(found.alert, at=at) if found else None
    if found is None or not can_see_proposal(by, found.alert, at=at, next_manager=above):
        raise NotFound
    if not can_check_proposal(by, found.alert, next_manager=above):
        raise NotYours
    if found.state != "waiting":
        raise DecidedBefore
    if is_own(by, found):
        raise OtherAccount
    if not approves and not words.strip():
        raise NeedsWords(where="words")
    found.state, found.second_words = "approved" if approves else "declined", words.strip()[:LONGEST]
    found.second_by, found.second_account, found.second_at = by.name, by.account_id, at
    if approves:
        _put_in_force(found, by, at)
    found.save(update_fields=["state", "second_by", "second_account", "second_at", "second_words", "first_day", "target_ref"])
    _keep(found.alert, "target" if approves else "target_declined", found, by=by, at=at)
    if not approves:
        let_escalate(found.alert, at=at)
    return found


def is_own(viewer: Viewer, one: TargetProposal) -> bool:
    """Test if the viewer made this proposal, with whatever account."""
    return viewer.account_id == one.by_account or (viewer.person_id is not None and viewer.person_id == one.by_person)


def _held(alert: Alert, at: datetime) -> int:
    held = target_held(alert.person_id, alert.indicator, day=local_day(at))
    if held is None:
        raise NothingToChange(where="value")
    return held


def _insist_other(alert: Alert, value: int, before: int) -> None:
    unit = str(Indicator.objects.values_list("definition", flat=True).get(code=alert.indicator)["unit"])
    most = MOST_TARGET.get(unit, MOST_OTHER)
    if not 0 < value <= most * UNIT:
        raise TargetOutOfRange(low=0, high=most, where="value")
    if value == before:
        raise SameTarget(where="value")


def _put_in_force(found: TargetProposal, by: Viewer, at: datetime) -> None:
    """Let the target hold for the person from the next period on, named by both; closed periods are not touched."""
    first_day = Period.of(live_kind(), local_day(at)).after.first_day
    number = Person.objects.values_list("number", flat=True).get(pk=found.alert.person_id)
    names = replace(SYSTEM, name=f"{found.by}, {by.name}"[:120])
    made = set_target(
        indicator=found.alert.indicator, value=found.after, first_day=first_day, why=str(found.reason), number=number, by=names, at=at
    )  # fmt: skip
    found.first_day, found.target_ref = first_day, made.ref


def _keep(alert: Alert, kind: str, one: TargetProposal, *, by: Viewer, at: datetime) -> None:
    """Let the alert keep what was proposed, and what came of it, from which value to which."""
    on_record(subject=str(Person.objects.values_list("ref", flat=True).get(pk=alert.person_id)), thing=f"alert {alert.ref}", fields=(kind,))
    more = {PROPOSAL: one.ref, "before": one.before, "after": one.after}
    if one.first_day is not None:
        more["first_day"] = one.first_day.isoformat()
    words = {"target_asked": "", "target": str(one.reason)}.get(kind, str(one.second_words))
    note(alert, kind, at=at, by=by, words=words, more=more)
    announce(AlertHandled(alert.ref, alert.person_id, kind), at=at, topics=[alert_topic(alert.person_id)])
