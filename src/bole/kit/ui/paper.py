"""Paper: sheets, sections, rows, faces, what opens in place."""

from collections.abc import Sequence
from typing import Any

from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from bole.kit.ui.icons import icon_svg
from bole.kit.ui.library import NOTHING, Words, attrs, draw, given, ident, register, trimmed
from bole.kit.ui.words import MINUS, signed, width_of

_UNDER = '<span class="note block">{}</span>'
_AWAY = mark_safe(' rel="noopener noreferrer" target="_blank"')
_OPEN = mark_safe(" open")
_LONG_TRAIL = 5.7  # Chinese signs


@register.simple_block_tag(takes_context=True)
def sheet(context: Context, content: str, *, url: str = "", tone: str = "", flush: bool = False, **extra: Any) -> SafeString:
    """Lay one thought on its own paper. `url` makes it a link, `tone` (act, watch) an alert, `flush` takes the padding for a ledger."""
    return draw(context, "sheet", content=content, url=url, tone=tone, flush=flush, extra=attrs(extra))


# What a page has many of is written here, not drawn from a template: that takes a fifth of the time.
@register.simple_block_tag
def section(
    content: str,
    title: Words,
    *,
    more: Words = "",
    url: str = "",
    note: Words = "",
    aside: str = "",
    level: int = 2,
    **extra: Any,
) -> SafeString:
    """Set a finding above what shows it; `more` is the plain name of the page behind `url`."""
    key = ident(title)
    beside = given('<p class="note">{}</p>', note)
    if url:
        beside = format_html('<a class="more" href="{}">{}{}</a>', url, more, icon_svg("chevron-right", "s"))
    return format_html(
        '<section aria-labelledby="{}"{}><div class="section"><h{} id="{}">{}</h{}>{}{}</div>{}</section>',
        *(key, attrs(extra), level, key, title, level, beside, aside, content),
    )


@register.simple_block_tag
def rows(content: str, *, bare: bool = False, **extra: Any) -> SafeString:
    """List rows on a sheet of their own; `bare` when they stand inside one."""
    return format_html('<div class="rows{}"{}>{}</div>', "" if bare else " sheet tight", attrs(extra), trimmed(content))


@register.simple_block_tag
def row(
    content: str,
    *,
    url: str = "",
    icon: str = "",
    face: Words = "",
    change: int | None = None,
    good: str = "up",
    when: Words = "",
    swatch: int = 0,
    note: Words = "",
    trail: Words = "",
    trail_note: Words = "",
    unread: bool = False,
    out: bool = False,
    tone: str = "",
    **extra: Any,
) -> SafeString:
    """Show one line of a list: something before it, words with a note under, something after it. With `url` the whole row is the link.

    Before: `icon` (with `tone` act, watch), `face` (a person's name), `change` (hundredths), `when` or `swatch` (shade of a stack).
    After: `trail` with `trail_note`; a chevron, or an arrow out with `out`.
    """
    lead = NOTHING
    if icon:
        lead = format_html('<span class="lead {}">{}</span>', tone, icon_svg(icon))
    elif face:
        lead = face_of(str(face))
    elif change is not None:
        written = signed(change)
        lead = format_html('<span class="move {}">{}</span>', _tone(written, good), written)
    elif when:
        lead = format_html('<span class="when note">{}</span>', when)
    elif swatch:
        lead = format_html('<span class="swatch shade-{}"></span>', swatch)
    words = format_html("<b>{}</b>" if unread else "{}", trimmed(content))
    line = format_html('{}<span class="grow">{}{}</span>{}', lead, words, given(_UNDER, note), _trail(trail, given(_UNDER, trail_note)))
    kind = "row row-long" if _is_long(trail) else "row"
    if not url:
        return format_html('<div class="{}"{}>{}</div>', kind, attrs(extra), line)
    away, end = (_AWAY, "arrow-up-right") if out else (NOTHING, "chevron-right")
    return format_html('<a class="{}" href="{}"{}{}>{}{}</a>', kind, url, away, attrs(extra), line, icon_svg(end, "s"))


def _is_long(trail: Words) -> bool:
    """Test if what stands after the words would leave them no room on a phone: long words, or two buttons; one may stay."""
    text = str(trail)
    return text.count("<button") > 1 or (len(text) > _LONG_TRAIL and "<" not in text and width_of(text) > _LONG_TRAIL)


def _trail(trail: Words, under: Words) -> SafeString:
    return format_html('<span class="trail">{}{}</span>', trail, under) if trail or under else NOTHING


def _tone(written: str, good: str) -> str:
    if good == "none" or written.strip("0.") == "":
        return ""
    return "up" if written.startswith(MINUS) == (good == "down") else "down"


def letters_of(name: str) -> str:
    """Return what stands in a face: the last two characters of a Chinese name, the initials of any other."""
    plain = "".join(name.split())
    if any("\u4e00" <= sign <= "\u9fff" for sign in plain):
        return plain[-2:]
    return "".join(word[0] for word in name.split()[:2]).upper()


def face_of(name: str, *, small: bool = False) -> SafeString:
    """Return a person's circle; the name itself stands beside it."""
    return format_html('<span class="face{}" aria-hidden="true">{}</span>', " face-s" if small else "", letters_of(name))


@register.simple_tag
def face(name: str, *, small: bool = False, photo: str = "") -> SafeString:
    """Show a person as a circle with the last two characters of the name, or the photo."""
    if photo:
        return format_html('<img class="face{}" src="{}" alt="">', " face-s" if small else "", photo)
    return face_of(name, small=small)


@register.simple_block_tag(name="open")
def open_(
    content: str,
    title: Words,
    *,
    note: Words = "",
    trail: Words = "",
    trail_note: Words = "",
    swatch: int = 0,
    face: Words = "",
    is_open: bool = False,
    **extra: Any,
) -> SafeString:
    """Open more in place, under its own line; three levels at most, then a page. Give it an `id` to stay open over live changes."""
    lead = format_html("{}{}", face_of(str(face)) if face else NOTHING, given('<span class="swatch shade-{}"></span>', swatch))
    words = format_html('<span class="grow">{}{}</span>', title, given(' <span class="note beside">{}</span>', note))
    after = _trail(trail, given('<span class="note"> {}</span>', trail_note)) if trail else NOTHING
    turn = format_html('<span class="turn">{}</span>', icon_svg("chevron-right", "s"))
    return format_html(
        '<details class="open"{}{}><summary>{}{}{}{}</summary><div class="inner">{}</div></details>',
        *(_OPEN if is_open else NOTHING, attrs(extra), lead, words, after, turn, content),
    )


@register.simple_block_tag
def flow(content: str, *, gap: str = "m", **extra: Any) -> SafeString:
    """Set things one below the other. Gaps: s 8, m 16, l 24 px."""
    return format_html('<div class="flow flow-{}"{}>{}</div>', gap, attrs(extra), trimmed(content))


@register.simple_block_tag
def cluster(content: str, *, spread: bool = False, **extra: Any) -> SafeString:
    """Set things side by side, wrapping; `spread` pushes the last to the end."""
    return format_html('<div class="cluster{}"{}>{}</div>', " spread" if spread else "", attrs(extra), trimmed(content))


@register.simple_block_tag
def columns(content: str, kind: str = "halves", **extra: Any) -> SafeString:
    """Set sheets in columns on a desk, below each other on a phone. Kinds: two (with a side of 336 px), halves, thirds."""
    return format_html('<div class="{}"{}>{}</div>', kind, attrs(extra), trimmed(content))


@register.simple_tag
def facts(*pairs: Sequence[object]) -> SafeString:
    """List names and values, as (name, value) pairs: a person's employment, a version's dates."""
    lines = [
        format_html("<div><dt>{}</dt><dd>{}</dd></div>", name, _("none yet") if value in (None, "") else value) for name, value in pairs
    ]
    return format_html('<dl class="pairs">{}</dl>', SafeString("".join(lines)))
