"""What is not shown of small groups: their figures, and those of others from which theirs could be worked out by subtraction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

FEWEST = 5  # below it a group shows no figure
FEWEST_DRAWN = 10
Hidden = Literal["few", "tells"]  # has too few itself; would tell of one that has too few


def hidden_groups(paths: Mapping[int, str], counts: Mapping[int, int]) -> dict[int, Hidden]:
    """Return which groups of a tree show no figures: those under the floor, and as many others as keep theirs from being worked out.

    A group's own people are taken for known: what a group and the groups below it show must never leave one unknown that is too small.
    """
    found = _Found(counts, _below(paths))
    for parent in sorted(found.below, key=lambda one: -len(paths.get(one or 0, ""))):
        found.guard(parent)
    return found.hidden


def _below(paths: Mapping[int, str]) -> dict[int | None, list[int]]:
    """Return each group's nearest groups below; those at the top are below None."""
    below: dict[int | None, list[int]] = {}
    for group, path in paths.items():
        above = [int(key) for key in path.strip("/").split("/")[:-1]]
        below.setdefault(next((key for key in reversed(above) if key in paths), None), []).append(group)
    return below


@dataclass(slots=True)
class _Found:
    """What has been hidden so far."""

    counts: Mapping[int, int]
    below: Mapping[int | None, Sequence[int]]
    hidden: dict[int, Hidden] = field(init=False)

    def __post_init__(self) -> None:
        """Hide what is too small."""
        self.hidden = {group: "few" for group, count in self.counts.items() if 0 < count < FEWEST}

    def guard(self, parent: int | None) -> None:
        """Hide one more below this group, or the group itself, where subtraction would tell."""
        if parent in self.hidden:
            return
        inside = [one for one in self.below[parent] if self.counts.get(one, 0)]
        unknown = [one for one in inside if one in self.hidden]
        if not unknown or (len(unknown) > 1 and sum(self.counts[one] for one in unknown) >= FEWEST):
            return
        others = [one for one in inside if one not in self.hidden]
        if others:
            self.conceal(min(others, key=lambda one: (one in self.below, self.counts[one], one)))
        elif parent is not None:
            self.hidden[parent] = "tells"

    def conceal(self, group: int) -> None:
        """Hide a group, and one of those below it, which would add up to it."""
        self.hidden[group] = "tells"
        inside = [one for one in self.below.get(group, ()) if self.counts.get(one, 0)]
        if inside and not any(one in self.hidden for one in inside):
            self.conceal(min(inside, key=lambda one: (one in self.below, self.counts[one], one)))


@dataclass(frozen=True, slots=True)
class Bar:
    """How many scores lie from `low` up to `high` (in hundredths, without it); None where there is no bound."""

    low: int | None
    high: int | None
    count: int


def bars_of(counts: Sequence[int], bounds: Sequence[int]) -> tuple[Bar, ...]:
    """Return how scores are spread over the classes between the bounds; a class with too few is joined with its neighbour."""
    if sum(counts) < FEWEST_DRAWN:
        return ()
    bars: list[Bar] = []
    low: int | None = None
    held = 0
    for n, count in enumerate(counts):
        high = bounds[n] if n < len(bounds) else None
        held += count
        if held >= FEWEST or not held:
            bars.append(Bar(low, high, held))
            low, held = high, 0
    while held:
        last = bars.pop()
        low, held = last.low, held + last.count
        if held >= FEWEST:
            bars.append(Bar(low, None, held))
            break
    return tuple(bars)
