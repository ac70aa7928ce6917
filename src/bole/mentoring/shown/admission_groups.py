"""Clauses as they are joined: those that are all asked for, and groups of which one or some are enough."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from bole.growth.requirements import Node
from bole.growth.rules.requirements import Group, Leaf, leaves_of
from bole.mentoring.shown.admission_words import how_words

Clause = TypeVar("Clause")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Generic[Clause]):
    """A clause, or the words that join those behind it, further in."""

    joins: str = ""
    clause: Clause | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Block(Generic[Clause]):
    """Clauses that belong together. `joins` says how many of them are enough; it is empty where each is asked for."""

    joins: str
    entries: tuple[Entry[Clause], ...]


def blocks_of(tree: Node, clauses: Sequence[Clause]) -> tuple[Block[Clause], ...]:
    """Return the clauses of a tree, given in its order, in blocks; if they are not those of the tree, in one."""
    if len(list(leaves_of(tree))) != len(clauses):
        return (Block(joins="", entries=tuple(Entry(clause=one) for one in clauses)),)
    left = iter(clauses)
    if isinstance(tree, Leaf) or tree.how != "all":
        return (_block(tree, left),)
    blocks: list[Block[Clause]] = []
    alone: list[Entry[Clause]] = []
    for part in tree.of:
        if isinstance(part, Group) and part.how != "all":
            blocks.append(_block(part, left))
        else:
            alone += [Entry(clause=next(left)) for _leaf in leaves_of(part)] if _is_plain(part) else _entries(part, left)
    return (*([Block(joins="", entries=tuple(alone))] if alone else []), *blocks)


def _is_plain(node: Node) -> bool:
    """Test if everything below is asked for."""
    return isinstance(node, Leaf) or (node.how == "all" and all(_is_plain(part) for part in node.of))


def _block(node: Node, left: Iterator[Clause]) -> Block[Clause]:
    if isinstance(node, Leaf):
        return Block(joins="", entries=(Entry(clause=next(left)),))
    return Block(joins=how_words(node.how, node.least), entries=tuple(entry for part in node.of for entry in _entries(part, left)))


def _entries(node: Node, left: Iterator[Clause]) -> list[Entry[Clause]]:
    if isinstance(node, Leaf):
        return [Entry(clause=next(left))]
    inner = [entry for part in node.of for entry in _entries(part, left)]
    return [Entry(joins=how_words(node.how, node.least)), *inner]
