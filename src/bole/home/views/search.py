"""Search: one page, and the same list while one types in the dialog."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from bole.home.finding import beginning
from bole.kit.page import page, swaps, viewer_of
from bole.kit.search import FEW, MOST, found_for

LONGEST = 60


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """Find people, pages, courses and one's own records; before anything is typed, show what one may do."""
    viewer, text = viewer_of(request), request.GET.get("q", "").strip()[:LONGEST]
    context = {
        "q": text,
        "groups": found_for(viewer, text, at_most=FEW if swaps(request) else MOST) if text else beginning(viewer),
        "none": _("Nothing found for “%(q)s”. Try pinyin initials or a staff number.") % {"q": text},
    }
    return page(request, "home/search.html", context, part="found" if swaps(request) else "")
