"""HR's page to publish many drafts of the library at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from bole.growth.actions.drafts import Published, publish_drafts
from bole.growth.queries.library_drafts import drafts_for
from bole.growth.shown.library_drafts import drafts_shown
from bole.kit.clock import now
from bole.kit.middleware import words_of
from bole.kit.page import page, viewer_of
from bole.values.refusal import Invalid


@require_http_methods(["GET", "POST"])
def drafts(request: HttpRequest) -> HttpResponse:
    """Show the drafts, or publish those that were ticked."""
    viewer = viewer_of(request)
    if request.method == "GET":
        return page(request, "growth/library_drafts.html", {"shown": drafts_shown(drafts_for(viewer))})
    try:
        made = publish_drafts(refs=set(request.POST.getlist("ref")), by=viewer, at=now())
    except Invalid as refused:
        context = {"shown": drafts_shown(drafts_for(viewer)), "refused": words_of(refused)[0]}
        return page(request, "growth/library_drafts.html", context, status=422)
    messages.success(request, _words(made))
    return redirect("library_drafts" if made.left else "kept_library")


def _words(made: Published) -> str:
    words = ngettext("{count} thing was published.", "{count} things were published.", made.count).format(count=made.count)
    if not made.left:
        return words
    left = ngettext("{count} stays a draft; below is why.", "{count} stay drafts; below is why.", made.left).format(count=made.left)
    return _("{done} {left}").format(done=words, left=left)
