"""The company, for HR."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.home.queries.company import company_of
from bole.home.shown.company import company_shown
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of


@require_GET
def company(request: HttpRequest) -> HttpResponse:
    """Show the units, how scores are spread, who moved and how the sources are."""
    found = company_of(viewer_of(request), day=today(), at=now())
    may_export = viewer_of(request).has_role("hr_admin")
    return page(request, "home/company.html", {"shown": company_shown(found), "may_export": may_export})
