"""Answering objections to records."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of
from bole.work.actions import answer_objection
from bole.work.forms import AnswerForm
from bole.work.queries.objections import objection_for, objections_for
from bole.work.shown.objections import doubts_shown

PAGE = "work/objections.html"


@require_GET
def objections(request: HttpRequest) -> HttpResponse:
    """List the objections: open ones by their day, then those that are done."""
    return _show(request)


@require_POST
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep the record or correct what it stands for, with a sentence."""
    viewer, form = viewer_of(request), AnswerForm(request.POST)
    objection_for(viewer, ref)
    if not form.is_valid():
        return _show(request, bad_ref=ref, bad_form=form, status=422)
    answer_objection(ref=ref, answer=form.cleaned_data["answer"], **form.correction, by=viewer, at=now())
    messages.success(request, _("Answered. The person reads it; the original stays on record."))
    return redirect("objections")


def _show(request: HttpRequest, *, bad_ref: str = "", bad_form: AnswerForm | None = None, status: int = 200) -> HttpResponse:
    shown = doubts_shown(objections_for(viewer_of(request), day=today()), day=today())
    forms = [
        (one, bad_form if bad_form and one.ref == bad_ref else AnswerForm(auto_id=f"id_{one.ref}_%s", has_delays=one.has_delays))
        for one in shown.waiting
    ]
    return page(request, PAGE, {"shown": shown, "forms": forms}, status=status)
