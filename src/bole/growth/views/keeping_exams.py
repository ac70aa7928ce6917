"""Exams and their banks, as HR keeps them."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.growth.actions import drop_question, save_exam, save_question
from bole.growth.forms import ExamForm, QuestionForm
from bole.growth.permissions import can_keep, insist_on_keeping
from bole.growth.queries.banks import bank_for, question_for
from bole.growth.queries.courses import kept_courses
from bole.growth.queries.skills import catalogue
from bole.growth.shown.keeping import bank_shown, question_initial
from bole.growth.shown.naming import said
from bole.growth.views.editing import edit
from bole.kit.clock import now
from bole.kit.page import page, viewer_of


@require_GET
def exam(request: HttpRequest, code: str) -> HttpResponse:
    """Show an exam and its bank."""
    viewer = viewer_of(request)
    return page(request, "growth/kept_exam.html", {"shown": bank_shown(bank_for(viewer, code)), "may_change": can_keep(viewer)})


@require_http_methods(["GET", "POST"])
def new_exam(request: HttpRequest) -> HttpResponse:
    """Add an exam."""
    insist_on_keeping(viewer_of(request))
    form = _form(request, {})
    return edit(request, form, lambda: _save_rules(request, "", form), _("Add an exam"), "/company/growth/")


@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest, code: str) -> HttpResponse:
    """Change the rules of an exam."""
    row = bank_for(viewer_of(request), code).exam.row
    insist_on_keeping(viewer_of(request))
    form = _form(request, {key: getattr(row, key) for key in ExamForm.base_fields})
    form.fields["code"].disabled = True
    title, back = said(row.title_zh, row.title_en), f"/company/growth/exams/{code}/"
    return edit(request, form, lambda: _save_rules(request, code, form), title, back)


def _form(request: HttpRequest, initial: dict[str, object]) -> ExamForm:
    courses = [(one.code, said(one.title_zh, one.title_en)) for one in kept_courses(viewer_of(request))]
    skills = [(one.code, said(one.name_zh, one.name_en)) for one in catalogue(offered_only=False)]
    return ExamForm(request.POST if request.method == "POST" else None, initial=initial, courses=courses, skills=skills)


def _save_rules(request: HttpRequest, code: str, form: ExamForm) -> object:
    told = form.cleaned_data
    return save_exam(
        code=code or told["code"], texts=told, numbers=form.numbers, repeats=told["repeats"], is_offered=told["is_offered"],
        version=told["version"], by=viewer_of(request), at=now(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def new_question(request: HttpRequest, code: str) -> HttpResponse:
    """Add a question to a bank."""
    bank_for(viewer_of(request), code)
    insist_on_keeping(viewer_of(request))
    form = QuestionForm(request.POST if request.method == "POST" else None, initial={"kind": "single"})
    return _question(request, code, "", form, title=_("Add a question"))


@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """Change a question; one that was drawn is replaced."""
    found = question_for(viewer_of(request), code, ref)
    insist_on_keeping(viewer_of(request))
    form = QuestionForm(request.POST if request.method == "POST" else None, initial=question_initial(found))
    return _question(request, code, ref, form, title=_("Question {number}").format(number=found.number))


def _question(request: HttpRequest, code: str, ref: str, form: QuestionForm, *, title: str) -> HttpResponse:
    more = {"drop_url": f"{request.path}drop/" if ref else ""}
    back = f"/company/growth/exams/{code}/"
    return edit(
        request, form, lambda: _save_question(request, code, ref, form), title, back, template="growth/keep_question.html", more=more
    )


def _save_question(request: HttpRequest, code: str, ref: str, form: QuestionForm) -> object:
    told = form.cleaned_data
    return save_question(
        exam=code, question=ref, kind=told["kind"], texts=told, options=form.options, right=form.right, by=viewer_of(request), at=now()
    )


@require_POST
def drop(request: HttpRequest, code: str, ref: str) -> HttpResponse:
    """Take a question out of its bank."""
    question_for(viewer_of(request), code, ref)
    drop_question(exam=code, question=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Taken out. Tries that drew it keep it."))
    return redirect("kept_exam", code)
