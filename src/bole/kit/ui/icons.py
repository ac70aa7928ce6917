"""Icons of Lucide, and the mark: inline SVG, so that a part fetched alone carries what it shows."""

from functools import cache
from importlib.resources import files
from xml.etree import ElementTree
from zipfile import ZipFile

from django.template import Context
from django.utils.safestring import SafeString, mark_safe

from bole.kit.ui.library import draw, register

_SVG = "{http://www.w3.org/2000/svg}"
_SIZES = {"": "icon", "s": "icon icon-s", "l": "icon icon-l"}


@cache
def drawing_of(name: str) -> str:
    """Return the strokes of an icon.

    :raises KeyError: if Lucide has no icon of this name
    """
    with files("lucide").joinpath("lucide.zip").open("rb") as packed, ZipFile(packed) as icons:
        root = ElementTree.fromstring(icons.read(f"{name}.svg"))  # noqa: S314  (comes with the package)
    strokes = []
    for node in root:
        shape = "".join(f' {key}="{value}"' for key, value in node.attrib.items())
        strokes.append(f"<{node.tag.removeprefix(_SVG)}{shape}/>")
    return "".join(strokes)


@cache
def icon_svg(name: str, size: str = "") -> SafeString:
    """Return an icon that a screen reader passes over; the word beside it is what counts."""
    return mark_safe(  # noqa: S308  (strokes come from the package)
        f'<svg class="{_SIZES[size]}" viewBox="0 0 24 24" aria-hidden="true">{drawing_of(name)}</svg>'
    )


@register.simple_tag
def icon(name: str, size: str = "") -> SafeString:
    """Draw an icon: 20 px, `size="s"` 16 px in notes, `size="l"` 24 px in the tab bar."""
    return icon_svg(name, size)


@register.simple_tag(takes_context=True)
def mark(context: Context, cls: str = "mark", label: str = "") -> SafeString:
    """Draw the mark; with a label it is an image to a screen reader, without it is ornament."""
    return draw(context, "mark", cls=cls, label=label)


@register.simple_tag(takes_context=True)
def mark_symbol(context: Context) -> SafeString:
    """Define the mark and the hatch once a page; the shells do it."""
    return draw(context, "symbols")


def state_icon(tone: str) -> SafeString:
    """Return the shape that goes with a tone, so that colour never speaks alone."""
    shape = {
        "act": "triangle-alert",
        "watch": "eye",
        "good": "arrow-up",
        "done": "circle-check",
        "wait": "clock",
        "fall": "arrow-down",
    }.get(tone)
    return icon_svg(shape, "s") if shape else mark_safe("")
