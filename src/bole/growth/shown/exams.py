"""Exams in words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bole.growth.queries.exams import AttemptPage, DrawnRow, ExamPage, ExamResult, ExamRow
from bole.growth.shown.naming import minutes_words, points_words, said
from bole.kit.ui.days import brief_day
from bole.kit.ui.days import day as day_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultShown:
    """A try that is over."""

    url: str
    words: str
    note: str
    tone: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamShown:
    """An exam for whoever takes it."""

    code: str
    title: str
    words: str
    facts: tuple[tuple[str, str], ...]
    finding: str
    may_begin: bool
    open_url: str
    course_url: str
    results: tuple[ResultShown, ...]


def rules_of(exam: ExamRow) -> tuple[tuple[str, str], ...]:
    """Return the rules of an exam as names and values."""
    grants = said(exam.certificate_zh, exam.certificate_en) or _("no certificate")
    if exam.certificate_zh and exam.certificate_months:
        months = ngettext("%(count)s month", "%(count)s months", exam.certificate_months) % {"count": exam.certificate_months}
        grants = _("{title}, for {months}").format(title=grants, months=months)
    return (
        (_("Questions"), _("{count}, drawn at random").format(count=exam.drawn)),
        (_("Time"), minutes_words(exam.minutes)),
        (_("Pass mark"), _("{points} of 100").format(points=exam.pass_points)),
        (
            _("Retaking"),
            _("from {days} days later, at most {times} tries a year").format(days=exam.days_between, times=exam.tries_a_year),
        ),
        (_("A pass grants"), grants),
    )


def exam_shown(found: ExamPage, *, day: date) -> ExamShown:
    """Return an exam in words."""
    exam = found.exam
    return ExamShown(
        code=exam.code,
        title=said(exam.title_zh, exam.title_en),
        words=said(exam.words_zh, exam.words_en),
        facts=rules_of(exam),
        finding=_finding(found, day=day),
        may_begin=exam.is_offered and found.again.day is not None and not found.again.why and found.bank >= exam.drawn,
        open_url=f"/growth/attempts/{found.open_ref}/" if found.open_ref else "",
        course_url=f"/growth/courses/{exam.course}/" if exam.course else "",
        results=tuple(result_shown(one) for one in found.results),
    )


def _finding(found: ExamPage, *, day: date) -> str:
    """Say where somebody stands with the exam."""
    if found.open_ref:
        return _("Your try is open: go on where you were.")
    if found.bank < found.exam.drawn:
        return _("The bank of this exam is being filled; it can be taken soon.")
    last = found.results[0] if found.results else None
    if last is None:
        return _("Not taken yet. Read the course first; the questions are about it.") if found.exam.course else _("Not taken yet.")
    if found.again.why == "passed" or last.passed:
        return _("Passed with {score}. Your certificate is under “Skills and courses”.").format(score=points_words(last.points))
    if found.again.day is not None and found.again.day > day:
        return retry_words(last, found.again.day)
    return _("{score} last time; {pass_points} is needed. You can retake it now.").format(
        score=points_words(last.points), pass_points=last.pass_points
    )  # fmt: skip


def retry_words(last: ExamResult, again: date) -> str:
    """Say by how much it was missed, and from when it can be retaken."""
    return _("{score} this time; {pass_points} is needed. You can retake it from {date}; look at the missed questions first.").format(
        score=points_words(last.points), pass_points=last.pass_points, date=brief_day(again)
    )  # fmt: skip


def result_shown(one: ExamResult, *, title: str = "", is_own: bool = True) -> ResultShown:
    """Return a try that is over in words; its answers are its taker's alone."""
    score = _("{score} of 100").format(score=points_words(one.points))
    return ResultShown(
        url=f"/growth/attempts/{one.ref}/" if is_own else "",
        words=_("{title}: {score}").format(title=title, score=score) if title else score,
        note=f"{day_words(one.day)} · {_('time ran out')}" if one.ran_out else str(day_words(one.day)),
        tone="done" if one.passed else "wait",
        state=_("passed") if one.passed else _("{points} is needed").format(points=one.pass_points),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionShown:
    """An option in words; after the end `mark` says whether it was right, and whether it was chosen."""

    key: str
    words: str
    is_chosen: bool
    is_right: bool
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionShown:
    """A question in words."""

    ordinal: int
    text: str
    is_multiple: bool
    hint: str
    options: tuple[OptionShown, ...]
    is_answered: bool
    is_right: bool
    why: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptShown:
    """A try in words: one question at a time while it is open, all with their explanations when it is over."""

    ref: str
    title: str
    exam_url: str
    question: QuestionShown | None
    questions: tuple[QuestionShown, ...]
    answered: int
    count: int
    is_last: bool
    previous: int
    next: int
    ends_at: datetime
    finding: str
    verdict: str
    passed: bool
    missed: int


def attempt_shown(found: AttemptPage, *, ordinal: int, again: date | None) -> AttemptShown:
    """Return a try in words, at one of its questions."""
    questions = tuple(_question(one, found.ref) for one in found.questions)
    count, result = len(questions), found.result
    at = min(max(ordinal, 1), count) if count else 0
    answered = sum(one.is_answered for one in questions)
    return AttemptShown(
        ref=found.ref,
        title=said(found.exam.title_zh, found.exam.title_en),
        exam_url=f"/growth/exams/{found.exam.code}/",
        question=questions[at - 1] if at else None,
        questions=questions,
        answered=answered,
        count=count,
        is_last=at == count,
        previous=at - 1,
        next=at + 1 if at < count else 0,
        ends_at=found.ends_at,
        finding=_("{answered} of {count} answered").format(answered=answered, count=count),
        verdict=_verdict(result, again) if result else "",
        passed=result is not None and result.passed,
        missed=sum(not one.is_right for one in questions) if result else 0,
    )


def _verdict(result: ExamResult, again: date | None) -> str:
    if result.passed:
        return _("Passed with {score}. Your certificate is under “Skills and courses”.").format(score=points_words(result.points))
    if again is not None:
        return retry_words(result, again)
    return _("{score} this time; {pass_points} is needed.").format(score=points_words(result.points), pass_points=result.pass_points)


def _question(one: DrawnRow, ref: str) -> QuestionShown:
    is_multiple = one.kind == "multiple"
    return QuestionShown(
        ordinal=one.ordinal,
        text=said(one.text_zh, one.text_en),
        is_multiple=is_multiple,
        hint=_("Tick all that are right") if is_multiple else _("One is right"),
        options=tuple(
            OptionShown(
                key=option.key, words=said(option.zh, option.en), is_chosen=option.is_chosen, is_right=bool(option.is_right),
                mark=_mark(is_chosen=option.is_chosen, is_right=option.is_right),
            )
            for option in one.options
        ),
        is_answered=one.is_answered,
        is_right=bool(one.is_right),
        why=said(one.why_zh, one.why_en),
        url=f"/growth/attempts/{ref}/?q={one.ordinal}",
    )  # fmt: skip


def _mark(*, is_chosen: bool, is_right: bool | None) -> str:
    """Say of an option whether it was right, and whether it was chosen."""
    if is_right is None:
        return ""
    if is_right:
        return _("right, chosen") if is_chosen else _("right, not chosen")
    return _("chosen, not right") if is_chosen else ""
