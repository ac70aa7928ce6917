"""The frame: top bar, the page's head, parts that stay live, what the shell needs."""

from typing import Any

from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

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


@register.simple_block_tag(takes_context=True)
def topbar(context: Context, content: str, *, url: str, to: Words, note: Words = "") -> SafeString:
    """Lead back to `to`: an arrow and a note on a phone, a crumb on a desk; inside, one act at most."""
    return draw(context, "topbar", content=trimmed(content), url=url, to=to, note=note)


@register.simple_block_tag(takes_context=True)
def head(context: Context, content: str, title: Words, *, note: Words = "", words: Words = "", face: str = "") -> SafeString:
    """Open a page with its finding; note whose and when above, a line of context below, at most two acts inside."""
    return draw(context, "head", content=trimmed(content), title=title, note=note, words=words, face=face)


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
    return draw(context, "look_choice", theme=theme, request=context.get("request"), token=context.get("csrf_token"))


@register.simple_tag(takes_context=True)
def more_ways(context: Context) -> SafeString:
    """List, on a phone, the ways of the menu that have no place in the tab bar."""
    return draw(context, "more_ways", ways=[item for item in context.get("menu") or () if not item.in_dock])
