"""The ledger: a table on a desk, a list on a phone. Cells are written without a template: a page has hundreds."""

from typing import Any

from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bole.kit.ui.library import Words, attrs, draw, register, trimmed

_CELLS = {
    "text": "",
    "head": "",
    "num": "r num-cell",
    "number": "r off",
    "spark": "c-spark",
    "bullet": "c-bullet",
    "under": "c-under",
    "off": "off",
    "phone": "c-under off-desk",
}


@register.simple_block_tag(takes_context=True)
def ledger(context: Context, content: str, caption: Words, *, dense: bool = False, **extra: Any) -> SafeString:
    """Show a table: `columns_of` first, then a `line` each. The caption is for screen readers."""
    return draw(context, "ledger", content=content, caption=caption, dense=dense, extra=attrs(extra))


@register.simple_block_tag
def ledger_head(content: str) -> SafeString:
    """Name the columns of a ledger; the head stays in sight on a desk."""
    return format_html("<thead><tr>{}</tr></thead>", trimmed(content))


@register.simple_tag
def col(words: Words = "", *, kind: str = "text", sort: str = "", url: str = "") -> SafeString:
    """Name a column. Kinds as for `cell`; `url` orders by it, `sort` says how it is ordered now (ascending, descending)."""
    shape = " ".join(part for part in _CELLS[kind].split() if part != "num-cell")
    order = format_html(' aria-sort="{}"', sort) if sort else ""
    inside = format_html('<a href="{}">{}</a>', url, words) if url else words
    return format_html('<th scope="col" class="{}"{}>{}</th>', shape, order, inside)


@register.simple_block_tag
def line(content: str, **extra: Any) -> SafeString:
    """Write one row of a ledger; the link in its head cell covers the row."""
    return format_html("<tr{}>{}</tr>", attrs(extra), trimmed(content))


@register.simple_block_tag
def cell(content: str, kind: str = "text", **extra: Any) -> SafeString:
    """Write one cell. Kinds: head (names the row), text, num (right, stays on a phone), number (right, desk only), spark, bullet,
    under (below the name on a phone), off (desk only), phone (below the name, a phone only).
    """
    if kind == "head":
        return format_html('<th scope="row"{}>{}</th>', attrs(extra), trimmed(content))
    shape = _CELLS[kind]
    return (
        format_html('<td class="{}"{}>{}</td>', shape, attrs(extra), trimmed(content))
        if shape
        else format_html("<td{}>{}</td>", attrs(extra), trimmed(content))
    )
