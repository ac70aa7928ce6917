"""Presenting: while the switch is on, no page that this session gets holds names or scores."""

from collections.abc import Callable, Collection

from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse

from bole.kit.hiding import Names, hidden
from bole.kit.phone.marks import KEEP_HEADER

KEY = "presenting"
Answer = Callable[[HttpRequest], HttpResponse]
# A mark that changes whenever a name does, and the names.
Mark = Callable[[], str]
All = Callable[[], Collection[str]]
_providers: list[tuple[Mark, All]] = []
_kept: dict[str, Names] = {}


def hide_names_of(mark: Mark, names: All) -> None:
    """Let a room say which names are people's."""
    _providers[:] = [(mark, names)]


def is_presenting(request: HttpRequest) -> bool:
    """Test if this session hides names and scores."""
    session: SessionBase | None = getattr(request, "session", None)
    return session is not None and session.get(KEY) is True


class Presenting:
    """Hides names and scores in what leaves, whole pages and parts alike."""

    def __init__(self, get_response: Answer) -> None:
        """Keep the next layer."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer."""
        response = self.get_response(request)
        is_page = response.get("Content-Type", "").startswith("text/html") and not response.streaming
        if is_page and request.session.session_key and is_presenting(request):
            response.content = hidden(response.content.decode(), _names()).encode()
            del response[KEEP_HEADER]  # a phone that kept this page would show it so for good
        return response


def _names() -> Names:
    if not _providers:
        return Names.of(())
    mark_of, names = _providers[0]
    mark = mark_of()
    if mark not in _kept:
        _kept.clear()
        _kept[mark] = Names.of(names())
    return _kept[mark]
