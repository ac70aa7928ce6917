"""What a stop of the tour is."""

from collections.abc import Callable
from dataclasses import dataclass

from bole.sandbox.rules.days import Almanac

Way = Callable[[Almanac], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A stop of the tour. `story` is its number among the fifteen, or "" for a small thing; `way` leads to the page.

    `about` names something that the product made, whose address nobody knows before: an alert of somebody (a staff number and an
    indicator), a diagnosis (a unit's code and an indicator), a pair (two staff numbers), a unit (its code and "head"). `then` goes on from
    its page. Where there is none, `way` leads to where it would be.
    """

    key: str
    title: str
    words: str
    persona: str
    way: Way
    story: str = ""
    about: tuple[str, str] | None = None
    then: str = ""


def to(path: str) -> Way:
    """Return the way to a page that stands where it stands."""
    return lambda _: path
