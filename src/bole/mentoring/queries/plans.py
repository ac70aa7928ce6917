"""Plans: of a pair as its two see it, those that HR has to decide, one of these beside its framework."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bole.kit.clock import local_day
from bole.mentoring.models import Framework, Mentorship, Plan
from bole.mentoring.permissions import can_approve_plan, can_read_handed_in
from bole.mentoring.queries.pairs import PairRow, pair_row
from bole.mentoring.queries.projects import ProjectRow, project_of
from bole.mentoring.rules import frameworks
from bole.mentoring.rules.plan import PlanDiff, PlanTopic, compared, planned, topics_from
from bole.mentoring.rules.plan_days import answer_due, plan_due
from bole.people.queries import Card, cards
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

OPEN = ("draft", "submitted", "returned")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A plan. `ref` is empty for one that nobody has written yet: it is the framework as it stands."""

    ref: str
    number: int
    state: str
    goal: str
    outcomes: tuple[str, ...]
    topics: tuple[PlanTopic, ...]
    remark: str
    submitted_at: datetime | None
    decided_at: datetime | None
    decided_by_id: int | None
    changed_at: datetime | None
    changed_by: str
    version: int

    @property
    def can_be_written(self) -> bool:
        """Test if the mentor may change it."""
        return self.state in {"draft", "returned"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """The plan of a pair that is written or waits (`open`), the one that runs, and the framework behind both."""

    pair: PairRow
    open: PlanRow | None
    running: PlanRow | None
    framework: tuple[frameworks.Topic, ...]
    goal_zh: str
    goal_en: str
    months: int
    materials: tuple[dict[str, str], ...]

    def begun(self, goal: str) -> PlanRow:
        """Return the plan to write on: the open one, else the running one, else the framework with its goal in the reader's words."""
        if self.open is not None:
            return self.open
        if self.running is not None:
            return self.running
        return PlanRow(
            ref="", number=0, state="draft", goal=goal, outcomes=(), topics=planned(self.framework, months=self.months), remark="",
            submitted_at=None, decided_at=None, decided_by_id=None, changed_at=None, changed_by="", version=0,
        )  # fmt: skip


def months_of(pair: PairRow | Mentorship) -> int:
    """Return how many months a programme has, a month that was begun counting as one."""
    months = (pair.last_day.year - pair.first_day.year) * 12 + pair.last_day.month - pair.first_day.month
    return max(1, months + (1 if pair.last_day.day >= pair.first_day.day else 0))


def plan_page(pair: PairRow) -> PlanPage:
    """Return the plans of a pair (two queries); the pair was fetched for who may see it."""
    framework = Framework.objects.get(pk=pair.framework_id)
    rows = [plan_row(one) for one in Plan.objects.filter(mentorship=pair.id).exclude(state="replaced").order_by("number")]
    return PlanPage(
        pair=pair,
        open=next((one for one in rows if one.state in OPEN), None),
        running=next((one for one in reversed(rows) if one.state == "approved"), None),
        framework=frameworks.topics_from(framework.topics),
        goal_zh=framework.goal_zh,
        goal_en=framework.goal_en,
        months=months_of(pair),
        materials=tuple(framework.materials),
    )


def running_topics(pair_ids: Collection[int]) -> dict[int, tuple[PlanTopic, ...]]:
    """Return the topics by which each pair goes: of the approved plan, else of its framework (two queries)."""
    pairs = list(Mentorship.objects.filter(pk__in=pair_ids).select_related("framework"))
    found = {one.pk: planned(frameworks.topics_from(one.framework.topics), months=months_of(one)) for one in pairs}
    for plan in Plan.objects.filter(mentorship__in=pair_ids, state="approved").order_by("number"):
        found[plan.mentorship_id] = topics_from(json.loads(str(plan.topics)))
    return found


def open_plans(pair_ids: Collection[int]) -> dict[int, str]:
    """Return how far the newest plan of each pair is (one query); pairs without any are left out."""
    rows = Plan.objects.filter(mentorship__in=pair_ids).exclude(state="replaced").order_by("number")
    return dict(rows.values_list("mentorship_id", "state"))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStands:
    """How far the plan of a pair is that waits for its first one: `due_on` is whose turn it is until when, the mentor's or HR's."""

    is_with_hr: bool
    since: date
    due_on: date

    def is_late(self, day: date) -> bool:
        """Test if the mentor should have handed it in, or HR answered, before the day."""
        return self.due_on < day


def plans_stand(pairs: Collection[PairRow | Mentorship]) -> dict[int, PlanStands]:
    """Return how far the first plans of those of these pairs are that have none yet (one query, none for none)."""
    first_days = {one.pk if isinstance(one, Mentorship) else one.id: one.first_day for one in pairs if one.state == "planned"}
    if not first_days:
        return {}
    rows = Plan.objects.filter(mentorship__in=first_days, state__in=OPEN).values_list(
        "mentorship_id", "state", "submitted_at", "decided_at"
    )
    plans = {pair: (state, submitted, decided) for pair, state, submitted, decided in rows}
    return {pair: _stands(first_day, *plans.get(pair, ("", None, None))) for pair, first_day in first_days.items()}


def _stands(first_day: date, state: str, submitted: datetime | None, decided: datetime | None) -> PlanStands:
    if state == "submitted" and submitted is not None:
        return PlanStands(is_with_hr=True, since=local_day(submitted), due_on=answer_due(local_day(submitted)))
    returned = local_day(decided) if state == "returned" and decided is not None else None
    return PlanStands(is_with_hr=False, since=first_day, due_on=plan_due(first_day, returned))


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingPlan:
    """A plan that HR has to decide."""

    ref: str
    pair: PairRow
    submitted_at: datetime
    answer_by: date
    may_decide: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """A plan beside its framework, for whoever decides."""

    plan: PlanRow
    pair: PairRow
    diff: PlanDiff
    months: int
    people: dict[int, Card]
    may_decide: bool
    project: ProjectRow | None = None


@dataclass(frozen=True, slots=True)
class WaitingPlans:
    """Those that wait, the oldest first."""

    rows: tuple[WaitingPlan, ...]
    people: dict[int, Card]


def looks_at_plans(viewer: Viewer) -> bool:
    """Test if the viewer is of those to whom plans are handed in."""
    return viewer.has_role("hr", "hr_partner")


def plans_to_approve(viewer: Viewer, *, at: datetime) -> WaitingPlans:
    """Return the plans that wait for HR, of those whom the viewer looks after (four queries).

    :raises NotFound: unless the viewer is of HR
    """
    if not looks_at_plans(viewer):
        raise NotFound
    found = Plan.objects.filter(state="submitted").select_related("mentorship__framework").order_by("submitted_at", "id")
    rows = tuple(
        WaitingPlan(
            ref=one.ref,
            pair=pair,
            submitted_at=(sent := one.submitted_at or at),
            answer_by=answer_due(local_day(sent)),
            may_decide=can_approve_plan(viewer, pair),
        )
        for one in found
        if can_read_handed_in(viewer, pair := pair_row(one.mentorship))
    )
    named = {key for one in rows for key in (one.pair.mentor_id, one.pair.mentee_id)}
    return WaitingPlans(rows, cards(named, local_day(at)) if named else {})


def count_to_approve(viewer: Viewer) -> int:
    """Count the plans that wait for the viewer (one query for HR, none for others)."""
    if not looks_at_plans(viewer):
        return 0
    found = Plan.objects.filter(state="submitted").values_list("mentorship__mentor_id", "mentorship__mentee_id")
    return sum(can_approve_plan(viewer, Mentorship(mentor_id=mentor, mentee_id=mentee)) for mentor, mentee in found)


def plan_to_approve(viewer: Viewer, ref: str, *, at: datetime) -> HandedIn:
    """Return a plan that was handed in, beside its framework (five queries).

    :raises NotFound: unless the viewer is of HR and looks after the mentee; a draft is the mentor's alone
    """
    found = Plan.objects.filter(ref=ref).exclude(state="draft").select_related("mentorship__framework").first()
    if found is None:
        raise NotFound
    pair = pair_row(found.mentorship)
    if not can_read_handed_in(viewer, pair):
        raise NotFound
    plan, topics, months = plan_row(found), frameworks.topics_from(found.mentorship.framework.topics), months_of(pair)
    return HandedIn(
        plan=plan,
        pair=pair,
        diff=compared(plan.topics, topics, months=months),
        months=months,
        people=cards({pair.mentor_id, pair.mentee_id}, local_day(at)),
        may_decide=plan.state == "submitted" and can_approve_plan(viewer, pair),
        project=project_of(pair),
    )


def plan_row(one: Plan) -> PlanRow:
    """Return a plan as a row."""
    return PlanRow(
        ref=one.ref,
        number=one.number,
        state=one.state,
        goal=str(one.goal),
        outcomes=tuple(json.loads(str(one.outcomes))),
        topics=topics_from(json.loads(str(one.topics))),
        remark=str(one.remark),
        submitted_at=one.submitted_at,
        decided_at=one.decided_at,
        decided_by_id=one.decided_by_id,
        changed_at=one.changed_at,
        changed_by=one.changed_by,
        version=one.version,
    )
