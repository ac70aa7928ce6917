"""An explanation: one person's score opened down to the numbers that made it. It is kept as it is when a period closes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal

from bole.scoring.rules.curves import Direction
from bole.scoring.rules.indicator import How, Unit
from bole.scoring.rules.rounding import apportion, to_tenths
from bole.scoring.rules.tree import ValueClass

LeafState = Literal["counted", "renormalised", "zero", "carried", "passed", "stopped"]
Outcome = Literal["scored", "not_enough", "no_data"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeafPart:
    """An indicator's way to its contribution. Scores and contributions are in hundredths, weights in basis points.

    `numerator` and `denominator` are whole numbers as measured (of a mean: the sum and how many; of a sum: the sum and None).
    `value` is what stands now and `expected` what a sum comes to at the end of the period at this pace; `read` is what the curve
    read, which differs from them only for a sum: its pace for a month. `weight` is of its level, `used` of the whole score, after
    missing parts gave theirs away. `state`: counted; without data (renormalised, zero, carried); a veto passed or stopped.
    """

    code: str
    zh: str
    en: str
    how: How
    unit: Unit
    direction: Direction
    numerator: int
    denominator: int | None
    sample: int
    least_sample: int
    value: float | None
    expected: float | None
    read: float | None
    target: float | None
    score: int | None
    weight: int
    used: int
    contribution: int
    state: LeafState

    @property
    def is_missing(self) -> bool:
        """Test if there was too little data for a value."""
        return self.read is None

    @property
    def meets_target(self) -> bool | None:
        """Test if the value, a sum at its pace, is as good as the target; None if one of them is missing."""
        if self.read is None or self.target is None:
            return None
        return self.read >= self.target if self.direction == "up" else self.read <= self.target


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPart:
    """A dimension, or a part of one, and what stands below it."""

    code: str
    zh: str
    en: str
    value_class: ValueClass | None
    score: int | None
    weight: int
    used: int
    contribution: int
    parts: tuple["GroupPart | LeafPart", ...]

    @property
    def leaves(self) -> Iterator[LeafPart]:
        """The indicators below, in order."""
        for part in self.parts:
            if isinstance(part, LeafPart):
                yield part
            else:
                yield from part.leaves


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of the period that was spent in one unit and job family; the score is the mean of the stretches by working days."""

    label: str
    first_day: date
    last_day: date
    explanation: "Explanation"
    contribution: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """A score and what made it. Either `dimensions`, or the `stretches` of someone who changed unit or family in the period."""

    outcome: Outcome
    total: int | None
    model: str
    period: str
    days: int
    gone: int
    dimensions: tuple[GroupPart, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    is_cut_to_100: bool = False

    @property
    def leaves(self) -> Iterator[LeafPart]:
        """The indicators of all dimensions, in order (of all stretches, one after the other)."""
        for dimension in self.dimensions:
            yield from dimension.leaves
        for stretch in self.stretches:
            yield from stretch.explanation.leaves

    def contributions(self) -> dict[str, int]:
        """Return what each indicator contributed to the total, in hundredths; they add up to it exactly."""
        parts: dict[str, int] = {leaf.code: 0 for leaf in self.leaves}
        for dimension in self.dimensions:
            for leaf in dimension.leaves:
                parts[leaf.code] += leaf.contribution
        for stretch in self.stretches:
            given = stretch.explanation.contributions()
            for code, part in zip(given, _scaled(list(given.values()), stretch.contribution), strict=True):
                parts[code] += part
        return parts

    def in_tenths(self) -> dict[str, int]:
        """Return what pages show: each indicator's contribution in tenths; they add up to the total as shown."""
        parts = self.contributions()
        if self.total is None:
            return parts
        return dict(zip(parts, apportion(list(parts.values()), to_tenths(self.total), step=10), strict=True))


_NAMES: Mapping[type, tuple[str, ...]] = {
    kind: tuple(one.name for one in fields(kind)) for kind in (Explanation, Stretch, GroupPart, LeafPart)
}


def as_json(explanation: Explanation) -> dict[str, Any]:
    """Return the explanation as plain values; `from_json` reads it back."""
    given = _plain(explanation)
    given["dimensions"] = [_group_json(group) for group in explanation.dimensions]
    given["stretches"] = [_stretch_json(stretch) for stretch in explanation.stretches]
    return given


def from_json(given: Mapping[str, Any]) -> Explanation:
    """Return the explanation that `as_json` wrote."""
    whole = Explanation(**{**given, "dimensions": (), "stretches": ()})
    return replace(
        whole,
        dimensions=tuple(_group(row) for row in given["dimensions"]),
        stretches=tuple(_stretch(row) for row in given["stretches"]),
    )


def _group_json(group: GroupPart) -> dict[str, Any]:
    """Return what `_group` reads back."""
    parts = [_plain(part) if isinstance(part, LeafPart) else _group_json(part) for part in group.parts]
    return {**_plain(group), "parts": parts}


def _stretch_json(stretch: Stretch) -> dict[str, Any]:
    """Return what `_stretch` reads back."""
    days = {"first_day": stretch.first_day.isoformat(), "last_day": stretch.last_day.isoformat()}
    return {**_plain(stretch), **days, "explanation": as_json(stretch.explanation)}


def _plain(part: Explanation | GroupPart | LeafPart | Stretch) -> dict[str, Any]:
    """Return the fields of one thing. `asdict` would copy all below, ten times as slowly."""
    return {name: getattr(part, name) for name in _NAMES[type(part)]}


def _group(row: Mapping[str, Any]) -> GroupPart:
    """Return a dimension, or a part of one."""
    parts = tuple(_group(part) if "parts" in part else LeafPart(**part) for part in row["parts"])
    return GroupPart(**{**row, "parts": parts})


def _stretch(row: Mapping[str, Any]) -> Stretch:
    """Return a stretch."""
    days = {name: date.fromisoformat(row[name]) for name in ("first_day", "last_day")}
    return Stretch(**{**row, **days, "explanation": from_json(row["explanation"])})


def _scaled(parts: list[int], total: int) -> tuple[int, ...]:
    """Return parts in proportion that add up to another total, by the largest remainder."""
    whole = sum(parts)
    if not whole:
        return tuple(0 for _ in parts)
    return apportion([part * total for part in parts], total, step=whole)
