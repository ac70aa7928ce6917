"""Chart tags: the drawing, its words for the eye, and a table for screen readers where there is a series."""

from collections.abc import Sequence
from dataclasses import replace

from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bole.kit.ui import charts
from bole.kit.ui.charts import Good, Move, Step, Trend
from bole.kit.ui.drawing import Span
from bole.kit.ui.library import NOTHING, Words, draw, register
from bole.kit.ui.words import signed


def _drawn(markup: str) -> SafeString:
    return mark_safe(markup)  # noqa: S308  (charts escape every word)


def _span(span: Span) -> str:
    return f"{span[0]:g}–{span[1]:g}"


@register.simple_tag(takes_context=True)
def trend(context: Context, chart: Trend, *, wide: int = 760) -> SafeString:
    """Draw a `Trend` for the phone and, `wide` px, for the desk (0: one drawing), with its table."""
    if chart.usual and not any(chart.usual_words):
        chart = replace(chart, usual_words=(_("Usual"), _span(chart.usual)))
    if chart.target and not any(chart.target_words):
        chart = replace(chart, target_words=(_("Target"), _span(chart.target)))
    table = [(chart.names[i], chart.word(i)) for i in range(len(chart.values))]
    small = _drawn(charts.trend(chart))
    large = _drawn(charts.trend(chart, width=wide, height=220)) if wide else NOTHING
    return draw(context, "trend", small=small, large=large, label=chart.label, table=table)


@register.simple_tag
def spark(values: charts.Values, *, label: Words, usual: Span | None = None, tone: str = "") -> SafeString:
    """Draw the trend of a row; a number stands beside it."""
    return _drawn(charts.spark(values, usual, label=str(label), tone=tone))


@register.simple_tag
def hero(values: charts.Values, *, label: Words) -> SafeString:
    """Draw the home's bare line."""
    return _drawn(charts.hero(values, label=str(label)))


@register.simple_tag(takes_context=True)
def moved(context: Context, moves: Sequence[Move], *, rest: Words = "") -> SafeString:
    """List what moved a score, the greatest first, five at most; the rest is summed, so that it adds up to the change."""
    return draw(context, "moved", moves=charts.fold(moves, rest=str(rest or _("Everything else"))))


@register.simple_tag
def stack(parts: Sequence[float], *, label: Words, total: float = 100) -> SafeString:
    """Draw what adds up to `total`; the legend is the list below in the same order (`swatch=1` …)."""
    return _drawn(charts.stack(parts, total=total, label=str(label)))


@register.simple_tag(takes_context=True)
def lineage(context: Context, steps: Sequence[Step], *, label: Words = "") -> SafeString:
    """List the steps from a score down to its facts, each with its arithmetic."""
    return draw(context, "lineage", steps=steps, label=label)


@register.simple_tag
def bullet(value: float | None, target: float, *, low: float, high: float, label: Words, good: Good = "up", width: int = 326) -> SafeString:
    """Draw how far it is to the target; `good` says if more or less is better."""
    return _drawn(charts.bullet(value, target, low=low, high=high, label=str(label), good=good, width=width))


@register.simple_tag(takes_context=True)
def meter(
    context: Context,
    title: Words,
    value: float | None,
    target: float,
    *,
    low: float,
    high: float,
    words: Words,
    target_words: Words,
    note: Words = "",
    good: Good = "up",
    url: str = "",
) -> SafeString:
    """Show an indicator against its target: name, actual / target in words, the bar, and a note that says what is missing."""
    label = _("%(title)s %(value)s, target %(target)s") % {"title": title, "value": words, "target": target_words}
    drawn = _drawn(charts.bullet(value, target, low=low, high=high, label=label, good=good))
    return draw(context, "meter", title=title, words=words, target_words=target_words, note=note, url=url, drawn=drawn)


@register.simple_tag
def ring(done: float, *, label: Words, words: Words, size: int = 88) -> SafeString:
    """Draw how much is done (0 to 1), with the words inside: 7/10, 35%."""
    return format_html(
        '<span class="round round-{}">{}</span>', size, _drawn(charts.ring(done, label=str(label), words=str(words), size=size))
    )


@register.simple_tag(takes_context=True)
def histogram(
    context: Context,
    counts: Sequence[int],
    names: Sequence[str],
    *,
    label: Words,
    guide: Sequence[float] = (),
    marked: int = -1,
    urls: Sequence[str] = (),
    wide: int = 500,
) -> SafeString:
    """Draw how often each step of a scale was used, with its table; `guide` is the expected shape, `marked` the bar spoken of."""
    said = str(label)
    small = _drawn(charts.histogram(counts, names, label=said, guide=guide, marked=marked, urls=urls, width=326, height=190))
    large = _drawn(charts.histogram(counts, names, label=said, guide=guide, marked=marked, urls=urls, width=wide)) if wide else NOTHING
    return draw(context, "trend", small=small, large=large, label=said, table=list(zip(names, counts, strict=True)))


@register.simple_tag(takes_context=True)
def slope(
    context: Context,
    rows: Sequence[tuple[str, float, float]],
    *,
    label: Words,
    before: Words,
    now: Words,
    change: Words,
    short: Sequence[str] = (),
    wide: int = 700,
) -> SafeString:
    """Draw before and after of several rates (name, before, now), with the table; `short` are names for the phone."""
    names = (str(before), str(now), str(change))
    brief = [(name, a, b) for name, (_full, a, b) in zip(short or [row[0] for row in rows], rows, strict=True)]
    small = _drawn(charts.slope(brief, label=str(label), names=names, width=326, height=260, side=128))
    large = _drawn(charts.slope(rows, label=str(label), names=names, width=wide, side=240 if wide > 600 else 212))
    table = [(name, f"{a:g}% → {b:g}%, {signed(round((b - a) * 100), 0)}") for name, a, b in rows]
    return draw(context, "trend", small=small, large=large, label=str(label), table=table)
