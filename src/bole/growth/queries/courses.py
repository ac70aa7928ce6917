"""Courses: what is offered, how far somebody is, one step to read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef

from bole.access.rules import insist_on_taking_part
from bole.growth.models import Course, CourseStep, Enrolment, StepDone
from bole.growth.permissions import can_read_banks
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step, in both languages."""

    ref: str
    ordinal: int
    title_zh: str
    title_en: str
    text_zh: str
    text_en: str
    minutes: int
    is_in: bool
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """A course, in both languages, and how far somebody is with it (`began_at` None: not taken)."""

    code: str
    title_zh: str
    title_en: str
    words_zh: str
    words_en: str
    exam: str
    is_offered: bool
    version: int
    minutes: int
    steps: tuple[StepRow, ...]
    began_at: datetime | None = None
    finished_at: datetime | None = None
    taken_by: int = 0

    @property
    def done(self) -> int:
        """How many steps are done."""
        return sum(one.is_done for one in self.steps)

    @property
    def next_step(self) -> StepRow | None:
        """The first step that is not done."""
        return next((one for one in self.steps if not one.is_done), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseToGrow:
    """A course that raises skills which somebody is still short of, in both languages; `skills` are those."""

    code: str
    title_zh: str
    title_en: str
    skills: frozenset[str]


def course_that_raises(skills: Collection[str], *, person_id: int) -> CourseToGrow | None:
    """Return the course on offer that raises most of these skills and that the person has not finished (one query); None if there is none.

    Among equals the one that leads less far comes first: it is the next step.
    """
    if not skills:
        return None
    done = Enrolment.objects.filter(course=OuterRef("pk"), person=person_id).exclude(finished_at=None)
    rows = (
        Course.objects.filter(is_offered=True)
        .exclude(Exists(done))
        .order_by("level", "code")
        .only("code", "title_zh", "title_en", "topics")
    )
    found = [
        CourseToGrow(code=one.code, title_zh=one.title_zh, title_en=one.title_en, skills=frozenset(one.topics) & frozenset(skills))
        for one in rows
    ]
    best = max(found, key=lambda one: len(one.skills), default=None)
    return best if best and best.skills else None


def courses_for(viewer: Viewer) -> tuple[CourseRow, ...]:
    """Return the courses that are offered, and those that the viewer has taken (four queries).

    :raises NotFound: unless the viewer learns here
    """
    me = insist_on_taking_part(viewer)
    found = courses_of(me)
    return tuple(one for one in found if one.is_offered or one.began_at is not None)


def courses_of(person_id: int) -> tuple[CourseRow, ...]:
    """Return all courses as somebody stands with them (four queries)."""
    enrolled = {one.course_id: one for one in Enrolment.objects.filter(person=person_id)}
    done = set(StepDone.objects.filter(enrolment__person=person_id).values_list("step", flat=True))
    return _rows(list(Course.objects.order_by("title_en", "code")), enrolled=enrolled, done=done)


def course_for(viewer: Viewer, code: str) -> CourseRow:
    """Return one course as the viewer stands with it (four queries).

    :raises NotFound: unless the viewer learns here and there is such a course, offered or taken
    """
    me = insist_on_taking_part(viewer)
    enrolled = {one.course_id: one for one in Enrolment.objects.filter(person=me, course__code=code)}
    done = set(StepDone.objects.filter(enrolment__person=me, enrolment__course__code=code).values_list("step", flat=True))
    rows = _rows(list(Course.objects.filter(code=code)), enrolled=enrolled, done=done)
    if not rows or (not rows[0].is_offered and rows[0].began_at is None):
        raise NotFound
    return rows[0]


def kept_courses(viewer: Viewer) -> tuple[CourseRow, ...]:
    """Return all courses as HR keeps them, with how many people have taken each (three queries).

    :raises NotFound: unless the viewer sees them
    """
    if not can_read_banks(viewer):
        raise NotFound
    taken: dict[int, int] = {}
    for course_id in Enrolment.objects.values_list("course", flat=True):
        taken[course_id] = taken.get(course_id, 0) + 1
    return _rows(list(Course.objects.order_by("title_en", "code")), enrolled={}, done=set(), taken=taken, every_step=True)


def kept_course(viewer: Viewer, code: str) -> CourseRow:
    """Return one course as HR keeps it.

    :raises NotFound: unless the viewer sees it and it is there
    """
    found = next((one for one in kept_courses(viewer) if one.code == code), None)
    if found is None:
        raise NotFound
    return found


def finished_on(person_ids: Collection[int], code: str) -> dict[int, datetime]:
    """Return when these people finished a course (one query)."""
    rows = Enrolment.objects.filter(person__among=person_ids, course__code=code).exclude(finished_at=None)
    return {person_id: at for person_id, at in rows.values_list("person", "finished_at") if at is not None}


def minutes_left(person_ids: Collection[int], code: str) -> dict[int, int]:
    """Return how many minutes of a course are still before these people (three queries); 0 where it is finished or there is none."""
    steps = dict(CourseStep.objects.filter(course__code=code, is_in=True).values_list("pk", "minutes"))
    done: dict[int, int] = {}
    rows = StepDone.objects.filter(enrolment__person__among=person_ids, enrolment__course__code=code)
    for person_id, step_id in rows.values_list("enrolment__person", "step"):
        done[person_id] = done.get(person_id, 0) + steps.get(step_id, 0)
    whole, finished = sum(steps.values()), finished_on(person_ids, code)
    return {one: 0 if one in finished else whole - done.get(one, 0) for one in person_ids}


def _rows(
    found: Sequence[Course], *, enrolled: dict[int, Enrolment], done: Collection[int], taken: dict[int, int] | None = None,
    every_step: bool = False,
) -> tuple[CourseRow, ...]:  # fmt: skip
    steps: dict[int, list[CourseStep]] = {}
    rows = CourseStep.objects.filter(course__in=[one.pk for one in found]).order_by("ordinal")
    for one in rows if every_step else rows.filter(is_in=True):
        steps.setdefault(one.course_id, []).append(one)
    return tuple(_row(one, steps.get(one.pk, []), enrolled.get(one.pk), done, (taken or {}).get(one.pk, 0)) for one in found)


def _row(one: Course, steps: Sequence[CourseStep], enrolment: Enrolment | None, done: Collection[int], taken: int) -> CourseRow:
    return CourseRow(
        code=one.code, title_zh=one.title_zh, title_en=one.title_en, words_zh=one.words_zh, words_en=one.words_en, exam=one.exam,
        is_offered=one.is_offered, version=one.version, minutes=sum(step.minutes for step in steps if step.is_in),
        steps=tuple(
            StepRow(
                ref=step.ref, ordinal=step.ordinal, title_zh=step.title_zh, title_en=step.title_en, text_zh=step.text_zh,
                text_en=step.text_en, minutes=step.minutes, is_in=step.is_in, is_done=step.pk in done,
            )
            for step in steps
        ),
        began_at=enrolment.began_at if enrolment else None, finished_at=enrolment.finished_at if enrolment else None, taken_by=taken,
    )  # fmt: skip
