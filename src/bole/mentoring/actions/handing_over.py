"""Handing a mentee over to another mentor: the plan, the open points and what was covered go along; the words of the two stay theirs."""

from datetime import datetime, timedelta

from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.life import Why, end_mentorship, locked_for_hr
from bole.mentoring.actions.pairs import begin_mentorship
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import AgendaPoint, Agreed, HelpRequest, Mentorship, Plan
from bole.mentoring.refusals import HandedOverTooEarly
from bole.mentoring.rules.dates import months_between
from bole.people.models import Person
from bole.values.viewer import SYSTEM, Viewer


@action("mentoring.hand_over")
def hand_over(*, ref: str, mentor_id: int, why: Why, by: Viewer, at: datetime) -> str:
    """End a pair as of yesterday and begin another with the same mentee today; return the ref of the new one.

    The new mentor gets the plan as a draft to adapt, the topics that were covered, and the mentee's open points. What the two wrote to each
    other, the new mentor does not read.

    :raises NotFound, NotYours, PairIsOver: if it is not the viewer's to change, or over
    :raises HandedOverTooEarly: if it begins today or later
    :raises SelfMentoring, InReportingLine, LeadsTheMentor, NotAMentor, MentorFull: if the two can be no pair
    """
    today = local_day(at)
    old = locked_for_hr(ref, by)
    if old.first_day >= today:
        raise HandedOverTooEarly(first=old.first_day, where="mentor")
    months = months_between(max(today, old.first_day), max(old.last_day, today))
    HelpRequest.objects.filter(mentorship=old, answered_at=None).exclude(kind="help").update(
        answered_at=at, answered_by=by.person_id
    )  # fmt: skip
    end_mentorship(ref=ref, on=min(today - timedelta(days=1), old.last_day), why=why, is_followed=True, by=by, at=at)
    made = begin_mentorship(
        mentor_id=mentor_id,
        mentee_id=old.mentee_id,
        framework_code=old.framework.code,
        first_day=max(today, old.first_day),
        months=months,
        source="hand",
        why_so=[],
        follows_id=old.pk,
        by=by,
        at=at,
    )
    new = Mentorship.objects.get(ref=made)
    _carry(old, new, by=by, at=at)
    on_record(thing=f"mentorship {old.ref}")
    _tell(new, by=by, at=at)
    return made


def _carry(old: Mentorship, new: Mentorship, *, by: Viewer, at: datetime) -> None:
    """Take along the plan, and onto the next agenda what the mentee has open."""
    plan = (
        Plan.objects.filter(mentorship=old, state__in=("approved", "draft", "returned", "submitted")).order_by("state", "-number").first()
    )
    if plan is not None and not Plan.objects.filter(mentorship=new).exists():
        Plan.objects.create(
            mentorship=new, goal=plan.goal, outcomes=plan.outcomes, topics=plan.topics, codes=plan.codes, changed_at=at
        )  # fmt: skip
    AgendaPoint.objects.filter(mentorship=old, meeting=None, by=old.mentee_id).update(mentorship=new)
    for one in Agreed.objects.filter(meeting__mentorship=old, owner=old.mentee_id, done_at=None).order_by("due_on", "pk"):
        AgendaPoint.objects.create(mentorship=new, by_id=old.mentee_id, words=one.words, at=at)


def _tell(new: Mentorship, *, by: Viewer, at: datetime) -> None:
    names = dict(Person.objects.filter(pk__in=(new.mentor_id, new.mentee_id)).values_list("pk", "name"))
    address, day = f"/mentoring/pairs/{new.ref}/", new.first_day.isoformat()
    for one, other, kind in (
        (new.mentee_id, new.mentor_id, "mentoring.next_mentor"),
        (new.mentor_id, new.mentee_id, "mentoring.next_mentee"),
    ):
        tell_people([one], kind=kind, key=new.ref, params={"name": names[other], "date": day}, address=address, by=SYSTEM, at=at)
