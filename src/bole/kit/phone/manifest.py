"""The app as a phone installs it: name, icons, pictures, shortcuts, and what can be shared into it."""

from typing import Any

from django.templatetags.static import static
from django.utils.translation import get_language
from django.utils.translation import gettext as _

PAPER = "#f7f4ec"
ICONS = (
    ("icon.svg", "any", "any"),
    ("icon-192.png", "192x192", "any"),
    ("icon-512.png", "512x512", "any"),
    ("icon-maskable.png", "512x512", "maskable"),
)
# What can be handed in as a result.
SHARED = ("image/*", "application/pdf", "text/plain", ".docx", ".xlsx", ".pptx")
NARROW, WIDE = ("390x844", "narrow"), ("1440x900", "wide")


def manifest_told() -> dict[str, Any]:
    """Return the manifest in the reader's language."""
    language = "en" if (get_language() or "").startswith("en") else "zh"
    return {
        "name": _("Bole: performance, mentoring, growth"),
        "short_name": _("Bole"),
        "description": _(
            "Where you stand, who helps you, what to learn next. What was read and what you write stays at hand without a network."
        ),
        "lang": "en" if language == "en" else "zh-Hans",
        "dir": "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "orientation": "any",
        "background_color": PAPER,
        "theme_color": PAPER,
        "categories": ["business", "productivity", "education"],
        "prefer_related_applications": False,
        "icons": [{"src": static(name), "type": _kind(name), "sizes": sizes, "purpose": purpose} for name, sizes, purpose in ICONS],
        "screenshots": [
            _picture("home", language, NARROW, _("The home page on a phone")),
            _picture("score", language, NARROW, _("A live score opened")),
            _picture("desk", language, WIDE, _("The home page on a desk")),
        ],
        "share_target": {
            "action": "/results/share/",
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {"title": "title", "text": "text", "url": "url", "files": [{"name": "file", "accept": list(SHARED)}]},
        },
        "shortcuts": [
            _shortcut(_("My performance"), "/performance/"),
            _shortcut(_("Mentoring"), "/mentoring/"),
            _shortcut(_("Submit a result"), "/results/new/"),
            _shortcut(_("Write feedback"), "/feedback/new/"),
            _shortcut(_("Waiting to be sent"), "/waiting/"),
        ],
    }


def _kind(name: str) -> str:
    return "image/svg+xml" if name.endswith(".svg") else "image/png"


def _picture(name: str, language: str, form: tuple[str, str], label: str) -> dict[str, str]:
    sizes, factor = form
    return {"src": static(f"pictures/{name}-{language}.png"), "type": "image/png", "sizes": sizes, "form_factor": factor, "label": label}


def _shortcut(name: str, address: str) -> dict[str, Any]:
    return {"name": name, "url": address, "icons": [{"src": static("icon-192.png"), "sizes": "192x192", "type": "image/png"}]}
