"""The frame: top bar, the page's head, parts that stay live, what the shell needs."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from bole.kit.menu import MenuItem
from bole.kit.ui.icons import icon_svg
from bole.kit.ui.library import Words, attrs, draw, register, trimmed


@register.simple_tag
def page_language() -> str:
    """Return the language of the page for `<html lang>`."""
    return "en" if (get_language() or "").startswith("en") else "zh-Hans"


@register.simple_tag(takes_context=True)
def live_url(context: Context) -> str:
    """Return where the page hears which of its parts changed; nothing if it hears none."""
    ticket, topics = context.get("live_ticket"), context.get("live_topics")
    return f"/live/?t={ticket.sign(topics)}" if ticket and topics else ""


_DASH = mark_safe(
    '<svg class="dash" viewBox="0 0 32 6" aria-hidden="true">'
    '<path d="M0 3.6C6 2.2 13 .8 21 .9c4 .1 8 .7 11 1.5-3 1.3-7 2-12 2.3C13 5.1 6 4.6 0 3.6z"/></svg>'
)
_HERE = mark_safe(' aria-current="page"')
# Chinese signs in a row, no comma among them; of a title, twelve and a comma fill a line of a phone.
_CHINESE = re.compile("[\u3400-\u9fff]+")
_LONG_PART = 12
# More ways than a screen of a phone shows hide what the page is about.
MOST_WAYS_AT_ONCE = 12


class Kept(Node):
    """What is drawn once for each language and each value of what it names."""

    def __init__(self, inside: NodeList, by: Sequence[FilterExpression]) -> None:
        self.nodelist, self.by = inside, by
        self.drawn: dict[tuple[object, ...], SafeString] = {}

    def render(self, context: Context) -> SafeString:
        """Return what was drawn before, or draw it."""
        key = (get_language(), *[one.resolve(context) for one in self.by])
        if key not in self.drawn:
            self.drawn[key] = self.nodelist.render(context)
        return self.drawn[key]


@register.tag
def kept(parser: Parser, token: Token) -> Kept:
    """Draw what stands inside once: `{% kept theme %}`. Nothing inside may depend on the reader, but for the few values that are named."""
    by = [parser.compile_filter(one) for one in token.split_contents()[1:]]
    inside = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(inside, by)


@register.simple_tag
def rail_ways(menu: Sequence[MenuItem]) -> SafeString:
    """Write the ways of the rail under their headings; written once for each menu and language."""
    return _rail_ways(tuple(menu), get_language())


@lru_cache(maxsize=1024)
def _rail_ways(menu: tuple[MenuItem, ...], _language: str | None) -> SafeString:
    parts, group = list[str](), ""
    for item in menu:
        if item.group and str(item.group) != group:
            group = str(item.group)
            parts.append(format_html('<p class="note rail-group">{}</p>', group))
        here = _HERE if item.is_current else ""
        key = format_html(' data-key="{}"', item.key) if item.key else ""
        hint = format_html("<kbd>g {}</kbd>", item.key) if item.key else ""
        parts.append(
            format_html('<a href="{}"{}{}>{}<span class="grow">{}</span>{}</a>', item.url, here, key, icon_svg(item.icon), item.name, hint)
        )
    return SafeString("".join(parts))


@register.simple_tag
def dock_ways(menu: Sequence[MenuItem]) -> SafeString:
    """Write the ways of the tab bar; the open one has the brush dash over it."""
    return _dock_ways(tuple(menu), get_language())


@lru_cache(maxsize=1024)
def _dock_ways(menu: tuple[MenuItem, ...], _language: str | None) -> SafeString:
    parts = []
    for item in menu:
        if item.in_dock:
            here, dash = (_HERE, _DASH) if item.is_current else ("", "")
            label = format_html('<span class="dock-label">{}</span>', item.name)
            parts.append(format_html('<a href="{}"{}>{}{}{}</a>', item.url, here, dash, icon_svg(item.icon, "l"), label))
    return SafeString("".join(parts))


@register.simple_block_tag(takes_context=True)
def topbar(context: Context, content: str, *, url: str, to: Words, note: Words = "") -> SafeString:
    """Lead back to `to`: an arrow and a note on a phone, a crumb on a desk; inside, one act at most."""
    return draw(context, "topbar", content=trimmed(content), url=url, to=to, note=note)


@register.simple_block_tag(takes_context=True)
def head(context: Context, content: str, title: Words, *, note: Words = "", words: Words = "", face: str = "") -> SafeString:
    """Open a page with its finding; note whose and when above, a line of context below, at most two acts inside."""
    return draw(
        context, "head", content=trimmed(content), title=title, note=note, words=words, face=face, is_long=_has_long_part(str(title))
    )


def _has_long_part(title: str) -> bool:
    """Test if a Chinese headline has no place to break within a phone's line: it then breaks between any two signs."""
    return any(len(part) > _LONG_PART for part in _CHINESE.findall(title))


@register.simple_block_tag
def part(content: str, name: str, *, url: str, id: str = "", **extra: Any) -> SafeString:
    """Hold a part that is fetched again by its own URL when a live message names it (the URL must answer with this very part)."""
    return format_html(
        '<div id="{}" data-part="{}" data-part-url="{}"{}>{}</div>',
        id or f"part-{name}".replace(":", "-"),
        name,
        url,
        attrs(extra),
        trimmed(content),
    )


@register.simple_block_tag(takes_context=True)
def thumb(context: Context, content: str, *, note: Words = "") -> SafeString:
    """Keep the one primary act of a form within the thumb's reach on a phone; on a desk it stands in place."""
    return draw(context, "thumb", content=trimmed(content), note=note)


@register.simple_tag(takes_context=True)
def look_choice(context: Context) -> SafeString:
    """Let the reader choose theme and language; at once with JavaScript, by a button without."""
    theme = context.get("theme") or ""
    held = {name: context.get(key) for name, key in (("request", "request"), ("token", "csrf_token"), ("is_presenting", "is_presenting"))}
    return draw(context, "look_choice", theme=theme, **held)


@register.simple_tag(takes_context=True)
def more_ways(context: Context) -> SafeString:
    """List, on a phone, the ways of the menu that have no place in the tab bar; many lie under their headings and are opened by a tap."""
    ways = [item for item in context.get("menu") or () if not item.in_dock]
    groups = [(name, list(some)) for name, some in groupby(ways, key=lambda one: str(one.group))]
    return draw(context, "more_ways", ways=ways, groups=groups if len(ways) > MOST_WAYS_AT_ONCE else ())
