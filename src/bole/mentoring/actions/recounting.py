"""Counting anew which talks and tests were done for which duty, when a day of one was corrected."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Literal

from bole.kit.action import on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.settling import settle_days
from bole.mentoring.models import Duty, Meeting, Mentorship, Plan, SkillTest
from bole.mentoring.rules.calendar import counts_for, fell_at_the_end

Held = Meeting | SkillTest


def recount(pair: Mentorship, kind: Literal["meeting", "test"], *, at: datetime) -> None:
    """Let the talks, or tests, of a locked pair count for its duties in the order of their days. A duty that is open again falls due,
    or was left open, if the pair is over.

    What was recorded before the duties were laid, and counted for none, still does not.
    """
    held = [one for one in _held(pair, kind) if one.duty_id is not None or not _was_before_the_plan(pair, one.at)]
    found = Duty.objects.select_for_update().filter(mentorship=pair, kind=kind).order_by("nominal_on", "pk")
    duties = [duty for duty in found if duty.dropped_at is None or _fell_at_the_end(duty, pair)]
    linked = {one.duty_id for one in held}
    done: dict[int, date | None] = {duty.pk: None if duty.pk in linked else duty.done_on for duty in duties}
    for one in sorted(held, key=lambda each: (_day(each), each.pk)):
        _count(one, _next(duties, done, _day(one), pair=pair, kind=kind), done)
    for duty in duties:
        if duty.done_on != done[duty.pk]:
            duty.done_on = done[duty.pk]
            is_open = duty.done_on is None and pair.state == "ended"
            duty.dropped_at = (duty.dropped_at or at) if is_open else None
            duty.save(update_fields=["done_on", "dropped_at"])
            on_record(thing=f"duty {duty.ref}", fields=("done_on",))
    if pair.state != "ended":
        settle_days([pair], at=at)


def _fell_at_the_end(duty: Duty, pair: Mentorship) -> bool:
    """Test if it was open when its pair ended: it counts among those that were due."""
    if pair.state != "ended" or duty.dropped_at is None:
        return False
    return fell_at_the_end(duty.due_on, ended_on=pair.ends_on, dropped_on=local_day(duty.dropped_at), moved_for=duty.moved_for)


def _held(pair: Mentorship, kind: str) -> Iterable[Held]:
    return Meeting.objects.filter(mentorship=pair) if kind == "meeting" else SkillTest.objects.filter(mentorship=pair)


def _was_before_the_plan(pair: Mentorship, at: datetime) -> bool:
    first = Plan.objects.filter(mentorship=pair, state__in=("approved", "replaced")).order_by("decided_at").first()
    return first is not None and first.decided_at is not None and at < first.decided_at


def _day(one: Held) -> date:
    return one.held_on if isinstance(one, Meeting) else one.taken_on


def _next(
    duties: Sequence[Duty], done: dict[int, date | None], day: date, *, pair: Mentorship, kind: Literal["meeting", "test"]
) -> Duty | None:
    rows = [(duty.nominal_on, done[duty.pk] is not None) for duty in duties]
    place = counts_for(rows, day, first_day=pair.first_day, kind=kind)
    return None if place is None else duties[place]


def _count(one: Held, duty: Duty | None, done: dict[int, date | None]) -> None:
    if duty is not None:
        done[duty.pk] = _day(one)
    if one.duty_id != (duty.pk if duty else None):
        one.duty = duty
        one.save(update_fields=["duty"])
