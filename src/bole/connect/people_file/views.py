"""Pages of the people file: send one, see what it would do, take it or drop it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import insist, may_company
from bole.connect.people_file.actions import drop_file
from bole.connect.people_file.example import example_workbook
from bole.connect.people_file.forms import ColumnsForm, FileForm
from bole.connect.people_file.looking import look_again, look_at, take
from bole.connect.people_file.queries import KeptFile, kept_files, kept_for
from bole.connect.people_file.shown import shown_file
from bole.kit.clock import now, today
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.values.refusal import Invalid

SEND, FILE = "connect/people_file/send.html", "connect/people_file/file.html"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_GET
def files(request: HttpRequest) -> HttpResponse:
    """Show the form to send a file, and the latest files."""
    return _send_page(request, FileForm(initial={"day": today()}))


@require_POST
def send(request: HttpRequest) -> HttpResponse:
    """Look at a file that was sent."""
    form = FileForm(request.POST, request.FILES)
    viewer = viewer_of(request)
    insist(viewer, "change", "imports")
    if form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            ref = look_at(
                body=sent.read(), name=sent.name, day=form.cleaned_data["day"], creates=form.cleaned_data["creates"], by=viewer, at=now()
            )
            return redirect("people_file", ref)
        except Invalid as refused:
            form.add_error("file", " ".join(words_of(refused)).strip())
    return _send_page(request, form, status=422)


@require_GET
def file(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what a file would do, or what became of it."""
    kept = kept_for(viewer_of(request), ref)
    return _file_page(request, kept, _columns_form(kept))


@require_POST
def columns(request: HttpRequest, ref: str) -> HttpResponse:
    """Look at the file again with other columns."""
    kept = kept_for(viewer_of(request), ref)
    insist(viewer_of(request), "change", "imports")
    form = ColumnsForm(kept.found.get("headings", []), request.POST)
    if form.is_valid():
        day, creates = form.cleaned_data["day"], form.cleaned_data["creates"]
        try:
            look_again(ref=ref, choices=form.choices, day=day, creates=creates, by=viewer_of(request), at=now())
            return redirect("people_file", ref)
        except Invalid as refused:
            form.add_error(None, " ".join(words_of(refused)).strip())
    return _file_page(request, kept, form, status=422)


@require_POST
def take_it(request: HttpRequest, ref: str) -> HttpResponse:
    """Take the file."""
    report = take(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("%(n)s rows were taken and read back.") % {"n": report.rows})
    return redirect("people_file", ref)


@require_POST
def drop(request: HttpRequest, ref: str) -> HttpResponse:
    """Let go of the file."""
    kept_for(viewer_of(request), ref)
    drop_file(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Dropped. The file is no longer kept."))
    return redirect("people_files")


@require_GET
def example(request: HttpRequest) -> HttpResponse:
    """Give an empty file to fill in."""
    insist(viewer_of(request), "read", "imports")
    response = HttpResponse(example_workbook(), content_type=EXCEL)
    response["Content-Disposition"] = 'attachment; filename="people.xlsx"'
    return response


def _send_page(request: HttpRequest, form: FileForm, *, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    context = {"form": form, "files": [shown_file(one) for one in kept_files(viewer)], "may_send": may_company(viewer, "change", "imports")}
    return page(request, SEND, context, status=status)


def _file_page(request: HttpRequest, kept: KeptFile, form: ColumnsForm, *, status: int = 200) -> HttpResponse:
    context = {"shown": shown_file(kept), "form": form, "may_take": may_company(viewer_of(request), "change", "imports")}
    return page(request, FILE, context, status=status)


def _columns_form(kept: KeptFile) -> ColumnsForm:
    headings = kept.found.get("headings", [])
    chosen = {f"column_{n}": kept.mapping.get(heading, "") for n, heading in enumerate(headings)}
    return ColumnsForm(headings, initial={**chosen, "day": kept.day, "creates": kept.creates})
