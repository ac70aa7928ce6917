"""The scores of a tree of units, kept in order: a change of one costs little, and to count or to halve them costs nothing."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import pairwise
from typing import TypeVar

T = TypeVar("T", int, tuple[int, int])
FEW = 1_500  # of more changes at once, putting everybody in order anew is the shorter way


@dataclass(frozen=True, slots=True)
class Held:
    """Whose score it is, the unit, the score now and as it stood last week (None: there was none), in hundredths."""

    person_id: int
    unit_id: int
    score: int
    before: int | None

    @property
    def change(self) -> int | None:
        """By how much it changed within the week."""
        return None if self.before is None else self.score - self.before


@dataclass(frozen=True, slots=True)
class Figures:
    """The scores of some units with all below them, each list in order: now, last week, and who moved by how much."""

    now: Sequence[int]
    before: Sequence[int]
    moves: Sequence[tuple[int, int]]

    def counts(self, bounds: Sequence[int]) -> list[int]:
        """Count the scores below, between and above the bounds."""
        places = [0, *(bisect_left(self.now, bound) for bound in bounds), len(self.now)]
        return [last - first for first, last in pairwise(places)]

    def risen(self, by: int) -> int:
        """Count who went up by so much or more."""
        return len(self.moves) - bisect_left(self.moves, (by,))

    def fallen(self, by: int) -> int:
        """Count who went down by so much or more."""
        return bisect_left(self.moves, (1 - by,))

    def moved(self, by: int, *, most: int) -> list[int]:
        """Return who moved by so much or more: those who moved most, if there are too many."""
        down, up = self.fallen(by), self.risen(by)
        ends = [*self.moves[: min(down, most)], *self.moves[len(self.moves) - min(up, most) :]]
        return [person for _, person in sorted(ends, key=lambda one: (-abs(one[0]), one[1]))[:most]]


@dataclass(slots=True)
class Tally:
    """Keeps the scores of each unit with all below it; `way` names the units from the top down to one.

    `counted` is another number whenever somebody got a score or lost it.
    """

    way: Mapping[int, Sequence[int]]
    held: dict[int, Held] = field(default_factory=dict)
    counted: int = 0
    _now: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _before: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    _moves: defaultdict[int, list[tuple[int, int]]] = field(default_factory=lambda: defaultdict(list))

    def fill(self, rows: Iterable[Held]) -> None:
        """Take in many at once."""
        self.held |= {one.person_id: one for one in rows}
        self._count_anew()

    def change(self, rows: Sequence[Held], gone: Iterable[int] = ()) -> None:
        """Take in these scores instead of those before, and leave out who has none any more."""
        without = [person for person in gone if person in self.held]
        if len(rows) + len(without) <= FEW:
            for one in rows:
                self.put(one)
            for person in without:
                self.drop(person)
            return
        for person in without:
            del self.held[person]
        self.fill(rows)

    def _count_anew(self) -> None:
        self.counted += 1
        for lists in (self._now, self._before, self._moves):
            lists.clear()
        for one in self.held.values():
            change = one.change
            for unit in self.way[one.unit_id]:
                self._now[unit].append(one.score)
                if one.before is not None and change is not None:
                    self._before[unit].append(one.before)
                    self._moves[unit].append((change, one.person_id))
        for numbers in (*self._now.values(), *self._before.values()):
            numbers.sort()
        for pairs in self._moves.values():
            pairs.sort()

    def put(self, one: Held) -> None:
        """Take in somebody's score, instead of the one before."""
        self.counted += self._take(one.person_id) is None
        self.held[one.person_id] = one
        for unit in self.way[one.unit_id]:
            insort(self._now[unit], one.score)
            if one.before is not None and one.change is not None:
                insort(self._before[unit], one.before)
                insort(self._moves[unit], (one.change, one.person_id))

    def drop(self, person_id: int) -> None:
        """Leave somebody out who has no score any more."""
        self.counted += self._take(person_id) is not None

    def of(self, units: Sequence[int]) -> Figures:
        """Return the scores of units of which none lies below another."""
        if len(units) == 1:
            return Figures(self._now[units[0]], self._before[units[0]], self._moves[units[0]])
        return Figures(
            list(merge(*(self._now[unit] for unit in units))),
            list(merge(*(self._before[unit] for unit in units))),
            list(merge(*(self._moves[unit] for unit in units))),
        )

    def scored(self, unit: int) -> int:
        """Count who has a score in a unit and below it."""
        return len(self._now[unit]) if unit in self._now else 0

    def _take(self, person_id: int) -> Held | None:
        one = self.held.pop(person_id, None)
        if one is None:
            return None
        for unit in self.way[one.unit_id]:
            _remove(self._now[unit], one.score)
            if one.before is not None and one.change is not None:
                _remove(self._before[unit], one.before)
                _remove(self._moves[unit], (one.change, person_id))
        return one


def _remove(among: list[T], what: T) -> None:
    del among[bisect_left(among, what)]


def middle(scores: Sequence[int]) -> int:
    """Return the median of scores in order: the lower of the two in the middle."""
    return scores[(len(scores) - 1) // 2]
