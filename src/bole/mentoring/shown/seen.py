"""A pair in words, as managers and HR see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from bole.kit.ui.days import brief_day, moment
from bole.kit.ui.days import day as day_words
from bole.mentoring.queries.meetings import MeetingRow, MeetingText
from bole.mentoring.queries.pair_pages import SeenPair
from bole.mentoring.rules.plan import PlanTopic
from bole.mentoring.shown.naming import name_of
from bole.mentoring.shown.overview import span_of
from bole.mentoring.shown.pairs import DutyLine, duty_line, met_words
from bole.mentoring.shown.records import record_line
from bole.mentoring.words import plan_words


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenShown:
    """The page."""

    ref: str
    title: str
    note: str
    state: str
    plan: tuple[str, bool] | None  # whose turn the first plan is and until when, and whether that is over
    words: str
    covered: str
    duties: tuple[DutyLine, ...]
    meetings: tuple[tuple[str, str], ...]  # the day, and what was recorded first if it was corrected
    texts: tuple[tuple[str, str, str, str], ...] | None
    openings: tuple[tuple[str, str], ...]
    may_open: bool


def seen_shown(
    found: SeenPair, *, texts: Sequence[MeetingText] | None, topics: Sequence[PlanTopic], may_open: bool, day: date
) -> SeenShown:
    """Return a pair in words; `texts` is None unless an opening runs."""
    pair = found.now.pair
    said = {"mentor": name_of(found.people.get(pair.mentor_id)), "mentee": name_of(found.people.get(pair.mentee_id))}
    state = {"planned": _("waits for its plan"), "running": _("running"), "paused": _("paused"), "ended": _("is over")}[pair.state]
    return SeenShown(
        ref=pair.ref,
        title=_("%(mentor)s mentors %(mentee)s") % said,
        note=span_of(pair),
        state=state,
        plan=(plan_words(found.plan), found.plan.is_late(day)) if found.plan else None,
        words=met_words(found.now.meetings),
        covered=_("%(done)s of %(all)s core topics covered") % {"done": found.now.coverage.done, "all": found.now.coverage.all},
        duties=tuple(duty_line(one, pair, day=day) for one in found.now.coming[:3]),
        meetings=tuple((str(day_words(one.held_on)), _moved(one)) for one in found.now.meetings),
        texts=None if texts is None else tuple(record_line(one, pair, topics) for one in texts),
        openings=tuple(
            (_("Opened by %(name)s, %(when)s") % {"name": name_of(found.people.get(one.by_id)), "when": moment(one.opened_at)}, one.reason)
            for one in found.openings
        ),
        may_open=may_open,
    )


def _moved(one: MeetingRow) -> str:
    """Return that the day of a talk was corrected, and from which one."""
    if not one.was or one.was[0].held_on == one.held_on:
        return ""
    return _("first recorded for %(before)s, corrected on %(day)s") % {
        "before": brief_day(one.was[0].held_on),
        "day": brief_day(one.was[-1].until),
    }
