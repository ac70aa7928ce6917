"""What was kept of the plans: core topics covered and talks held in time, of running and of former pairs alike."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from bole.kit.clock import local_day
from bole.mentoring.models import Duty
from bole.mentoring.queries.meetings import coverages
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.rules.calendar import fell_at_the_end
from bole.mentoring.rules.coverage import month_of
from bole.mentoring.rules.health import share


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Of so many talks that were due, and of the core topics of all plans, how much was done."""

    talks: int
    on_time: Fraction | None
    topics: int
    covered: Fraction | None


def kept_of(pairs: Collection[PairRow], *, day: date) -> Kept:
    """Return what was kept of these pairs, whether they run or are over (some five queries)."""
    known = {one.id: one for one in pairs}
    talks = in_time = 0
    rows = Duty.objects.filter(mentorship__in=known, kind="meeting", due_on__lt=day)
    for pair, due_on, set_for, done, dropped, moved in rows.values_list(
        "mentorship_id", "due_on", "set_for", "done_on", "dropped_at", "moved_for"
    ):
        ended = known[pair].ended_on
        # What was open when a pair ended was dropped with it: it counts if it was due before.
        if dropped is not None and (
            ended is None or not fell_at_the_end(due_on, ended_on=ended, dropped_on=local_day(dropped), moved_for=moved)
        ):
            continue
        if done is None and known[pair].state == "paused":
            continue
        talks += 1
        in_time += done is not None and done <= max(due_on, set_for or due_on)
    # Of a pair that runs, the topics of months to come are not asked yet.
    core = [
        (one.on, not known[pair].is_alive or one.topic.month <= month_of(day, first_day=known[pair].first_day))
        for pair, found in (coverages(list(known)) if known else {}).items()
        for one in found.core
    ]
    asked = [on for on, is_asked in core if is_asked or on is not None]
    covered = share(sum(on is not None for on in asked), len(asked))
    return Kept(talks=talks, on_time=share(in_time, talks), topics=len(asked), covered=covered)
