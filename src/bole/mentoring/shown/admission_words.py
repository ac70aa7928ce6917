"""How requirements are joined, in words."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext


def how_words(how: str, least: int) -> str:
    """Say how a group joins its parts."""
    if how == "at_least":
        return ngettext("At least %(n)s of these:", "At least %(n)s of these:", least) % {"n": least}
    return _("Any of these:") if how == "any" else _("All of these:")
