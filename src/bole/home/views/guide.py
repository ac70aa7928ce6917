"""What explains the app: one's goals, and what is looked at and what is not."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from bole.home.queries.guide import guide_of
from bole.home.shown.guide import guide_shown
from bole.kit.clock import today
from bole.kit.page import page, viewer_of


@require_GET
def guide(request: HttpRequest) -> HttpResponse:
    """Explain one's performance goals."""
    return page(request, "home/guide.html", {"shown": guide_shown(guide_of(viewer_of(request), day=today()))})


@require_GET
def first_page(request: HttpRequest) -> HttpResponse:
    """Say what is looked at and what is not."""
    return page(request, "home/first.html", {"is_again": True})
