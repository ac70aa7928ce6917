"""One's own performance."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.home.queries.performance import own_person, performance_of
from bole.home.shown.performance import performance_shown
from bole.kit.clock import today
from bole.kit.page import page, viewer_of
from bole.scoring.queries import score_topic, support_topic

OWN = "/performance/"


@require_GET
def performance(request: HttpRequest) -> HttpResponse:
    """Show one's own score, live or of a closed period."""
    person = own_person(viewer_of(request))
    return page(request, "home/performance.html", _context(request, person), live=[score_topic(person), support_topic(person)])


@require_GET
def part(request: HttpRequest, name: str) -> HttpResponse:
    """Show a part of one's own score again: score, work or support."""
    return page(request, "home/performance.html", _context(request, own_person(viewer_of(request))), part=name)


def _context(request: HttpRequest, person: int) -> dict[str, object]:
    period = request.GET.get("period", "")
    found = performance_of(viewer_of(request), person, day=today(), period=period)
    return {"shown": performance_shown(found, base=OWN, period=period)}
