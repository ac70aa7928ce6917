"""Plans in words: as the mentor writes them, as the two read them, as HR decides them."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from bole.kit.ui.controls import Way
from bole.kit.ui.days import brief_day, moment
from bole.mentoring.queries.plans import HandedIn, PlanPage, PlanRow, WaitingPlans
from bole.mentoring.rules.plan import MOST_OUTCOMES, PlanTopic, missing_core
from bole.mentoring.shown.naming import either, framework_name, joined, listed, name_of, topic_name
from bole.mentoring.shown.overview import span_of, ways_of


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicShown:
    """A topic of a plan. `mark` says how it differs from the framework, for HR."""

    code: str
    name: str
    is_core: bool
    is_own: bool
    how: str
    month: int
    when: str
    mark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """The page of a plan."""

    url: str
    title: str
    note: str
    ways: tuple[Way, ...]
    goal: str
    outcomes: tuple[str, ...]
    topics: tuple[TopicShown, ...]
    left_out: tuple[tuple[str, str, bool], ...]
    months: tuple[tuple[int, str], ...]
    version: int
    can_write: bool
    state: str
    tone: str
    returned: str
    other_goal: str
    other_topics: tuple[TopicShown, ...]
    has_other: bool


def plan_shown(found: PlanPage, row: PlanRow, *, me: int | None, other: PlanRow | None = None) -> PlanShown:
    """Return the page of a plan in words; to the mentee the plan that runs or waits, never a draft."""
    pair, is_mentor = found.pair, me == found.pair.mentor_id
    if not is_mentor and (found.open is None or found.open.state != "submitted"):
        row = found.running or found.begun(either(found.goal_zh, found.goal_en)) if found.open is None else found.running or _untold(found)
    is_open = found.open is not None
    state = found.open.state if found.open and (is_mentor or found.open.state == "submitted") else "approved" if found.running else ""
    there = {one.code for one in row.topics}
    missing = {one.code for one in missing_core(row.topics, found.framework)}
    return PlanShown(
        url=f"/mentoring/pairs/{pair.ref}/plan/",
        title=_("Mentoring plan"),
        note=span_of(pair),
        ways=ways_of(pair, "plan"),
        goal=row.goal,
        outcomes=(*row.outcomes, *[""] * (MOST_OUTCOMES - len(row.outcomes))) if is_mentor else row.outcomes,
        topics=tuple(_topic(one, found) for one in row.topics),
        left_out=tuple((one.code, topic_name(one), one.code in missing) for one in found.framework if one.code not in there),
        months=tuple((n, _("Month %(n)s") % {"n": n}) for n in range(1, found.months + 1)),
        version=row.version,
        can_write=is_mentor and pair.is_alive and (not is_open or bool(found.open and found.open.can_be_written)),
        state=_state(state, found),
        tone={"submitted": "wait", "returned": "watch", "approved": "done", "draft": "wait"}.get(state, "wait"),
        returned=row.remark if row.state == "returned" and is_mentor else "",
        other_goal=other.goal if other else "",
        other_topics=tuple(_topic(one, found) for one in other.topics) if other else (),
        has_other=other is not None,
    )


def _untold(found: PlanPage) -> PlanRow:
    """Return the framework as it stands: what a mentee sees while the mentor is still writing."""
    return replace(found, open=None).begun(either(found.goal_zh, found.goal_en))


def _state(state: str, found: PlanPage) -> str:
    running = found.running
    since = brief_day(running.decided_at) if running and running.decided_at else ""
    return {
        "draft": _("A draft; nobody else sees it"),
        "submitted": _("Sent. It starts when HR has approved it."),
        "returned": _("Returned; all you wrote is still here"),
        "approved": _("Runs since %(day)s") % {"day": since},
        "": _("Not written yet; this is the framework"),
    }[state]


def _topic(one: PlanTopic, found: PlanPage) -> TopicShown:
    known = {topic.code for topic in found.framework}
    return TopicShown(
        code=one.code, name=topic_name(one), is_core=one.is_core, is_own=one.code not in known, how=one.how, month=one.month,
        when=_("Month %(n)s") % {"n": one.month},
    )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalsShown:
    """The plans that wait for HR."""

    title: str
    rows: tuple[tuple[str, str, str, str, bool], ...]  # address, face, names, since when and until when, whether that is over


def approvals_shown(found: WaitingPlans, *, day: date) -> ApprovalsShown:
    """Return the plans that wait in words, with the day by which HR answers."""
    rows = []
    for one in found.rows:
        mentor, mentee = name_of(found.people.get(one.pair.mentor_id)), name_of(found.people.get(one.pair.mentee_id))
        names = _("%(mentor)s for %(mentee)s") % {"mentor": mentor, "mentee": mentee}
        note = joined(framework_name(one.pair), _("sent %(when)s") % {"when": moment(one.submitted_at)})
        note = joined(note, _("answer by %(day)s") % {"day": brief_day(one.answer_by)})
        rows.append((f"/company/mentoring/plans/{one.ref}/", mentor, names, note, one.answer_by < day))
    title = _("%(count)s plans wait for you") % {"count": len(rows)} if rows else _("No plan waits for you")
    return ApprovalsShown(title=title, rows=tuple(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedInShown:
    """A plan beside its framework."""

    url: str
    title: str
    note: str
    face: str
    diff: str
    is_whole: bool
    missing: str
    project: tuple[str, str]  # its name and where it lives, of a pair that goes along with one
    goal: str
    outcomes: tuple[str, ...]
    topics: tuple[TopicShown, ...]
    left_out: str
    state: str
    remark: str
    may_decide: bool


def handed_in_shown(found: HandedIn) -> HandedInShown:
    """Return a plan that was handed in in words: 增加几项，调整几项，核心要点齐全."""
    pair, diff = found.pair, found.diff
    mentor, mentee = name_of(found.people.get(pair.mentor_id)), name_of(found.people.get(pair.mentee_id))
    added, changed = {one.code for one in diff.added}, {one.code for one in diff.changed}
    said = {"framework": framework_name(pair), "a": len(diff.added), "b": len(diff.changed)}
    return HandedInShown(
        url=f"/company/mentoring/plans/{found.plan.ref}/",
        title=_("%(mentor)s for %(mentee)s") % {"mentor": mentor, "mentee": mentee},
        note=span_of(pair),
        face=mentor,
        diff=_("Compared with “%(framework)s”: %(a)s added, %(b)s changed, all core topics there") % said,
        is_whole=not diff.missing,
        missing=listed(topic_name(one) for one in diff.missing),
        project=(found.project.name, found.project.link) if found.project else ("", ""),
        goal=found.plan.goal,
        outcomes=found.plan.outcomes,
        topics=tuple(
            TopicShown(
                code=one.code,
                name=topic_name(one),
                is_core=one.is_core,
                is_own=one.code in added,
                how=one.how,
                month=one.month,
                when=_("Month %(n)s") % {"n": one.month},
                mark=_("added") if one.code in added else _("changed") if one.code in changed else "",
            )
            for one in found.plan.topics
        ),
        left_out=listed(topic_name(one) for one in diff.left_out),
        state=found.plan.state,
        remark=found.plan.remark,
        may_decide=found.may_decide,
    )
