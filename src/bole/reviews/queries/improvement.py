"""Improvement plans: those that somebody may see, and one with its milestones and weeks."""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from bole.access.rules import insist_on_taking_part, may
from bole.people.queries import Card, cards, get_person_for
from bole.reviews.models import ImprovementPlan, Milestone, WeekCheck
from bole.reviews.rules.improvement import Step, Way, all_on_time, last_day_of, week_of, weeks_running_better
from bole.values.refusal import NotFound, NotYours
from bole.values.viewer import Viewer

OPEN = ("proposed", "running")
MOST_OVER = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneRow:
    """Something to be done by a day."""

    ref: str
    words: str
    step: Step


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """How a week went."""

    week: int
    way: Way
    words: str
    by_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """A plan in a list: where it stands."""

    ref: str
    person_id: int
    manager_id: int
    state: str
    outcome: str
    first_day: date
    last_day: date
    weeks: int
    week: int
    milestones: int
    done: int
    is_on_time: bool
    better_for: int
    is_answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFull:
    """A plan whole, as one who may read it sees it."""

    line: PlanLine
    why: str
    goals: tuple[str, ...]
    support: str
    milestones: tuple[MilestoneRow, ...]
    checks: tuple[WeekRow, ...]
    remark: str
    proposed_at: datetime
    ended_on: date | None
    reason: str
    decided_by_id: int | None
    version: int
    people: dict[int, Card]
    is_own: bool
    may_change: bool
    may_end: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plans:
    """The plans that somebody may see: open ones, and those that are over; whom the viewer may propose one to."""

    open: tuple[PlanLine, ...]
    over: tuple[PlanLine, ...]
    free: tuple[int, ...]
    people: dict[int, Card]
    me: int


def plans_for(viewer: Viewer, *, day: date) -> Plans:
    """Return the viewer's own plan, those of the team, and to HR those of whom it looks after (six queries).

    :raises NotFound: unless the viewer takes part
    """
    me = insist_on_taking_part(viewer)
    rows = ImprovementPlan.objects.exclude(state="withdrawn")
    if not viewer.has_role("hr", "hr_partner", "hr_admin"):
        rows = rows.filter(Q(person=me) | Q(person__in=viewer.reports))
    seen = [one for one in rows.order_by("state", "first_day", "id") if may(viewer, "read", "improvement", one.person_id)]
    lines = _lines(seen, day=day)
    busy = {one.person_id for one in seen if one.state in OPEN}
    free = tuple(sorted(viewer.reports - busy))
    people = cards({person for one in lines for person in (one.person_id, one.manager_id)} | set(free), day)
    over = sorted((one for one in lines if one.state == "ended"), key=lambda one: one.last_day, reverse=True)
    return Plans(
        open=tuple(one for one in lines if one.state in OPEN), over=tuple(over[:MOST_OVER]),
        free=tuple(one for one in free if one in people), people=people, me=me,
    )  # fmt: skip


def own_plan_ref(person_id: int) -> str:
    """Return the ref of somebody's open plan, or nothing (one query)."""
    found = ImprovementPlan.objects.filter(person=person_id, state__in=OPEN).values_list("ref", flat=True).first()
    return str(found or "")


def plan_for(viewer: Viewer, ref: str, *, day: date) -> PlanFull:
    """Return a plan whole (four queries).

    :raises NotFound: unless the viewer may read it; one that was taken back is the manager's alone
    """
    one = ImprovementPlan.objects.filter(ref=ref).first()
    if one is None or not may(viewer, "read", "improvement", one.person_id):
        raise NotFound
    line, milestones = _lines([one], day=day)[0], Milestone.objects.filter(plan=one).order_by("due_on", "id")
    checks = WeekCheck.objects.filter(plan=one).order_by("-week")
    named = {one.person_id, one.manager_id, *([one.decided_by_id] if one.decided_by_id else [])}
    return PlanFull(
        line=line, why=str(one.why), goals=tuple(json.loads(str(one.goals))), support=str(one.support),
        milestones=tuple(MilestoneRow(ref=row.ref, words=str(row.words), step=Step(row.due_on, row.done_on)) for row in milestones),
        checks=tuple(WeekRow(week=row.week, way=row.way, words=str(row.words), by_id=row.by_id) for row in checks),  # type: ignore[arg-type]  # the column's ways
        remark=str(one.remark), proposed_at=one.proposed_at, ended_on=one.ended_on, reason=str(one.reason),
        decided_by_id=one.decided_by_id, version=one.version, people=cards(named, day), is_own=viewer.person_id == one.person_id,
        may_change=may(viewer, "change", "improvement", one.person_id), may_end=may(viewer, "approve", "improvement", one.person_id),
    )  # fmt: skip


def candidate_for(viewer: Viewer, number: str, *, day: date) -> Card:
    """Return somebody to whom the viewer may propose a plan.

    :raises NotFound, NotYours: unless the viewer leads them
    """
    card = get_person_for(viewer, number, day)
    if not may(viewer, "change", "improvement", card.person_id):
        raise NotYours if may(viewer, "read", "improvement", card.person_id) else NotFound
    return card


def open_plans_of(person_ids: Collection[int]) -> dict[int, date]:
    """Return until when the running plan of each of these goes (one query); who has none is left out."""
    rows = ImprovementPlan.objects.filter(person__in=person_ids, state="running").values_list("person_id", "first_day", "weeks")
    return {person: last_day_of(first, weeks) for person, first, weeks in rows}


def _lines(plans: Sequence[ImprovementPlan] | QuerySet[ImprovementPlan], *, day: date) -> list[PlanLine]:
    """Return plans as lines (two queries)."""
    steps: defaultdict[int, list[Step]] = defaultdict(list)
    for plan, due_on, done_on in Milestone.objects.filter(plan__in=plans).values_list("plan_id", "due_on", "done_on"):
        steps[plan].append(Step(due_on, done_on))
    checks: defaultdict[int, dict[int, Way]] = defaultdict(dict)
    for plan, week, way in WeekCheck.objects.filter(plan__in=plans).values_list("plan_id", "week", "way"):
        checks[plan][week] = way  # type: ignore[assignment]  # the column's ways
    return [
        PlanLine(
            ref=one.ref, person_id=one.person_id, manager_id=one.manager_id, state=one.state, outcome=one.outcome, first_day=one.first_day,
            last_day=last_day_of(one.first_day, one.weeks), weeks=one.weeks, week=week_of(one.first_day, one.weeks, one.ended_on or day),
            milestones=len(steps[one.pk]), done=sum(row.done_on is not None for row in steps[one.pk]),
            is_on_time=all_on_time(steps[one.pk], today=one.ended_on or day), better_for=weeks_running_better(checks[one.pk]),
            is_answered=one.answered_at is not None,
        )
        for one in plans
    ]  # fmt: skip
