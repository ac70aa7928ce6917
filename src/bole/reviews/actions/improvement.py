"""Improvement plans: the manager proposes, the person agrees or says what should be different, weeks are looked at, people end it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from bole.access.rules import may
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.notices.actions import tell
from bole.people.models import Person
from bole.reviews.models import ImprovementPlan, Milestone, WeekCheck
from bole.reviews.queries.recipients import externals
from bole.reviews.refusals_improvement import (
    ImprovementChanged,
    ImprovementNotForThem,
    ImprovementNotOpen,
    ImprovementOpen,
    RemarkNeeded,
    WeekAhead,
)
from bole.reviews.rules.improvement import WAYS, Way, insist_whole, week_of
from bole.reviews.rules.writing import written, written_if_any
from bole.values.refusal import Invalid, NotFound, NotYours
from bole.values.viewer import SYSTEM, Viewer

OPEN = ("proposed", "running")
SHORT = 200
Outcome = Literal["reached", "not_reached", "stopped"]
OUTCOMES: tuple[Outcome, ...] = ("reached", "not_reached", "stopped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposed:
    """What a plan holds: why, goals, support, milestones with their days, from when and for how many weeks."""

    why: str
    goals: Sequence[str]
    support: str
    milestones: Sequence[tuple[date, str]]
    first_day: date
    weeks: int


@action("reviews.propose_improvement")
def propose_improvement(*, person_id: int, plan: Proposed, by: Viewer, at: datetime) -> ImprovementPlan:
    """Propose a plan to somebody whom the viewer leads; it begins when the person agrees.

    :raises NotFound, NotYours: unless the viewer leads the person
    :raises ImprovementOpen: if there is one
    :raises WeeksWrong, GoalsMissing, MilestonesMissing, MilestoneOutside, NoWords: if it is not whole
    """
    if not may(by, "change", "improvement", person_id):
        raise NotYours if may(by, "read", "improvement", person_id) else NotFound
    person = Person.objects.select_for_update(no_key=True).get(pk=person_id)
    if externals([person_id], day=local_day(at)):
        raise ImprovementNotForThem(name=person.name)
    if ImprovementPlan.objects.filter(person=person, state__in=OPEN).exists():
        raise ImprovementOpen(name=person.name)
    made = ImprovementPlan(person=person, manager_id=by.person_id or 0, proposed_at=at)
    _fill(made, plan, today=local_day(at))
    made.save(force_insert=True)
    _keep_milestones(made, plan)
    on_record(subject=str(person.ref), thing=f"improvement_plan {made.ref}")
    _tell(made, person, "reviews.improvement_proposed", by=by, at=at)
    return made


@action("reviews.revise_improvement")
def revise_improvement(*, ref: str, plan: Proposed, version: int, by: Viewer, at: datetime) -> ImprovementPlan:
    """Change a plan that is not agreed yet; the person is asked again.

    :raises NotFound, NotYours: unless the viewer leads the person
    :raises ImprovementNotOpen, ImprovementChanged: if it runs, is over, or was changed meanwhile
    """
    made = _locked(ref, by, "change")
    if made.state != "proposed":
        raise ImprovementNotOpen
    if made.version != version:
        raise ImprovementChanged
    _fill(made, plan, today=local_day(at))
    made.answered_at, made.version = None, made.version + 1
    made.save(update_fields=["why", "goals", "support", "first_day", "weeks", "answered_at", "version"])
    Milestone.objects.filter(plan=made).delete()
    _keep_milestones(made, plan)
    on_record(subject=str(made.person.ref), thing=f"improvement_plan {ref}", fields=("plan",))
    _tell(made, made.person, "reviews.improvement_proposed", by=by, at=at)
    return made


def _fill(made: ImprovementPlan, plan: Proposed, *, today: date) -> None:
    """Set what a plan holds.

    :raises WeeksWrong, GoalsMissing, MilestonesMissing, MilestoneOutside, NoWords: if it is not whole
    """
    goals = [written(one, most=SHORT, where="goals") for one in plan.goals if one.strip()]
    days = [day for day, _words in plan.milestones]
    insist_whole(goals=goals, milestones=days, first_day=plan.first_day, weeks=plan.weeks, today=today)
    made.why, made.support = written(plan.why, where="why"), written(plan.support, where="support")
    made.goals, made.first_day, made.weeks = json.dumps(goals, ensure_ascii=False), plan.first_day, plan.weeks


def _keep_milestones(made: ImprovementPlan, plan: Proposed) -> None:
    for day, words in sorted(plan.milestones):
        Milestone.objects.create(plan=made, due_on=day, words=written(words, most=SHORT, where="milestones"))


@action("reviews.answer_improvement")
def answer_improvement(*, ref: str, agrees: bool, remark: str, by: Viewer, at: datetime) -> ImprovementPlan:
    """Agree to a plan, and it runs; or say what should be different, and it waits for the manager.

    :raises NotFound, NotYours: unless it is the person's own
    :raises ImprovementNotOpen: if it is not waiting
    :raises RemarkNeeded: if who does not agree says nothing
    """
    made = _locked(ref, by, "ask")
    if made.state != "proposed":
        raise ImprovementNotOpen
    if not agrees and not remark.strip():
        raise RemarkNeeded(where="remark")
    made.remark = written_if_any(remark, where="remark")
    made.answered_at, made.state = at, "running" if agrees else "proposed"
    made.version += 1
    made.save(update_fields=["remark", "answered_at", "state", "version"])
    on_record(subject=str(made.person.ref), thing=f"improvement_plan {ref}", fields=("state",))
    _tell(made, made.manager, "reviews.improvement_agreed" if agrees else "reviews.improvement_remarked", by=by, at=at)
    return made


@action("reviews.finish_milestone")
def finish_milestone(*, ref: str, done_on: date, by: Viewer, at: datetime) -> Milestone:
    """Note that a milestone is done; the manager does.

    :raises NotFound, NotYours: unless the viewer leads the person
    :raises ImprovementNotOpen: if the plan does not run
    """
    one = Milestone.objects.filter(ref=ref).first()
    if one is None:
        raise NotFound
    plan = _running(ImprovementPlan.objects.values_list("ref", flat=True).get(pk=one.plan_id), by)
    one.done_on = min(done_on, local_day(at))
    one.save(update_fields=["done_on"])
    on_record(subject=str(plan.person.ref), thing=f"improvement_plan {plan.ref}")
    return one


@action("reviews.check_week")
def check_week(*, ref: str, week: int, way: Way, words: str, by: Viewer, at: datetime) -> WeekCheck:
    """Look back at a week together; said again, it replaces what was said of that week.

    :raises NotFound, NotYours: unless the viewer leads the person
    :raises ImprovementNotOpen: if the plan does not run
    :raises WeekAhead: if the week has not begun
    """
    plan = _running(ref, by)
    if not 1 <= week <= week_of(plan.first_day, plan.weeks, local_day(at)) or way not in WAYS:
        raise WeekAhead(where="week")
    told = {"way": way, "words": written_if_any(words, most=SHORT * 2), "by_id": by.person_id, "at": at}
    made, _is_new = WeekCheck.objects.update_or_create(plan=plan, week=week, defaults=told)
    on_record(subject=str(plan.person.ref), thing=f"improvement_plan {ref}")
    return made


@action("reviews.end_improvement")
def end_improvement(*, ref: str, outcome: Outcome, reason: str, by: Viewer, at: datetime) -> ImprovementPlan:
    """End a plan that runs, with what came of it and why; the person reads it. Nothing follows from it by itself.

    :raises NotFound, NotYours: unless the viewer leads the person, or is HR that looks after them
    :raises ImprovementNotOpen: if it does not run
    :raises NoWords: without a reason
    """
    plan = _locked(ref, by, "approve")
    if plan.state != "running":
        raise ImprovementNotOpen
    if outcome not in OUTCOMES:
        raise Invalid(where="outcome")
    plan.state, plan.outcome, plan.ended_on, plan.decided_by_id = "ended", outcome, local_day(at), by.person_id
    plan.reason = written(reason, where="reason")
    plan.version += 1
    plan.save(update_fields=["state", "outcome", "ended_on", "decided_by", "reason", "version"])
    on_record(subject=str(plan.person.ref), thing=f"improvement_plan {ref}", fields=("state", "outcome"))
    _tell(plan, plan.person, "reviews.improvement_ended", by=by, at=at)
    return plan


@action("reviews.withdraw_improvement")
def withdraw_improvement(*, ref: str, by: Viewer, at: datetime) -> ImprovementPlan:
    """Take back a plan that was not agreed.

    :raises NotFound, NotYours: unless the viewer leads the person
    :raises ImprovementNotOpen: if it runs or is over
    """
    plan = _locked(ref, by, "change")
    if plan.state != "proposed":
        raise ImprovementNotOpen
    plan.state, plan.ended_on = "withdrawn", local_day(at)
    plan.save(update_fields=["state", "ended_on"])
    on_record(subject=str(plan.person.ref), thing=f"improvement_plan {ref}", fields=("state",))
    return plan


def _running(ref: str, by: Viewer) -> ImprovementPlan:
    plan = _locked(ref, by, "change")
    if plan.state != "running":
        raise ImprovementNotOpen
    return plan


def _locked(ref: str, by: Viewer, verb: Literal["change", "ask", "approve"]) -> ImprovementPlan:
    plan = ImprovementPlan.objects.select_for_update(of=("self",)).select_related("person", "manager").filter(ref=ref).first()
    if plan is None or not may(by, "read", "improvement", plan.person_id):
        raise NotFound
    if not may(by, verb, "improvement", plan.person_id):
        raise NotYours
    return plan


def _tell(plan: ImprovementPlan, to: Person, kind: str, *, by: Viewer, at: datetime) -> None:
    if to.account_id is not None:
        tell(
            accounts=[to.account_id], kind=kind, key=f"{plan.ref}-{plan.version}", params={"name": by.name},
            address=f"/improvement/{plan.ref}/", by=SYSTEM, at=at,
        )  # fmt: skip
