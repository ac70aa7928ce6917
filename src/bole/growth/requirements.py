"""The registry of requirements: rooms offer clauses, whoever asks something of people builds trees of them and has them judged.

A clause is judged for many people at once. Its words (evidence, next step) are made in the language of the moment: whoever keeps them
for two readers has them made in both.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext

from bole.growth.rules.requirements import Evidence, Finding, Judged, JudgedLeaf, Leaf, Node, Value, Values, judge, leaves_of
from bole.growth.rules.requirements_read import ValueNotOffered, read_tree, tree_json

Check = Callable[[Collection[int], Values, date], Mapping[int, Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Something that can be asked of a person.

    `check` judges it for people as of a day, each of whom it must name in its answer; `words` says it with its values, without evidence and
    without a stop: “Passed the exam “Mentoring Skills””.
    """

    code: str
    name: str | Promise
    check: Check
    words: Callable[[Values], str]
    values: tuple[Value, ...] = ()
    group: str | Promise = ""


_clauses: dict[str, Clause] = {}


def offer_clause(clause: Clause) -> None:
    """Offer a clause; called by a room when the app starts."""
    _clauses[clause.code] = clause


def clauses() -> tuple[Clause, ...]:
    """Return all clauses that are offered, in the order of their codes."""
    return tuple(_clauses[code] for code in sorted(_clauses))


def clause_of(code: str) -> Clause:
    """Return a clause."""
    return _clauses[code]


def tree_of(raw: object) -> Node:
    """Read a tree that is kept.

    :raises Invalid: with the place as `where`
    """
    return read_tree(raw, {code: clause.values for code, clause in _clauses.items()})


def new_tree(raw: object) -> Node:
    """Read a tree that somebody wants to keep: its codes must be of things that are there.

    :raises Invalid: with the place as `where`
    """
    tree = tree_of(raw)
    offered: dict[tuple[str, str], set[str]] = {}
    for leaf in leaves_of(tree):
        said = dict(leaf.values)
        for value in _clauses[leaf.clause].values:
            if value.kind != "code" or value.options is None:
                continue
            key = (leaf.clause, value.name)
            if key not in offered:
                offered[key] = {code for code, _words in value.options()}
            if said[value.name] not in offered[key]:
                where = f"{leaf.place}.{value.name}"
                raise ValueNotOffered(where=where, place=leaf.place, name=value.label or value.name, value=said[value.name])
    return tree


def judge_people(tree: Node, *, person_ids: Collection[int], day: date) -> dict[int, Judged]:
    """Return the tree judged for each of the people; each clause is asked once for all of them."""
    found: dict[object, Mapping[int, Finding]] = {}
    for leaf in leaves_of(tree):
        if leaf.key not in found:
            found[leaf.key] = _clauses[leaf.clause].check(person_ids, dict(leaf.values), day)
    return {one: judge(tree, {leaf: found[leaf.key][one] for leaf in leaves_of(tree)}) for one in person_ids}


def words_of(leaf: Leaf) -> str:
    """Return what a leaf asks, in words."""
    return _clauses[leaf.clause].words(dict(leaf.values))


def line_of(judged: JudgedLeaf) -> str:
    """Return what a leaf asks with its evidence: “Passed the exam …: 76 last time, 80 is needed”."""
    asked = words_of(judged.leaf)
    evidence = gettext("; ").join(one.words for one in judged.finding.evidence)
    return gettext("{requirement}: {evidence}").format(requirement=asked, evidence=evidence) if evidence else asked


__all__ = [
    "Check",
    "Clause",
    "Evidence",
    "Finding",
    "Judged",
    "JudgedLeaf",
    "Leaf",
    "Node",
    "Value",
    "Values",
    "clause_of",
    "clauses",
    "judge_people",
    "leaves_of",
    "line_of",
    "new_tree",
    "offer_clause",
    "tree_json",
    "tree_of",
    "words_of",
]
