"""The menu: rooms say what they offer and to whom; the shell shows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.functional import Promise

from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A way to a page: `key` is the second key of `g x`; `group` its heading on the rail; at most five are in the dock."""

    name: str | Promise
    url: str
    icon: str
    key: str
    group: str | Promise = ""
    order: int = 50
    in_dock: bool = False
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class _Offer:
    item: MenuItem
    is_for: Callable[[Viewer], bool]


_offers: dict[str, _Offer] = {}


def offer(item: MenuItem, *, is_for: Callable[[Viewer], bool]) -> None:
    """Offer a way to whoever passes the test; once for those who find it in the dock, once for those who find it elsewhere."""
    _offers[f"{item.url} {item.in_dock}"] = _Offer(item, is_for)


def menu_of(viewer: Viewer, path: str) -> list[MenuItem]:
    """Return what the viewer is offered, in order; the longest way that begins the path is the current one."""
    items = sorted((one.item for one in _offers.values() if one.is_for(viewer)), key=lambda one: one.order)
    fitting = [one.url for one in items if path == one.url or (one.url != "/" and path.startswith(one.url))]
    current = max(fitting, key=len, default="")
    return [replace(one, is_current=one.url == current) for one in items]
