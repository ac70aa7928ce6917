"""A course and its steps in words."""

from dataclasses import dataclass

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bole.growth.queries.courses import CourseRow
from bole.growth.queries.exams import ExamRow
from bole.growth.rules.prose import to_html
from bole.growth.shown.exams import rules_of
from bole.growth.shown.growth import CourseShown, course_shown
from bole.growth.shown.naming import minutes_words, said
from bole.values.refusal import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """A step in the list of a course."""

    url: str
    title: str
    note: str
    is_done: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePage:
    """A course in words."""

    code: str
    course: CourseShown
    words: str
    done_words: str
    steps: tuple[StepLine, ...]
    is_taken: bool
    is_finished: bool
    next_url: str
    exam_url: str
    exam_title: str
    exam_rules: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPage:
    """A step to read."""

    code: str
    ref: str
    course_url: str
    course: str
    title: str
    note: str
    body: SafeString
    is_done: bool
    is_last: bool
    previous_url: str
    next_url: str


def course_page(found: CourseRow, exam: ExamRow | None) -> CoursePage:
    """Return a course in words."""
    following = found.next_step
    return CoursePage(
        code=found.code,
        course=course_shown(found),
        words=said(found.words_zh, found.words_en),
        done_words=f"{found.done}/{len(found.steps)}",
        steps=tuple(
            StepLine(
                url=_url(found, one.ref), title=said(one.title_zh, one.title_en), note=minutes_words(one.minutes), is_done=one.is_done
            )
            for one in found.steps
        ),
        is_taken=found.began_at is not None,
        is_finished=found.finished_at is not None,
        next_url=_url(found, following.ref) if following else "",
        exam_url=f"/growth/exams/{exam.code}/" if exam else "",
        exam_title=said(exam.title_zh, exam.title_en) if exam else "",
        exam_rules=rules_of(exam) if exam else (),
    )  # fmt: skip


def step_page(found: CourseRow, ref: str) -> StepPage:
    """Return one step to read.

    :raises NotFound: if the course has no such step
    """
    places = {one.ref: n for n, one in enumerate(found.steps)}
    if ref not in places:
        raise NotFound
    at = places[ref]
    one = found.steps[at]
    return StepPage(
        code=found.code,
        ref=ref,
        course_url=f"/growth/courses/{found.code}/",
        course=said(found.title_zh, found.title_en),
        title=said(one.title_zh, one.title_en),
        note=_("Step {n} of {count} · {time}").format(n=at + 1, count=len(found.steps), time=minutes_words(one.minutes)),
        body=mark_safe(to_html(said(one.text_zh, one.text_en))),  # noqa: S308  (cleaned by nh3)
        is_done=one.is_done,
        is_last=at == len(found.steps) - 1,
        previous_url=_url(found, found.steps[at - 1].ref) if at else "",
        next_url=_url(found, found.steps[at + 1].ref) if at + 1 < len(found.steps) else "",
    )


def _url(found: CourseRow, ref: str) -> str:
    return f"/growth/courses/{found.code}/{ref}/"
