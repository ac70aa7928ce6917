"""Pages: a view names its template and, for htmx, the part that it answers with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from bole.kit.asks import asks_of
from bole.kit.live import ticket
from bole.kit.menu import menu_of
from bole.kit.phone.marks import mark_of
from bole.kit.presenting import is_presenting
from bole.values.viewer import Viewer


def viewer_of(request: HttpRequest) -> Viewer:
    """Return whoever asks (built by the access room's middleware)."""
    return request.viewer  # type: ignore[attr-defined,no-any-return]  # set by bole.access.middleware.SignedIn


def swaps(request: HttpRequest) -> bool:
    """Test if htmx asked for a part of the page."""
    return bool(getattr(request, "htmx", False))


def page(
    request: HttpRequest,
    template: str,
    context: Mapping[str, Any] | None = None,
    *,
    part: str = "",
    live: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:
    """Render a page, or the part of it that the view names. `live` are the topics that the page hears."""
    filled = {**(context or {}), "live_topics": tuple(live)}
    name = f"{template}#{part}" if part else template
    response = render(request, name, filled, status=status)
    patch_vary_headers(response, ["HX-Request", "Cookie", "Accept-Language"])
    return response


def frame(request: HttpRequest) -> dict[str, Any]:
    """Give each page its frame: menu, viewer, theme, the ticket of its live stream."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    if viewer is None or viewer.account_id is None:
        return {"is_demo": settings.ENVIRONMENT.is_demo, "theme": _theme(request)}
    return {
        "viewer": viewer,
        "owner": mark_of(viewer),
        "me": getattr(request, "me", None),
        "menu": menu_of(viewer, request.path),
        "asks": asks_of(request, viewer),
        "is_demo": settings.ENVIRONMENT.is_demo,
        "theme": _theme(request),
        "is_presenting": is_presenting(request),
        "live_ticket": Ticket(viewer.session),
        "search_url": "/search/",
        "news_url": "/notices/",
        "news_count": getattr(getattr(request, "me", None), "news", 0),
    }


@dataclass(frozen=True, slots=True)
class Ticket:
    """Signs a page's topics for this session when the shell asks for it."""

    session: str

    def sign(self, topics: Sequence[str]) -> str:
        """Return the signed topics."""
        return ticket(topics, self.session)


def _theme(request: HttpRequest) -> str:
    asked = request.COOKIES.get("theme", "")
    return asked if asked in {"paper", "ink"} else ""
