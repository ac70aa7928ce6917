"""What explains the app: one's goals, and what is looked at and what is not."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.utils.translation import gettext as _
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


@require_GET
def manifest(_request: HttpRequest) -> HttpResponse:
    """Describe the app to a phone that installs it."""
    icons = [
        {"src": static("icon.svg"), "type": "image/svg+xml", "sizes": "any", "purpose": "any"},
        {"src": static("icon-192.png"), "type": "image/png", "sizes": "192x192", "purpose": "any"},
        {"src": static("icon-512.png"), "type": "image/png", "sizes": "512x512", "purpose": "any"},
        {"src": static("icon-512.png"), "type": "image/png", "sizes": "512x512", "purpose": "maskable"},
    ]
    told = {
        "name": "伯乐 Bole",
        "short_name": _("Bole"),
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f7f4ec",
        "theme_color": "#f7f4ec",
        "icons": icons,
    }
    return JsonResponse(told, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False})
