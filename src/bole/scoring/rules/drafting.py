"""A model while somebody edits it: what was typed, as it was typed, and what the buttons beside it do.

Nothing here refuses: a weight may be half written. `checked` turns what was typed into a tree, or says at which fields it cannot.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from bole.scoring.rules.tree import MOST_LEVELS, MOST_PARTS, WHOLE, Group, Leaf, Tree, percent
from bole.values.refusal import Invalid, say

MOST_LETTERS = 100
_PERCENT = re.compile(r"(\d{1,3})(?:\.(\d{1,2}))?")
_NOT_IN_CODES = re.compile(r"[^a-z0-9]+")


class BadWeight(Invalid):
    """The text is no weight."""

    code = "bad_weight"
    sentence = say("Write a percentage from 0 to 100, such as 30 or 33.33.")


class NoName(Invalid):
    """A part of a model has a name in both languages."""

    code = "no_name"
    sentence = say("Give it a name of 1 to {most} characters.")


class NoIndicator(Invalid):
    """No indicator was chosen."""

    code = "no_indicator"
    sentence = say("Choose an indicator, or take this line out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedLeaf:
    """An indicator and its weight, as typed."""

    indicator: str = ""
    weight: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedGroup:
    """A dimension or a part of one, as typed. The code is made by us and stays."""

    code: str = ""
    zh: str = ""
    en: str = ""
    weight: str = ""
    value_class: str = ""
    parts: tuple["TypedGroup | TypedLeaf", ...] = ()


TypedPart = TypedGroup | TypedLeaf


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTree:
    """A model as typed."""

    zh: str
    en: str
    dimensions: tuple[TypedGroup, ...] = ()


def typed(tree: Tree) -> TypedTree:
    """Return a tree as it stands in fields."""
    return TypedTree(zh=tree.zh, en=tree.en, dimensions=tuple(_typed_group(one) for one in tree.dimensions))


def _typed_group(group: Group) -> TypedGroup:
    return TypedGroup(
        code=group.code,
        zh=group.zh,
        en=group.en,
        weight=percent(group.weight),
        value_class=group.value_class or "",
        parts=tuple(_typed_group(one) if isinstance(one, Group) else _typed_leaf(one) for one in group.parts),
    )


def _typed_leaf(leaf: Leaf) -> TypedLeaf:
    return TypedLeaf(indicator=leaf.indicator, weight=percent(leaf.weight))


def sent(fields: Mapping[str, str]) -> TypedTree:
    """Read the fields of the form: `zh`, `en`, and for each part `<path>.kind` with the rest beside it; paths are `0`, `0.1`, `0.1.0`."""
    parts = (_sent_part(fields, str(n), depth=2) for n in _children(fields, ""))
    dimensions = tuple(one for one in parts if isinstance(one, TypedGroup))
    return TypedTree(zh=fields.get("zh", ""), en=fields.get("en", ""), dimensions=dimensions)


def _children(fields: Mapping[str, str], path: str) -> Iterator[int]:
    for n in range(MOST_PARTS):
        if f"{under(path, n)}.kind" not in fields:
            return
        yield n


def _sent_part(fields: Mapping[str, str], path: str, *, depth: int) -> TypedPart:
    weight = fields.get(f"{path}.weight", "")
    if fields[f"{path}.kind"] == "indicator" or depth > MOST_LEVELS:
        return TypedLeaf(indicator=fields.get(f"{path}.indicator", ""), weight=weight)
    return TypedGroup(
        code=fields.get(f"{path}.code", ""),
        zh=fields.get(f"{path}.zh", ""),
        en=fields.get(f"{path}.en", ""),
        weight=weight,
        value_class=fields.get(f"{path}.value_class", ""),
        parts=tuple(_sent_part(fields, under(path, n), depth=depth + 1) for n in _children(fields, path)),
    )


def under(path: str, n: int) -> str:
    """Return the path of the n-th part below a path."""
    return f"{path}.{n}" if path else str(n)


def weight_of(text: str) -> int | None:
    """Return a typed weight in basis points; None if it is none. Full-width digits and a sign of per cent are understood."""
    plain = unicodedata.normalize("NFKC", text).replace("%", "").replace(",", ".").strip()
    if not plain:
        return 0
    found = _PERCENT.fullmatch(plain)
    if found is None:
        return None
    points = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    return points if points <= WHOLE else None


def sum_of(parts: tuple[TypedPart, ...]) -> int:
    """Return what the weights of a level that can be read add up to."""
    return sum(weight_of(one.weight) or 0 for one in parts)


@dataclass(frozen=True, slots=True)
class Checked:
    """A tree, or what is wrong at which fields."""

    tree: Tree | None
    problems: Mapping[str, Invalid]


def checked(given: TypedTree, *, code: str) -> Checked:
    """Turn what was typed into a tree; whether its weights add up is for `tree.problems` to say."""
    problems: dict[str, Invalid] = {}
    zh, en = _name(given.zh, "zh", problems), _name(given.en, "en", problems)
    taken = {one.code for one in _groups(given.dimensions) if one.code}
    dimensions = tuple(_group(one, str(n), taken, problems, is_dimension=True) for n, one in enumerate(given.dimensions))
    return Checked(None if problems else Tree(code=code, zh=zh, en=en, dimensions=dimensions), problems)


def _groups(parts: tuple[TypedPart, ...]) -> Iterator[TypedGroup]:
    for one in parts:
        if isinstance(one, TypedGroup):
            yield one
            yield from _groups(one.parts)


def _group(one: TypedGroup, path: str, taken: set[str], problems: dict[str, Invalid], *, is_dimension: bool) -> Group:
    zh, en = _name(one.zh, f"{path}.zh", problems), _name(one.en, f"{path}.en", problems)
    code = one.code or free_code(one.en, taken)
    taken.add(code)
    parts = tuple(
        _group(part, under(path, n), taken, problems, is_dimension=False)
        if isinstance(part, TypedGroup)
        else _leaf(part, under(path, n), problems)
        for n, part in enumerate(one.parts)
    )
    classes = {"work_result", "team_contribution", "customer_rating"}
    chosen = one.value_class if one.value_class in classes else "work_result"
    weight = _weight(one.weight, f"{path}.weight", problems)
    return Group(code=code, zh=zh, en=en, weight=weight, parts=parts, value_class=chosen if is_dimension else None)  # type: ignore[arg-type]  # one of the three


def _leaf(one: TypedLeaf, path: str, problems: dict[str, Invalid]) -> Leaf:
    if not one.indicator:
        problems[f"{path}.indicator"] = NoIndicator(where=f"{path}.indicator")
    return Leaf(one.indicator, _weight(one.weight, f"{path}.weight", problems))


def _weight(text: str, place: str, problems: dict[str, Invalid]) -> int:
    read = weight_of(text)
    if read is None:
        problems[place] = BadWeight(where=place)
    return read or 0


def _name(text: str, place: str, problems: dict[str, Invalid]) -> str:
    clean = " ".join(unicodedata.normalize("NFC", text).split())
    if not clean or len(clean) > MOST_LETTERS or not clean.isprintable():
        problems[place] = NoName(where=place, most=MOST_LETTERS)
    return clean


def free_code(name: str, taken: set[str]) -> str:
    """Return a code made of an English name that nothing has."""
    plain = _NOT_IN_CODES.sub("_", unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()).strip("_")[:40]
    stem = plain if plain and plain[0].isalpha() else f"part_{plain}".rstrip("_")
    return next(code for n in range(1, len(taken) + 2) if (code := stem if n == 1 else f"{stem}_{n}") not in taken)


def changed(given: TypedTree, act: str) -> TypedTree:
    """Return what a button makes of it: `dimension`, or `<act>:<path>`. A button that means nothing changes nothing."""
    if act == "dimension":
        return _with(given, (*given.dimensions, TypedGroup(value_class="work_result", parts=(TypedLeaf(weight="100"),))))
    kind, _, path = act.partition(":")
    steps = [int(step) for step in path.split(".") if step.isdecimal() and len(step) < 4]
    if not steps or kind not in {"indicator", "part", "remove", "up", "down"}:
        return given
    return _with(given, _act(given.dimensions, kind, steps))


def _with(given: TypedTree, parts: tuple[TypedPart, ...]) -> TypedTree:
    """Return the model with these dimensions; an indicator that was pushed out of its dimension stays where it was."""
    kept = tuple(one for one in parts if isinstance(one, TypedGroup))[:MOST_PARTS]
    return given if len(kept) < len(parts) else replace(given, dimensions=kept)


def _act(parts: tuple[TypedPart, ...], kind: str, steps: list[int]) -> tuple[TypedPart, ...]:
    """Do it to the part at the end of the steps."""
    at, below = steps[0], steps[1:]
    if at >= len(parts):
        return parts
    one = parts[at]
    if kind in {"up", "down"} and len(below) == 1 and isinstance(one, TypedGroup):
        return _move(parts, at, below[0], -1 if kind == "up" else 1)
    if below:
        inner = replace(one, parts=_act(one.parts, kind, below)) if isinstance(one, TypedGroup) else one
        return (*parts[:at], inner, *parts[at + 1 :])
    if kind == "remove":
        return parts[:at] + parts[at + 1 :]
    if kind in {"up", "down"}:
        return _swap(parts, at, at + (-1 if kind == "up" else 1))
    if not isinstance(one, TypedGroup) or len(one.parts) >= MOST_PARTS:
        return parts
    new: TypedPart = TypedLeaf() if kind == "indicator" else TypedGroup()
    return (*parts[:at], replace(one, parts=(*one.parts, new)), *parts[at + 1 :])


def _swap(parts: tuple[TypedPart, ...], one: int, other: int) -> tuple[TypedPart, ...]:
    if not 0 <= other < len(parts):
        return parts
    kept = list(parts)
    kept[one], kept[other] = kept[other], kept[one]
    return tuple(kept)


def _move(parts: tuple[TypedPart, ...], at: int, n: int, way: int) -> tuple[TypedPart, ...]:
    """Move a part within its group; past the end of it, into the next group on that side."""
    group = parts[at]
    if not isinstance(group, TypedGroup) or n >= len(group.parts):
        return parts
    if 0 <= n + way < len(group.parts):
        return (*parts[:at], replace(group, parts=_swap(group.parts, n, n + way)), *parts[at + 1 :])
    side = at + way
    other = parts[side] if 0 <= side < len(parts) else None
    if not isinstance(other, TypedGroup) or len(other.parts) >= MOST_PARTS:
        return parts
    moved, kept = group.parts[n], list(parts)
    kept[at] = replace(group, parts=group.parts[:n] + group.parts[n + 1 :])
    kept[side] = replace(other, parts=(*other.parts, moved) if way < 0 else (moved, *other.parts))
    return tuple(kept)
