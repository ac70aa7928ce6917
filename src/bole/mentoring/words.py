"""Mentoring in words, for the pages and notices of every room: what duties are called."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DUTIES: Mapping[str, str | Promise] = {
    "meeting": _("mentoring talk"),
    "test": _("quarterly skill test"),
    "report": _("half-year report"),
}


def duty_name(kind: str) -> str:
    """Return what is due."""
    return str(DUTIES.get(kind, kind))
