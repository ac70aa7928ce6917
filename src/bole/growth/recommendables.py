"""The registry of recommendables: rooms offer what can be recommended beside the library, and say what people are to learn."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendable:
    """Something to recommend, in both languages. `is_plan`: a mentoring plan, for who asks for its topic by what they write.

    `since`: the day it came; None for what was always there.
    """

    ref: str
    kind: str
    title_zh: str
    title_en: str
    address: str
    topics: tuple[str, ...]
    minutes: int = 0
    roles: tuple[str, ...] = ()
    is_plan: bool = False
    since: date | None = None


Wants = Callable[[Collection[int] | None, date], Mapping[int, Collection[str]]]

_offered: dict[str, Callable[[], Sequence[Recommendable]]] = {}
_wants: dict[str, Wants] = {}


def offer_recommendable(kind: str, items: Callable[[], Sequence[Recommendable]]) -> None:
    """Offer things of a kind; called by a room when the app starts."""
    _offered[kind] = items


def offer_wants(name: str, wants: Wants) -> None:
    """Offer what people are to learn (codes of topics), asked with their ids (None: everybody) as of a day."""
    _wants[name] = wants


def recommendables() -> tuple[Recommendable, ...]:
    """Return all that can be recommended, in a fixed order."""
    return tuple(one for kind in sorted(_offered) for one in _offered[kind]())


def wanted_by(person_ids: Collection[int] | None, day: date) -> dict[int, frozenset[str]]:
    """Return what people are to learn."""
    found: dict[int, frozenset[str]] = {}
    for name in sorted(_wants):
        for person_id, topics in _wants[name](person_ids, day).items():
            found[person_id] = found.get(person_id, frozenset()) | frozenset(topics)
    return found
