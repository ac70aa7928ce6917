"""What cards are drawn with: rows, meters and weeks in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.queries import GuideStep, NewcomerGuide, TrainingRow
from bole.home.shown.amounts import named
from bole.kit.clock import local_day
from bole.kit.ui.cards import WeekDay
from bole.kit.ui.days import brief_day, hour, weekday
from bole.kit.ui.days import day as day_words

NUMERALS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardRow:
    """One line of a card."""

    words: str
    url: str = ""
    note: str = ""
    icon: str = ""
    face: str = ""
    when: str = ""
    trail: str = ""
    tone: str = ""
    state: str = ""
    state_tone: str = "plain"
    out: bool = False
    share: tuple[float, float, float] | None = None
    share_words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SuggestedRow:
    """Something recommended: what, why, and by which ref one says less of it."""

    title: str
    url: str
    why: str
    ref: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """A line of the newcomer's list."""

    ref: str
    title: str
    words: str
    minutes: str
    url: str
    is_done: bool
    by_itself: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideShown:
    """The newcomer's list on its card: how far, the next lines."""

    share: float
    counted: str
    label: str
    steps: tuple[StepShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekShown:
    """The trainings of a week."""

    days: tuple[WeekDay, ...]
    rows: tuple[CardRow, ...]


def small_number(count: int) -> str:
    """Write a small count as one says it in Chinese (三); others in figures."""
    return NUMERALS[count] if count < len(NUMERALS) else str(count)


def minutes_of(count: int) -> str:
    """Write some minutes."""
    return ngettext("%(count)s minute", "%(count)s minutes", count) % {"count": count}


def step_shown(one: GuideStep) -> StepShown:
    """Return a line of the newcomer's list in words."""
    return StepShown(
        ref=one.ref,
        title=named(one.title_zh, one.title_en),
        words=named(one.words_zh, one.words_en),
        minutes=minutes_of(one.minutes),
        url=one.address,
        is_done=one.is_done,
        by_itself=bool(one.by_itself),
    )


def guide_on_card(guide: NewcomerGuide, *, most: int = 3) -> GuideShown:
    """Return the newcomer's list as its card shows it: how far one is, and the next lines."""
    said = {"done": guide.done, "all": len(guide.steps)}
    return GuideShown(
        share=guide.done / len(guide.steps) if guide.steps else 0.0,
        counted=f"{guide.done}/{len(guide.steps)}",
        label=_("%(done)s of %(all)s done") % said,
        steps=tuple(step_shown(one) for one in guide.steps if not one.is_done)[:most],
    )


def when_words(moment: datetime, day: date) -> str:
    """Write when something is: today with its hour, else the day of the week with it."""
    on = local_day(moment)
    if on == day:
        return _("today %(hour)s") % {"hour": hour(moment)}
    return f"{weekday(on) if 0 <= (on - day).days < 7 else brief_day(on)} {hour(moment)}"


def training_line(one: TrainingRow, *, day: date, at: datetime) -> CardRow:
    """Return a training as a line."""
    is_over = one.ends_at <= at
    return CardRow(
        words=named(one.title_zh, one.title_en),
        when=f"{weekday(one.begins_at)} {hour(one.begins_at)}",
        note=_(", ").join((named(one.place_zh, one.place_en), minutes_of(one.minutes))),
        state=_("is over") if is_over else _("today") if local_day(one.begins_at) == day else "",
        state_tone="done" if is_over else "wait",
    )


def week_on_card(found: Sequence[TrainingRow], days: Sequence[date], *, day: date, at: datetime) -> WeekShown:
    """Return a week of trainings."""
    return WeekShown(days=week_days(found, days, day=day, at=at), rows=tuple(training_line(one, day=day, at=at) for one in found))


def week_days(found: Sequence[TrainingRow], days: Sequence[date], *, day: date, at: datetime) -> tuple[WeekDay, ...]:
    """Return the days of a week, each with what is on it."""
    shown = []
    for on in days:
        there = [one for one in found if local_day(one.begins_at) == on]
        words = ngettext("%(day)s: %(count)s training", "%(day)s: %(count)s trainings", len(there))
        label = words % {"day": day_words(on), "count": len(there)} if there else str(day_words(on))
        shown.append(WeekDay(on, len(there), sum(one.ends_at <= at for one in there), on == day, label))
    return tuple(shown)
