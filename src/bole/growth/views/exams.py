"""Exams for whoever takes them: rules and results, one question at a time, the result with explanations."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.growth.actions import answer_question, begin_attempt, send_attempt
from bole.growth.queries import attempt_for, exam_for
from bole.growth.refusals import OverAlready, TooLate
from bole.growth.shown.exams import attempt_shown, exam_shown
from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of

LAST_LOOK = "end"  # instead of a question: all of them, before handing in


@require_GET
def exam(request: HttpRequest, code: str) -> HttpResponse:
    """Show an exam: its rules, one's tries, from when the next may be."""
    found = exam_for(viewer_of(request), code, day=today(), at=now())
    return page(request, "growth/exam.html", {"shown": exam_shown(found, day=today())})


@require_POST
def begin(request: HttpRequest, code: str) -> HttpResponse:
    """Begin a try, or go on with the open one."""
    return redirect("growth_attempt", begin_attempt(exam=code, by=viewer_of(request), at=now()).ref)


@require_GET
def attempt(request: HttpRequest, ref: str) -> HttpResponse:
    """Show a question of one's open try, all of them before handing in, or the result."""
    viewer, asked = viewer_of(request), request.GET.get("q", "1")
    found = attempt_for(viewer, ref)
    if found.over_at is None and now() > found.ends_at:
        send_attempt(ref=ref, by=viewer, at=now())
        found = attempt_for(viewer, ref)
    if found.over_at is not None:
        again = exam_for(viewer, found.exam.code, day=today(), at=now()).again
        return page(request, "growth/result.html", {"shown": attempt_shown(found, ordinal=1, again=again.day)})
    shown = attempt_shown(found, ordinal=int(asked) if asked.isdecimal() and len(asked) < 4 else 1, again=None)
    return page(request, "growth/last_look.html" if asked == LAST_LOOK else "growth/question.html", {"shown": shown})


@require_POST
def answer(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep what is chosen so far, and go where the button says."""
    asked = request.POST.get("q", "")
    ordinal = int(asked) if asked.isdecimal() and len(asked) < 4 else 0
    try:
        answer_question(ref=ref, ordinal=ordinal, chosen=request.POST.getlist("option"), by=viewer_of(request), at=now())
    except (TooLate, OverAlready):
        messages.info(request, _("The exam is over. What you had answered was marked."))
        return HttpResponse(status=204, headers={"HX-Redirect": request.path.removesuffix("answer/")}) if swaps(request) else (
            redirect("growth_attempt", ref)
        )  # fmt: skip
    if swaps(request):
        return HttpResponse(status=204)
    go = request.POST.get("go", "")
    return redirect(f"{request.path.removesuffix('answer/')}?q={go if go.isdecimal() else LAST_LOOK}")


@require_POST
def send(request: HttpRequest, ref: str) -> HttpResponse:
    """Hand in one's try."""
    send_attempt(ref=ref, by=viewer_of(request), at=now())
    return redirect("growth_attempt", ref)
