"""One's own page: looks, security, who looked at one's data."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.access.rules import DECIDING
from bole.home.queries.me import mine_of
from bole.home.shown.me import me_shown
from bole.kit.clock import now, today
from bole.kit.page import page, viewer_of


@require_GET
def me(request: HttpRequest) -> HttpResponse:
    """Show one's own page."""
    viewer = viewer_of(request)
    shown = me_shown(mine_of(viewer, day=today(), at=now()), name=viewer.name)
    context = {"shown": shown, "is_scored": viewer.is_scored, "decides": bool(viewer.reports) or viewer.has_role(*DECIDING)}
    return page(request, "home/me.html", context)
