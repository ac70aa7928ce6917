"""What is watched, in words: HR's settings with what came of each kind, and the plain page for everybody."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.scoring.rules.indicator import IndicatorRule
from bole.signals.queries import WatchRow
from bole.signals.queries.watching import KindRow
from bole.signals.shown.values import is_english, sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchShown:
    """An indicator's line."""

    code: str
    name: str
    state: str
    quality: str
    false: str
    is_on: bool
    grace_days: int
    version: int


def watch_shown(row: WatchRow) -> WatchShown:
    """Return how an indicator is watched, in words."""
    grace = ngettext("the person sees it %(n)s working day ahead", "the person sees it %(n)s working days ahead", row.grace_days)
    state = grace % {"n": row.grace_days} if row.is_on else _("not watched")
    return WatchShown(
        code=row.indicator.code,
        name=own_name(row.indicator),
        state=state if row.is_used else _(", ").join((state, _("in no model now"))),
        quality=quality_words(row),
        false=sentences(false_words(row), _("Back by itself: %(m)s.") % {"m": row.recovered}) if row.alerts else "",
        is_on=row.is_on,
        grace_days=row.grace_days,
        version=row.version,
    )


def false_words(row: WatchRow | KindRow) -> str:
    """Return how many of them were false, and which share of all that is."""
    said = {"n": row.false, "share": round(100 * row.false / row.alerts), "all": row.alerts}
    return _("Not a problem: %(n)s of %(all)s (%(share)s%%).") % said


def kind_words(row: KindRow | None) -> str:
    """Return what came of the alerts of a kind, for whoever handles one; nothing where there are too few."""
    return sentences(quality_words(row), false_words(row)) if row else ""


def quality_words(row: WatchRow | KindRow) -> str:
    """Return how many alerts of this kind came and how many were useful."""
    if not row.alerts:
        return _("None in the past year.")
    return _("Alerts of this kind in the past year: %(n)s. Found useful: %(m)s.") % {"n": row.alerts, "m": row.useful}


def own_name(indicator: IndicatorRule) -> str:
    """Return an indicator's name as a heading."""
    return (indicator.en or indicator.zh) if is_english() else (indicator.zh or indicator.en)


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedShown:
    """An indicator that is watched in one's own job."""

    name: str
    note: str


def watched_shown(watched: list[tuple[IndicatorRule, int]]) -> list[WatchedShown]:
    """Return what is watched in one's own job."""
    words = [
        ngettext("you see it %(n)s working day ahead", "you see it %(n)s working days ahead", days) % {"n": days} for _rule, days in watched
    ]
    return [WatchedShown(name=own_name(rule), note=note) for (rule, _days), note in zip(watched, words, strict=True)]
