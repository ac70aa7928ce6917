"""Feedback: the lists, one piece, replying and taking back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.access.rules import insist_on_taking_part
from bole.kit.clock import now
from bole.kit.forms import note
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.reviews.actions import note_read, reply_to_feedback, take_back_feedback
from bole.reviews.forms import ReplyForm
from bole.reviews.queries.pieces import TABS, piece_for, pieces_for
from bole.reviews.refusals import ReadAlready
from bole.reviews.shown.feedback import piece_shown, rows_shown, tabs_shown
from bole.values.refusal import Invalid

PIECE = "reviews/piece.html"


@require_GET
def feedback(request: HttpRequest) -> HttpResponse:
    """List what one received, sent, or was asked for."""
    viewer, asked = viewer_of(request), request.GET.get("tab", "")
    tab = asked if asked in TABS else TABS[0]
    found = pieces_for(viewer, tab=tab, after=request.GET.get("after", ""), at=now())
    context = {
        "tab": tab,
        "tabs": tabs_shown(found, tab),
        "rows": rows_shown(found.rows, found.people, reader_id=viewer.person_id),
        "next_url": f"/feedback/?tab={tab}&after={found.after}" if found.after else "",
    }
    return page(request, "reviews/feedback.html", context)


@require_GET
def piece(request: HttpRequest, ref: str) -> HttpResponse:
    """Show one piece to one of its readers, and note that it was read."""
    return _show(request, ref)


@require_POST
def reply(request: HttpRequest, ref: str) -> HttpResponse:
    """Reply to a piece, or ask about it."""
    form = ReplyForm(request.POST)
    piece_for(viewer_of(request), ref, at=now())
    if not form.is_valid():
        return _show(request, ref, form=form, status=422)
    try:
        reply_to_feedback(ref=ref, words=form.cleaned_data["words"], by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, ref, form=form, status=422)
    messages.success(request, _("Sent. Those who read this piece read it too."))
    return redirect("feedback_piece", ref)


@require_POST
def take_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Take one's own piece back before anybody has read it."""
    try:
        take_back_feedback(ref=ref, by=viewer_of(request), at=now())
    except ReadAlready as refused:
        return _show(request, ref, status=refused.status, refused=words_of(refused)[0])
    messages.success(request, _("Taken back. Nobody read it, and its words are gone."))
    return redirect("feedback")


def _show(request: HttpRequest, ref: str, *, form: ReplyForm | None = None, status: int = 200, refused: str = "") -> HttpResponse:
    viewer = viewer_of(request)
    found = piece_for(viewer, ref, at=now())
    if not found.row.is_read:
        note_read(ref=ref, by=viewer, at=now())
    shown = piece_shown(found, reader_id=insist_on_taking_part(viewer))
    return page(request, PIECE, {"shown": shown, "form": form or ReplyForm(), "refused": refused}, status=status)
