"""Exams: results of many people, one exam for whoever takes it, one try. What is right leaves this file only for a try that is over."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bole.access.rules import insist_on_taking_part
from bole.growth.models import Attempt, Drawn, Exam, Question
from bole.growth.queries.again import again_of
from bole.growth.rules.exams import Again
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamResult:
    """A try that is over: points are hundredths of 100, `pass_points` whole points of its day."""

    ref: str
    person_id: int
    exam: str
    day: date
    points: int
    pass_points: int
    passed: bool
    ran_out: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamRow:
    """An exam with its rules, in both languages."""

    code: str
    title_zh: str
    title_en: str
    words_zh: str
    words_en: str
    course: str
    drawn: int
    minutes: int
    pass_points: int
    days_between: int
    tries_a_year: int
    repeats: bool
    certificate: str
    certificate_zh: str
    certificate_en: str
    certificate_months: int
    skill: str
    skill_level: int
    is_offered: bool
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamPage:
    """An exam for whoever takes it: the tries, from when the next may be, which one is open."""

    exam: ExamRow
    results: tuple[ExamResult, ...]
    again: Again
    open_ref: str
    bank: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRow:
    """An option as it is shown. `is_right` is None until the try is over."""

    key: str
    zh: str
    en: str
    is_chosen: bool
    is_right: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnRow:
    """A question of a try. What is right and why is empty until the try is over."""

    ordinal: int
    kind: str
    text_zh: str
    text_en: str
    options: tuple[OptionRow, ...]
    is_answered: bool
    is_right: bool | None
    why_zh: str
    why_en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptPage:
    """One's own try, open or over."""

    ref: str
    exam: ExamRow
    ends_at: datetime
    over_at: datetime | None
    result: ExamResult | None
    questions: tuple[DrawnRow, ...]


def exam_results(person_ids: Collection[int], *, exam: str = "", until: date | None = None) -> dict[int, tuple[ExamResult, ...]]:
    """Return the tries of these people that are over, the oldest first; of one exam, or of all (one query)."""
    rows = Attempt.objects.filter(person__among=person_ids).exclude(over_at=None).select_related("exam").order_by("day", "id")
    rows = rows.filter(exam__code=exam) if exam else rows
    found: dict[int, list[ExamResult]] = {one: [] for one in person_ids}
    for one in rows.filter(day__lte=until) if until is not None else rows:
        found[one.person_id].append(_result(one))
    return {person_id: tuple(results) for person_id, results in found.items()}


def exams_offered() -> tuple[ExamRow, ...]:
    """Return the exams that are offered (one query)."""
    return tuple(exam_row(one) for one in Exam.objects.filter(is_offered=True).order_by("title_en", "code"))


def exam_rows(codes: Collection[str]) -> dict[str, ExamRow]:
    """Return these exams, offered or not (one query)."""
    return {one.code: exam_row(one) for one in Exam.objects.filter(code__in=codes)}


def papers_granted() -> tuple[tuple[str, str, str], ...]:
    """Return the certificates that exams grant: code, Chinese, English (one query)."""
    rows = Exam.objects.exclude(certificate="").order_by("certificate", "code")
    return tuple(rows.values_list("certificate", "certificate_zh", "certificate_en"))


def granting(certificate: str) -> ExamRow | None:
    """Return the exam that grants this certificate, one that is offered first (one query)."""
    found = Exam.objects.filter(certificate=certificate).order_by("-is_offered", "code").first() if certificate else None
    return exam_row(found) if found is not None else None


def exam_for(viewer: Viewer, code: str, *, day: date, at: datetime) -> ExamPage:
    """Return an exam for whoever takes it (six queries).

    :raises NotFound: unless the viewer learns here and there is such an exam, offered or tried
    """
    me = insist_on_taking_part(viewer)
    exam = Exam.objects.filter(code=code).first()
    if exam is None:
        raise NotFound
    results = exam_results([me], exam=code)[me]
    if not exam.is_offered and not results:
        raise NotFound
    open_one = Attempt.objects.filter(person=me, exam=exam, over_at=None, ends_at__gte=at).first()
    return ExamPage(
        exam=exam_row(exam),
        results=tuple(reversed(results)),
        again=again_of([me], exam, day=day)[me],
        open_ref=open_one.ref if open_one else "",
        bank=Question.objects.filter(exam=exam, is_in=True).count(),
    )


def attempt_for(viewer: Viewer, ref: str) -> AttemptPage:
    """Return one's own try (two queries); what is right and why only when it is over.

    :raises NotFound: if it is nobody's or another's
    """
    me = insist_on_taking_part(viewer)
    found = Attempt.objects.select_related("exam").filter(ref=ref, person=me).first()
    if found is None:
        raise NotFound
    drawn = Drawn.objects.filter(attempt=found).select_related("question").order_by("ordinal")
    is_over = found.over_at is not None
    return AttemptPage(
        ref=found.ref,
        exam=exam_row(found.exam),
        ends_at=found.ends_at,
        over_at=found.over_at,
        result=_result(found) if is_over else None,
        questions=tuple(_drawn(one, is_over=is_over) for one in drawn),
    )


def _drawn(one: Drawn, *, is_over: bool) -> DrawnRow:
    asked = one.question
    by_key = {option["key"]: option for option in asked.options}
    return DrawnRow(
        ordinal=one.ordinal,
        kind=asked.kind,
        text_zh=asked.text_zh,
        text_en=asked.text_en,
        options=tuple(_option(by_key[key], one.chosen, asked.right if is_over else None) for key in one.order),
        is_answered=bool(one.chosen),
        is_right=one.is_right if is_over else None,
        why_zh=asked.why_zh if is_over else "",
        why_en=asked.why_en if is_over else "",
    )


def _option(option: dict[str, str], chosen: Sequence[str], right: Sequence[str] | None) -> OptionRow:
    return OptionRow(
        key=option["key"], zh=option["zh"], en=option["en"], is_chosen=option["key"] in chosen,
        is_right=None if right is None else option["key"] in right,
    )  # fmt: skip


def _result(one: Attempt) -> ExamResult:
    return ExamResult(
        ref=one.ref, person_id=one.person_id, exam=one.exam.code, day=one.day, points=one.points or 0, pass_points=one.pass_points,
        passed=one.passed, ran_out=one.ran_out,
    )  # fmt: skip


def exam_row(one: Exam) -> ExamRow:
    """Return an exam as a row."""
    return ExamRow(
        code=one.code, title_zh=one.title_zh, title_en=one.title_en, words_zh=one.words_zh, words_en=one.words_en, course=one.course,
        drawn=one.drawn, minutes=one.minutes, pass_points=one.pass_points, days_between=one.days_between, tries_a_year=one.tries_a_year,
        repeats=one.repeats, certificate=one.certificate, certificate_zh=one.certificate_zh, certificate_en=one.certificate_en,
        certificate_months=one.certificate_months, skill=one.skill, skill_level=one.skill_level, is_offered=one.is_offered,
        version=one.version,
    )  # fmt: skip
