"""One's own work on the home, in words: the week, indicators short of their target, what is new or due today."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.performance import Performance
from bole.home.shown.amounts import amount, gap_between, named
from bole.home.shown.cards import CardRow
from bole.home.shown.changes import own_change
from bole.home.shown.moves import week_brief
from bole.home.shown.performance import empty_words
from bole.home.shown.support import support_shown
from bole.home.shown.trend import meaning
from bole.kit.clock import local_day
from bole.kit.ui.words import points
from bole.scoring.queries import MyScore
from bole.scoring.rules.explanation import LeafPart
from bole.signals.queries import AlertRow
from bole.values.period import Period
from bole.work.queries import ObjectionRow, OpenItem

MOST_TODAY = 4
MOST_METERS = 3
HERO_WEEKS = 11
ANSWERS_FOR = timedelta(days=3)
SUPPORT = "/performance/#support"


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
    """One's own score: what it is, what moved it, which indicators are short of their target."""

    brief: str
    words: str
    score: str
    meaning: str
    hero: tuple[float | None, ...]
    hero_label: str
    empty: str
    goals: str
    meters: tuple[Meter, ...]
    others: str


def own_shown(found: Performance) -> OwnShown:
    """Return one's own score in words."""
    mine, sheet = found.score, found.score.sheet
    score = sheet.score if sheet else None
    brief, why = week_brief(mine.change)
    leaves = list(sheet.explanation.leaves) if sheet and sheet.explanation and score is not None else []
    short = [leaf for leaf in leaves if leaf.meets_target is False]
    met = [leaf for leaf in leaves if leaf.meets_target]
    return OwnShown(
        brief=brief,
        words=why,
        score=points(score) if score is not None else "",
        meaning=meaning(sheet, mine.line.usual if mine.line else None) if sheet else "",
        hero=_hero(mine),
        hero_label=_("Weekly scores up to now, %(now)s") % {"now": points(score)},
        empty="" if score is not None else empty_words(sheet.state if sheet else "nothing", found.records),
        goals=_goals(len(met), len(met) + len(short)),
        meters=tuple(_meter(leaf, sheet.period) for leaf in short[:MOST_METERS]) if sheet else (),
        others=ngettext("%(count)s other is on target", "%(count)s others are on target", len(met)) % {"count": len(met)}
        if met and short
        else "",
    )


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


def today_rows(found: Performance | None, news: Sequence[ObjectionRow], changes: Sequence[AlertRow], *, day: date) -> tuple[CardRow, ...]:
    """Return what is new or due: what changed, answers, then what is overdue or due today."""
    rows = [CardRow(words=one.words, note=one.note, icon="activity", url=one.url) for one in map(own_change, changes)]
    support = found.support if found else ()
    answers = [support_shown(row) for row in support if row.answered_at and _is_fresh(row.answered_at, day)]
    rows += [
        CardRow(words=_("Your manager answered: %(words)s") % {"words": one.answer}, note=one.note, icon="message-square", url=SUPPORT)
        for one in answers
    ]
    rows += [CardRow(words=_("Your objection was answered"), note=one.title or one.external_id, icon="scale", url="/me/") for one in news]
    items = found.work.items if found and found.work else ()
    rows += [_due(one) for one in items if one.due_on and one.due_on <= day]
    return tuple(rows[:MOST_TODAY])


def _due(one: OpenItem) -> CardRow:
    late = ngettext("%(count)s day overdue", "%(count)s days overdue", one.late_days) % {"count": one.late_days}
    return CardRow(
        words=one.title or one.external_id,
        note=late if one.late_days else _("due today"),
        icon="square-check",
        url=one.link,
        tone="watch" if one.late_days else "",
        out=bool(one.link),
    )


def _is_fresh(moment: datetime, day: date) -> bool:
    """Test if something happened in the last few days."""
    return day - local_day(moment) <= ANSWERS_FOR
