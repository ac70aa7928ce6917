"""A scoring model: a tree of weights that add up, dimensions above, indicators below, as many levels as it needs."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, get_args

from bole.scoring.rules.indicator import IndicatorRule
from bole.scoring.rules.strict import at, read_choice, read_code, read_list, read_object, read_text, read_whole
from bole.values.refusal import Invalid, say

ValueClass = Literal["work_result", "team_contribution", "customer_rating"]

WHOLE = 10_000  # 100 % in basis points
MOST_PARTS = 30
MOST_LEVELS = 6


class WeightsUnder(Invalid):
    """The weights of a level add up to less than 100 %."""

    code = "weights_under"
    sentence = say("The weights add up to {sum} %, {d} % short. Give the rest to a dimension and save again.")


class WeightsOver(Invalid):
    """The weights of a level add up to more than 100 %."""

    code = "weights_over"
    sentence = say("The weights add up to {sum} %, {d} % too much. Reduce a dimension and save again.")


class DimensionEmpty(Invalid):
    """A dimension without an indicator has no value."""

    code = "dimension_empty"
    sentence = say("This dimension has no indicator. Give it one, or take it out.")


class IndicatorUnknown(Invalid):
    """The library holds no such indicator."""

    code = "indicator_unknown"
    sentence = say("The indicator library has no “{indicator}”.")


class IndicatorTwice(Invalid):
    """One indicator counts twice."""

    code = "indicator_twice"
    sentence = say("This indicator stands in the model twice. Keep it once, with the weights added up.")


class CodeTwice(Invalid):
    """Two parts of a model have one code."""

    code = "code_twice"
    sentence = say("Two parts of this model have the code “{part}”.")


class WeightMissing(Invalid):
    """A part weighs nothing."""

    code = "weight_missing"
    sentence = say("This weighs nothing. Give it a weight, or take it out.")


class VetoWeighs(Invalid):
    """A veto has a weight."""

    code = "veto_weighs"
    sentence = say("A veto stops a score and adds nothing. Set its weight to 0.")


class TooDeep(Invalid):
    """The model has more levels than anyone can read."""

    code = "too_deep"
    sentence = say("A model has at most {most} levels.")


@dataclass(frozen=True, slots=True)
class Leaf:
    """An indicator and its weight, in basis points of its level; 0 for a veto."""

    indicator: str
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A dimension, or a part of one, that holds indicators or further parts. Only dimensions have a value class."""

    code: str
    zh: str
    en: str
    weight: int
    parts: tuple["Group | Leaf", ...]
    value_class: ValueClass | None = None

    @property
    def leaves(self) -> Iterator[Leaf]:
        """The indicators below, in order."""
        for part in self.parts:
            if isinstance(part, Leaf):
                yield part
            else:
                yield from part.leaves

    @property
    def groups(self) -> Iterator["Group"]:
        """The parts below that are no indicators, the upper before the lower."""
        for part in self.parts:
            if isinstance(part, Group):
                yield part
                yield from part.groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A scoring model."""

    code: str
    zh: str
    en: str
    dimensions: tuple[Group, ...]

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The indicators, in order."""
        return tuple(leaf for dimension in self.dimensions for leaf in dimension.leaves)


def check(tree: Tree, indicators: Mapping[str, IndicatorRule]) -> None:
    """Refuse a model that cannot be computed, with the first of its problems.

    :raises Invalid: naming the level, the sum of its weights and by how much it is off, or whatever else is wrong
    """
    for problem in problems(tree, indicators):
        raise problem


def problems(tree: Tree, indicators: Mapping[str, IndicatorRule]) -> Iterator[Invalid]:
    """Yield everything that is wrong with the model, from the top down."""
    vetoes = {code for code, indicator in indicators.items() if indicator.is_veto}
    if not tree.dimensions:
        yield DimensionEmpty(where="dimensions", level=tree.code, zh=tree.zh, en=tree.en)
        return
    yield from _sum_problems(tree.dimensions, where="dimensions", level=tree)
    for dimension in tree.dimensions:
        yield from _group_problems(dimension, vetoes, where=dimension.code, depth=2)
    for indicator, times in Counter(leaf.indicator for leaf in tree.leaves).items():
        if indicator not in indicators:
            yield IndicatorUnknown(where=indicator, indicator=indicator)
        if times > 1:
            yield IndicatorTwice(where=indicator, indicator=indicator)
    for code, times in Counter(group.code for dimension in tree.dimensions for group in (dimension, *dimension.groups)).items():
        if times > 1:
            yield CodeTwice(where=code, part=code)


def leaf_weights(tree: Tree) -> dict[str, Fraction]:
    """Return what each indicator weighs in the whole, exactly; they add up to 1."""
    weights: dict[str, Fraction] = {}
    for dimension in tree.dimensions:
        _weigh(dimension, Fraction(1), weights)
    return weights


def equal_weights(parts: int) -> tuple[int, ...]:
    """Return equal weights in basis points that add up to 100 %; what does not divide goes to the first."""
    each, left = divmod(WHOLE, parts)
    return tuple(each + (n < left) for n in range(parts))


def tree_of(raw: object, *, where: str = "") -> Tree:
    """Read a model. It is not yet checked against the library.

    :raises Invalid: naming the place, if it is not exactly what `tree_json` could have written
    """
    given = read_object(raw, where=where, needed=("code", "zh", "en", "dimensions"))
    place = at(where, "dimensions")
    rows = read_list(given["dimensions"], where=place, low=0, high=MOST_PARTS)
    return Tree(
        code=read_code(given["code"], where=at(where, "code")),
        zh=read_text(given["zh"], where=at(where, "zh")),
        en=read_text(given["en"], where=at(where, "en")),
        dimensions=tuple(_group_of(row, where=f"{place}[{n}]", depth=2) for n, row in enumerate(rows)),
    )


def tree_json(tree: Tree) -> dict[str, object]:
    """Return what `tree_of` reads back."""
    return {"code": tree.code, "zh": tree.zh, "en": tree.en, "dimensions": [_part_json(part) for part in tree.dimensions]}


def percent(basis_points: int) -> str:
    """Return basis points as a percentage without zeros at the end: 9550 as 95.5."""
    return f"{basis_points / 100:.2f}".rstrip("0").rstrip(".")


def _sum_problems(parts: Sequence[Group | Leaf], *, where: str, level: Tree | Group) -> Iterator[Invalid]:
    """Yield the problem of a level whose weights do not add up."""
    total = sum(part.weight for part in parts)
    off = abs(WHOLE - total)
    kind = WeightsUnder if total < WHOLE else WeightsOver
    if off:
        yield kind(where=where, level=level.code, zh=level.zh, en=level.en, sum=percent(total), d=percent(off), basis_points=off)


def _group_problems(group: Group, vetoes: Collection[str], *, where: str, depth: int) -> Iterator[Invalid]:
    """Yield the problems of a dimension or a part, and of all below."""
    if depth > MOST_LEVELS:
        yield TooDeep(where=where, most=MOST_LEVELS)
        return
    if not group.parts:
        yield DimensionEmpty(where=where, level=group.code, zh=group.zh, en=group.en)
        return
    if group.weight <= 0:
        yield WeightMissing(where=where, part=group.code)
    yield from _sum_problems(group.parts, where=where, level=group)
    for part in group.parts:
        if isinstance(part, Leaf):
            yield from _leaf_problems(part, vetoes, where=at(where, part.indicator))
        else:
            yield from _group_problems(part, vetoes, where=at(where, part.code), depth=depth + 1)


def _leaf_problems(leaf: Leaf, vetoes: Collection[str], *, where: str) -> Iterator[Invalid]:
    """Yield the problem of an indicator that weighs nothing, or of a veto that weighs something."""
    if leaf.indicator in vetoes and leaf.weight:
        yield VetoWeighs(where=where, part=leaf.indicator)
    if leaf.indicator not in vetoes and leaf.weight <= 0:
        yield WeightMissing(where=where, part=leaf.indicator)


def _weigh(part: Group | Leaf, above: Fraction, weights: dict[str, Fraction]) -> None:
    """Note what each indicator below weighs."""
    here = above * Fraction(part.weight, WHOLE)
    if isinstance(part, Leaf):
        weights[part.indicator] = here
        return
    for child in part.parts:
        _weigh(child, here, weights)


def _group_of(raw: object, *, where: str, depth: int) -> Group:
    """Read a dimension (depth 2, with a value class) or a part of one."""
    if depth > MOST_LEVELS:
        raise TooDeep(where=where, most=MOST_LEVELS)
    classed = ("value_class",) if depth == 2 else ()
    given = read_object(raw, where=where, needed=("code", "zh", "en", "weight", *classed, "parts"))
    place = at(where, "parts")
    rows = read_list(given["parts"], where=place, low=0, high=MOST_PARTS)
    return Group(
        code=read_code(given["code"], where=at(where, "code")),
        zh=read_text(given["zh"], where=at(where, "zh")),
        en=read_text(given["en"], where=at(where, "en")),
        weight=read_whole(given["weight"], where=at(where, "weight"), low=0, high=WHOLE),
        parts=tuple(_part_of(row, where=f"{place}[{n}]", depth=depth + 1) for n, row in enumerate(rows)),
        value_class=read_choice(given["value_class"], get_args(ValueClass), where=at(where, "value_class")) if classed else None,
    )


def _part_of(raw: object, *, where: str, depth: int) -> Group | Leaf:
    """Read what stands in a dimension: an indicator, or a part."""
    if not isinstance(raw, Mapping) or "indicator" not in raw:
        return _group_of(raw, where=where, depth=depth)
    given = read_object(raw, where=where, needed=("indicator", "weight"))
    indicator = read_code(given["indicator"], where=at(where, "indicator"))
    return Leaf(indicator, read_whole(given["weight"], where=at(where, "weight"), low=0, high=WHOLE))


def _part_json(part: Group | Leaf) -> dict[str, object]:
    """Return what `_part_of` reads back."""
    if isinstance(part, Leaf):
        return {"indicator": part.indicator, "weight": part.weight}
    head: dict[str, object] = {"code": part.code, "zh": part.zh, "en": part.en, "weight": part.weight}
    classed: dict[str, object] = {} if part.value_class is None else {"value_class": part.value_class}
    return head | classed | {"parts": [_part_json(child) for child in part.parts]}
