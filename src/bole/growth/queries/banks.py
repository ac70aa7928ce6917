"""Exams and their banks as HR keeps them, with what is right."""

from dataclasses import dataclass

from django.db.models import Count, Q

from bole.growth.models import Attempt, Drawn, Exam, Question
from bole.growth.permissions import can_read_banks
from bole.growth.queries.exams import ExamRow, exam_row
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptExam:
    """An exam: its rules, how many questions its bank has, how many tries were made and passed."""

    row: ExamRow
    bank: int
    tries: int
    passed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptQuestion:
    """A question in use, with its key; how often it was met and answered right."""

    ref: str
    number: int
    version: int
    kind: str
    text_zh: str
    text_en: str
    why_zh: str
    why_en: str
    options: tuple[tuple[str, str, bool], ...]
    met: int
    right: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """An exam and the questions of its bank."""

    exam: KeptExam
    questions: tuple[KeptQuestion, ...]


def kept_exams(viewer: Viewer) -> tuple[KeptExam, ...]:
    """Return all exams (three queries).

    :raises NotFound: unless the viewer sees them
    """
    if not can_read_banks(viewer):
        raise NotFound
    banks = dict(Question.objects.filter(is_in=True).values("exam").annotate(count=Count("id")).values_list("exam", "count"))
    tries = {
        exam_id: (count, passed)
        for exam_id, count, passed in Attempt.objects.exclude(over_at=None)
        .values("exam")
        .annotate(count=Count("id"), went_well=Count("id", filter=Q(passed=True)))
        .values_list("exam", "count", "went_well")
    }
    return tuple(
        KeptExam(row=exam_row(one), bank=banks.get(one.pk, 0), tries=tries.get(one.pk, (0, 0))[0], passed=tries.get(one.pk, (0, 0))[1])
        for one in Exam.objects.order_by("title_en", "code")
    )


def bank_for(viewer: Viewer, code: str) -> Bank:
    """Return an exam and its bank (four queries).

    :raises NotFound: unless the viewer sees it and it is there
    """
    exam = next((one for one in kept_exams(viewer) if one.row.code == code), None)
    if exam is None:
        raise NotFound
    rows = list(Question.objects.filter(exam__code=code, is_in=True).order_by("number"))
    marked = Drawn.objects.filter(question__in=rows).exclude(is_right=None).values("question")
    counted = marked.annotate(met=Count("id"), well=Count("id", filter=Q(is_right=True)))
    met = {question_id: (times, well) for question_id, times, well in counted.values_list("question", "met", "well")}
    return Bank(exam=exam, questions=tuple(_question(one, *met.get(one.pk, (0, 0))) for one in rows))


def question_for(viewer: Viewer, code: str, ref: str) -> KeptQuestion:
    """Return one question of a bank.

    :raises NotFound: unless the viewer sees it and it is there
    """
    found = next((one for one in bank_for(viewer, code).questions if one.ref == ref), None)
    if found is None:
        raise NotFound
    return found


def _question(one: Question, met: int, right: int) -> KeptQuestion:
    return KeptQuestion(
        ref=one.ref, number=one.number, version=one.version, kind=one.kind, text_zh=one.text_zh, text_en=one.text_en, why_zh=one.why_zh,
        why_en=one.why_en, options=tuple((option["zh"], option["en"], option["key"] in one.right) for option in one.options),
        met=met, right=right,
    )  # fmt: skip
