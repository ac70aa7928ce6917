"""HR's list of people."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.access.rules import may_company
from bole.kit.clock import today
from bole.kit.page import page, swaps, viewer_of
from bole.people.queries.files import people_list
from bole.people.shown.files import count_words, listed_shown, unit_ways


@require_GET
def people(request: HttpRequest) -> HttpResponse:
    """List the people, of one unit and below or of all, or those whom a search finds."""
    viewer, text, unit = viewer_of(request), request.GET.get("q", "").strip(), request.GET.get("unit", "")
    found = people_list(viewer, day=today(), text=text, unit_ref=unit, after=request.GET.get("after", ""))
    further = urlencode({"unit": unit, "after": found.next_after}) if found.next_after else ""
    context = {
        "q": text,
        "unit": unit,
        "units": unit_ways(found.units),
        "has_all_units": found.units.is_all,
        "rows": [listed_shown(one) for one in found.rows],
        "count": count_words(found),
        "next_url": f"/company/people/?{further}" if further else "",
        "has_files": may_company(viewer, "read", "imports"),
    }
    return page(request, "people/list.html", context, part="found" if swaps(request) else "")
