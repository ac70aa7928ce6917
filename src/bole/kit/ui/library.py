"""Where every part of the look is registered, and how one is drawn."""

from collections.abc import Mapping
from typing import Any

from django.template import Context, Library
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe

register = Library()

Words = str | Promise
NOTHING = mark_safe("")


def draw(context: Context, name: str, /, **values: object) -> SafeString:
    """Render `ui/<name>.html` with these values and nothing of the page around it."""
    assert context.template is not None  # noqa: S101  (a tag is drawn inside a template)
    template = context.template.engine.get_template(f"ui/{name}.html")
    drawn: SafeString = template.render(context.new(values))
    return drawn


def attrs(extra: Mapping[str, Any]) -> SafeString:
    """Write keyword arguments as HTML attributes: `hx_get` becomes `hx-get`, True stands bare, False and None are left out."""
    parts = []
    for name, value in extra.items():
        if value is None or value is False:
            continue
        key = name.rstrip("_").replace("_", "-")
        parts.append(format_html(" {}", key) if value is True else format_html(' {}="{}"', key, value))
    return mark_safe("".join(parts))  # noqa: S308  (each part is escaped above)


def given(form: str, value: object) -> SafeString:
    """Write a value into its form, HTML of ours with one `{}`; nothing where there is none."""
    return format_html(form, value) if value else NOTHING


def trimmed(content: str) -> SafeString:
    """Return what stands between the tags without the white space around it."""
    return mark_safe(conditional_escape(content).strip())  # noqa: S308  (escaped or safe already)


def ident(words: object) -> str:
    """Return a stable id for a heading, made of its words."""
    total = 0
    for sign in str(words):
        total = (total * 131 + ord(sign)) % 0xFFFFFFF
    return f"h{total:x}"
