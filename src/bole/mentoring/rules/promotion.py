"""What a panel has decided: what more than half of all its members chose, and nothing before. No figure takes part."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

LEAST_MEMBERS: Final = 3


@dataclass(frozen=True, slots=True)
class Decision:
    """Who was chosen; None: nobody of them."""

    chosen: int | None

    def state_of(self, candidate: int) -> str:
        """Return what a candidate's state becomes."""
        return "chosen" if candidate == self.chosen else "not_chosen"


def decision_of(members: Collection[int], voices: Mapping[int, int | None], *, withdrew: Collection[int] = ()) -> Decision | None:
    """Return what more than half of the members chose; None while there is no such thing.

    A voice of somebody else does not count, nor one for a candidate who withdrew: that member has not chosen, and is still one of all.
    """
    counted = Counter(chosen for member, chosen in voices.items() if member in members and chosen not in withdrew)
    for chosen, count in counted.items():
        if 2 * count > len(members):
            return Decision(chosen)
    return None
