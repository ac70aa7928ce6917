"""Writing a plan, handing it in, approving it, returning it."""

import json
from collections.abc import Sequence
from datetime import datetime

from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.kit.clock import local_day
from bole.kit.ui.days import moment
from bole.mentoring.actions.duties import lay_duties
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.admission_telling import hr_accounts_of
from bole.mentoring.events import PlanApproved
from bole.mentoring.models import Mentorship, Plan, Project
from bole.mentoring.permissions import can_approve_plan, can_read_handed_in, is_of_pair
from bole.mentoring.queries.plans import OPEN, months_of
from bole.mentoring.refusals import MissingCore, NoOutcome, NoProject, OutsideProgramme, PairOver, PlanDecided, PlanWaits, TooManyTopics
from bole.mentoring.rules import frameworks
from bole.mentoring.rules.dates import may_still_correct
from bole.mentoring.rules.plan import (
    LONGEST_GOAL,
    LONGEST_HOW,
    LONGEST_NAME,
    LONGEST_OUTCOME,
    MOST_OUTCOMES,
    MOST_TOPICS,
    PlanTopic,
    core_as_in,
    missing_core,
    topics_from,
    topics_kept,
)
from bole.notices.actions import tell
from bole.people.models import Person
from bole.reviews.rules.writing import written, written_if_any
from bole.values.refusal import NotFound, NotYours, Stale
from bole.values.viewer import SYSTEM, Viewer


@action("mentoring.save_plan")
def save_plan(
    *, pair_ref: str, version: int, goal: str, outcomes: Sequence[str], topics: Sequence[PlanTopic], by: Viewer, at: datetime
) -> Plan:
    """Keep what the mentor wrote; a plan that is not whole yet is kept too. A plan that runs stays until the next one is approved.

    :raises NotYours: unless the mentor writes
    :raises PlanWaits: while the plan is with HR
    :raises Stale: if it was changed since `version`
    :raises OutsideProgramme, TooManyTopics, TooManyWords: if something cannot be taken
    """
    pair = pair_locked(pair_ref, by)
    if by.person_id != pair.mentor_id:
        raise NotYours
    plan = Plan.objects.filter(mentorship=pair, state__in=OPEN).first()
    if plan is not None and plan.state == "submitted":
        raise PlanWaits
    if plan is not None and plan.version != version:
        raise Stale(name=plan.changed_by or by.name, time=moment(plan.changed_at))
    kept = core_as_in(_checked(topics, pair), frameworks.topics_from(pair.framework.topics))
    if plan is None:
        last = Plan.objects.filter(mentorship=pair).order_by("-number").first()
        if version and (last is None or last.version != version):
            raise Stale(name=(last.changed_by if last else "") or by.name, time=moment(last.changed_at if last else at))
        plan = Plan(mentorship=pair, number=last.number + 1 if last else 1, version=0, changed_at=at)
    plan.goal = written_if_any(goal, most=LONGEST_GOAL, where="goal")
    plan.outcomes = json.dumps([written(one, most=LONGEST_OUTCOME, where="outcomes") for one in outcomes if one.strip()][:MOST_OUTCOMES])
    plan.topics, plan.codes = json.dumps(topics_kept(kept)), [one.code for one in kept]
    plan.changed_at, plan.changed_by, plan.version = at, by.name, plan.version + 1
    plan.save()
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_plan {plan.ref}")
    return plan


def _checked(topics: Sequence[PlanTopic], pair: Mentorship) -> list[PlanTopic]:
    months = months_of(pair)
    if len(topics) > MOST_TOPICS:
        raise TooManyTopics(most=MOST_TOPICS)
    if any(not 1 <= one.month <= months for one in topics):
        raise OutsideProgramme(first=pair.first_day, last=pair.last_day)
    return [
        PlanTopic(
            one.code,
            written(one.zh, most=LONGEST_NAME, where="topic"),
            written(one.en, most=LONGEST_NAME, where="topic"),
            one.is_core,
            written_if_any(one.how, most=LONGEST_HOW, where=f"how_{one.code}"),
            one.month,
        )
        for one in topics
    ]


@action("mentoring.submit_plan")
def submit_plan(*, pair_ref: str, version: int, by: Viewer, at: datetime) -> Plan:
    """Hand the plan in.

    :raises NotYours: unless the mentor does
    :raises MissingCore: if a core topic is left out; it says which
    :raises NoOutcome: if there is no outcome that can be checked
    :raises NoProject: if it is about a project that nobody named
    :raises PlanWaits, Stale: if it was handed in or changed since
    """
    pair = pair_locked(pair_ref, by)
    if by.person_id != pair.mentor_id:
        raise NotYours
    plan = Plan.objects.filter(mentorship=pair, state__in=OPEN).first()
    if plan is None:
        raise NotFound
    if plan.state == "submitted":
        raise PlanWaits
    if plan.version != version:
        raise Stale(name=plan.changed_by or by.name, time=moment(plan.changed_at))
    if pair.framework.form == "project" and not Project.objects.filter(mentorship=pair).exists():
        raise NoProject
    insist_whole(plan, pair)
    plan.state, plan.submitted_at, plan.remark = "submitted", at, ""
    plan.decided_at, plan.decided_by = None, None
    plan.version += 1
    plan.save(update_fields=["state", "submitted_at", "remark", "decided_at", "decided_by", "version"])
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_plan {plan.ref}")
    names, hr = {"mentor": pair.mentor.name, "mentee": pair.mentee.name}, hr_accounts_of(pair.mentee, at=at)
    tell(
        accounts=[one for one in hr if one != pair.mentor.account_id], kind="mentoring.plan_submitted", key=f"{plan.ref} {plan.version}",
        params=names, address=f"/company/mentoring/plans/{plan.ref}/", by=SYSTEM, at=at,
    )  # fmt: skip
    return plan


def insist_whole(plan: Plan, pair: Mentorship) -> None:
    """Refuse a plan that lacks what every plan has.

    :raises MissingCore, NoOutcome: then
    """
    missing = missing_core(topics_from(json.loads(str(plan.topics))), frameworks.topics_from(pair.framework.topics))
    if missing:
        raise MissingCore(topic=missing[0].zh, topic_en=missing[0].en, topic_code=missing[0].code, where="topics")
    if not str(plan.goal).strip() or not json.loads(str(plan.outcomes)):
        raise NoOutcome(where="outcomes")


@action("mentoring.approve_plan")
def approve_plan(*, ref: str, version: int, by: Viewer, at: datetime) -> Plan:
    """Approve a plan: it runs, the one before it is replaced, its duties are laid, both are told.

    :raises NotFound, NotYours: unless HR that looks after the mentee decides, and not about an own pair
    :raises PlanDecided: if it does not wait any more, or was changed since
    """
    plan, pair = _to_decide(ref, version, by)
    insist_whole(plan, pair)
    Plan.objects.filter(mentorship=pair, state="approved").update(state="replaced")
    plan.state, plan.decided_at, plan.decided_by_id, plan.version = "approved", at, by.person_id, plan.version + 1
    plan.save(update_fields=["state", "decided_at", "decided_by", "version"])
    if pair.state == "planned":
        pair.state = "running"
        pair.version += 1
        pair.save(update_fields=["state", "version"])
    lay_duties(mentorship_id=pair.pk, by=by, at=at)
    _tell(pair, plan, "mentoring.plan_approved", both=True, by=by, at=at)
    announce(PlanApproved(pair.pk, plan.ref), at=at)
    return plan


@action("mentoring.return_plan")
def return_plan(*, ref: str, version: int, remark: str, by: Viewer, at: datetime) -> Plan:
    """Return a plan with a remark; everything that was written stays.

    :raises NotFound, NotYours: unless HR that looks after the mentee decides, and not about an own pair
    :raises PlanDecided: if it does not wait any more, or was changed since
    :raises NoWords, TooManyWords: if the remark cannot be taken
    """
    plan, pair = _to_decide(ref, version, by)
    plan.remark = written(remark, where="remark")
    plan.state, plan.decided_at, plan.decided_by_id, plan.version = "returned", at, by.person_id, plan.version + 1
    plan.save(update_fields=["remark", "state", "decided_at", "decided_by", "version"])
    _tell(pair, plan, "mentoring.plan_returned", both=False, by=by, at=at)
    return plan


def _to_decide(ref: str, version: int, by: Viewer) -> tuple[Plan, Mentorship]:
    found = Plan.objects.filter(ref=ref).exclude(state="draft").first()
    if found is None:
        raise NotFound
    pair = Mentorship.objects.select_for_update(of=("self",)).select_related("framework", "mentee").get(pk=found.mentorship_id)
    if not can_read_handed_in(by, pair):
        raise NotFound
    if not can_approve_plan(by, pair):
        raise NotYours
    plan = Plan.objects.get(pk=found.pk)
    if plan.state != "submitted" or plan.version != version:
        raise PlanDecided
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_plan {plan.ref}")
    return plan, pair


def _tell(pair: Mentorship, plan: Plan, kind: str, *, both: bool, by: Viewer, at: datetime) -> None:
    names = dict(Person.objects.filter(pk__in=(pair.mentor_id, pair.mentee_id)).values_list("pk", "name"))
    for one, other in ((pair.mentor_id, pair.mentee_id), (pair.mentee_id, pair.mentor_id))[: 2 if both else 1]:
        tell_people(
            [one], kind=kind, key=f"{plan.ref}:{plan.version}", params={"name": names[other]},
            address=f"/mentoring/pairs/{pair.ref}/plan/", by=by, at=at,
        )  # fmt: skip


def pair_locked(ref: str, by: Viewer, *, corrected_at: datetime | None = None) -> Mentorship:
    """Lock a pair for one of its two; what was recorded of it is corrected some time longer.

    :raises NotFound: for everybody else
    :raises PairOver: if it has ended
    """
    pair = Mentorship.objects.select_for_update(of=("self",)).select_related("framework", "mentee").filter(ref=ref).first()
    if pair is None or not is_of_pair(by, pair):
        raise NotFound
    is_corrected = corrected_at is not None and may_still_correct(pair.ends_on, pair.ended_why, local_day(corrected_at))
    if pair.state == "ended" and not is_corrected:
        other = pair.mentee_id if by.person_id == pair.mentor_id else pair.mentor_id
        raise PairOver(name=Person.objects.values_list("name", flat=True).get(pk=other), date=pair.ended_on)
    return pair
