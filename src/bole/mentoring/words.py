"""Mentoring in words, for the pages and notices of every room: what duties are called, whose turn a plan is."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from bole.kit.ui.days import brief_day
from bole.kit.ui.days import day as day_words
from bole.mentoring.queries.plans import PlanStands

DUTIES: Mapping[str, str | Promise] = {
    "meeting": _("mentoring talk"),
    "test": _("quarterly skill test"),
    "report": _("half-year report"),
}

LEFT_BECAUSE: Mapping[str, str | Promise] = {
    "no_time": _("There was not enough time"),
    "not_needed": _("It is not needed any more"),
    "later": _("It follows in another programme"),
    "other": _("Another reason"),
}

HALVES: Mapping[str, str | Promise] = {"am": _("in the morning"), "pm": _("in the afternoon")}


def half_day_words(day: date, half: str) -> str:
    """Return a day, or a half of it: 11月26日（周四）上午."""
    return gettext("%(day)s %(half)s") % {"day": day_words(day), "half": HALVES[half]} if half in HALVES else str(day_words(day))


def duty_name(kind: str) -> str:
    """Return what is due."""
    return str(DUTIES.get(kind, kind))


def plan_words(one: PlanStands) -> str:
    """Return whose turn the first plan is, and until when."""
    said = {"day": brief_day(one.due_on), "since": brief_day(one.since)}
    if one.is_with_hr:
        return gettext("the plan is with HR since %(since)s, answer by %(day)s") % said
    return gettext("the plan is not handed in, due by %(day)s") % said


def askings_words(count: int) -> str:
    """Return how many ask a mentor and wait for an answer; nothing if nobody does."""
    words = ngettext("%(n)s colleague asks you to be the mentor", "%(n)s colleagues ask you to be the mentor", count)
    return words % {"n": count} if count else ""
