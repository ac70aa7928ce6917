"""Half days on which the two of a pair are free, by what each said, when each is away and what each has set already."""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from bole.attendance.queries import absent_days
from bole.mentoring.models import Duty, MentorRole, OfficeHours, Wish
from bole.mentoring.queries.duties import DutyRow
from bole.mentoring.queries.pairs import PairRow
from bole.mentoring.rules.calendar import opens_on
from bole.mentoring.rules.slots import HALVES, Slot, free_slots

A_DAY = timedelta(days=1)
SHORTEST, FARTHEST = timedelta(days=10), timedelta(days=45)
NOON = 12


def slots_of(duty: DutyRow, pair: PairRow, *, day: date) -> list[Slot]:
    """Return the first free half days of a duty's own time, from tomorrow on, to a day that is not far off (six queries)."""
    first = max(day + A_DAY, first_day_of(pair.id, duty.kind, duty.nominal_on, begins=pair.first_day))
    last = min(max(duty.due_on, first + SHORTEST), pair.last_day, first + FARTHEST)
    two = (pair.mentor_id, pair.mentee_id)
    mentor = MentorRole.objects.filter(person=pair.mentor_id).order_by("-first_day").values_list("hours", flat=True).first()
    mentee = Wish.objects.filter(person=pair.mentee_id).order_by("-made_at").values_list("hours", flat=True).first()
    away = frozenset[date]().union(*absent_days(two, first, last).values())
    taken = _set_already(two, first, last, besides=duty.id)
    return free_slots(mentor or (), mentee or (), away=away, taken=taken, first_day=first, last_day=last)


def first_day_of(mentorship_id: int, kind: str, nominal_on: date, *, begins: date) -> date:
    """Return from which day on a duty may be set: once its time has begun, and after what the one before it is set for (one query)."""
    earlier = Duty.objects.filter(mentorship=mentorship_id, kind=kind, dropped_at=None, nominal_on__lt=nominal_on)
    before = earlier.order_by("-nominal_on", "-pk").first()
    if before is None:
        return opens_on(nominal_on, begins - A_DAY, kind)
    opens = opens_on(nominal_on, before.nominal_on, kind)
    return max(opens, before.set_for + A_DAY) if before.set_for and before.done_on is None else opens


def _set_already(two: Collection[int], first: date, last: date, *, besides: int) -> frozenset[Slot]:
    """Return half days that either has set for another duty, or on which either holds office hours; no half named: the whole day."""
    open_ = Duty.objects.filter(done_on=None, dropped_at=None, set_for__range=(first, last)).exclude(pk=besides)
    theirs = open_.filter(mentorship__mentor__in=two) | open_.filter(mentorship__mentee__in=two)
    found = {Slot(day, half) for day, said in theirs.values_list("set_for", "set_half") for half in ([said] if said else HALVES) if day}
    zone = ZoneInfo(settings.TIME_ZONE)
    begins, ends = (datetime.combine(one, time(), zone) for one in (first, last + A_DAY))
    held = OfficeHours.objects.filter(mentor__in=two, called_off_at=None, begins_at__gte=begins, begins_at__lt=ends)
    for at in held.values_list("begins_at", flat=True):
        here = at.astimezone(zone)
        found.add(Slot(here.date(), HALVES[here.hour >= NOON]))
    return frozenset(found)
