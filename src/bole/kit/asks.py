"""Asks: what the system asks of whoever is signed in, on the pages where one begins. Rooms say what and of whom; the shell shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise

from bole.values.viewer import Viewer

# Where one begins; not on every page, or nobody reads it any more.
PLACES = frozenset({"/", "/me/", "/company/"})
IsFor = Callable[[HttpRequest, Viewer], bool]


@dataclass(frozen=True, slots=True)
class Ask:
    """A sentence, and the way to do it."""

    words: str | Promise
    act: str | Promise
    url: str
    icon: str = "shield-check"


_asks: dict[str, tuple[Ask, IsFor]] = {}


def ask(one: Ask, *, is_for: IsFor) -> None:
    """Ask this of whoever passes the test."""
    _asks[one.url] = (one, is_for)


def asks_of(request: HttpRequest, viewer: Viewer) -> list[Ask]:
    """Return what is asked of the viewer on this page."""
    if request.path not in PLACES:
        return []
    return [one for one, is_for in _asks.values() if is_for(request, viewer)]
