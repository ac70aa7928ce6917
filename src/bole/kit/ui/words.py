"""Words and figures: a number never stands alone, a state is shape and word."""

from decimal import ROUND_HALF_UP, Decimal

from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from bole.kit.ui.icons import icon_svg, state_icon
from bole.kit.ui.library import NOTHING, Words, draw, register, trimmed

MINUS = "\u2212"


def width_of(words: str) -> float:
    """Return about how wide words are, in Chinese signs; any other sign is a little more than half as wide."""
    return sum(1 if sign > "\u2e80" else 0.54 for sign in words)


def shown(value: int, digits: int) -> str:
    """Write hundredths with so many decimals, halves up, with a true minus."""
    step = Decimal(1).scaleb(-digits)
    written = str((Decimal(abs(value)) / 100).quantize(step, ROUND_HALF_UP))
    return MINUS + written if value < 0 and Decimal(written) else written


@register.filter
def points(value: int | None, digits: int = 1) -> str:
    """Write a score in hundredths: 8660 becomes 86.6; nothing becomes a dash."""
    return "–" if value is None else shown(value, digits)


@register.filter
def signed(value: int | None, digits: int = 1) -> str:
    """Write a change in hundredths with its sign: +2.1, −0.2."""
    if value is None:
        return "–"
    written = shown(value, digits)
    return f"+{written}" if value > 0 and Decimal(written) else written


@register.filter
def percent(value: int | None, digits: int = 0) -> str:
    """Write basis points as a share: 3000 becomes 30%."""
    return "–" if value is None else f"{shown(value, digits)}%"


@register.simple_tag(takes_context=True)
def figure(
    context: Context,
    value: str,
    *,
    label: Words = "",
    words: Words = "",
    change: int | None = None,
    change_words: Words = "",
    key: str = "",
    note: Words = "",
    plot: str = "",
) -> SafeString:
    """Show the one number of a page: its name above, its change or `plot` beside, its meaning below. `key` lets it count when it moves."""
    whole, dot, rest = str(value).partition(".")
    return draw(
        context,
        "figure",
        value=value,
        whole=whole,
        decimals=dot + rest,
        label=label,
        words=words,
        change=change,
        change_words=change_words,
        key=key,
        note=note,
        plot=plot,
    )


@register.simple_tag
def delta(change: int, *, good: str = "up", words: Words = "", digits: int = 1) -> SafeString:
    """Show a change in hundredths: the sign follows the number, the colour follows good and bad (`good`: up, down or none)."""
    written = words or signed(change, digits).lstrip("+" + MINUS)
    if change == 0:
        return format_html('<span class="delta flat">{}</span>', words or "0")
    rises = change > 0
    tone = "" if good == "none" else "up" if rises == (good == "up") else "down"
    said = _("up") if rises else _("down")
    return format_html(
        '<span class="delta {}">{}<span class="sr-only">{} </span>{}</span>',
        tone,
        icon_svg("arrow-up" if rises else "arrow-down", "s"),
        said,
        written,
    )


@register.simple_block_tag
def state(content: str, tone: str = "done") -> SafeString:
    """Show a state as shape and word. Tones: act, watch, good, done, wait, plain."""
    return format_html('<span class="state {}">{}{}</span>', tone, state_icon(tone), trimmed(content))


@register.simple_block_tag
def tag(content: str) -> SafeString:
    """Show a quiet word beside a name: a kind, a version, a role."""
    return format_html('<span class="tag">{}</span>', trimmed(content))


@register.simple_block_tag
def why(content: str, icon: str = "info") -> SafeString:
    """Say why this is shown, who can read it or how exact it is. Icons: info, lock, users."""
    return format_html('<p class="why">{}<span>{}</span></p>', icon_svg(icon, "s"), trimmed(content))


@register.simple_block_tag
def note(content: str) -> SafeString:
    """Say a source, a time or a unit in a low voice."""
    return format_html('<p class="note">{}</p>', trimmed(content))


@register.simple_block_tag
def source(content: str, url: str) -> SafeString:
    """Link an evidence line to its facts."""
    return format_html('<a class="src" href="{}">{}</a>', url, trimmed(content))


@register.simple_tag
def bits(*words: Words) -> SafeString:
    """Set the parts of a note apart by space; empty ones are left out."""
    spans = [format_html("<span>{}</span>", one) for one in words if one]
    return format_html('<span class="bits">{}</span>', SafeString("".join(spans))) if spans else NOTHING
