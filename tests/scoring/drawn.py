"""Models, indicators and people, drawn at random for property tests. Models and indicators are their JSON."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from tests.scoring.oracle import Person

MEASURES = ("m_one", "m_two", "m_three", "m_four", "m_five")
UNITS = ("percent", "points", "hours", "count", "money", "rating5")
hundredths = st.integers(0, 10_000).map(lambda n: n / 100)
values = st.one_of(st.integers(-20, 300).map(float), st.integers(-2000, 30_000).map(lambda n: n / 100))


@dataclass(frozen=True)
class Drawn:
    """A model, its indicators, and people scored by it."""

    tree: dict[str, Any]
    indicators: dict[str, dict[str, Any]]
    people: list[Person]


@st.composite
def weights(draw: st.DrawFn, parts: int) -> list[int]:
    """Weights that add up to 100 %."""
    cuts = draw(st.lists(st.integers(1, 9_999), min_size=parts - 1, max_size=parts - 1, unique=True))
    edges = [0, *sorted(cuts), 10_000]
    return [high - low for low, high in pairwise(edges)]


@st.composite
def lines(draw: st.DrawFn, low: int, direction: str) -> list[list[float]]:
    """Lines of value and score that do not run against the direction."""
    at = sorted(draw(st.lists(values, min_size=low, max_size=6, unique=True)))
    points = sorted(draw(st.lists(hundredths, min_size=len(at), max_size=len(at))), reverse=direction == "down")
    return [list(line) for line in zip(at, points, strict=True)]


@st.composite
def curves(draw: st.DrawFn, direction: str) -> dict[str, Any]:
    """A curve that weighs."""
    kind = draw(st.sampled_from(("linear", "steps", "capped")))
    if kind == "linear":
        return {"kind": "linear", "points": draw(lines(2, direction))}
    if kind == "capped":
        return {"kind": "capped", "cap": draw(st.integers(100, 200))}
    *steps, last = draw(lines(2, direction))
    return {"kind": "steps", "steps": steps, "above": last[1]}


@st.composite
def indicators(draw: st.DrawFn, code: str, *, is_veto: bool) -> dict[str, Any]:
    """An indicator."""
    how, direction = draw(st.sampled_from(("ratio", "mean", "sum"))), draw(st.sampled_from(("up", "down")))
    top, second = draw(st.permutations(MEASURES))[:2]
    veto = {"kind": "veto", "limit": draw(values), "zeroes": draw(st.sampled_from(("dimension", "total")))}
    return {
        "code": code,
        "zh": "指标",
        "en": "Indicator",
        "how": how,
        "numerator": top,
        "denominator": second if how == "ratio" or (how == "sum" and draw(st.booleans())) else "",
        "direction": direction,
        "unit": draw(st.sampled_from(UNITS)),
        "curve": veto if is_veto else draw(curves(direction)),
        "target": draw(st.integers(1, 20_000)) / 100,
        "least_sample": draw(st.integers(0 if how == "sum" else 1, 6)),
        "missing": draw(st.sampled_from(("renormalise", "zero", "carry"))),
    }


class _Maker:
    """Builds a tree and collects its indicators."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw, self.indicators = draw, {}

    def leaf(self, weight: int) -> dict[str, Any]:
        code = f"i{len(self.indicators)}"
        self.indicators[code] = self.draw(indicators(code, is_veto=weight == 0))
        return {"indicator": code, "weight": weight}

    def group(self, code: str, weight: int, depth: int) -> dict[str, Any]:
        parts = []
        for n, share in enumerate(self.draw(weights(self.draw(st.integers(1, 3))))):
            is_deep = depth < 3 and self.draw(st.integers(0, 3)) == 0
            parts.append(self.group(f"{code}_{n}", share, depth + 1) if is_deep else self.leaf(share))
        if self.draw(st.integers(0, 4)) == 0:
            parts.insert(self.draw(st.integers(0, len(parts))), self.leaf(0))
        return {"code": code, "zh": "部分", "en": "Part", "weight": weight, "parts": parts}


@st.composite
def people(draw: st.DrawFn, codes: list[str]) -> Person:
    """A person: few or many facts, any day of the period."""
    days = draw(st.integers(1, 130))
    size = draw(st.sampled_from((8, 400, 10**6, 10**9)))
    some = st.integers(0, 6) | st.integers(0, size)
    return Person(
        totals={measure: draw(st.just(0) | some | some | st.integers(-20, 0)) for measure in MEASURES},
        counts={measure: draw(some) for measure in MEASURES},
        days=days,
        gone=draw(st.integers(0, days) | st.just(days)),
        targets={code: Fraction(draw(st.integers(1, 20_000)), 100) for code in codes if draw(st.integers(0, 3)) == 0},
        last={code: Fraction(draw(st.integers(0, 10_000)), 100) for code in codes if draw(st.booleans())},
    )


@st.composite
def cases(draw: st.DrawFn) -> Drawn:
    """A model and the people it scores; all of a period, so of one number of months."""
    maker = _Maker(draw)
    dimensions = [maker.group(f"d{n}", weight, 1) for n, weight in enumerate(draw(weights(draw(st.integers(1, 4)))))]
    for dimension in dimensions:
        dimension["value_class"] = draw(st.sampled_from(("work_result", "team_contribution", "customer_rating")))
    tree = {"code": "drawn", "zh": "模型", "en": "Model", "dimensions": dimensions}
    months = draw(st.sampled_from((1, 3, 6, 12)))
    drawn = draw(st.lists(people(list(maker.indicators)), min_size=1, max_size=4))
    return Drawn(tree, maker.indicators, [Person(**{**vars(person), "months": months}) for person in drawn])
