"""The page of a matching or publishing that runs: how far it is, calling it off, and what came of it when it is done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of
from bole.mentoring.actions.matching_runs import call_off_matching
from bole.mentoring.queries.matching_published import published_for
from bole.mentoring.queries.matching_runs import RunRow, run_for
from bole.mentoring.queries.matching_tried import tried_for
from bole.mentoring.shown.matching_published import published_shown
from bole.mentoring.shown.matching_run import run_shown
from bole.mentoring.shown.matching_tried import tried_shown
from bole.mentoring.topics import matching_topic


@require_GET
def run(request: HttpRequest, ref: str) -> HttpResponse:
    """Show how far it is; when it is done, what was published, or go on to the board."""
    found = run_for(viewer_of(request), ref)
    if found.state == "done":
        return HttpResponse(headers={"HX-Redirect": request.path}) if swaps(request) else _done(request, found)
    topic = matching_topic(ref)
    context = {"shown": run_shown(found), "topic": topic}
    return page(request, "mentoring/matching_run.html", context, part="run" if swaps(request) else "", live=[topic])


def _done(request: HttpRequest, found: RunRow) -> HttpResponse:
    if found.is_publishing:
        shown = published_shown(published_for(viewer_of(request), found.ref, day=today()))
        return page(request, "mentoring/matching_fates.html", {"shown": shown})
    if found.is_try:
        shown_try = tried_shown(tried_for(viewer_of(request), found.ref, day=today()))
        return page(request, "mentoring/matching_try.html", {"shown": shown_try})
    if found.is_change:
        messages.success(request, _("Matched again around it."))
    return redirect(reverse("matching_board") + (f"?wish={found.wish_ref}" if found.wish_ref else ""))


@require_POST
def call_off(request: HttpRequest, ref: str) -> HttpResponse:
    """Call it off."""
    if not call_off_matching(ref=ref, by=viewer_of(request), at=now()):
        return redirect("matching_run", ref=ref)
    messages.success(request, _("Called off. Nothing was changed."))
    return redirect("matching_board")
