"""What the system says back: toasts, empty places, refusals, dialogs, the offline bar."""

from typing import Any

from django.contrib.messages import get_messages
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bole.kit.ui.library import Words, attrs, draw, register, trimmed


@register.simple_block_tag(takes_context=True)
def toast(context: Context, content: str, *, url: str = "", undo: Words = "", stays: bool = False) -> SafeString:
    """Say that something is done, over the tab bar, for six seconds (`stays` keeps it); `undo` is a link on the right."""
    return draw(context, "toast", content=trimmed(content), url=url, undo=undo, stays=stays)


@register.simple_tag(takes_context=True)
def toasts(context: Context) -> SafeString:
    """Show Django's messages as toasts; the shell does it. A message with `extra_tags="stays"` waits to be closed."""
    request = context.get("request")
    found = list(get_messages(request)) if request is not None else []
    return draw(context, "toasts", found=found)


@register.simple_block_tag(takes_context=True)
def empty(context: Context, content: str, title: Words, *, words: Words = "", left: bool = False) -> SafeString:
    """Say what will appear here and what to do now; what stands inside is the way there."""
    return draw(context, "empty", content=trimmed(content), title=title, words=words, left=left)


@register.simple_block_tag(takes_context=True)
def refused(context: Context, content: str, title: Words, *, words: Words = "", level: int = 0, **extra: Any) -> SafeString:
    """Say what happened, what is safe (`words`) and, inside, what to do now. `level` makes the sentence a heading."""
    return draw(context, "refused", content=trimmed(content), title=title, words=words, level=level, extra=attrs(extra))


@register.simple_block_tag(takes_context=True)
def dialog(context: Context, content: str, ident: str, *, title: Words, words: Words = "", wide: bool = False) -> SafeString:
    """Ask before what cannot be undone: question, consequence, then the form inside. Called by `{% button opens=ident %}`.

    Without JavaScript it opens by its address (`#ident`).
    """
    return draw(context, "dialog", content=content, ident=ident, title=title, words=words, wide=wide)


@register.simple_block_tag(takes_context=True)
def notice(context: Context, content: str, *, icon: str = "wifi-off", **extra: Any) -> SafeString:
    """Say under the top bar what stays true for a while: no network, data as of an hour ago."""
    return draw(context, "notice", content=trimmed(content), icon=icon, extra=attrs(extra))


@register.simple_tag
def ghost(lines: int = 3) -> SafeString:
    """Show the shape of what comes while it loads; still, and only after 300 ms."""
    return format_html('<div class="ghost-lines" aria-hidden="true">{}</div>', SafeString("<i></i>" * lines))
