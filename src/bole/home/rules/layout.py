"""The order of cards: pinned ones first, then one's own order, else what is most urgent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

Verb = Literal["pin", "unpin", "hide", "show", "up", "down"]
BACK: dict[Verb, Verb] = {"pin": "unpin", "unpin": "pin", "hide": "show", "show": "hide", "up": "down", "down": "up"}


@dataclass(frozen=True, slots=True)
class Layout:
    """What somebody decided about the own cards; empty: nothing."""

    order: tuple[str, ...] = ()
    pinned: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def arranged(urgency: Mapping[str, int], layout: Layout) -> list[str]:
    """Return the codes in order: pinned ones; then, if somebody set an order, by it (what it does not name after it); else by urgency."""
    places = {code: place for place, code in enumerate(layout.order)}
    pins = {code: place for place, code in enumerate(layout.pinned)}
    given = {code: place for place, code in enumerate(urgency)}

    def key(code: str) -> tuple[int, int, int, int]:
        if code in pins:
            return 0, pins[code], 0, 0
        if places:
            return 1, places.get(code, len(places)), -urgency[code], given[code]
        return 1, 0, -urgency[code], given[code]

    return sorted((code for code in urgency if code not in layout.hidden), key=key)


def laid_out(layout: Layout, verb: Verb, code: str, codes: Sequence[str]) -> Layout:
    """Return the layout after a change; `codes` are all cards in the order in which they were seen."""
    match verb:
        case "pin":
            return replace(layout, pinned=(code, *_without(layout.pinned, code)), hidden=_without(layout.hidden, code))
        case "unpin":
            return replace(layout, pinned=_without(layout.pinned, code))
        case "hide":
            return replace(layout, hidden=(*_without(layout.hidden, code), code), pinned=_without(layout.pinned, code))
        case "show":
            return replace(layout, hidden=_without(layout.hidden, code))
        case "up" | "down":
            return replace(layout, order=_moved(codes, code, -1 if verb == "up" else 1))


def _without(codes: Sequence[str], code: str) -> tuple[str, ...]:
    return tuple(one for one in codes if one != code)


def _moved(codes: Sequence[str], code: str, by: int) -> tuple[str, ...]:
    """Let a card change places with its neighbour; at an end it stays."""
    order = list(codes)
    at = order.index(code)
    to = min(max(at + by, 0), len(order) - 1)
    order[at], order[to] = order[to], order[at]
    return tuple(order)
