"""Search: rooms say what can be found and by whom; the page `/search/` and the palette show it in groups.

A finder asks the same policy as the page that it leads to: what a viewer may not see is not found, not counted and not hinted at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise

from bole.values.viewer import Viewer

FEW = 6  # of a group, while one types
MOST = 20  # of a group, on its page


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that was found: `face` is a person's name for the picture before it, else an icon stands there."""

    title: str
    note: str = ""
    address: str
    icon: str = "file-text"
    face: str = ""


Find = Callable[[Viewer, str, int], Sequence[Found]]


@dataclass(frozen=True, slots=True)
class Group:
    """What one finder found, under its title."""

    code: str
    title: str | Promise
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class _Offer:
    code: str
    title: str | Promise
    find: Find
    order: int


_offers: dict[str, _Offer] = {}


def offer_search(code: str, title: str | Promise, find: Find, *, order: int = 50) -> None:
    """Offer to find things of one kind: `find(viewer, text, at_most)` returns the best first."""
    _offers[code] = _Offer(code, title, find, order)


def found_for(viewer: Viewer, text: str, *, at_most: int = FEW) -> tuple[Group, ...]:
    """Return what the viewer's search finds, in groups; a group without anything is left out. Nothing typed finds nothing."""
    if not text.strip():
        return ()
    groups = (
        Group(one.code, one.title, tuple(one.find(viewer, text, at_most))[:at_most])
        for one in sorted(_offers.values(), key=lambda one: one.order)
    )
    return tuple(group for group in groups if group.found)
