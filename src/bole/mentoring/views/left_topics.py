"""Why core topics were left when a programme was over: asked of the mentor, read by the two and by HR."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.mentoring.actions.left_topics import say_why_left
from bole.mentoring.forms_life import LeftForm
from bole.mentoring.queries.left_topics import LeftPage, left_for
from bole.mentoring.rules.left_topics import Left
from bole.mentoring.shown.left_topics import left_shown
from bole.values.refusal import NotFound, NotYours, Refused

PAGE = "mentoring/left_topics.html"


@require_http_methods(["GET", "POST"])
def left_topics(request: HttpRequest, ref: str) -> HttpResponse:
    """Show what was left and why; let the mentor, or HR, say it."""
    viewer = viewer_of(request)
    found = left_for(viewer, ref, day=today())
    if request.method == "GET":
        return _show(request, found, _form(found))
    form = LeftForm(request.POST)
    if form.is_valid():
        told = form.cleaned_data
        try:
            left = Left(told["why"], told["words"])
            say_why_left(pair_ref=ref, version=told["version"], left=left, by=viewer, at=now())
        except (NotFound, NotYours):
            raise
        except Refused as refused:
            note(form, refused)
            return _show(request, found, form, status=refused.status)
        messages.success(request, _("Kept. You two and HR read it."))
        return redirect("left_topics", ref)
    return _show(request, found, form, status=422)


@require_POST
def because(request: HttpRequest, ref: str, why: str) -> HttpResponse:
    """Take a reason that needs no words, in one tap; what somebody said before stays, and can be changed on the page."""
    viewer = viewer_of(request)
    found = left_for(viewer, ref, day=today())
    if found.row.why and found.may_write:
        messages.info(request, _("A reason is kept already; you can change it here."))
        return redirect("left_topics", ref)
    say_why_left(pair_ref=ref, version=found.row.version, left=Left(why), by=viewer, at=now())
    messages.success(request, _("Kept. You two and HR read it."))
    return redirect("left_topics", ref)


def _form(found: LeftPage) -> LeftForm:
    row = found.row
    return LeftForm(initial={"why": row.why, "words": row.words, "version": row.version})


def _show(request: HttpRequest, found: LeftPage, form: LeftForm, *, status: int = 200) -> HttpResponse:
    return page(request, PAGE, {"shown": left_shown(found), "form": form}, status=status)
