"""The personal home: the cards that have something to say to the viewer today, in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bole.home.queries.layout import layout_of
from bole.home.rules.layout import Layout, arranged
from bole.kit.cards import Asked, CardKind, Live, card_kinds
from bole.values.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A card with what it says today."""

    kind: CardKind
    live: Live
    is_pinned: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The home of somebody: what its cards asked with, and the cards in order. `codes` are all cards in that order, hidden ones last."""

    asked: Asked
    layout: Layout
    cards: tuple[Found, ...]
    codes: tuple[str, ...]


def start_of(viewer: Viewer, *, name: str, day: date, at: datetime) -> Start:
    """Return the home. Only cards that are shown are asked; whatever two of them read is read once."""
    asked = Asked(viewer=viewer, name=name, day=day, at=at)
    kinds, layout = card_kinds(), layout_of(viewer)
    told: dict[str, Live] = {}
    for code, kind in kinds.items():
        live = None if code in layout.hidden else kind.find(asked)
        if live is not None:
            told[code] = live
    order = arranged({code: live.urgency for code, live in told.items()}, layout)
    shown = tuple(Found(kind=kinds[code], live=told[code], is_pinned=code in layout.pinned) for code in order)
    return Start(asked=asked, layout=layout, cards=shown, codes=_all_codes(kinds, order, layout))


def _all_codes(kinds: Mapping[str, CardKind], order: list[str], layout: Layout) -> tuple[str, ...]:
    """Return every card: those shown, in their order, the hidden ones, and those that have nothing to say today."""
    return tuple(dict.fromkeys((*order, *layout.hidden, *kinds)))


def cards_to_arrange(start: Start) -> list[CardKind]:
    """Return the cards that the viewer can arrange: those shown, and those that are hidden."""
    kinds = card_kinds()
    return [kinds[code] for code in dict.fromkeys((*(one.kind.code for one in start.cards), *start.layout.hidden)) if code in kinds]
