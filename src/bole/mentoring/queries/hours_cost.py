"""What a point of effect costs: hours of both sides and approved allowances, beside the adjusted effect as it was last kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.db.models import Max, Sum

from bole.mentoring.models import HoursProposal, Meeting, MentorScore
from bole.mentoring.queries.hours_terms import hours_terms
from bole.mentoring.rules.dates import months_later
from bole.mentoring.rules.hours import cost_per_point

MONTHS = 36  # the six half-years that the effect looks at


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """The cost per point with its parts: minutes, fen, hundredths of a point of 5. `lift` None: no effect is known."""

    minutes: int
    hour_cost: int
    allowances: int
    lift: int | None
    mentees: int
    per_point: Fraction | None


def cost_of(*, day: date) -> Cost:
    """Return what a point of effect cost by the day (six queries)."""
    last = MentorScore.objects.filter(day__lte=day).order_by("-day").values_list("day", flat=True).first()
    scores = list(MentorScore.objects.filter(day=last).exclude(adjusted=None)) if last else []
    is_known = bool(scores) and scores[0].parts.get("programme") is not None
    cost, mentors, since = hours_terms().hour_cost, [one.person_id for one in scores], months_later(last or day, -MONTHS)
    minutes = _minutes(mentors, since, last or day) if is_known else 0
    allowances = _allowances(mentors, since, last or day) if is_known else 0
    lift = sum((one.adjusted or 0) * one.mentees for one in scores) if is_known else None
    per_point = cost_per_point(minutes=minutes, hour_cost=cost, allowances=allowances, lift=lift or 0) if cost else None
    return Cost(
        minutes=minutes, hour_cost=cost, allowances=allowances, lift=lift, mentees=sum(one.mentees for one in scores), per_point=per_point
    )


def _minutes(mentor_ids: Collection[int], since: date, until: date) -> int:
    """Return the minutes of both sides: each mentee's talks, and the mentor's, a group's talk of a day once (three queries)."""
    rows = Meeting.objects.filter(mentorship__mentor__among=list(mentor_ids), held_on__gt=since, held_on__lte=until)
    of_mentees = rows.aggregate(all=Sum("minutes"))["all"] or 0
    alone = rows.filter(mentorship__group="").aggregate(all=Sum("minutes"))["all"] or 0
    groups = rows.exclude(mentorship__group="").order_by().values("mentorship__group", "held_on").annotate(longest=Max("minutes"))
    return int(of_mentees + alone + sum(one["longest"] for one in groups))


def _allowances(mentor_ids: Collection[int], since: date, until: date) -> int:
    rows = HoursProposal.objects.filter(person__among=list(mentor_ids), state="approved", month__gt=since, month__lte=until)
    return sum(int(one or 0) for one in rows.values_list("granted", flat=True))
