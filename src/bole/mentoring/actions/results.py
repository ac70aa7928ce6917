"""Results that a mentee hands in and that count for the own mentorship too: a mark is a skill test, a report the half-yearly one."""

from datetime import datetime

from bole.kit.action import action, on_record
from bole.mentoring.actions.duties import mark_done
from bole.mentoring.actions.telling import tell_people
from bole.mentoring.models import Duty, Mentorship, Report, SkillTest
from bole.mentoring.models.pairs import ALIVE
from bole.people.models import Person
from bole.values.viewer import Viewer
from bole.work.queries import HandedIn, handed_in

FULL = 10_000  # hundredths of 100 points
LONGEST = 40


@action("mentoring.take_over_result")
def take_over_result(*, ref: str, by: Viewer, at: datetime) -> None:
    """Let a result that its person meant for the mentor count in the pair, once: corrected, it is corrected here too."""
    told = handed_in(ref)
    if told is None or not told.for_mentor or told.state not in {"waiting", "confirmed"}:
        return
    pair = (
        Mentorship.objects.select_for_update()
        .filter(mentee=told.person_id, state__in=ALIVE, first_day__lte=told.day, last_day__gte=told.day)
        .first()
    )
    if pair is None:
        return
    if told.kind == "skill_score":
        _test(pair, told, by=by, at=at)
    elif told.kind == "project_report":
        _report(pair, told, by=by, at=at)


@action("mentoring.settle_result")
def settle_result(*, ref: str, state: str, by: Viewer, at: datetime) -> None:
    """Follow what became of a result: a mark that is confirmed counts for the lift, one that came back is no test; so with a report."""
    if state == "confirmed":
        SkillTest.objects.filter(submission=ref).update(waits=False)
        return
    for one in (*SkillTest.objects.filter(submission=ref), *(Report.objects.filter(submission=ref) if state == "withdrawn" else ())):
        Duty.objects.filter(pk=one.duty_id).update(done_on=None)
        on_record(thing=f"{'skill_test' if isinstance(one, SkillTest) else 'mentoring_report'} {one.ref}")
        one.delete()


def _test(pair: Mentorship, told: HandedIn, *, by: Viewer, at: datetime) -> None:
    known = {"points": told.value or 0, "most": FULL, "exam": told.title[:LONGEST], "waits": told.state == "waiting"}
    if SkillTest.objects.filter(submission=told.ref).update(**known):
        return
    name = Person.objects.values_list("name", flat=True).get(pk=told.person_id)
    made = SkillTest.objects.create(mentorship=pair, taken_on=told.day, submission=told.ref, at=at, by=name, **known)
    made.duty = mark_done(mentorship_id=pair.pk, kind="test", on=told.day, by=by, at=at)
    made.save(update_fields=["duty"])
    on_record(subject=str(pair.mentee.ref), thing=f"skill_test {made.ref}")


def _report(pair: Mentorship, told: HandedIn, *, by: Viewer, at: datetime) -> None:
    """Send it as the report that is due; a draft that lies there stays as it is."""
    if Report.objects.filter(submission=told.ref).update(words=told.words):
        return
    made = Report.objects.create(mentorship=pair, submission=told.ref, words=told.words, saved_at=at, sent_at=at)
    made.duty = mark_done(mentorship_id=pair.pk, kind="report", on=told.day, by=by, at=at)
    made.save(update_fields=["duty"])
    address = f"/mentoring/pairs/{pair.ref}/report/"
    params: dict[str, str | int] = {"name": pair.mentee.name}
    tell_people([pair.mentor_id], kind="mentoring.report_sent", key=made.ref, params=params, address=address, by=by, at=at)
    on_record(subject=str(pair.mentee.ref), thing=f"mentoring_report {made.ref}")
