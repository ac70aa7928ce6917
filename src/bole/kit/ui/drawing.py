"""Pencils: coordinates, strokes and words of an SVG.

Colours are classes, never attributes, so that both themes and a strict CSP work. A brush line keeps the exact centre of the data; only its
width grows, from then (thin) to now (full).
"""

from collections.abc import Callable, Sequence
from html import escape
from itertools import pairwise
from math import hypot

Point = tuple[float, float]
Span = tuple[float, float]
Scale = Callable[[float], float]

NOTE = 13.0


def n(value: float) -> str:
    """Write a coordinate with one decimal and no trailing zero."""
    written = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written


def text(x: float, y: float, words: str, cls: str = "t", anchor: str = "start") -> str:
    """Set words at a point."""
    at = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{n(x)}" y="{n(y)}" class="{cls}"{at}>{escape(words)}</text>'


def rect(x: float, y: float, width: float, height: float, cls: str, rx: float = 0) -> str:
    """Draw a box; one that would have no size has none."""
    return f'<rect x="{n(x)}" y="{n(y)}" width="{n(max(width, 0))}" height="{n(max(height, 0))}" rx="{n(rx)}" class="{cls}"/>'


def dot(at: Point, r: float, cls: str) -> str:
    """Draw a dot."""
    return f'<circle cx="{n(at[0])}" cy="{n(at[1])}" r="{n(r)}" class="{cls}"/>'


def line(d: str, cls: str) -> str:
    """Draw a path."""
    return f'<path d="{d}" class="{cls}"/>'


def scale(low: float, high: float, start: float, end: float) -> Scale:
    """Return the way from a value to a coordinate; a span without length lies in the middle."""
    if high == low:
        return lambda _: (start + end) / 2
    return lambda value: start + (value - low) / (high - low) * (end - start)


def svg(width: float, height: float, body: str, label: str, cls: str = "", *, links: bool = False, stretches: bool = False) -> str:
    """Wrap a drawing: with words it is an image to a screen reader (a group if it holds links), without it is ornament.

    One that `stretches` grows in width only.
    """
    role = f'role="{"group" if links else "img"}" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
    shape = f"plot {cls}".strip()
    fit = ' preserveAspectRatio="none"' if stretches else ""
    return f'<svg viewBox="0 0 {n(width)} {n(height)}" class="{shape}"{fit} {role}>{body}</svg>'


def brush(points: Sequence[Point], thin: float, full: float) -> str:
    """Outline a line whose width grows evenly with the way it has gone."""
    way = [0.0]
    for a, b in pairwise(points):
        way.append(way[-1] + hypot(b[0] - a[0], b[1] - a[1]))
    left, right = [], []
    for i, (x, y) in enumerate(points):
        before, after = points[max(i - 1, 0)], points[min(i + 1, len(points) - 1)]
        dx, dy = after[0] - before[0], after[1] - before[1]
        length = hypot(dx, dy) or 1.0
        half = (thin + (full - thin) * way[i] / (way[-1] or 1.0)) / 2
        left.append((x - dy / length * half, y + dx / length * half))
        right.append((x + dy / length * half, y - dx / length * half))
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in [*left, *reversed(right)]) + "Z"


def strokes(points: Sequence[Point | None], thin: float, full: float, cls: str = "own") -> str:
    """Draw a brush line that lifts where there is no value; a value alone between two gaps is a dot."""
    last = max(len(points) - 1, 1)
    drawn, run, start = "", list[Point](), 0
    for i, point in enumerate([*points, None]):
        if point is not None:
            start = i if not run else start
            run.append(point)
            continue
        if len(run) > 1:
            drawn += line(brush(run, thin + (full - thin) * start / last, thin + (full - thin) * (i - 1) / last), cls)
        elif run:
            drawn += dot(run[0], max((thin + full) / 4, 1), cls)
        run = []
    return drawn


def room(words: str) -> float:
    """Estimate how wide words are in a note: a Chinese sign is square, a Latin one half as wide."""
    return sum(NOTE if ord(sign) > 0x2E7F else NOTE * 0.56 for sign in words)


def keep_apart(labels: Sequence[tuple[float, float, str]], low: float, high: float) -> list[tuple[float, str]]:
    """Move labels (wanted height, room needed, words) just far enough apart to be read; their order stays."""
    ordered = sorted(labels)
    placed: list[list[float]] = []
    for want, needed, _ in ordered:
        floor = placed[-1][0] + (placed[-1][1] + needed) / 2 if placed else low + needed / 2
        placed.append([max(want, floor), needed])
    limit = high
    for place in reversed(placed):
        place[0] = min(place[0], limit - place[1] / 2)
        limit = place[0] - place[1] / 2
    return [(place[0], words) for place, (_, _, words) in zip(placed, ordered, strict=True)]


def ticks_of(names: Sequence[str], width: float) -> list[tuple[int, str]]:
    """Choose the first, the last and what fits evenly between them, four at most."""
    last = len(names) - 1
    if last < 1:
        return [(0, names[0])] if names else []
    widest = max(room(name) for name in names) + 16
    count = int(max(min(4, last + 1, width // widest), 2))
    return [(i, names[i]) for i in sorted({round(k * last / (count - 1)) for k in range(count)})]


def dates(ticks: Sequence[tuple[int, str]], x: Scale, y: float, last: int) -> str:
    """Write the dates under a chart; the first and the last stay inside it."""
    return "".join(text(x(i), y, words, "t", "start" if i == 0 else "end" if i == last else "middle") for i, words in ticks)
