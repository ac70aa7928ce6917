"""The directory, and a person's page."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.home.queries.people import people_found, people_listed, person_page
from bole.home.queries.results import handed_in_lately
from bole.home.shown.feedback import ways_shown
from bole.home.shown.mentoring import pairs_shown
from bole.home.shown.people import person_rows, person_shown
from bole.home.shown.results import result_lines
from bole.kit.clock import now, today
from bole.kit.page import page, swaps, viewer_of
from bole.mentoring.queries.watched import pairs_watched


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """List the people of the company, or those whom a search finds."""
    viewer, text = viewer_of(request), request.GET.get("q", "").strip()
    found = people_found(viewer, text, day=today()) if text else people_listed(viewer, day=today(), after=request.GET.get("after", ""))
    context = {"q": text, "rows": person_rows(found), "next_url": f"/people/?after={found.after}" if found.after else ""}
    return page(request, "home/people.html", context, part="found" if swaps(request) else "")


@require_GET
def person(request: HttpRequest, number: str) -> HttpResponse:
    """Show somebody's card, and their score to whoever may see it."""
    viewer = viewer_of(request)
    found = person_page(viewer, number, day=today(), at=now())
    pairs = pairs_shown(pairs_watched(viewer, [found.card.person_id], day=today()))
    handed_in = result_lines(handed_in_lately(viewer, found.card.person_id, day=today()))
    context = {"shown": person_shown(found), "ways": ways_shown(viewer, found), "pairs": pairs, "results": handed_in}
    return page(request, "home/person.html", context)
