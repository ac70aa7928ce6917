"""The first weeks in words, day by day."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.home.queries.first_week import FirstWeek
from bole.home.shown.amounts import named
from bole.home.shown.cards import CardRow, StepShown, minutes_of, step_shown, training_line, week_days
from bole.home.shown.people import name_of
from bole.kit.clock import local_day
from bole.kit.ui.cards import WeekDay
from bole.kit.ui.days import day as day_words


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """One of the first days: what takes place, and what to do."""

    title: str
    is_today: bool
    rows: tuple[CardRow, ...]
    steps: tuple[StepShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstWeekShown:
    """All words of the page."""

    title: str
    words: str
    share: float
    counted: str
    label: str
    week: tuple[WeekDay, ...]
    days: tuple[DayShown, ...]
    later: tuple[StepShown, ...]
    is_empty: bool


def first_week_shown(found: FirstWeek) -> FirstWeekShown:
    """Return the first weeks in words."""
    guide = found.guide
    left, said = guide.left, {"n": guide.left, "done": guide.done, "all": len(guide.steps)}
    title = ngettext("%(n)s thing left of your list", "%(n)s things left of your list", left) % said if left else _("All set")
    step = guide.next_step
    return FirstWeekShown(
        title=title if guide.steps else _("Newcomer guide"),
        words=_("Next: %(next)s, %(minutes)s") % {"next": named(step.title_zh, step.title_en), "minutes": minutes_of(step.minutes)}
        if step
        else "",
        share=guide.done / len(guide.steps) if guide.steps else 0.0,
        counted=f"{guide.done}/{len(guide.steps)}",
        label=_("%(done)s of %(all)s done") % said,
        week=week_days(found.trainings, found.days, day=found.day, at=found.at),
        days=tuple(_day(found, on) for on in found.days),
        later=tuple(step_shown(one) for one in guide.steps if one.on is not None and one.on > found.days[-1]),
        is_empty=not guide.steps,
    )


def _day(found: FirstWeek, on: date) -> DayShown:
    rows = [training_line(one, day=found.day, at=found.at) for one in found.trainings if local_day(one.begins_at) == on]
    if found.pair is not None and found.mentor is not None:
        words = _("Talk with %(name)s") % {"name": name_of(found.mentor)}
        url = f"/mentoring/pairs/{found.pair.ref}/"
        rows += [CardRow(words=words, icon="users", url=url) for one in found.talks if one.day == on]
    steps = tuple(step_shown(one) for one in found.guide.steps if one.on == on)
    return DayShown(title=str(day_words(on)), is_today=on == found.day, rows=tuple(rows), steps=steps)
