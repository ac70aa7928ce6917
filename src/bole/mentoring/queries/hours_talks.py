"""The talks and office hours of a month by mentor, and the working days that the mentors had in it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from bole.attendance.queries import absent_days
from bole.mentoring.models import Meeting
from bole.mentoring.queries.office_hours import office_given
from bole.mentoring.rules.talks import talk_key
from bole.values.period import Period
from bole.values.workdays import each_working_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked:
    """A talk as it counts: its day, the minutes of its longest record, and how many came. Never its words."""

    day: date
    minutes: int
    came: int


def talks_of_month(month: Period) -> dict[int, tuple[Talked, ...]]:
    """Return each mentor's talks and office hours of a month; a group's talk of a day once, by its longest record (two queries)."""
    rows = Meeting.objects.filter(held_on__gte=month.first_day, held_on__lte=month.last_day).exclude(mentorship__ended_why="mistake")
    found: defaultdict[int, dict[str, Talked]] = defaultdict(dict)
    told = rows.order_by("held_on", "id").values_list("ref", "mentorship__mentor_id", "mentorship__group", "held_on", "minutes")
    for ref, mentor, group, day, minutes in told:
        key = talk_key(ref, group=group, day=day)
        held = found[mentor].get(key)
        longest = max(minutes, held.minutes) if held else minutes
        found[mentor][key] = Talked(day=day, minutes=longest, came=held.came + 1 if held else 1)
    for one in office_given(month.first_day, month.last_day):
        found[one.mentor_id][f"office {one.ref}"] = Talked(day=one.day, minutes=one.minutes, came=one.came)
    return {mentor: tuple(sorted(talks.values(), key=attrgetter("day"))) for mentor, talks in found.items()}


def days_worked(person_ids: Collection[int], month: Period) -> dict[int, int]:
    """Return how many working days of a month each of these was not away, by the company's calendar (one query)."""
    working = frozenset(each_working_day(month.first_day, month.last_day))
    away = absent_days(person_ids, month.first_day, month.last_day)
    return {person: len(working - away.get(person, frozenset())) for person in person_ids}
