"""Asking mentees how their mentor does: a round about each mentor, on the days of the rule."""

from collections import defaultdict
from datetime import date, datetime

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Mentorship
from bole.mentoring.queries.effect_survey import KIND
from bole.mentoring.rules.survey_days import asked_now, closing_day
from bole.people.models import Person
from bole.surveys.actions import open_round
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer


@action("mentoring.open_mentor_surveys")
def open_mentor_surveys(*, by: Viewer, at: datetime) -> int:
    """Open the rounds whose day has come, one about each mentor and day, and tell the mentees; opened twice, a round stays as it is.

    :raises NotYours: unless the system does it
    """
    if not by.is_system:
        raise NotYours
    today, due = local_day(at), defaultdict[tuple[int, date], list[int]](list)
    rows = Mentorship.objects.filter(state__in=("running", "ended"), first_day__lte=today, ended_why__in=("", "done"))
    for mentor, mentee, first, last, ended in rows.values_list("mentor_id", "mentee_id", "first_day", "last_day", "ended_on"):
        day = asked_now(first, until=ended or max(last, today), today=today)
        if day is not None:
            due[mentor, day].append(mentee)
    refs = {pk: str(ref) for pk, ref in Person.objects.filter(pk__in={mentor for mentor, _ in due}).values_list("id", "ref")}
    for (mentor, day), mentees in sorted(due.items()):
        ref = open_round(
            kind=KIND,
            about=refs[mentor],
            asked=mentees,
            questions=KIND,
            opens_on=day,
            closes_on=closing_day(day, today=today),
            by=by,
            at=at,
        )
        tell_people(mentees, kind="mentoring.survey", key=ref, params={}, address=f"/surveys/{ref}/", by=by, at=at)
    on_record(thing="mentor_surveys")
    return len(due)


def open_surveys_that_are_due(at: datetime) -> str:
    """Open the rounds whose day has come (a job of the timetable)."""
    return f"{open_mentor_surveys(by=SYSTEM, at=at)} rounds about mentors"
