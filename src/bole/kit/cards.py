"""Cards of the personal home: a card says for whom it is and why, and finds out what it says today; the home puts them in order."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, TypeVar, cast

from django.utils.functional import Promise

from bole.values.viewer import Viewer

T = TypeVar("T")
Urgency = Literal[0, 1, 2, 3]
NOTHING, TODAY, SOON, NOW = 0, 1, 2, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who looks, when, and what cards have read for each other: whatever two of them need is read once."""

    viewer: Viewer
    name: str
    day: date
    at: datetime
    kept: dict[str, object] = field(default_factory=dict)

    def once(self, key: str, read: Callable[[], T]) -> T:
        """Return what was read under this key, reading it the first time."""
        if key not in self.kept:
            self.kept[key] = read()
        return cast("T", self.kept[key])  # whoever uses a key reads the same thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What a card says today: one line with today's numbers, one next step, and what is drawn of `more` by its own template."""

    words: str
    act: str = ""
    url: str = ""
    note: str = ""
    tone: str = ""
    urgency: int = NOTHING
    is_empty: bool = False
    more: object = None
    template: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardKind:
    """A card: its name, as whom somebody sees it, and how it finds out what it says; None where it has nothing to do with the viewer."""

    code: str
    title: str | Promise
    role: str
    order: int
    find: Callable[[Asked], Live | None]
    why: str | Promise = ""


_kinds: dict[str, CardKind] = {}


def offer_card(kind: CardKind) -> None:
    """Offer a card to the home."""
    _kinds[kind.code] = kind


def card_kinds() -> Mapping[str, CardKind]:
    """Return all cards that were offered, by code, in their first order."""
    return dict(sorted(_kinds.items(), key=lambda one: one[1].order))
