"""Sources that fell silent."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.kit.clock import today
from bole.kit.page import page, viewer_of
from bole.signals.queries import silent_sources


@require_GET
def silent(request: HttpRequest) -> HttpResponse:
    """Show which sources are silent, and which ever were."""
    found = silent_sources(viewer_of(request), day=today(), is_past_too=True)
    return page(
        request, "signals/silent.html", {"now": [one for one in found if not one.last_day], "past": [one for one in found if one.last_day]}
    )
