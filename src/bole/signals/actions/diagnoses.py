"""Diagnoses: opened and computed by the system, decided by the unit's head, checked by a second person."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bole.access.rules import may_company
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.scoring.actions import set_target
from bole.scoring.actions.models import MOST_OTHER, MOST_TARGET
from bole.scoring.actions.scores import live_kind
from bole.scoring.models import Indicator
from bole.scoring.refusals import TargetOutOfRange
from bole.signals.counting import UNIT
from bole.signals.models import Decision, Diagnosis, MissRule
from bole.signals.queries.standing import Standing, can_check, standings_to
from bole.signals.queries.unit_months import target_on, target_spells
from bole.signals.refusals import MoreIsKnown
from bole.signals.rules.diagnosis_runs import Run
from bole.signals.rules.refusing import DecidedBefore, MonthsOutOfRange, NeedsSentence, NothingProposed, OtherAccount, SameTarget
from bole.values.period import Period
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer

LEAST_MONTHS, MOST_MONTHS = 2, 12
LONGEST_REASON = 300


@action("signals.keep_diagnosis")
def keep_diagnosis(
    *, unit_id: int, indicator: str, run: Run, result: Mapping[str, Any], inputs_hash: str, by: Viewer, at: datetime
) -> Diagnosis:
    """Open the diagnosis of a run of missed months, or keep what was found of it since more is known; a decided one stays as it was."""
    _insist_system(by)
    found, _ = Diagnosis.objects.select_for_update().get_or_create(
        unit_id=unit_id, indicator=indicator, first_month=run.first, defaults={"last_month": run.last, "opened_at": at}
    )
    if found.state != "open":
        return found
    found.last_month, found.outcome, found.result, found.inputs_hash = run.last, str(result["outcome"]), dict(result), inputs_hash
    found.computed_at, found.version = at, found.version + 1
    found.save(update_fields=["last_month", "outcome", "result", "inputs_hash", "computed_at", "version"])
    on_record(thing=f"diagnosis {found.ref}", fields=("result",))
    return found


@action("signals.end_diagnosis")
def over(*, ref: str, by: Viewer, at: datetime) -> None:
    """End an open diagnosis whose target was reached again: nothing is left to decide."""
    _insist_system(by)
    Diagnosis.objects.filter(ref=ref, state="open").update(state="over")
    on_record(thing=f"diagnosis {ref}", fields=("state",))


@action("signals.decide_target")
def decide_target(*, ref: str, kind: str, value: int | None, reason: str, version: int, by: Viewer, at: datetime) -> Decision:
    """Accept the proposed target, set another (thousandths), or keep the one that was missed. It waits for a second person.

    :raises NotYours: unless `by` leads the unit
    :raises DecidedBefore, MoreIsKnown: if somebody was faster, or more data came
    :raises NeedsSentence: without a reason
    """
    found, standing = _open_one(ref, by, at)
    if "head" not in standing.how:
        raise NotYours
    if found.state != "open":
        raise DecidedBefore
    if found.version != version:
        raise MoreIsKnown
    if not reason.strip():
        raise NeedsSentence(where="reason")
    before = _target_now(found, at)
    after = _after(found, kind, value, before)
    made = Decision.objects.create(
        diagnosis=found, kind=kind, before=before, after=after, reason=reason.strip()[:LONGEST_REASON], by=by.name,
        by_account=by.account_id or 0, by_person=by.person_id, at=at,
    )  # fmt: skip
    _to_state(found, "proposed")
    on_record(thing=f"diagnosis {ref}", fields=("decision",), reason=made.reason)
    return made


@action("signals.check_target")
def check_target(*, ref: str, approves: bool, words: str, by: Viewer, at: datetime) -> Decision:
    """Approve what the head decided, or send it back. A changed target then holds from the next period on; what is closed stays as it is.

    :raises NotYours: unless `by` leads a unit above, or is an HR admin
    :raises OtherAccount: if `by` proposed it
    :raises NeedsSentence: if it is sent back without a word
    """
    found, standing = _open_one(ref, by, at)
    decision = Decision.objects.select_for_update().filter(diagnosis=found, state="waiting").first()
    if not can_check(by, standing):
        raise NotYours
    if decision is None:
        raise DecidedBefore
    if by.account_id == decision.by_account or (by.person_id is not None and by.person_id == decision.by_person):
        raise OtherAccount
    if not approves and not words.strip():
        raise NeedsSentence(where="words")
    decision.state = "approved" if approves else "declined"
    decision.second_by, decision.second_account, decision.second_at = by.name, by.account_id, at
    decision.second_words = words.strip()[:LONGEST_REASON]
    if approves and decision.after is not None:
        _put_in_force(found, decision, by, at)
    decision.save(update_fields=["state", "second_by", "second_account", "second_at", "second_words", "first_day", "target_ref"])
    _to_state(found, ("kept" if decision.after is None else "changed") if approves else "open")
    on_record(thing=f"diagnosis {ref}", fields=("decision",), reason=decision.second_words)
    return decision


@action("signals.set_missed_months")
def set_missed_months(*, indicator: str, months: int, by: Viewer, at: datetime) -> None:
    """Set after how many missed months in a row a diagnosis opens: for one indicator, or (empty) for all others.

    :raises MonthsOutOfRange: if there are too few to be more than chance, or too many to be of use
    """
    if not may_company(by, "change", "targets"):
        raise NotYours if may_company(by, "read", "targets") else NotFound
    if not LEAST_MONTHS <= months <= MOST_MONTHS:
        raise MonthsOutOfRange(least=LEAST_MONTHS, most=MOST_MONTHS, where="months")
    if indicator and not Indicator.objects.filter(code=indicator).exists():
        raise NotFound(where="indicator")
    MissRule.objects.update_or_create(indicator=indicator, defaults={"months": months, "changed_at": at, "changed_by": by.name})
    on_record(thing=f"missed months {indicator or 'of all'}", fields=("months",))


def _open_one(ref: str, by: Viewer, at: datetime) -> tuple[Diagnosis, Standing]:
    """Return a diagnosis, locked, and how somebody stands to its unit.

    :raises NotFound: if its causes are not open to them
    """
    found = Diagnosis.objects.select_for_update().filter(ref=ref).first()
    standing = standings_to(by, [found.unit_id], local_day(at))[found.unit_id] if found else None
    if found is None or standing is None or not standing.sees:
        raise NotFound
    return found, standing


def _target_now(found: Diagnosis, at: datetime) -> int:
    """Return the target that holds, in thousandths; that of the last missed month, if it ended since."""
    spells = target_spells([(found.unit_id, found.indicator)]).get((found.unit_id, found.indicator), ())
    held = target_on(spells, local_day(at)) or target_on(spells, found.last_month)
    if held is None:
        raise NotFound
    return round(held.value * UNIT)


def _after(found: Diagnosis, kind: str, value: int | None, before: int) -> int | None:
    """Return the new target, None if the old one stays."""
    if kind == "reject":
        return None
    if kind == "accept":
        proposal = found.result.get("proposal")
        if not proposal:
            raise NothingProposed(where="decision")
        proposed = round(proposal["target"] * UNIT)
        return None if proposed == before else proposed
    most = MOST_TARGET.get(str(found.result.get("unit")), MOST_OTHER)
    if value is None or not 0 < value <= most * UNIT:
        raise TargetOutOfRange(low=0, high=most, where="value")
    if value == before:
        raise SameTarget(where="value")
    return value


def _put_in_force(found: Diagnosis, decision: Decision, by: Viewer, at: datetime) -> None:
    """Let the new target hold from the next period on, named by both persons."""
    spells = target_spells([(found.unit_id, found.indicator)]).get((found.unit_id, found.indicator), ())
    held = target_on(spells, local_day(at)) or target_on(spells, found.last_month)
    first_day = Period.of(live_kind(), local_day(at)).after.first_day
    made = set_target(
        indicator=found.indicator, value=decision.after or 0, first_day=first_day, why=decision.reason, unit_ref=found.unit.ref,
        is_whole=bool(held and held.is_whole), by=replace(SYSTEM, name=f"{decision.by}, {by.name}"[:120]), at=at,
    )  # fmt: skip
    decision.first_day, decision.target_ref = first_day, made.ref


def _to_state(found: Diagnosis, state: str) -> None:
    found.state, found.version = state, found.version + 1
    found.save(update_fields=["state", "version"])


def _insist_system(by: Viewer) -> None:
    if not by.is_system:
        raise NotYours
