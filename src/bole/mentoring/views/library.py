"""The mentor's library: short pieces for the next talk."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bole.access.rules import takes_part
from bole.kit.page import page, viewer_of
from bole.mentoring.rules.library import LIBRARY
from bole.mentoring.shown.naming import either, is_english
from bole.values.refusal import NotFound


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """List the pieces."""
    _insist(request)
    rows = [
        (f"/mentoring/library/{one.code}/", either(one.zh, one.en), _("%(minutes)s min") % {"minutes": one.minutes})
        for one in LIBRARY.values()
    ]
    return page(request, "mentoring/library.html", {"rows": rows})


@require_GET
def piece(request: HttpRequest, code: str) -> HttpResponse:
    """Show one piece."""
    _insist(request)
    if code not in LIBRARY:
        raise NotFound
    one = LIBRARY[code]
    context = {"title": either(one.zh, one.en), "words": one.words_en if is_english() else one.words_zh, "minutes": one.minutes}
    return page(request, "mentoring/piece.html", context)


def _insist(request: HttpRequest) -> None:
    if not takes_part(viewer_of(request)):
        raise NotFound
