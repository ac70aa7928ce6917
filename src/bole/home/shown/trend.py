"""A trend in words and as a chart: the finding above it, the usual range, the target, the steps of a career."""

from datetime import date
from itertools import pairwise

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.kit.ui.charts import Marker, Trend
from bole.kit.ui.days import brief_day
from bole.kit.ui.words import points
from bole.people.queries import CareerRow
from bole.scoring.queries import Line, MyScore, Sheet
from bole.scoring.rules.usual import Usual

LEAST_RUN = 2
LEAST_POINTS = 2
BAND = 500  # the hatch over the target rises five points above it


def meaning(sheet: Sheet, usual: Usual | None) -> str:
    """Return what a score means: against the target, and against what is usual."""
    if sheet.score is None:
        return ""
    against, within = _against_target(sheet.score, sheet.target), _against_usual(sheet.score, usual)
    if against and within:
        return _("%(against)s, %(within)s.") % {"against": against, "within": within}
    return _("%(words)s.") % {"words": _capital(against or within)} if against or within else ""


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _against_target(score: int, target: int | None) -> str:
    if target is None:
        return ""
    # The difference of what is shown, so that whoever subtracts finds it.
    gap = _tenths(score) - _tenths(target)
    words = _("On the target of %(target)s") if not gap else _("%(gap)s above the target of %(target)s")
    if gap < 0:
        words = _("%(gap)s below the target of %(target)s")
    return words % {"gap": points(abs(gap) * 10), "target": points(target)}


def _tenths(hundredths: int) -> int:
    return (hundredths * 2 + 10) // 20


def _against_usual(score: int, usual: Usual | None) -> str:
    if usual is None:
        return ""
    if usual.holds(score):
        words = _("within the usual %(range)s")
    else:
        words = _("above the usual %(range)s") if score > usual.high else _("below the usual %(range)s")
    return words % {"range": usual_words(usual)}


def usual_words(usual: Usual) -> str:
    """Return the usual range in whole points: 80–87."""
    return f"{points(usual.low, 0)}–{points(usual.high, 0)}"


def finding(shown: MyScore) -> str:
    """Return what a trend says, as its heading."""
    assert shown.sheet is not None  # noqa: S101  (the page has a score)
    scores = _scores(shown.line, shown.sheet)
    run, way = _run([one for one in scores if one is not None])
    if run < LEAST_RUN:
        within = _against_usual(shown.sheet.score or 0, shown.line.usual if shown.line else None)
        return _capital(within) or _("The last weeks")
    words = (
        ngettext("Up for %(count)s week", "Up for %(count)s weeks", run)
        if way > 0
        else ngettext("Down for %(count)s week", "Down for %(count)s weeks", run)
    )
    return words % {"count": run}


def _run(scores: list[int]) -> tuple[int, int]:
    """Return for how many weeks the score went the same way up to now, and which way."""
    steps = [0 if after == before else (1 if after > before else -1) for before, after in pairwise(scores)]
    if not steps or not steps[-1]:
        return 0, 0
    run = 0
    for step in reversed(steps):
        if step != steps[-1]:
            break
        run += 1
    return run, steps[-1]


def _scores(line: Line | None, sheet: Sheet) -> list[int | None]:
    return [*(week.score for week in line.weeks), sheet.score] if line else [sheet.score]


def trend_of(shown: MyScore) -> Trend | None:
    """Return the chart of the last weeks up to now; None while there is too little to draw."""
    if shown.sheet is None or shown.line is None or shown.sheet.score is None:
        return None
    scores = _scores(shown.line, shown.sheet)
    first = next(n for n, one in enumerate(scores) if one is not None)
    days = [*(week.last_day for week in shown.line.weeks), shown.day][first:]
    values = scores[first:]
    if len([one for one in values if one is not None]) < LEAST_POINTS:
        return None
    usual, target = shown.line.usual, shown.sheet.target
    return Trend(
        label=_("Weekly scores from %(first)s to today, now %(now)s") % {"first": brief_day(days[0]), "now": points(shown.sheet.score)},
        values=[None if one is None else one / 100 for one in values],
        names=[brief_day(day) for day in days],
        shown=[points(one) for one in values],
        ticks=_ticks(days),
        usual=(usual.low / 100, usual.high / 100) if usual else None,
        usual_words=(_("Usual"), usual_words(usual)) if usual else ("", ""),
        target=(target / 100, min(target + BAND, 10_000) / 100) if target else None,
        target_words=(_("Target"), points(target)) if target else ("", ""),
        now_words=points(shown.sheet.score),
        markers=_markers(shown.career, days),
    )


def _ticks(days: list[date]) -> list[tuple[int, str]]:
    """Name the first, a middle and the last day."""
    last = len(days) - 1
    places = sorted({0, last // 2, last}) if last > 3 else sorted({0, last})
    return [(n, _("today") if n == last else brief_day(days[n])) for n in places]


def _markers(career: tuple[CareerRow, ...], days: list[date]) -> list[Marker]:
    """Stand each step of the career at the end of its week."""
    found = []
    for step in career:
        place = next((n for n, day in enumerate(days) if step.day <= day), None)
        if place is not None and (place or step.day >= days[0]):
            found.append(Marker(index=place, words=step_words(step.kind)))
    return found


def step_words(kind: str) -> str:
    """Return a step of somebody's way in a word: 转岗."""
    return {
        "joined": _("Joined"),
        "returned": _("Came back"),
        "moved": _("Moved"),
        "promoted": _("Promotion"),
        "transferred": _("New job"),
        "manager_changed": _("New manager"),
        "leave": _("Leave"),
        "left": _("Left"),
    }.get(kind, "")
