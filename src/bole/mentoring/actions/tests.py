"""Skill tests of a pair: recorded by hand, or taken over from an exam that was taken here."""

from datetime import date, datetime

from bole.growth.models import Attempt
from bole.kit.action import action, on_record
from bole.kit.clock import local_day
from bole.mentoring.actions.duties import mark_done
from bole.mentoring.actions.plans import pair_locked
from bole.mentoring.models import Mentorship, SkillTest
from bole.mentoring.models.pairs import ALIVE
from bole.mentoring.refusals import MarkOutOfBounds, NotHeldYet, OutsideProgramme
from bole.mentoring.rules.test_names import kept_name
from bole.values.refusal import NotYours
from bole.values.viewer import Viewer

FULL = 10_000  # hundredths of 100 points
MOST_POINTS = 100_000_00


@action("mentoring.record_test")
def record_test(*, pair_ref: str, taken_on: date, points: int, most: int, exam: str, by: Viewer, at: datetime) -> SkillTest:
    """Record the mentee's mark in a test, in hundredths of a point; only tests of one `exam` are compared. The mentor records it.

    :raises NotFound, PairOver: unless one of the two asks, of a living pair
    :raises NotYours: if the mentee does: nobody records an own mark
    :raises MarkOutOfBounds: if the mark is above the maximum, or below nothing
    :raises NotHeldYet, OutsideProgramme: if the day cannot be so
    """
    pair = pair_locked(pair_ref, by)
    if by.person_id != pair.mentor_id:
        raise NotYours
    insist_test(pair, taken_on, points=points, most=most, at=at)
    known = {"taken_on": taken_on, "points": points, "most": most, "exam": kept_name(exam)}
    before = SkillTest.objects.filter(mentorship=pair, attempt="", **known).first()
    if before is not None:
        return before
    made = SkillTest.objects.create(mentorship=pair, at=at, by=by.name, **known)
    _count_for(made, by=by, at=at)
    on_record(subject=str(pair.mentee.ref), thing=f"skill_test {made.ref}")
    return made


def insist_test(pair: Mentorship, taken_on: date, *, points: int, most: int, at: datetime) -> None:
    """Test that a mark and its day can be so.

    :raises MarkOutOfBounds: if the mark is above the maximum, or below nothing
    :raises NotHeldYet, OutsideProgramme: if the day cannot be so
    """
    if not 0 < most <= MOST_POINTS or not 0 <= points <= most:
        raise MarkOutOfBounds(points=_shown(points), most=_shown(most), where="points")
    if taken_on > local_day(at):
        raise NotHeldYet(where="taken_on")
    if not pair.first_day <= taken_on <= pair.ends_on:
        raise OutsideProgramme(first=pair.first_day, last=pair.ends_on, where="taken_on")


def _shown(hundredths: int) -> str:
    whole, part = divmod(abs(hundredths), 100)
    return f"{'-' if hundredths < 0 else ''}{whole}" + (f".{part:02d}".rstrip("0") if part else "")


@action("mentoring.take_over_attempt")
def take_over_attempt(*, attempt_ref: str, by: Viewer, at: datetime) -> SkillTest | None:
    """Let an exam that a mentee took be a skill test of the pair, once; None if it is no test of skills, or none of a living pair's days.

    A test of skills may be taken again after a pass and grants no certificate: so the exam of future mentors is none.
    """
    skill_tests = Attempt.objects.filter(exam__repeats=True, exam__certificate="")
    taken = skill_tests.select_related("exam").filter(ref=attempt_ref).exclude(points=None).first()
    if taken is None:
        return None
    pair = Mentorship.objects.select_for_update().filter(mentee=taken.person_id, state__in=ALIVE, first_day__lte=taken.day).first()
    if pair is None or SkillTest.objects.filter(attempt=attempt_ref).exists():
        return None
    made = SkillTest.objects.create(
        mentorship=pair,
        taken_on=taken.day,
        points=taken.points or 0,
        most=FULL,
        exam=taken.exam.code,
        attempt=attempt_ref,
        at=at,
        by=by.name,
    )
    _count_for(made, by=by, at=at)
    on_record(subject=str(pair.mentee.ref), thing=f"skill_test {made.ref}")
    return made


def _count_for(made: SkillTest, *, by: Viewer, at: datetime) -> None:
    """Let the test be the one that was due, if its time had come."""
    duty = mark_done(mentorship_id=made.mentorship_id, kind="test", on=made.taken_on, by=by, at=at)
    if duty is not None:
        made.duty = duty
        made.save(update_fields=["duty"])
