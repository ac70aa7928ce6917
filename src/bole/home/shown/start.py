"""The personal home in words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.start import Start
from bole.home.shown.amounts import amount, gap_between, named, sentences
from bole.home.shown.changes import own_change
from bole.home.shown.company import CompanyShown, company_shown, sources_words
from bole.home.shown.moves import week_brief
from bole.home.shown.performance import WorkShown, empty_words, work_shown
from bole.home.shown.support import support_shown
from bole.home.shown.team import MemberRow, member_row, moves_words, on_time_words
from bole.home.shown.trend import meaning
from bole.home.shown.unscored import UnscoredShown, unscored_shown
from bole.kit.clock import local_day
from bole.kit.ui.days import brief_day
from bole.kit.ui.words import points
from bole.scoring.queries import MyScore
from bole.scoring.rules.explanation import LeafPart
from bole.signals.queries import Silent
from bole.values.period import Period
from bole.work.queries import OpenItem

MOST_TODAY = 4
MOST_METERS = 3
HERO_WEEKS = 11
ANSWERS_FOR = timedelta(days=3)
SUPPORT = "/performance/#support"


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """Something that wants to be looked at today."""

    words: str
    note: str
    icon: str
    url: str
    tone: str = ""
    out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Meter:
    """An indicator that is short of its target."""

    title: str
    value: float
    target: float
    low: float
    high: float
    words: str
    target_words: str
    note: str
    good: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnShown:
    """One's own work."""

    title: str
    words: str
    score: str
    period: str
    meaning: str
    hero: tuple[float | None, ...]
    hero_label: str
    empty: str
    goals: str
    meters: tuple[Meter, ...]
    others: str
    today: tuple[Today, ...]
    work: WorkShown | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCard:
    """One's team: whom to look at first, who waits for support, what moved."""

    title: str
    first: tuple[MemberRow, ...]
    asking: tuple[MemberRow, ...]
    moves: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StartShown:
    """All words of the personal home."""

    title: str
    words: str
    own: OwnShown | None
    team: TeamCard | None
    company: CompanyShown | None
    sources: str
    has_lead: bool
    silent: tuple[str, ...] = ()
    unscored: UnscoredShown | None = None


def start_shown(start: Start) -> StartShown:
    """Return the home in words: a manager's and HR's begins with others, an employee's with the own score."""
    own = _own(start) if start.own else None
    team = _team(start) if start.team else None
    company = company_shown(start.company) if start.company else None
    unscored = unscored_shown(start.unscored, start.name) if start.unscored else None
    if company is not None:
        title, words = company.title, company.words
    elif team is not None:
        title, words = team.title, team.moves
    elif own is not None:
        title, words = own.title, own.words
    elif unscored is not None:
        title, words = unscored.title, unscored.words
    else:
        title, words = start.name, ""
    return StartShown(
        title=title,
        words=words,
        own=own,
        team=team,
        company=company,
        sources=sources_words(start.sources),
        has_lead=team is not None or company is not None or start.sources is not None,
        silent=tuple(_silent(one) for one in start.silent),
        unscored=unscored,
    )


def _silent(one: Silent) -> str:
    said = {"name": one.name, "day": brief_day(one.first_day), "n": one.people}
    words = ngettext(
        "%(name)s has been silent since %(day)s; %(n)s person has no data, and nobody is alerted",
        "%(name)s has been silent since %(day)s; %(n)s people have no data, and nobody is alerted",
        one.people,
    )
    return words % said


def _own(start: Start) -> OwnShown:
    assert start.own is not None  # noqa: S101  (the caller asked)
    mine, sheet = start.own.score, start.own.score.sheet
    score = sheet.score if sheet else None
    brief, why = week_brief(mine.change)
    leaves = list(sheet.explanation.leaves) if sheet and sheet.explanation and score is not None else []
    short = [leaf for leaf in leaves if leaf.meets_target is False]
    met = [leaf for leaf in leaves if leaf.meets_target]
    greets = _("%(name)s, %(brief)s") if brief else _("Welcome, %(name)s")
    return OwnShown(
        title=greets % {"name": start.name, "brief": brief},
        words=why,
        score=points(score) if score is not None else "",
        period=sheet.period.code if sheet else "",
        meaning=meaning(sheet, mine.line.usual if mine.line else None) if sheet else "",
        hero=_hero(mine),
        hero_label=_("Weekly scores up to now, %(now)s") % {"now": points(score)},
        empty="" if score is not None else empty_words(sheet.state if sheet else "nothing", start.own.records),
        goals=_goals(len(met), len(met) + len(short)),
        meters=tuple(_meter(leaf, sheet.period) for leaf in short[:MOST_METERS]) if sheet else (),
        others=ngettext("%(count)s other is on target", "%(count)s others are on target", len(met)) % {"count": len(met)}
        if met and short
        else "",
        today=tuple(_today(start)),
        work=work_shown(start.own.work) if start.own.work else None,
    )


def _others(count: int) -> str:
    return ngettext("%(count)s other is on target", "%(count)s others are on target", count) % {"count": count}


def _goals(met: int, of: int) -> str:
    if not of:
        return ""
    return ngettext("%(of)s indicator, %(met)s on target", "%(of)s indicators, %(met)s on target", of) % {"of": of, "met": met}


def _hero(mine: MyScore) -> tuple[float | None, ...]:
    if mine.line is None or mine.sheet is None or mine.sheet.score is None:
        return ()
    past = [None if week.score is None else week.score / 100 for week in mine.line.weeks[-HERO_WEEKS:]]
    return (*past, mine.sheet.score / 100) if any(one is not None for one in past) else ()


def _meter(leaf: LeafPart, period: Period) -> Meter:
    assert leaf.read is not None  # noqa: S101  (a value that falls short is there)
    assert leaf.target is not None  # noqa: S101
    if leaf.direction == "down":
        said = _("%(gap)s percentage points too much") if leaf.unit == "percent" else _("%(gap)s too much")
    else:
        said = _("%(gap)s percentage points to go") if leaf.unit == "percent" else _("%(gap)s to go")
    high = 100.0 if leaf.unit in {"percent", "points"} else max(leaf.read, leaf.target) * 1.25
    return Meter(
        title=named(leaf.zh, leaf.en),
        value=leaf.read,
        target=leaf.target,
        low=0.0,
        high=high,
        words=amount(leaf.unit, leaf.read),
        target_words=amount(leaf.unit, leaf.target),
        note=said % {"gap": gap_between(leaf.unit, leaf.read, leaf.target)},
        good=leaf.direction,
        url=f"/performance/{leaf.code}/?period={period.code}",
    )


def _today(start: Start) -> list[Today]:
    """Return what is new or due: answers first, then what is overdue or due today."""
    assert start.own is not None  # noqa: S101  (the caller asked)
    answers = [support_shown(row) for row in start.own.support if row.answered_at and _is_fresh(row.answered_at, start.day)]
    found = [
        Today(words=_("Your manager answered: %(words)s") % {"words": one.answer}, note=one.note, icon="message-square", url=SUPPORT)
        for one in answers
    ]
    found += [
        Today(words=_("Your objection was answered"), note=one.title or one.external_id, icon="scale", url="/me/") for one in start.news
    ]
    changes = [own_change(one) for one in start.changes]
    found = [*(Today(words=one.words, note=one.note, icon="activity", url=one.url) for one in changes), *found]
    items = start.own.work.items if start.own.work else ()
    found += [_due(one) for one in items if one.due_on and one.due_on <= start.day]
    return found[:MOST_TODAY]


def _due(one: OpenItem) -> Today:
    late = ngettext("%(count)s day overdue", "%(count)s days overdue", one.late_days) % {"count": one.late_days}
    return Today(
        words=one.title or one.external_id,
        note=late if one.late_days else _("due today"),
        icon="square-check",
        url=one.link,
        tone="watch" if one.late_days else "",
        out=bool(one.link),
    )


def _team(start: Start) -> TeamCard:
    assert start.team is not None  # noqa: S101  (the caller asked)
    first = start.team.first
    things = sum(max(len(one.support), 1) for one in first)
    title = _("Nothing waits for you today")
    if things:
        title = ngettext("%(n)s thing waits for you", "%(n)s things wait for you", things) % {"n": things}
    return TeamCard(
        title=title,
        first=tuple(member_row(one) for one in first[:MOST_TODAY]),
        asking=tuple(member_row(one) for one in start.team.asking),
        moves=sentences(moves_words(start.team), on_time_words(start.team)),
    )


def _is_fresh(moment: datetime, day: date) -> bool:
    """Test if something happened in the last few days."""
    return day - local_day(moment) <= ANSWERS_FOR
