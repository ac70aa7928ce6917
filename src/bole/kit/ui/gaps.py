"""Charts of a gap: what lies between what was asked and what was reached, step by step, and how surely each step is known."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from bole.kit.ui.drawing import line, n, rect, scale, svg, text
from bole.kit.ui.library import Words, draw, register
from bole.kit.ui.words import width_of

SIGN = 13.0  # a Chinese sign's width in a chart


@dataclass(frozen=True, slots=True, kw_only=True)
class GapStep:
    """A step down: its part of the gap (positive), and the range that it lies in; `brief` is its name where there is little room."""

    name: str
    brief: str
    words: str
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """From what was asked down to what was reached (or up, where less is better)."""

    label: str
    asked: float
    asked_words: str
    asked_name: str
    reached: float
    reached_words: str
    reached_name: str
    steps: tuple[GapStep, ...]


def fall(gap: Gap, *, width: float = 690, height: float = 268) -> str:
    """Draw the steps from what was asked to what was reached; the whiskers are the ranges, the foot of the bars is cut off."""
    count = len(gap.steps) + 2
    wide, base = width / count, height - 30
    up = gap.asked >= gap.reached
    far = max(abs(gap.asked - gap.reached), 1e-9)
    top, low = 36.0, base - 60
    y = (
        scale(gap.reached - far * 0.2, gap.asked + far * 0.2, low, top)
        if up
        else scale(gap.asked - far * 0.2, gap.reached + far * 0.2, low, top)
    )
    is_brief = width < 400 or any(width_of(step.name) * SIGN > wide for step in gap.steps)
    body = line(f"M0 {n(base + 0.5)}H{n(width)}", "hair")
    body += _pillar(0, wide, y(gap.asked), base, gap.asked_words, gap.asked_name, "level", height, width=width)
    at = gap.asked
    for place, step in enumerate(gap.steps, start=1):
        then = at - step.value if up else at + step.value
        body += _step(place, wide, (y(at), y(then)), step, height, is_brief=is_brief)
        whisker = wide * place + wide * 0.86
        a, b = (y(at - step.low), y(at - step.high)) if up else (y(at + step.low), y(at + step.high))
        body += line(f"M{n(whisker)} {n(a)}V{n(b)}m-4 0h8M{n(whisker - 4)} {n(a)}h8", "whisker")
        at = then
    body += _pillar(count - 1, wide, y(gap.reached), base, gap.reached_words, gap.reached_name, "level own-level", height, width=width)
    return svg(width, height, body, gap.label)


def _pillar(place: int, wide: float, top: float, base: float, words: str, name: str, cls: str, height: float, *, width: float) -> str:
    x, mid = wide * place + wide * 0.12, wide * (place + 0.5)
    body = rect(x, top, wide * 0.76, base - top, "usual", 3) + line(f"M{n(x)} {n(top)}h{n(wide * 0.76)}", cls)
    body += line(f"M{n(x - 3)} {n(base - 16)}l{n(wide * 0.76 + 6)} -8v6l{n(-wide * 0.76 - 6)} 8z", "break")
    half = width_of(words) * SIGN / 2
    return (
        body
        + text(min(max(mid, half), width - half), top - 10, words, "t strong", "middle")
        + text(mid, height - 8, name, "t ink", "middle")
    )


def _step(place: int, wide: float, ends: tuple[float, float], step: GapStep, height: float, *, is_brief: bool) -> str:
    x, mid, top = wide * place + wide * 0.12, wide * (place + 0.5), min(ends)
    body = line(f"M{n(x - wide * 0.24)} {n(ends[0])}h{n(wide * 0.24)}", "step")
    body += rect(x, top, wide * 0.64, max(abs(ends[1] - ends[0]), 2), f"shade-{min(place, 5)}", 3)
    body += text(mid, top - 10, step.words, "t strong", "middle")
    return body + text(mid, height - 8, step.brief if is_brief else step.name, "t ink", "middle")


def interval(share: float, low: float, high: float, *, label: str, zero: float = 0.0, width: float = 480, height: float = 18) -> str:
    """Draw a share of a whole as a stroke in the range that it lies in; `zero` is where the whole begins, or what is compared with."""
    x = scale(0, 1, 2, width - 2)
    body = line(f"M0.5 4v10M0 9H{n(width)}", "hair") + (line(f"M{n(x(zero))} 1v{n(height - 2)}", "whisker") if zero else "")
    body += rect(x(low), 4, max(x(high) - x(low), 4), 10, "spread", 5) + rect(x(share) - 2, 1, 4, height - 2, "mid", 2)
    return svg(width, height, body, label)


def _drawn(markup: str) -> SafeString:
    return mark_safe(markup)  # noqa: S308  (charts escape every word)


@register.simple_tag(takes_context=True)
def gap_chart(context: Context, gap: Gap) -> SafeString:
    """Draw a `Gap` for the phone and for the desk, with its table."""
    steps: Sequence[tuple[str, str]] = [(step.name, step.words) for step in gap.steps]
    table = [(gap.asked_name, gap.asked_words), *steps, (gap.reached_name, gap.reached_words)]
    small, large = _drawn(fall(gap, width=340, height=236)), _drawn(fall(gap))
    return draw(context, "trend", small=small, large=large, label=gap.label, table=table)


@register.simple_tag
def interval_bar(share: float, low: float, high: float, *, label: Words, zero: float = 0.0) -> SafeString:
    """Draw a share (0 to 1) in its range, with a mark at `zero`."""
    return _drawn(interval(share, low, high, label=str(label), zero=zero))
