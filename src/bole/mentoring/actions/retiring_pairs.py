"""Pairs of mentors whose role was ended: they end with it, and the mentees wait for another mentor by themselves."""

from datetime import datetime

from bole.kit.action import action
from bole.kit.clock import local_day
from bole.mentoring.actions.life import end_mentorship
from bole.mentoring.models import MentorRole, Mentorship, Retirement
from bole.mentoring.models.pairs import ALIVE
from bole.values.refusal import NotYours
from bole.values.viewer import SYSTEM, Viewer


@action("mentoring.end_pairs_of_retired")
def end_pairs_of_retired(*, by: Viewer, at: datetime) -> int:
    """End the running pairs of mentors whose role has ended by now; their mentees go on the waiting list. Return how many ended.

    :raises NotYours: unless the system does it
    """
    if not by.is_system:
        raise NotYours
    today = local_day(at)
    gone = dict(Retirement.objects.filter(ends_on__lt=today, taken_back_at=None).order_by("ends_on").values_list("person_id", "ends_on"))
    still = set(
        MentorRole.objects.filter(person__in=gone, first_day__lte=today).exclude(last_day__lt=today).values_list("person_id", flat=True)
    )
    pairs = (
        Mentorship.objects.filter(mentor__in=set(gone) - still, state__in=ALIVE).order_by("id").values_list("ref", "mentor_id", "last_day")
    )
    for ref, mentor, last_day in pairs:
        end_mentorship(ref=ref, on=min(gone[mentor], last_day), why="retired", by=by, at=at)
    return len(pairs)


def end_pairs_that_are_left(at: datetime) -> str:
    """End the pairs of mentors whose role was ended (a job of the timetable)."""
    return f"{end_pairs_of_retired(by=SYSTEM, at=at)} pairs of retired mentors ended"
