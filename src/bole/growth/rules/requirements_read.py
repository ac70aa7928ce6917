"""Reading a tree of requirements from JSON, and writing it again."""

from collections.abc import Mapping, Sequence

from bole.growth.rules.requirements import LONGEST_CODE, Group, Leaf, Node, Value
from bole.values.refusal import Invalid, say

DEEPEST = 5
MOST_PARTS = 20
MOST_LEAVES = 24

Known = Mapping[str, Sequence[Value]]


class NoRequirement(Invalid):
    """What stands here is neither a clause nor a group."""

    code = "no_requirement"
    sentence = say("Part {place} is no requirement. Write a clause, or a group of all, any or at least so many.")


class ClauseUnknown(Invalid):
    """No room offers such a clause."""

    code = "clause_unknown"
    sentence = say("Part {place} asks for “{clause}”, which is not known. Choose a requirement from the list.")


class GroupEmpty(Invalid):
    """A group asks for nothing."""

    code = "group_empty"
    sentence = say("Part {place} is empty. Put a requirement in, or take the part out.")


class LeastOutOfRange(Invalid):
    """At least n of fewer than n."""

    code = "least_out_of_range"
    sentence = say("Part {place} asks for at least {least} of {count}. Choose a number from 1 to {count}.")


class RequirementsTooDeep(Invalid):
    """Groups in groups beyond what anyone can read."""

    code = "requirements_too_deep"
    sentence = say("Part {place} lies too deep: groups may stand in groups up to {most} levels. Join some of them.")


class RequirementsTooMany(Invalid):
    """More clauses than anyone can keep in mind."""

    code = "requirements_too_many"
    sentence = say("There are more than {most} requirements. Take some out.")


class ValueMissing(Invalid):
    """A clause was not told all that it asks."""

    code = "value_missing"
    sentence = say("Part {place} does not say “{name}”. Fill it in.")


class ValueUnknown(Invalid):
    """A clause was told something that it does not ask."""

    code = "value_unknown"
    sentence = say("Part {place} says “{name}”, which this requirement does not ask. Leave it out.")


class ValueOutOfBounds(Invalid):
    """A number outside its bounds."""

    code = "value_out_of_bounds"
    sentence = say("In part {place}, “{name}” is {value}. Write a whole number from {least} to {most}.")


class ValueNotOffered(Invalid):
    """A choice that is not among those offered."""

    code = "value_not_offered"
    sentence = say("In part {place}, “{value}” is no choice for “{name}”. Choose one from the list.")


def read_tree(raw: object, known: Known) -> Node:
    """Read a tree whose clauses are `known`, each with the values that it asks.

    :raises Invalid: with the place as `where`, if anything is not as it must be
    """
    left = [MOST_LEAVES]
    return _node(raw, known, place="1", depth=1, left=left)


def tree_json(node: Node) -> dict[str, object]:
    """Return what `read_tree` reads back."""
    if isinstance(node, Leaf):
        return {"clause": node.clause, **dict(node.values)}
    parts = [tree_json(part) for part in node.of]
    return {"at_least": node.least, "of": parts} if node.how == "at_least" else {node.how: parts}


def _node(raw: object, known: Known, *, place: str, depth: int, left: list[int]) -> Node:
    """Read one part."""
    if depth > DEEPEST:
        raise RequirementsTooDeep(where=place, place=place, most=DEEPEST)
    if not isinstance(raw, Mapping):
        raise NoRequirement(where=place, place=place)
    if "clause" in raw:
        left[0] -= 1
        if left[0] < 0:
            raise RequirementsTooMany(where=place, most=MOST_LEAVES)
        return _leaf(raw, known, place=place)
    return _group(raw, known, place=place, depth=depth, left=left)


def _group(raw: Mapping[object, object], known: Known, *, place: str, depth: int, left: list[int]) -> Group:
    """Read a group."""
    keys = set(raw)
    if keys == {"at_least", "of"}:
        parts = _parts(raw["of"], place=place)
        least = raw["at_least"]
        if isinstance(least, bool) or not isinstance(least, int) or not 1 <= least <= len(parts):
            raise LeastOutOfRange(where=place, place=place, least=str(least)[:20], count=len(parts))
        children = tuple(_node(part, known, place=f"{place}.{n}", depth=depth + 1, left=left) for n, part in enumerate(parts, 1))
        return Group(place=place, how="at_least", least=least, of=children)
    for how in ("all", "any"):
        if keys == {how}:
            parts = _parts(raw[how], place=place)
            children = tuple(_node(part, known, place=f"{place}.{n}", depth=depth + 1, left=left) for n, part in enumerate(parts, 1))
            return Group(place=place, how="all" if how == "all" else "any", least=len(parts) if how == "all" else 1, of=children)
    raise NoRequirement(where=place, place=place)


def _parts(raw: object, *, place: str) -> Sequence[object]:
    """Return the parts of a group."""
    if not isinstance(raw, list | tuple):
        raise NoRequirement(where=place, place=place)
    if not raw:
        raise GroupEmpty(where=place, place=place)
    if len(raw) > MOST_PARTS:
        raise RequirementsTooMany(where=place, most=MOST_PARTS)
    return raw


def _leaf(raw: Mapping[object, object], known: Known, *, place: str) -> Leaf:
    """Read a clause and its values."""
    clause = raw["clause"]
    if not isinstance(clause, str) or clause not in known:
        raise ClauseUnknown(where=place, place=place, clause=str(clause)[:LONGEST_CODE])
    asked = known[clause]
    for name in raw:
        if name != "clause" and name not in {one.name for one in asked}:
            raise ValueUnknown(where=place, place=place, name=str(name)[:LONGEST_CODE])
    return Leaf(place=place, clause=clause, values=tuple((one.name, _value(raw, one, place=place)) for one in asked))


def _value(raw: Mapping[object, object], asked: Value, *, place: str) -> int | str:
    """Read one value."""
    label = asked.label or asked.name
    if asked.name not in raw:
        raise ValueMissing(where=f"{place}.{asked.name}", place=place, name=label)
    given = raw[asked.name]
    where = f"{place}.{asked.name}"
    if asked.is_number:
        if isinstance(given, bool) or not isinstance(given, int) or not asked.least <= given <= asked.most:
            raise ValueOutOfBounds(where=where, place=place, name=label, value=str(given)[:20], least=asked.least, most=asked.most)
        return given
    offered = None if asked.options is None or asked.kind == "code" else {value for value, _words in asked.options()}
    if not isinstance(given, str) or not 0 < len(given) <= LONGEST_CODE or (offered is not None and given not in offered):
        raise ValueNotOffered(where=where, place=place, name=label, value=str(given)[:LONGEST_CODE])
    return given
