"""Skill tests and the report of results."""

from decimal import Decimal

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.correcting import Taken, correct_test
from bole.mentoring.actions.reports import save_report, send_report
from bole.mentoring.actions.tests import record_test
from bole.mentoring.forms_pairs import ReportForm, TestCorrectionForm, TestForm
from bole.mentoring.queries.pair_pages import progress_page
from bole.mentoring.queries.pair_pages import report_file as file_of_report
from bole.mentoring.queries.tests import test_to_correct
from bole.mentoring.shown.progress import as_taken, draft_of, file_lines, last_test_name, progress_shown, test_shown
from bole.values.refusal import Invalid, Refused, Stale
from bole.vault.files import as_download

PROGRESS, TEST = "mentoring/progress.html", "mentoring/test.html"


@require_GET
def progress(request: HttpRequest, ref: str) -> HttpResponse:
    """Show tests, growth and reports of a pair to its two."""
    return _show(request, ref)


@require_POST
def test(request: HttpRequest, ref: str) -> HttpResponse:
    """Record a mark."""
    viewer = viewer_of(request)
    progress_page(viewer, ref, day=today())
    form = TestForm(request.POST)
    if not form.is_valid():
        return _show(request, ref, test_form=form, status=422)
    told = form.cleaned_data
    try:
        record_test(
            pair_ref=ref, taken_on=told["taken_on"], points=_hundredths(told["points"]), most=_hundredths(told["most"]),
            exam=told["exam"], by=viewer, at=now(),
        )  # fmt: skip
    except Refused as refused:
        if refused.status not in {409, 422}:
            raise
        note(form, refused)
        return _show(request, ref, test_form=form, status=refused.status)
    messages.success(request, _("Saved."))
    return redirect("mentoring_progress", ref)


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the mentor correct a mark that was recorded by hand."""
    viewer = viewer_of(request)
    pair, found = test_to_correct(viewer, ref)
    form = TestCorrectionForm(request.POST if request.method == "POST" else None, initial=as_taken(found))
    status = 200
    if request.method == "POST" and not form.is_valid():
        status = 422
    elif request.method == "POST":
        told = form.cleaned_data
        marks = {"points": _hundredths(told["points"]), "most": _hundredths(told["most"])}
        taken = Taken(on=told["taken_on"], exam=told["exam"], **marks)
        try:
            correct_test(ref=ref, version=told["version"], taken=taken, by=viewer, at=now())
        except (Invalid, Stale) as refused:
            note(form, refused)
            status = refused.status
        else:
            messages.success(request, _("Corrected; the record says so."))
            return redirect("mentoring_progress", pair.ref)
    return page(request, TEST, {"shown": test_shown(pair, found), "form": form}, status=status)


def _hundredths(value: Decimal) -> int:
    return int(value * 100)


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the mentee write the report; let the mentor read what was sent."""
    viewer = viewer_of(request)
    progress_page(viewer, ref, day=today())
    if request.method == "GET":
        return _show(request, ref)
    form = ReportForm(request.POST, request.FILES)
    if not form.is_valid():
        return _show(request, ref, report_form=form, status=422)
    told = form.cleaned_data
    try:
        saved = save_report(pair_ref=ref, version=told["version"], words=told["words"], files=told["file"], by=viewer, at=now())
        if request.POST.get("do") == "send":
            send_report(pair_ref=ref, version=saved.version, by=viewer, at=now())
    except Refused as refused:
        if refused.status not in {409, 422}:
            raise
        note(form, refused)
        return _show(request, ref, report_form=form, status=refused.status)
    messages.success(request, _("Sent to your mentor.") if request.POST.get("do") == "send" else _("Draft saved. Nobody else sees it."))
    return redirect("mentoring_progress", ref)


@require_GET
def report_file(request: HttpRequest, ref: str, file: str) -> HttpResponse:
    """Hand out a file of a report to one of the two."""
    return as_download(file_of_report(viewer_of(request), ref, file))


def _show(
    request: HttpRequest, ref: str, *, test_form: forms.Form | None = None, report_form: forms.Form | None = None, status: int = 200
) -> HttpResponse:
    viewer = viewer_of(request)
    found = progress_page(viewer, ref, day=today())
    draft = draft_of(found.reports)
    context = {
        "draft_files": file_lines(ref, found.files.get(draft.ref, ())) if draft else (),
        "shown": progress_shown(found, me=viewer.person_id, day=today()),
        "test_form": test_form or TestForm(initial={"taken_on": today(), "exam": last_test_name(found)}),
        "report_form": report_form or ReportForm(initial={"version": draft.version if draft else 0, "words": draft.words if draft else ""}),
    }
    return page(request, PROGRESS, context, status=status)
