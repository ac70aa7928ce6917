"""The menu: rooms say what they offer and to whom; the shell shows it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.functional import Promise

from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, eq=False)
class MenuItem:
    """A way to a page: `key` is the second key of `g x`; `group` its heading on the rail; at most five are in the dock.

    Two are the same only if they are one: what is drawn of a menu is kept by it.
    """

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
    _menu.cache_clear()


def menu_of(viewer: Viewer, path: str) -> tuple[MenuItem, ...]:
    """Return what the viewer is offered, in order; the longest way that begins the path is the current one. Equal menus are one."""
    items = tuple(one.item for one in _offers.values() if one.is_for(viewer))
    fitting = [one.url for one in items if path == one.url or (one.url != "/" and path.startswith(one.url))]
    return _menu(items, max(fitting, key=len, default=""))


@lru_cache(maxsize=1024)
def _menu(items: tuple[MenuItem, ...], current: str) -> tuple[MenuItem, ...]:
    return tuple(replace(one, is_current=one.url == current) for one in sorted(items, key=lambda one: one.order))
