"""Draw Bole's charts on the server: values in, SVG out, nothing but the standard library.

Each answers one question and says its finding in `label`. What is missing (None) is a gap, never a nought.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from math import cos, pi, sin
from typing import Literal

from bole.kit.ui.drawing import Point, Span, brush, dates, dot, keep_apart, line, n, rect, room, scale, strokes, svg, text, ticks_of

# The value now is set in the size of running text and bold: by so much wider than a note.
LARGER = 1.3

Values = Sequence[float | None]
Good = Literal["up", "down"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """Something that happened on the day of value `index`: a new project, a leave, a change of model."""

    index: int
    words: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """One person's line over time, against the own usual range and the target.

    `names` names each value's day, `shown` its number in words (default: the number). `urls` make the values links to their facts.
    """

    label: str
    values: Values
    names: Sequence[str]
    shown: Sequence[str] = ()
    ticks: Sequence[tuple[int, str]] = ()
    usual: Span | None = None
    usual_words: tuple[str, str] = ("", "")
    target: Span | None = None
    target_words: tuple[str, str] = ("", "")
    now_words: str = ""
    urls: Sequence[str] = ()
    markers: Sequence[Marker] = ()
    low: float | None = None
    high: float | None = None

    def word(self, index: int) -> str:
        """Return the number of a value in words."""
        if self.shown:
            return self.shown[index]
        value = self.values[index]
        return "–" if value is None else f"{value:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One thing that moved a score: by how much (hundredths), what it was, where its facts are."""

    change: int
    words: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the way from a score down to its facts: its name, its number, and how the number above comes from it."""

    words: str
    number: str
    how: str = ""
    url: str = ""


def known(values: Values) -> list[float]:
    """Return the values that are there."""
    return [value for value in values if value is not None]


def _bounds(values: Values, *spans: Span | None) -> Span:
    """Return the least and the most of the values and the spans; nought to one if there is nothing."""
    ends = [*known(values), *(end for span in spans if span for end in span)]
    return (min(ends), max(ends)) if ends else (0.0, 1.0)


def hero(values: Values, *, label: str, width: float = 220, height: float = 84) -> str:
    """Draw the home's line: the brush stroke alone, running out to the edge of the screen and ending in now."""
    low, high = _bounds(values)
    x, y = scale(0, len(values) - 1, 4, width - 10), scale(low, high, height - 8, 10)
    at = [None if v is None else (x(i), y(v)) for i, v in enumerate(values)]
    now = dot(at[-1], 6.5, "now") if at and at[-1] else ""
    return svg(width, height, strokes(at, 0.8, 5) + now, label, "hero-plot")


def spark(values: Values, usual: Span | None = None, *, label: str, tone: str = "", width: float = 132, height: float = 30) -> str:
    """Draw the trend of a row: line and usual range without words; the dot says where it stands (`tone`: act, watch)."""
    low, high = _bounds(values, usual)
    x, y = scale(0, len(values) - 1, 2, width - 6), scale(low, high, height - 5, 5)
    at = [None if v is None else (x(i), y(v)) for i, v in enumerate(values)]
    wash = rect(0, min(y(usual[1]), height - 5), width, max(y(usual[0]) - y(usual[1]), 3), "usual", 2) if usual else ""
    now = dot(at[-1], 4, f"now {tone}".strip()) if at and at[-1] else ""
    return svg(width, height, wash + strokes(at, 0.8, 2.6) + now, label, "spark")


def trend(chart: Trend, *, width: float = 358, height: float = 196) -> str:
    """Draw where one stands: usual range as a wash, target as a hatch, the own line as a brush line that ends in now.

    All words stand in the right margin at the height of what they name, so that none lies on the line; markers above it.
    """
    last = len(chart.values) - 1
    low, high = _bounds(chart.values, chart.usual, chart.target)
    right, levels = width - _side(chart), _levels(chart, width)
    top, base = 8.0 + 18 * (max(levels, default=-1) + 1), height - 26
    edge = right + 10
    x = scale(0, last, 6, right)
    y = scale(low - (high - low) * 0.06 if chart.low is None else chart.low, high if chart.high is None else chart.high, base, top)
    at = [None if v is None else (x(i), y(v)) for i, v in enumerate(chart.values)]

    body, wanted = "", list[tuple[float, float, str]]()
    if chart.usual:
        body += rect(0, y(chart.usual[1]), edge, max(y(chart.usual[0]) - y(chart.usual[1]), 2), "usual")
        wanted.append(((y(chart.usual[0]) + y(chart.usual[1])) / 2 + 8, 36.0, "usual"))
    if chart.target:
        body += rect(0, y(chart.target[1]), edge, y(chart.target[0]) - y(chart.target[1]), "target")
        body += line(f"M0 {n(y(chart.target[0]))}H{n(edge)}", "target-edge")
        wanted.append(((y(chart.target[0]) + y(chart.target[1])) / 2 - 8, 36.0, "target"))
    body += _markers(chart, levels, x, base)
    body += dates(chart.ticks or ticks_of(chart.names, right), x, height - 4, last)
    body += strokes(at, 1.2, 5)
    now = next((point for point in reversed(at) if point), None)
    if now:
        body += dot(now, 6, "now" if at[-1] else "then")
        wanted.append((now[1], 24.0, "now"))

    words = {"usual": (*chart.usual_words, "t"), "target": (*chart.target_words, "t teal")}
    for mid, what in keep_apart(wanted, top, base):
        if what == "now":
            body += text(edge + 8, mid + 6, chart.now_words, "t now-label")
        else:
            first, second, cls = words[what]
            body += text(edge + 8, mid - 3, first, cls) + text(edge + 8, mid + 13, second, cls)
    if chart.urls:
        body += _links(chart, at, x, top, base)
    return svg(width, height, body, chart.label, "trend", links=bool(chart.urls) or any(one.url for one in chart.markers))


def _side(chart: Trend) -> float:
    """Return the room at the right: words of a usual length, or more where the value now needs it."""
    return max(68.0, 20 + LARGER * room(chart.now_words))


def _levels(chart: Trend, width: float) -> list[int]:
    """Give each marker a line of its own above the chart where its words would lie on the words before."""
    levels, ends = list[int](), list[float]()
    x = scale(0, max(len(chart.values) - 1, 1), 6, width - _side(chart))
    for marker in sorted(chart.markers, key=lambda one: one.index):
        left = _word_start(x(marker.index), room(marker.words), width)
        level = next((k for k, end in enumerate(ends) if end <= left), len(ends))
        if level == len(ends):
            ends.append(0.0)
        ends[level] = left + room(marker.words) + 12
        levels.append(level)
    return levels


def _word_start(at: float, wide: float, width: float) -> float:
    return min(max(at - wide / 2, 0), max(width - wide, 0))


def _markers(chart: Trend, levels: Sequence[int], x: object, base: float) -> str:
    drawn = ""
    assert callable(x)  # noqa: S101  (a Scale; the alias does not narrow)
    width = x(max(len(chart.values) - 1, 0)) + 68
    for marker, level in zip(sorted(chart.markers, key=lambda one: one.index), levels, strict=True):
        at, y = x(marker.index), 14.0 + 18 * level
        words = text(_word_start(at, room(marker.words), width), y, marker.words, "t ink")
        drawn += line(f"M{n(at)} {n(y + 6)}V{n(base)}", "event")
        drawn += f'<a href="{escape(marker.url)}">{words}</a>' if marker.url else words
    return drawn


def _links(chart: Trend, at: Sequence[Point | None], x: object, top: float, base: float) -> str:
    drawn = ""
    assert callable(x)  # noqa: S101  (a Scale)
    half = (x(1) - x(0)) / 2 if len(at) > 1 else 12.0
    for i, point in enumerate(at):
        if point and i < len(chart.urls) and chart.urls[i]:
            words = escape(f"{chart.names[i]} {chart.word(i)}")
            band = rect(max(point[0] - half, 0), top, min(half * 2, point[0] + half), base - top, "hit")
            drawn += f'<a href="{escape(chart.urls[i])}" aria-label="{words}"><title>{words}</title>{band}{dot(point, 5, "point")}</a>'
    return drawn


def ring(done: float, *, label: str, words: str, tone: str = "ink-fill", size: float = 88, thin: float = 2.5, full: float = 8) -> str:
    """Draw how much is done: one brush turn from twelve o'clock to the exact share (0 to 1)."""
    share = min(max(done, 0.0), 1.0)
    c, r = size / 2, size / 2 - full / 2 - 1
    body = dot((c, c), r, "track")
    if share > 0:
        steps = max(int(48 * share), 2)
        at = [(c + r * sin(2 * pi * share * i / steps), c - r * cos(2 * pi * share * i / steps)) for i in range(steps + 1)]
        body += line(brush(at, thin, full), tone) + dot(at[-1], full / 2, tone)
    return svg(size, size, body + text(c, c + 7, words, "t ring-words", "middle"), label, "ring-plot")


def stack(parts: Sequence[float], *, total: float, label: str, width: float = 326, height: float = 20) -> str:
    """Draw what adds up to a score: parts in shades of ink, what is missing open and dashed."""
    is_whole = sum(max(part, 0) for part in parts) >= total * 0.9999
    x, body = 0.0, "" if is_whole else rect(0.5, 0.5, width - 1, height - 1, "open", 4)
    for shade, part in enumerate(parts, 1):
        wide = max(part, 0) / (total or 1) * width
        body += rect(x, 0, wide - 2, height, f"shade-{min(shade, 5)}", 2)
        x += wide
    return svg(width, height, body, label, "stack-plot", stretches=True)


def bullet(
    value: float | None, target: float, *, low: float, high: float, label: str, good: Good = "up", width: float = 326, height: float = 14
) -> str:
    """Draw how far it is to the target: the actual as a bar of ink, the target as a stroke, what is missing or too much in amber."""
    place = scale(low, high, 0, width)

    def x(at: float) -> float:
        return min(max(place(at), 0.0), width)

    body = rect(0, 4, width, 6, "track-fill", 3)
    if value is not None:
        start, end = sorted((x(value), x(target)))
        if (value < target) if good == "up" else (value > target):
            body += rect(max(start - 3, 0), 4, end - max(start - 3, 0), 6, "gap", 0 if good == "up" else 3)
        body += rect(0, 4, max(x(value) if good == "up" else start, 4), 6, "bar", 3)
    return svg(
        width, height, body + rect(min(max(x(target) - 1.25, 0), width - 2.5), 0, 2.5, height, "goal", 1), label, "bullet", stretches=True
    )


def histogram(
    counts: Sequence[int],
    names: Sequence[str],
    *,
    label: str,
    guide: Sequence[float] = (),
    marked: int = -1,
    urls: Sequence[str] = (),
    width: float = 500,
    height: float = 236,
) -> str:
    """Draw if a scale is used evenly: faint bars, the one spoken of in full ink, the guide dashed, counts above.

    `urls` make the bars links to what they count.
    """
    top, base = 20.0, height - 24
    step, tall = width / max(len(counts), 1), scale(0, max([*counts, *guide, 1]), 0, base - top)
    body = line(f"M0 {n(base + 0.5)}H{n(width)}", "hair")
    for i, count in enumerate(counts):
        mid, above = (i + 0.5) * step, max(tall(count), tall(guide[i]) if guide else 0)
        body += rect(i * step + 4, base - tall(count), step - 8, tall(count), "shade-1" if i == marked else "shade-5", 2)
        body += text(mid, base - above - 6, str(count), "t strong" if i == marked else "t", "middle")
        body += text(mid, height - 5, names[i], "t", "middle")
    if guide:
        steps = "".join(f"M{n(i * step + 1)} {n(base - tall(g))}H{n((i + 1) * step - 1)}" for i, g in enumerate(guide))
        body += line(steps, "guide-under") + line(steps, "guide")
    for i, url in enumerate(urls):
        if url:
            words = escape(f"{names[i]}: {counts[i]}")
            band = rect(i * step, 0, step, height, "hit")
            body += f'<a href="{escape(url)}" aria-label="{words}"><title>{words}</title>{band}</a>'
    return svg(width, height, body, label, "histogram", links=bool(urls))


def slope(
    rows: Sequence[tuple[str, float, float]],
    *,
    label: str,
    names: tuple[str, str, str],
    unit: str = "%",
    width: float = 700,
    height: float = 300,
    side: float = 240,
) -> str:
    """Draw before and after of several rates: strokes that thicken towards now, each named and counted at its end.

    A narrow one (`side` under 200) leaves out the change; its names should have four characters at most.
    """
    wide = side > 200
    left, right = 52.0 if wide else 42.0, width - side
    y = scale(0, 100, height - 10, 34)
    columns = ((left, names[0]), (right, names[1]))
    body = "".join(line(f"M{n(at)} 28V{n(height)}", "hair") + text(at, 14, words, "t", "middle") for at, words in columns)
    if wide:
        body += text(width, 14, names[2], "t", "end")
    before_y = {w: at for at, w in keep_apart([(y(before), 17.0, w) for w, before, _ in rows], 24, height)}
    now_y = {w: at for at, w in keep_apart([(y(now), 22.0, w) for w, _, now in rows], 24, height)}
    for words, before, now in rows:
        a, b = (left, y(before)), (right, y(now))
        way = [(a[0] + (b[0] - a[0]) * k / 8, a[1] + (b[1] - a[1]) * k / 8) for k in range(9)]
        body += line(brush(way, 1.2, 5), "own") + dot(a, 3, "then") + dot(b, 6, "now")
        body += text(left - 12, before_y[words] + 5, f"{before:g}{unit}", "t", "end")
        body += text(right + 16, now_y[words] + 6, f"{now:g}{unit}", "t now-label")
        body += text(right + (70 if wide else 58), now_y[words] + 5, words, "t ink")
        if wide:
            sign = "+" if now > before else "\u2212" if now < before else ""
            body += text(width, now_y[words] + 5, f"{sign}{abs(now - before):g}", "t", "end")
    return svg(width, height, body, label, "slope")


def fold(moves: Sequence[Move], *, rest: str, most: int = 5) -> list[Move]:
    """Return the greatest moves, and the others as one named `rest`, so that what is shown adds up to the change."""
    ordered = sorted(moves, key=lambda one: -abs(one.change))
    if len(ordered) <= most:
        return ordered
    left = sum(one.change for one in ordered[most - 1 :])
    return [*ordered[: most - 1], replace(ordered[most - 1], change=left, words=rest, note="", url="")]
