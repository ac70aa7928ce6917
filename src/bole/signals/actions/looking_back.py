"""Looking at many days that are over in one go: what the evenings of those days would have found, each on its day."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from django.conf import settings

from bole.signals.actions.finding import Found, Over, keep_past_changes
from bole.signals.actions.looking import Looked, found_in, mark_looked
from bole.signals.actions.sources import keep_notices
from bole.signals.reading.around import surroundings
from bole.signals.reading.days import Read, read_days
from bole.signals.reading.posts import chunks, posts_held, watched_indicators
from bole.signals.reading.traffic import traffic_between
from bole.signals.rules.decline import LOOK_BACK, Findings, detect
from bole.signals.rules.life import end_of
from bole.values.viewer import SYSTEM
from bole.values.workdays import each_working_day
from bole.work.models import Reading

# Of people in so many posts at once: their days are many.
AT_ONCE = 200


def look_back(first_day: date, last_day: date, *, person_ids: Collection[int] | None = None) -> Looked:
    """Look at all days from the first to the last in one go, forward only; may be run again, or on from where it ended.

    What was said and done meanwhile is not known to it: to put steps between, look back up to their day, take them, and go on.
    """
    zone = ZoneInfo(settings.TIME_ZONE)
    at = end_of(last_day, zone)
    began = Reading.objects.order_by("day").values_list("day", flat=True).first() or first_day
    traffic = traffic_between(max(first_day - timedelta(days=LOOK_BACK - 1), min(began, first_day)), last_day)
    silent = keep_notices(traffic=traffic, day=last_day, since=first_day, by=SYSTEM, at=at)
    indicators = watched_indicators(last_day)
    posts = posts_held(traffic.first_day, last_day, person_ids=person_ids, is_past_too=True)
    noticed = closed = 0
    for part in chunks(posts, most=AT_ONCE):
        found = _found(read_days(part, indicators, traffic, is_past_too=True), first_day, last_day)
        if found:
            kept = keep_past_changes(found=found, by=SYSTEM, at=at)
            noticed, closed = noticed + kept.noticed, closed + kept.closed
    looked = Looked(last_day, len({one.person_id for one in posts}), noticed, closed, silent)
    mark_looked(days=dict.fromkeys(each_working_day(first_day, last_day), looked.words), by=SYSTEM, at=at)
    return looked


def _found(read: Read, first_day: date, last_day: date) -> list[tuple[Found, Over | None]]:
    """Return what was noticed on these days, or noticed before and over in them, with how it ended."""
    if not read.pairs:
        return []
    around = surroundings(read, read.people)
    findings = detect(read.daily, read.calendar, around)
    start = read.column(first_day)
    wanted = np.flatnonzero((findings.noticed >= start) | (findings.recovered >= start))
    some = _some(findings, wanted)
    made = found_in(read, some, around, is_watched_only=False)
    return [(one, _end_of(read, int(row), int(back), last_day)) for one, row, back in zip(made, some.row, some.recovered, strict=True)]


def _end_of(read: Read, row: int, back: int, last_day: date) -> Over | None:
    """Return how a decline ended: back in the usual, or the post itself; nothing while it goes on."""
    post = read.pairs[row].post
    if back >= 0:
        return Over(alert_id=0, why="recovered", on=read.day(back), value=_value(read, row, back))
    return Over(alert_id=0, why="moved", on=post.last_day) if post.last_day < last_day else None


def _value(read: Read, row: int, back: int, *, days: int = 3) -> float:
    """Return the value of the last days with evidence up to a day."""
    seen = np.flatnonzero(read.daily.count[row, : back + 1] > 0)[-days:]
    return float(read.daily.total[row, seen].sum() / max(read.daily.count[row, seen].sum(), 1e-9))


def _some(findings: Findings, wanted: Sequence[int] | np.ndarray) -> Findings:
    """Return some of the findings."""
    kept = {name: getattr(findings, name)[wanted] for name in Findings.__slots__}
    return replace(findings, **kept)
