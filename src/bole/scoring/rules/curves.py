"""Curves: how a value becomes a score, as data that HR can read and change.

A curve reads the value in the unit that pages show (percent, hours, points), never in the unit that is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from bole.scoring.rules.strict import MOST, at, plain, read_choice, read_list, read_number, read_object
from bole.values.refusal import Invalid, say

Direction = Literal["up", "down"]
Zeroes = Literal["dimension", "total"]
Kind = Literal["linear", "steps", "capped", "veto"]
Line = tuple[float, float]

KINDS: tuple[Kind, ...] = ("linear", "steps", "capped", "veto")
ZEROES: tuple[Zeroes, ...] = ("dimension", "total")
MOST_LINES = 50


class NotRising(Invalid):
    """The values of a curve are not in order."""

    code = "curve_not_rising"
    sentence = say("{value} must be greater than the value before it, {before}.")


class AgainstDirection(Invalid):
    """A better value would get a lower score."""

    code = "curve_against_direction"
    sentence = say("Here a better value gets a lower score: {score} after {before}. Change the curve, or which way is better.")


@dataclass(frozen=True, slots=True)
class Linear:
    """Straight lines between points (value, score); level before the first and after the last."""

    points: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Steps:
    """The score of the first step (upper bound, score) whose bound the value does not exceed; `above` past the last."""

    steps: tuple[Line, ...]
    above: float


@dataclass(frozen=True, slots=True)
class Capped:
    """100 times the value over the target (the target over the value where lower is better), from 0 to `cap`."""

    cap: float = 100.0


@dataclass(frozen=True, slots=True)
class Veto:
    """Weighs nothing; a value past the limit makes the dimension, or the whole score, 0."""

    limit: float
    zeroes: Zeroes = "total"


Curve = Linear | Steps | Capped | Veto


def curve_of(raw: object, *, where: str = "curve") -> Curve:
    """Read a curve.

    :raises Invalid: naming the place, if it is not exactly what `curve_json` could have written
    """
    every = ("kind", "points", "steps", "above", "cap", "limit", "zeroes")
    kind = read_object(raw, where=where, needed=("kind",), optional=every[1:])["kind"]
    match read_choice(kind, KINDS, where=at(where, "kind")):
        case "linear":
            given = read_object(raw, where=where, needed=("kind", "points"))
            return Linear(_lines(given["points"], where=at(where, "points"), low=2))
        case "steps":
            given = read_object(raw, where=where, needed=("kind", "steps", "above"))
            above = read_number(given["above"], where=at(where, "above"), low=0, high=100)
            return Steps(_lines(given["steps"], where=at(where, "steps"), low=1), above)
        case "capped":
            given = read_object(raw, where=where, needed=("kind", "cap"))
            return Capped(read_number(given["cap"], where=at(where, "cap"), low=100, high=200))
        case "veto":
            given = read_object(raw, where=where, needed=("kind", "limit", "zeroes"))
            limit = read_number(given["limit"], where=at(where, "limit"))
            return Veto(limit, read_choice(given["zeroes"], ZEROES, where=at(where, "zeroes")))


def curve_json(curve: Curve) -> dict[str, object]:
    """Return what `curve_of` reads back."""
    match curve:
        case Linear(points):
            return {"kind": "linear", "points": [[plain(value), plain(score)] for value, score in points]}
        case Steps(steps, above):
            return {"kind": "steps", "steps": [[plain(value), plain(score)] for value, score in steps], "above": plain(above)}
        case Capped(cap):
            return {"kind": "capped", "cap": plain(cap)}
        case Veto(limit, zeroes):
            return {"kind": "veto", "limit": plain(limit), "zeroes": zeroes}


def check_curve(curve: Curve, direction: Direction, *, where: str = "curve") -> None:
    """Refuse a curve that is out of bounds, or under which a better value gets a lower score.

    :raises Invalid: naming the place
    """
    curve_of(curve_json(curve), where=where)
    match curve:
        case Linear(points):
            _check_scores([score for _, score in points], direction, where=at(where, "points"))
        case Steps(steps, above):
            _check_scores([*(score for _, score in steps), above], direction, where=at(where, "steps"))
        case _:
            return


def _lines(raw: object, *, where: str, low: int) -> tuple[Line, ...]:
    """Read lines of value and score whose values rise."""
    lines: list[Line] = []
    for row, entry in enumerate(read_list(raw, where=where, low=low, high=MOST_LINES)):
        place = f"{where}[{row}]"
        value, score = read_list(entry, where=place, low=2, high=2)
        number = read_number(value, where=f"{place}[0]", low=-MOST, high=MOST)
        if lines and number <= lines[-1][0]:
            raise NotRising(where=f"{place}[0]", value=plain(number), before=plain(lines[-1][0]))
        lines.append((number, read_number(score, where=f"{place}[1]", low=0, high=100)))
    return tuple(lines)


def _check_scores(scores: Sequence[float], direction: Direction, *, where: str) -> None:
    """Refuse scores that run against the direction."""
    for row, (before, score) in enumerate(pairwise(scores), start=1):
        if score < before if direction == "up" else score > before:
            raise AgainstDirection(where=f"{where}[{row}][1]", score=plain(score), before=plain(before))
