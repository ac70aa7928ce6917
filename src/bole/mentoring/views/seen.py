"""A pair as managers and HR see it, and the opening of its words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.forms import note
from bole.kit.page import page, viewer_of
from bole.kit.phone.middleware import staying_here
from bole.mentoring.actions.openings import open_words, read_words
from bole.mentoring.forms_pairs import ReasonForm
from bole.mentoring.permissions import can_open_words, is_of_pair
from bole.mentoring.queries.pair_pages import seen_pair
from bole.mentoring.queries.plans import running_topics
from bole.mentoring.shown.seen import seen_shown
from bole.values.refusal import Invalid

SEEN = "mentoring/seen.html"


@staying_here
@require_GET
def seen(request: HttpRequest, ref: str) -> HttpResponse:
    """Show who the two are, how far, and when they met; to HR with a running opening also the words, each reading on the record."""
    return _show(request, ref)


@require_POST
def opening(request: HttpRequest, ref: str) -> HttpResponse:
    """Open the words of a pair for sixty minutes."""
    form = ReasonForm(request.POST)
    seen_pair(viewer_of(request), ref, day=today())
    form.is_valid()
    try:
        open_words(pair_ref=ref, reason=form.cleaned_data.get("reason", ""), by=viewer_of(request), at=now())
    except Invalid as refused:
        note(form, refused)
        return _show(request, ref, form=form, status=422)
    return redirect("seen_pair", ref)


def _show(request: HttpRequest, ref: str, *, form: ReasonForm | None = None, status: int = 200) -> HttpResponse:
    viewer = viewer_of(request)
    found = seen_pair(viewer, ref, day=today())
    if is_of_pair(viewer, found.now.pair):
        return redirect("mentoring_pair", ref)
    texts = read_words(pair=found.now.pair, by=viewer, at=now())
    topics = running_topics([found.now.pair.id])[found.now.pair.id] if texts else ()
    shown = seen_shown(found, texts=texts, topics=topics, may_open=can_open_words(viewer, found.now.pair), day=today())
    return page(request, SEEN, {"shown": shown, "form": form or ReasonForm()}, status=status)
