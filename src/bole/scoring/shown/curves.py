"""Curves in words and as a picture: what a value is worth."""

from collections.abc import Sequence
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bole.kit.ui.drawing import Point, dot, line, n, room, scale, svg, text
from bole.scoring.rules.curves import Capped, Curve, Line, Linear, Steps, Veto, Zeroes
from bole.scoring.rules.indicator import IndicatorRule, Unit
from bole.scoring.shown.targets import valued

PHONE, DESK = 326.0, 480.0  # how wide it is drawn, so that its words keep their size
HEIGHT = 190.0
LEFT, TOP, BASE = 30.0, 12.0, 160.0
MOST_WORDS = 4
_AS_IT_IS = ((0.0, 0.0), (100.0, 100.0))
_WHAT_IS_LEFT = ((0.0, 100.0), (100.0, 0.0))


def curve_words(rule: IndicatorRule) -> str:
    """Return the curve in a sentence."""
    match rule.curve:
        case Linear(points) if points == _AS_IT_IS:
            return _("the value is the score")
        case Linear(points) if points == _WHAT_IS_LEFT:
            return _("100 less the value is the score")
        case Linear(points):
            return _lines(rule.unit, points, _("%(value)s gives %(score)s"))
        case Steps(steps, above):
            said = _lines(rule.unit, steps, _("up to %(value)s gives %(score)s"))
            return _("%(said)s; more gives %(score)s") % {"said": said, "score": _number(above)}
        case Capped(cap):
            return _("the share of the target that is reached, %(cap)s at most") % {"cap": _number(cap)}
        case Veto(limit, zeroes):
            return _veto(rule, zeroes) % {"value": valued(rule.unit, limit)}


def _veto(rule: IndicatorRule, zeroes: Zeroes) -> str:
    if rule.direction == "up":
        return _("below %(value)s the dimension is 0") if zeroes == "dimension" else _("below %(value)s the whole score is 0")
    return _("past %(value)s the dimension is 0") if zeroes == "dimension" else _("past %(value)s the whole score is 0")


def _lines(unit: Unit, lines: Sequence[Line], words: str) -> str:
    shown = [words % {"value": valued(unit, at), "score": _number(score)} for at, score in lines[:MOST_WORDS]]
    return _(", ").join(shown) + (" …" if len(lines) > MOST_WORDS else "")


def _number(value: float) -> str:
    return f"{value:g}"


def curve_picture(rule: IndicatorRule) -> SafeString:
    """Draw the curve for the phone and for the desk: the value along, the score up, the target as a dashed line."""
    small, large = _drawn(rule, PHONE), _drawn(rule, DESK)
    return mark_safe(f'<div class="chart-s">{small}</div><div class="chart-l">{large}</div>')  # noqa: S308  (every word is escaped)


def _drawn(rule: IndicatorRule, width: float) -> str:
    low, high = span_of(rule)
    right = width - 18
    x, y = scale(low, high, LEFT, right), scale(0, 100, BASE, TOP)
    drawn = [line(f"M{n(LEFT)} {n(y(at))}H{n(right)}", "hair") + text(LEFT - 6, y(at) + 4, str(at), "t", "end") for at in (0, 50, 100)]
    drawn += [
        line("M" + "L".join(f"{n(x(at))} {n(y(min(score, 100)))}" for at, score in piece), "curve") for piece in pieces(rule, low, high)
    ]
    drawn += [dot((x(at), y(score)), 4, "then") for at, score in _corners(rule.curve)]
    drawn += _values(rule, low, high, right)
    return svg(width, HEIGHT, "".join(drawn), curve_words(rule))


def span_of(rule: IndicatorRule) -> tuple[float, float]:
    """Return from which value to which the picture goes."""
    marks = [0.0, *([rule.target] if rule.target is not None else []), *(at for at, _score in _corners(rule.curve))]
    match rule.curve:
        case Capped(cap):
            marks.append((rule.target or 1) * (cap / 100 + 0.2))
        case Veto(limit):
            marks += [limit * 2, limit + 1]
        case Steps(steps):
            marks.append(steps[-1][0] + (steps[-1][0] - steps[0][0] or 1) * 0.25)
        case _:
            pass
    return min(marks), max(marks) if max(marks) > min(marks) else min(marks) + 1


def pieces(rule: IndicatorRule, low: float, high: float) -> list[list[Point]]:
    """Return the lines of the curve, as (value, score); a step begins a new one."""
    match rule.curve:
        case Linear(points):
            return [[(low, points[0][1]), *points, (high, points[-1][1])]]
        case Steps(steps, above):
            bounds = [low, *(at for at, _score in steps), high]
            scores = [*(score for _at, score in steps), above]
            return [[(start, score), (end, score)] for (start, end), score in zip(pairwise(bounds), scores, strict=True)]
        case Capped(cap):
            return [_capped(rule.target or 1, cap, low, high, is_up=rule.direction == "up")]
        case Veto(limit):
            good, bad = ((limit, high), (low, limit)) if rule.direction == "up" else ((low, limit), (limit, high))
            return [[(good[0], 100), (good[1], 100)], [(bad[0], 0), (bad[1], 0)]]


def _capped(target: float, cap: float, low: float, high: float, *, is_up: bool) -> list[Point]:
    """Return the line of a capped curve; where lower is better it bends."""
    if is_up:
        top = target * cap / 100
        return [(low, max(low, 0) / target * 100), (top, cap), (high, cap)]
    top = target * 100 / cap
    bend = [top + (high - top) * step / 12 for step in range(13)]
    return [(low, cap), *((at, target / at * 100) for at in bend if at > 0)]


def _corners(curve: Curve) -> Sequence[Line]:
    match curve:
        case Linear(points):
            return points
        case Steps(steps):
            return steps
        case _:
            return ()


def _values(rule: IndicatorRule, low: float, high: float, right: float) -> list[str]:
    """Write the values along the foot, and the target over its dashed line."""
    x = scale(low, high, LEFT, right)
    drawn, ends = [], -1e9
    for at in sorted({low, high, *(at for at, _score in _corners(rule.curve)), *((rule.target,) if rule.target is not None else ())}):
        place, words = x(at), valued(rule.unit, at)
        anchor = "start" if at == low else "end" if at == high else "middle"
        begins = place - room(words) * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        if begins > ends + 6:
            drawn.append(text(place, BASE + 18, words, "t", anchor))
            ends = begins + room(words)
    if rule.target is not None and not rule.is_veto:
        place = x(rule.target)
        drawn.append(line(f"M{n(place)} {n(TOP)}V{n(BASE)}", "event"))
        anchor = "end" if place > (LEFT + right) / 2 else "start"
        drawn.append(text(place + (-6 if anchor == "end" else 6), BASE - 8, _("target"), "t", anchor))
    return drawn
