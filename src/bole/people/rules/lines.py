"""Reporting lines: who leads whom on a day, and lines that would run in a circle.

A person's manager is the one named in the assignment; else the head of the unit; else the head of the unit above, and so on. Nobody
is their own manager: a unit's head is led by the head of the unit above.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from bole.values.refusal import Invalid, say

K = TypeVar("K", bound=int | str)


class Circle(Invalid):
    """Somebody would be their own manager, over some steps."""

    code = "circle"
    sentence = say("The reporting line would run in a circle: {names}.")
    hint = say("Choose a manager who does not report to this person.")


class UnitCircle(Invalid):
    """A unit would lie in itself, over some steps."""

    code = "unit_circle"
    sentence = say("The unit would lie in itself: {names}.")


@dataclass(frozen=True, slots=True)
class UnitNode:
    """A unit in the tree, with its head on the day."""

    unit: int
    parent: int | None
    head: int | None = None


@dataclass(frozen=True, slots=True)
class Over:
    """Who leads the people of a unit: the nearest head, and the nearest head who is another person."""

    head: int | None = None
    above: int | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a person sits on a day: the unit, and the manager named in the assignment."""

    person: int
    unit: int
    manager: int | None = None


def heads_over(nodes: Iterable[UnitNode]) -> dict[int, Over]:
    """Return for each unit who leads its people."""
    known = {node.unit: node for node in nodes}
    found: dict[int, Over] = {}
    for start in known.values():
        way: list[UnitNode] = []
        node: UnitNode | None = start
        while node is not None and node.unit not in found and len(way) <= len(known):
            way.append(node)
            node = known.get(node.parent) if node.parent is not None else None
        over = found.get(node.unit, Over()) if node is not None else Over()
        for below in reversed(way):
            if below.head is not None and below.head != over.head:
                over = Over(below.head, over.head)
            found[below.unit] = over
    return found


def manager_of(seat: Seat, over: Mapping[int, Over]) -> int | None:
    """Return the person's manager; None at the top."""
    if seat.manager is not None and seat.manager != seat.person:
        return seat.manager
    leads = over.get(seat.unit, Over())
    return leads.head if leads.head != seat.person else leads.above


def circles(bosses: Mapping[K, K | None]) -> list[tuple[K, ...]]:
    """Return all circles, each once."""
    settled: set[K] = set()
    found: list[tuple[K, ...]] = []
    for start in bosses:
        way: list[K] = []
        on_way: set[K] = set()
        at: K | None = start
        while at is not None and at not in settled and at not in on_way:
            way.append(at)
            on_way.add(at)
            at = bosses.get(at)
        if at is not None and at in on_way:
            found.append(tuple(way[way.index(at) :]))
        settled |= on_way
    return found


def led_of(bosses: Mapping[K, K | None]) -> dict[K, list[K]]:
    """Return for each boss who is led."""
    led: defaultdict[K, list[K]] = defaultdict(list)
    for one, boss in bosses.items():
        if boss is not None:
            led[boss].append(one)
    return dict(led)


def reach(person: K, led: Mapping[K, Sequence[K]]) -> frozenset[K]:
    """Return everybody under the person, over any number of steps."""
    found: set[K] = set()
    waiting = list(led.get(person, ()))
    while waiting:
        one = waiting.pop()
        if one not in found and one != person:
            found.add(one)
            waiting += led.get(one, ())
    return frozenset(found)


def below(person: K, bosses: Mapping[K, K | None]) -> frozenset[K]:
    """Return everybody under the person, over any number of steps."""
    return reach(person, led_of(bosses))


def in_words(circle: Iterable[K], names: Mapping[K, str]) -> str:
    """Return the whole circle by names: A → B → A."""
    told = [names.get(one, str(one)) for one in circle]
    return " → ".join([*told, *told[:1]])
