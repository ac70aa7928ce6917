"""The company, for HR."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.home.queries.company import company_of
from bole.home.queries.scored import Asked, scored_people
from bole.home.shown.company import company_shown
from bole.home.shown.scored import scored_shown
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of


@require_GET
def company(request: HttpRequest) -> HttpResponse:
    """Show the units, how scores are spread, who moved and how the sources are."""
    unit, after = (request.GET.get(name, "") for name in ("unit", "after"))
    found = company_of(viewer_of(request), day=today(), at=now(), unit=unit, after=after)
    return page(request, "home/company.html", {"shown": company_shown(found)})


@require_GET
def scored(request: HttpRequest) -> HttpResponse:
    """Show the people behind a figure of the company."""
    low, high, unit, moved, after = (request.GET.get(name, "") for name in ("from", "to", "unit", "moved", "after"))
    asked = Asked(unit=unit, low=low, high=high, moved=moved, after=after)
    found = scored_people(viewer_of(request), asked, day=today(), at=now())
    return page(request, "home/scored.html", {"shown": scored_shown(found, asked), "asked": asked})
