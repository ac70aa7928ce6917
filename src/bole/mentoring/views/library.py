"""The mentor's library: short pieces for the next talk."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bole.access.rules import takes_part
from bole.growth.queries import items_of_stage
from bole.growth.rules.topics import STAGES
from bole.kit.clock import today
from bole.kit.page import page, viewer_of
from bole.kit.ui.controls import Way
from bole.mentoring.rules.library import LIBRARY
from bole.mentoring.shown.naming import either, is_english
from bole.values.refusal import NotFound


@require_GET
def library(request: HttpRequest) -> HttpResponse:
    """List what helps a mentor, by the stage of a mentoring: items of the library, and the short pieces that ship with frameworks."""
    _insist(request)
    stage = request.GET.get("stage", "")
    stage = stage if stage in STAGES else ""
    items = [
        (
            one.address,
            either(one.title_zh, one.title_en),
            either(one.words_zh, one.words_en),
            _("%(minutes)s min") % {"minutes": one.minutes},
        )
        for one in items_of_stage(stage, day=today())
    ]
    pieces = [
        (f"/mentoring/library/{one.code}/", either(one.zh, one.en), _("%(minutes)s min") % {"minutes": one.minutes})
        for one in LIBRARY.values()
    ]
    names = (("", _("All")), ("begin", _("At the beginning")), ("middle", _("In the middle")), ("end", _("At the end")))
    ways = [Way(words, f"/mentoring/library/?stage={code}" if code else "/mentoring/library/", code == stage) for code, words in names]
    return page(request, "mentoring/library.html", {"items": items, "rows": pieces, "ways": ways})


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
