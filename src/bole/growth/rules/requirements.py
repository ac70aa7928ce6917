"""What is asked of somebody: clauses joined by all, any, at least n of; and the shortest way to what is still missing.

A tree is read from JSON: `{"all": [...]}`, `{"any": [...]}`, `{"at_least": n, "of": [...]}` or a leaf `{"clause": code, ...its values}`.
Places count from 1: the whole is "1", its second part "1.2".
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Kind = Literal["whole", "score", "percent", "choice", "code"]
Options = Callable[[], Sequence[tuple[str, object]]]
Values = Mapping[str, int | str]
Key = tuple[str, tuple[tuple[str, int | str], ...]]
LONGEST_CODE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What a clause asks to be told: a whole number, a score of 5 in hundredths, a percentage in basis points, a choice, a code of ours.

    `label` names it to whoever builds a rule; `unit` stands behind the number. `options` are the choices as (value, words).
    """

    name: str
    kind: Kind
    least: int = 0
    most: int = 0
    default: int | str = 0
    label: object = ""
    unit: object = ""
    options: Options | None = None

    @property
    def is_number(self) -> bool:
        """Test if the value is a number."""
        return self.kind in {"whole", "score", "percent"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One clause with its values."""

    place: str
    clause: str
    values: tuple[tuple[str, int | str], ...]

    @property
    def key(self) -> Key:
        """What is asked, wherever it stands: the same clause with the same values is met once for all."""
        return (self.clause, self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Parts of which at least `least` must be met; `how` is how it was written."""

    place: str
    how: Literal["all", "any", "at_least"]
    least: int
    of: tuple["Group | Leaf", ...]


Node = Group | Leaf


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What shows that a clause is met, or how far it is: words in the reader's language, and where to look."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One clause judged for one person. `left` says the next step, `minutes` what it takes, `effort` the same in words (may be empty)."""

    is_met: bool
    evidence: tuple[Evidence, ...] = ()
    left: str = ""
    minutes: int = 0
    effort: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedLeaf:
    """A clause of the tree, what was found, and whether it is on the shortest way."""

    leaf: Leaf
    finding: Finding
    is_on_the_way: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A tree judged for one person: each clause in the order of the tree, whether the whole passes, and the shortest way if not."""

    passes: bool
    leaves: tuple[JudgedLeaf, ...]
    minutes: int

    @property
    def met(self) -> int:
        """How many clauses are met."""
        return sum(one.finding.is_met for one in self.leaves)

    @property
    def way(self) -> tuple[JudgedLeaf, ...]:
        """What is left on the shortest way, the quickest first."""
        return tuple(sorted((one for one in self.leaves if one.is_on_the_way), key=lambda one: one.finding.minutes))


def leaves_of(node: Node) -> Iterator[Leaf]:
    """Yield the leaves of a tree, in order."""
    if isinstance(node, Leaf):
        yield node
        return
    for part in node.of:
        yield from leaves_of(part)


def judge(tree: Node, findings: Mapping[Leaf, Finding]) -> Judged:
    """Judge a tree of which each leaf has a finding."""
    leaves = tuple(leaves_of(tree))
    met = {leaf.key for leaf in leaves if findings[leaf].is_met}
    way = shortest_way(tree, findings)
    seen: set[object] = set()
    judged = []
    for leaf in leaves:
        # What is asked twice is done once, so it is named once.
        judged.append(JudgedLeaf(leaf=leaf, finding=findings[leaf], is_on_the_way=leaf.key in way and leaf.key not in seen))
        seen.add(leaf.key)
    return Judged(passes=passes(tree, met), leaves=tuple(judged), minutes=sum(one.finding.minutes for one in judged if one.is_on_the_way))


def passes(node: Node, met: Collection[Key]) -> bool:
    """Test if the tree passes when these leaves (their keys) are met."""
    if isinstance(node, Leaf):
        return node.key in met
    return sum(passes(part, met) for part in node.of) >= node.least


Way = tuple[int, int, frozenset[Key]]


def shortest_way(tree: Node, findings: Mapping[Leaf, Finding]) -> frozenset[Key]:
    """Return the unmet leaves of least total effort that would make the tree pass; of equal ones the fewest, then the first written.

    Parts that share no leaf are independent, so the cheapest n of a group are taken. A leaf that stands in several parts is paid once: each
    choice of such leaves is tried, and the rest is independent again.
    """
    minutes: dict[Key, int] = {leaf.key: findings[leaf].minutes for leaf in leaves_of(tree) if not findings[leaf].is_met}
    times: dict[Key, int] = {}
    for leaf in leaves_of(tree):
        times[leaf.key] = times.get(leaf.key, 0) + 1
    shared = [key for key in minutes if times[key] > 1]
    best: Way | None = None
    for chosen in range(2 ** len(shared)):
        paid = frozenset(key for bit, key in enumerate(shared) if chosen >> bit & 1)
        open_ways: dict[Key, Way | None] = {
            key: ((0, 0, frozenset()) if key in paid else None) if key in shared else (effort, 1, frozenset({key}))
            for key, effort in minutes.items()
        }
        rest = _cheapest(tree, open_ways)
        if rest is None:
            continue
        way = (rest[0] + sum(minutes[key] for key in paid), rest[1] + len(paid), rest[2] | paid)
        if best is None or way[:2] < best[:2]:
            best = way
    return best[2] if best is not None else frozenset()


def _cheapest(node: Node, open_ways: Mapping[Key, Way | None]) -> Way | None:
    """Return the cheapest way through a tree whose leaves are independent; None where there is none. Met leaves cost nothing."""
    if isinstance(node, Leaf):
        return open_ways.get(node.key, (0, 0, frozenset()))
    ways = sorted((way for part in node.of if (way := _cheapest(part, open_ways)) is not None), key=lambda way: way[:2])
    if len(ways) < node.least:
        return None
    taken = ways[: node.least]
    return (sum(way[0] for way in taken), sum(way[1] for way in taken), frozenset[Key]().union(*(way[2] for way in taken)))
