"""Improvement plans in words."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.days import brief_day, day
from bole.people.queries import Card
from bole.reviews.forms_improvement import OUTCOMES, WAYS
from bole.reviews.queries.improvement import PlanFull, PlanLine, Plans, WeekRow
from bole.reviews.shown.naming import joined, name_of, place_of


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A plan in a list."""

    url: str
    face: str
    name: str
    note: str
    state: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlansShown:
    """The list."""

    title: str
    open: tuple[LineShown, ...]
    over: tuple[LineShown, ...]
    free: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MilestoneShown:
    """A milestone."""

    ref: str
    words: str
    note: str
    state: str
    tone: str
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanShown:
    """The page of a plan."""

    ref: str
    title: str
    note: str
    face: str
    words: str
    why: str
    goals: tuple[str, ...]
    support: str
    dates: str
    milestones: tuple[MilestoneShown, ...]
    checks: tuple[tuple[str, str, str], ...]
    better: str
    remark: str
    state: str
    tone: str
    end: str
    reason: str
    is_proposed: bool
    is_running: bool
    may_answer: bool
    may_change: bool
    may_end: bool
    week: int


def plans_shown(found: Plans) -> PlansShown:
    """Return the list in words."""
    count = len(found.open)
    title = ngettext("%(n)s improvement plan is open", "%(n)s improvement plans are open", count) % {"n": count}
    return PlansShown(
        title=title if count else _("No improvement plan is open"),
        open=tuple(_line(one, found) for one in found.open), over=tuple(_line(one, found) for one in found.over),
        free=tuple(_free(found.people[one]) for one in found.free),
    )  # fmt: skip


def _free(card: Card) -> tuple[str, str, str, str]:
    return f"/improvement/new/?with={card.number}", card.name, name_of(card), place_of(card)


def _line(one: PlanLine, found: Plans) -> LineShown:
    state, tone = state_words(one)
    card = found.people.get(one.person_id)
    name = _("Your plan") if one.person_id == found.me else name_of(card)
    note = joined(_progress(one), better_words(one))
    return LineShown(url=f"/improvement/{one.ref}/", face=card.name if card else "", name=name, note=note, state=state, tone=tone)


def state_words(one: PlanLine) -> tuple[str, str]:
    """Return how a plan stands, and its tone."""
    if one.state == "proposed":
        return (_("a change is wished for"), "wait") if one.is_answered else (_("waits for the answer"), "wait")
    if one.state == "running":
        return (_("all milestones on time"), "done") if one.is_on_time else (_("a milestone is late"), "watch")
    return (str(OUTCOMES[one.outcome]) if one.outcome else _("taken back")), "plain"


def _progress(one: PlanLine) -> str:
    told = {"n": one.week, "m": one.weeks, "a": one.done, "b": one.milestones}
    return _("week %(n)s of %(m)s, %(a)s of %(b)s milestones done") % told


def better_words(one: PlanLine) -> str:
    """Return for how long it has gone up: from two weeks on."""
    return _("better %(n)s weeks running") % {"n": one.better_for} if one.better_for > 1 else ""


def plan_shown(found: PlanFull, *, today: date) -> PlanShown:
    """Return a plan in words."""
    line = found.line
    person, manager = found.people.get(line.person_id), found.people.get(line.manager_id)
    title = _("The plan you and {manager} made") if found.is_own else _("{name}'s improvement plan")
    body = _("Goals, support and dates in plain words. Week {n} of {m}; {a} milestones done.")
    state, tone = state_words(line)
    return PlanShown(
        ref=line.ref, title=title.format(manager=name_of(manager), name=name_of(person)), note=_("Improvement plan"), face=name_of(person),
        words=body.format(n=line.week, m=line.weeks, a=line.done), why=found.why, goals=found.goals, support=found.support,
        dates=_("%(first)s to %(last)s") % {"first": day(line.first_day), "last": day(line.last_day)},
        milestones=tuple(_milestones(found, today)), checks=tuple(_week(one) for one in found.checks), better=better_words(line),
        remark=found.remark, state=state, tone=tone, end=_end(found), reason=found.reason, is_proposed=line.state == "proposed",
        is_running=line.state == "running", may_answer=found.is_own and line.state == "proposed", may_change=found.may_change,
        may_end=found.may_end and line.state == "running", week=line.week,
    )  # fmt: skip


def _milestones(found: PlanFull, today: date) -> list[MilestoneShown]:
    rows = []
    for one in found.milestones:
        late, done = one.step.is_late(found.ended_on or today), one.step.done_on
        note = _("by %(day)s") % {"day": brief_day(one.step.due_on)}
        if done is not None:
            note = joined(note, _("done on %(day)s") % {"day": brief_day(done)})
        state, tone = (_("on time"), "done") if done and not late else (_("too late"), "watch") if late else ("", "plain")
        rows.append(MilestoneShown(ref=one.ref, words=one.words, note=note, state=state, tone=tone, is_done=done is not None))
    return rows


def _week(one: WeekRow) -> tuple[str, str, str]:
    return _("Week %(n)s") % {"n": one.week}, one.words, str(WAYS[one.way])


def _end(found: PlanFull) -> str:
    if found.line.state != "ended" or found.ended_on is None:
        return ""
    told = {
        "day": day(found.ended_on),
        "name": name_of(found.people.get(found.decided_by_id or 0)),
        "outcome": OUTCOMES[found.line.outcome],
    }
    return _("%(outcome)s; decided by %(name)s on %(day)s") % told
