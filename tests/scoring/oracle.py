"""The scoring rule once more, with fractions, written from `docs/domain/scoring.md` alone. It imports nothing of bole.

It knows no arrays and no floats, so that it cannot share a mistake with what it checks. Models and indicators are their JSON.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import pairwise
from math import floor
from typing import Any

STORED_IN_ONE = {"percent": 100, "points": 100, "hours": 3600, "count": 1, "money": 100, "rating5": 2000}


@dataclass(frozen=True, kw_only=True)
class Person:
    """One row: what the fold brought, and its days."""

    totals: dict[str, int]
    counts: dict[str, int]
    days: int
    gone: int
    months: int = 1
    targets: dict[str, Fraction] = field(default_factory=dict)
    last: dict[str, Fraction] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Result:
    """What the oracle says: scores by indicator and dimension (None is missing), total in hundredths, exact and shown contributions."""

    points: dict[str, Fraction | None]
    dimensions: dict[str, Fraction | None]
    total: int | None
    exact: dict[str, Fraction]
    contributions: dict[str, int]


def score(tree: dict[str, Any], indicators: dict[str, dict[str, Any]], person: Person) -> Result:
    """Score one person."""
    codes = [leaf["indicator"] for dimension in tree["dimensions"] for leaf in leaves_of(dimension)]
    values = {code: value_of(indicators[code], person) for code in codes}
    points = {code: points_of(indicators[code], values[code], person) for code in codes}
    vetoes = {code: indicators[code]["curve"] for code in codes if indicators[code]["curve"]["kind"] == "veto"}
    stopping = {code for code, curve in vetoes.items() if values[code] is not None and is_past(indicators[code], curve, values[code])}

    dimensions: dict[str, Fraction | None] = {}
    exact: dict[str, Fraction] = dict.fromkeys(codes, Fraction(0))
    for dimension in tree["dimensions"]:
        dimensions[dimension["code"]] = mean_of(dimension["parts"], points)
        if any(leaf["indicator"] in stopping and vetoes[leaf["indicator"]]["zeroes"] == "dimension" for leaf in leaves_of(dimension)):
            dimensions[dimension["code"]] = Fraction(0)
    present = [dimension for dimension in tree["dimensions"] if dimensions[dimension["code"]] is not None]
    whole = sum(dimension["weight"] for dimension in present)
    total = sum((dimensions[dimension["code"]] * Fraction(dimension["weight"], whole) for dimension in present), Fraction(0))
    for dimension in present:
        if dimensions[dimension["code"]]:
            spread(dimension["parts"], Fraction(dimension["weight"], whole), points, exact)

    is_stopped = any(vetoes[code]["zeroes"] == "total" for code in stopping)
    if is_stopped:
        total, exact = Fraction(0), dict.fromkeys(codes, Fraction(0))
    if total > 100:
        exact = {code: part * 100 / total for code, part in exact.items()}
        total = Fraction(100)
    has_score = person.gone >= 5 and (bool(present) or is_stopped)
    shown = half_up(billionth(total) * 100) if has_score else None
    return Result(
        points=points,
        dimensions=dimensions,
        total=shown,
        exact=exact,
        contributions=share_out(exact, shown) if shown is not None else dict.fromkeys(codes, 0),
    )


def value_of(indicator: dict[str, Any], person: Person) -> Fraction | None:
    """Section 2."""
    top, second = indicator["numerator"], indicator.get("denominator") or ""
    total, count = person.totals.get(top, 0), person.counts.get(top, 0)
    divisor = person.totals.get(second, 0) if second else 0
    unit = Fraction(STORED_IN_ONE[indicator["unit"]])
    if indicator["how"] == "ratio":
        if divisor < indicator["least_sample"] or divisor == 0:
            return None
        ratio = Fraction(total, divisor)
        return ratio * 100 if indicator["unit"] == "percent" else ratio / unit
    if indicator["how"] == "mean":
        if count < indicator["least_sample"] or count == 0:
            return None
        return Fraction(total, count) / unit
    if person.gone == 0 or count + divisor < indicator["least_sample"]:
        return None
    return Fraction(total * person.days, person.gone * person.months) / unit


def points_of(indicator: dict[str, Any], value: Fraction | None, person: Person) -> Fraction | None:
    """Sections 3 and 4; a veto has no points."""
    code = indicator["code"]
    if indicator["curve"]["kind"] == "veto":
        return None
    if value is not None:
        return on_curve(indicator, value, person.targets.get(code))
    if indicator["missing"] == "zero":
        return Fraction(0)
    if indicator["missing"] == "carry":
        return person.last.get(code)
    return None


def on_curve(indicator: dict[str, Any], value: Fraction, target: Fraction | None) -> Fraction:
    """Section 3."""
    curve = indicator["curve"]
    if curve["kind"] == "linear":
        return on_lines([(exactly(at), exactly(points)) for at, points in curve["points"]], value)
    if curve["kind"] == "steps":
        for bound, points in curve["steps"]:
            if value <= exactly(bound):
                return exactly(points)
        return exactly(curve["above"])
    aim = target if target is not None and target > 0 else exactly(indicator["target"])
    cap = exactly(curve["cap"])
    if indicator["direction"] == "down":
        return cap if value <= 0 else min(cap, 100 * aim / value)
    return min(cap, max(Fraction(0), 100 * value / aim))


def on_lines(points: list[tuple[Fraction, Fraction]], value: Fraction) -> Fraction:
    """Straight lines between points, level outside."""
    if value <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in pairwise(points):
        if value <= right:
            return low + (value - left) / (right - left) * (high - low)
    return points[-1][1]


def is_past(indicator: dict[str, Any], curve: dict[str, Any], value: Fraction) -> bool:
    """Test if a value is past the limit of a veto."""
    limit = exactly(curve["limit"])
    return value > limit if indicator["direction"] == "down" else value < limit


def mean_of(parts: list[dict[str, Any]], points: dict[str, Fraction | None]) -> Fraction | None:
    """Section 4: the mean over the parts that are there."""
    above, below = Fraction(0), 0
    for part in parts:
        one = points[part["indicator"]] if "indicator" in part else mean_of(part["parts"], points)
        if one is not None:
            above += part["weight"] * one
            below += part["weight"]
    return above / below if below else None


def spread(parts: list[dict[str, Any]], weight: Fraction, points: dict[str, Fraction | None], exact: dict[str, Fraction]) -> None:
    """Section 7: what each indicator gave."""
    there = [part for part in parts if mean_of([part], points) is not None]
    whole = sum(part["weight"] for part in there)
    for part in there:
        here = weight * Fraction(part["weight"], whole)
        if "indicator" in part:
            exact[part["indicator"]] = here * points[part["indicator"]]
        else:
            spread(part["parts"], here, points, exact)


def share_out(exact: dict[str, Fraction], total: int) -> dict[str, int]:
    """Section 7: the largest remainder."""
    hundredths = {code: billionth(part) * 100 for code, part in exact.items()}
    shown = {code: floor(part) for code, part in hundredths.items()}
    by_loss = sorted(hundredths, key=lambda code: shown[code] - hundredths[code])
    for code in by_loss[: total - sum(shown.values())]:
        shown[code] += 1
    return shown


def mean_of_parts(parts: list[tuple[int | None, int]]) -> int | None:
    """Section 8: shown scores (None: no score) and working days."""
    scored = [(total, gone) for total, gone in parts if total is not None]
    days = sum(gone for _, gone in scored)
    return half_up(Fraction(sum(total * gone for total, gone in scored), days)) if days else None


def percentile(scores: list[int], tenths: int) -> int:
    """Section 9: the percentile of ten times `tenths`."""
    ordered = sorted(scores)
    place = Fraction((len(ordered) - 1) * tenths, 10)
    below = ordered[floor(place)]
    above = ordered[min(floor(place) + 1, len(ordered) - 1)]
    return half_up(below + (place - floor(place)) * (above - below))


def leaves_of(part: dict[str, Any]) -> list[dict[str, Any]]:
    """List the indicators below, in order."""
    return [part] if "indicator" in part else [leaf for child in part["parts"] for leaf in leaves_of(child)]


def exactly(number: float) -> Fraction:
    """Read a number as it is written: 0.1 is a tenth."""
    return Fraction(str(number))


def billionth(points: Fraction) -> Fraction:
    """Section 6, first rounding."""
    return Fraction(half_up(points * 10**9), 10**9)


def half_up(number: Fraction) -> int:
    """Round to a whole number, halves up."""
    return floor(number + Fraction(1, 2))
