"""Changes of courses: taking one, and keeping them."""

from collections.abc import Mapping
from datetime import datetime

from bole.access.rules import insist_on_taking_part
from bole.growth.actions.keeping import keep_by_code, texts_of
from bole.growth.events import CourseFinished
from bole.growth.models import Course, CourseStep, Enrolment, StepDone
from bole.growth.permissions import insist_on_keeping
from bole.growth.refusals import NotOffered
from bole.kit.action import action, on_record
from bole.kit.announce import announce
from bole.people.models import Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer

TEXTS = ("title_zh", "title_en", "words_zh", "words_en")
STEP_TEXTS = ("title_zh", "title_en", "text_zh", "text_en")


@action("growth.enrol")
def enrol(*, course: str, by: Viewer, at: datetime) -> Enrolment:
    """Take a course; taking it twice is taking it once.

    :raises NotFound: if there is no such course
    :raises NotOffered: if it is not offered any more
    """
    return _enrolled(insist_on_taking_part(by), course, at=at)


def _enrolled(person_id: int, code: str, *, at: datetime) -> Enrolment:
    found = Course.objects.filter(code=code).first()
    if found is None:
        raise NotFound
    kept = Enrolment.objects.filter(person_id=person_id, course=found).select_related("course").first()
    if kept is not None:
        return kept
    if not found.is_offered:
        raise NotOffered
    on_record(subject=str(Person.objects.values_list("ref", flat=True).get(pk=person_id)), thing=f"course {code}")
    return Enrolment.objects.get_or_create(person_id=person_id, course=found, defaults={"began_at": at})[0]


@action("growth.finish_step")
def finish_step(*, step: str, by: Viewer, at: datetime) -> Enrolment:
    """Note that one has done a step (its ref), taking the course by it; with the last one the course is finished, for good.

    :raises NotFound: if there is no such step
    """
    me = insist_on_taking_part(by)
    found = CourseStep.objects.filter(ref=step, is_in=True).select_related("course").first()
    if found is None:
        raise NotFound
    enrolment = _enrolled(me, found.course.code, at=at)
    StepDone.objects.get_or_create(enrolment=enrolment, step=found, defaults={"at": at})
    on_record(thing=f"course step {step}")
    _finish(enrolment, at=at)
    return enrolment


@action("growth.finish_course")
def finish_course(*, person_id: int, course: str, by: Viewer, at: datetime) -> Enrolment:
    """Note that somebody did all steps; of imports and of the demo.

    :raises NotFound: if there is no such course, or the viewer is not the system
    """
    if not by.is_system:
        raise NotFound
    enrolment = _enrolled(person_id, course, at=at)
    for step in CourseStep.objects.filter(course=enrolment.course_id, is_in=True):
        StepDone.objects.get_or_create(enrolment=enrolment, step=step, defaults={"at": at})
    _finish(enrolment, at=at)
    return enrolment


def _finish(enrolment: Enrolment, *, at: datetime) -> None:
    """Finish the course if all its steps are done."""
    left = CourseStep.objects.filter(course=enrolment.course_id, is_in=True).exclude(
        pk__in=StepDone.objects.filter(enrolment=enrolment).values("step")
    )
    if enrolment.finished_at is not None or left.exists():
        return
    enrolment.finished_at = at
    enrolment.save(update_fields=["finished_at"])
    announce(CourseFinished(enrolment.person_id, enrolment.course.code), at=at)


@action("growth.save_course")
def save_course(*, code: str, told: Mapping[str, str], is_offered: bool, version: int, by: Viewer, at: datetime) -> Course:
    """Add a course (version 0) or change its words; `exam` is the code of the exam that ends it.

    :raises TextMissing: if a title is missing
    :raises CodeTaken: if a new one has a code that is taken
    :raises ChangedMeanwhile: if somebody changed it first
    """
    insist_on_keeping(by)
    fields = texts_of(told, (*TEXTS, "exam"), needed=("title_zh", "title_en"))
    on_record(thing=f"course {code}", fields=tuple(fields))
    return keep_by_code(Course, code, {**fields, "is_offered": is_offered}, version=version, by=by, at=at)


@action("growth.save_step")
def save_step(*, course: str, step: str, told: Mapping[str, str], minutes: int, is_in: bool, by: Viewer, at: datetime) -> CourseStep:
    """Add a step at the end (`step` empty) or change one.

    :raises NotFound: if there is no such course or step
    :raises TextMissing: if it lacks words in one of the languages
    """
    insist_on_keeping(by)
    found = Course.objects.select_for_update().filter(code=course).first()
    if found is None:
        raise NotFound
    fields = texts_of(told, STEP_TEXTS, needed=STEP_TEXTS)
    on_record(thing=f"course {course}", fields=STEP_TEXTS)
    Course.objects.filter(pk=found.pk).update(changed_at=at, changed_by=by.name)
    if not step:
        last = CourseStep.objects.filter(course=found).order_by("-ordinal").values_list("ordinal", flat=True).first() or 0
        return CourseStep.objects.create(course=found, ordinal=last + 1, **fields, minutes=minutes, is_in=is_in)
    kept = CourseStep.objects.filter(course=found, ref=step).first()
    if kept is None:
        raise NotFound
    for key, value in {**fields, "minutes": minutes, "is_in": is_in}.items():
        setattr(kept, key, value)
    kept.save(update_fields=[*fields, "minutes", "is_in"])
    return kept
