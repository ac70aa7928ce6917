"""Results: one's own, a new one, one of them with its files; confirming, returning, correcting and taking back."""

from collections.abc import Sequence
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bole.access.rules import insist_on_taking_part
from bole.home.forms_results import ResultForm, ReturnForm
from bole.home.queries.results import Writing, one_result, results_page, writing
from bole.home.shown.results import result_lines, result_shown, sent_words, writing_shown
from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.middleware import words_of
from bole.kit.page import page, swaps, viewer_of
from bole.values.refusal import NotFound, NotYours, Refused
from bole.values.viewer import Viewer
from bole.vault.files import Upload, as_download
from bole.work.actions import confirm_result, correct_result, keep_draft_files, return_result, submit_result, withdraw_result
from bole.work.queries import result_file
from bole.work.refusals import TooManyFiles
from bole.work.rules.submission import A_STAR, KINDS, MOST_FILES, MOST_WORDS, SubmissionKind

NEW, ONE = "home/result_new.html", "home/result.html"


@require_GET
def results(request: HttpRequest) -> HttpResponse:
    """Show the viewer's own results."""
    return page(request, "home/results.html", {"rows": result_lines(results_page(viewer_of(request)))})


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Choose the kind, write, add files, send."""
    found = _writing(request)
    form = _form(request, found)
    if request.method == "GET":
        return _write(request, found, form)
    if not form.is_valid():
        return _refuse(request, form)
    try:
        told = form.cleaned_data
        submit_result(
            once=told["once"], kind=_kind(found.kind), words=form.words_told, value=form.value, files=told["file"],
            kept=[one.ref for one in found.kept], for_mentor=told.get("for_mentor", False), by=viewer_of(request), at=now(),
        )  # fmt: skip
    except Refused as refused:
        return _refuse(request, form, refused)
    messages.success(request, sent_words(found.counted, found.kind, found.manager))
    return redirect("results")


@csrf_exempt  # the phone itself sends this, so no page of ours could put a token in; the browser says that no other site did
@require_POST
def share(request: HttpRequest) -> HttpResponse:
    """Take what another app of the phone shares: keep its files and open the page of a new result with them."""
    viewer = viewer_of(request)
    insist_on_taking_part(viewer)
    if request.headers.get("Sec-Fetch-Site") not in {"none", "same-origin"}:
        raise NotYours
    told = {name: request.POST.get(name, "").strip() for name in ("title", "text", "url")}
    files = request.FILES.getlist("file")
    kept, refusals = _keep_each(viewer, files[:MOST_FILES])
    for name, refused in refusals:
        messages.error(request, f"{name}: {words_of(refused)[0]}")
    if len(files) > MOST_FILES:
        messages.error(request, words_of(TooManyFiles(most=MOST_FILES, where="files"))[0])
    words = "\n".join(dict.fromkeys(one for one in told.values() if one))
    asked = [("kind", "project_report"), *(("kept", one) for one in kept), *([("text", words[:MOST_WORDS])] if words else [])]
    return redirect(f"/results/new/?{urlencode(asked)}")


@require_http_methods(["GET", "POST"])
def result(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one result to those who may read it; let its person correct it."""
    found = one_result(viewer_of(request), ref, day=today(), at=now())
    if request.method == "GET":
        return _one(request, ref)
    form = ResultForm(request.POST, request.FILES, kind=found.row.kind, exams=[found.row.words])
    if not form.is_valid():
        return _one(request, ref, correcting=form, status=422)
    try:
        correct_result(
            ref=ref, version=_version(request), words=form.words_told, value=form.value, files=form.cleaned_data["file"],
            by=viewer_of(request), at=now(),
        )  # fmt: skip
    except Refused as refused:
        return _one(request, ref, correcting=_noted(form, refused), status=refused.status)
    messages.success(request, _("Handed in again."))
    return redirect("result", ref)


@require_GET
def file(request: HttpRequest, ref: str, file: str) -> HttpResponse:
    """Hand out a file of a result to those who may read it."""
    return as_download(result_file(viewer_of(request), ref, file))


@require_POST
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """Confirm a result of somebody one leads."""
    confirm_result(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Confirmed. It counts without the mark from now on."))
    return redirect("team" if request.POST.get("from") == "team" else "result", *([] if request.POST.get("from") == "team" else [ref]))


@require_POST
def give_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Return a result with a sentence."""
    one_result(viewer_of(request), ref, day=today(), at=now())
    form = ReturnForm(request.POST)
    try:
        return_result(ref=ref, remark=form.cleaned_data["remark"] if form.is_valid() else "", by=viewer_of(request), at=now())
    except Refused as refused:
        return _one(request, ref, returning=_noted(form, refused), status=refused.status)
    messages.success(request, _("Returned. The person reads your sentence."))
    return redirect("result", ref)


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back a result of one's own."""
    withdraw_result(ref=ref, by=viewer_of(request), at=now())
    messages.success(request, _("Taken back. It counts for nothing any more."))
    return redirect("results")


def _kind(kind: str) -> SubmissionKind:
    if kind not in KINDS:
        raise NotFound
    return kind


def _writing(request: HttpRequest) -> Writing:
    told = request.POST if request.method == "POST" else request.GET
    kind = request.GET.get("kind", "")
    if kind and kind not in KINDS:
        raise NotFound
    return writing(viewer_of(request), kind=kind, kept=told.getlist("kept"), day=today())


def _form(request: HttpRequest, found: Writing) -> ResultForm:
    mentor = writing_shown(found).mentor
    exams = found.pair.exams if found.pair else ()
    initial = {"for_mentor": bool(mentor), "words": request.GET.get("text", "")[:MOST_WORDS]}
    told = (request.POST, request.FILES) if request.method == "POST" else ()
    return ResultForm(*told, kind=found.kind, exams=exams, mentor=mentor, initial=initial)


def _write(request: HttpRequest, found: Writing, form: ResultForm, *, status: int = 200) -> HttpResponse:
    context = {"form": form, "shown": writing_shown(found, text=request.GET.get("text", "")), "url": f"/results/new/?kind={found.kind}"}
    return page(request, NEW, context, part="form" if swaps(request) else "", status=status)


def _refuse(request: HttpRequest, form: ResultForm, refused: Refused | None = None) -> HttpResponse:
    """Show the form again with what was typed; the files that can be taken are kept, so that nobody chooses them again."""
    if refused is not None and refused.status not in {409, 422}:
        raise refused
    if refused is not None:
        _noted(form, refused)
    files = request.FILES.getlist("file")
    for one in files:
        one.seek(0)
    kept, refusals = _keep_each(viewer_of(request), files)
    for _name, other in refusals:
        if refused is None or refused.code != other.code:
            _noted(form, other)
    found = writing(viewer_of(request), kind=form.kind, kept=[*request.POST.getlist("kept"), *kept], day=today())
    return _write(request, found, form, status=refused.status if refused else 422)


def _keep_each(viewer: Viewer, files: Sequence[Upload]) -> tuple[list[str], list[tuple[str, Refused]]]:
    """Keep each file that can be taken for a result that is not sent yet; return what was kept, and the names of others with why not."""
    kept, refusals = list[str](), list[tuple[str, Refused]]()
    for one in files:
        try:
            kept += keep_draft_files(files=[one], by=viewer, at=now())
        except Refused as refused:
            refusals.append((str(one.name), refused))
    return kept, refusals


def _noted(form: ResultForm | ReturnForm, refused: Refused) -> ResultForm | ReturnForm:
    if refused.status not in {409, 422}:
        raise refused
    note(form, refused, field="file" if refused.where in {"file", "files"} and "file" in form.fields else "")
    return form


def _version(request: HttpRequest) -> int:
    told = request.POST.get("version", "")
    return int(told) if told.isascii() and told.isdigit() and len(told) < 9 else 0


def _one(request: HttpRequest, ref: str, *, correcting: object = None, returning: object = None, status: int = 200) -> HttpResponse:
    found = one_result(viewer_of(request), ref, day=today(), at=now())
    row = found.row
    stars, mark = str((row.value or 0) // A_STAR), None if row.value is None else f"{row.value / 100:g}"
    begin = {"words": row.words, "stars": stars, "points": mark, "test": row.words}
    context = {
        "shown": result_shown(found),
        "correcting": correcting or ResultForm(kind=row.kind, exams=[row.words], initial=begin),
        "returning": returning or ReturnForm(),
        "is_own": found.is_own,
    }
    return page(request, ONE, context, status=status)
