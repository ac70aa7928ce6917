"""Words of two languages, in the reader's one; minutes and points in words."""

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from bole.kit.ui.words import shown


def said(zh: str, en: str) -> str:
    """Return what the reader reads: English for who reads English, if it is there, else Chinese."""
    return en if en and (get_language() or "").startswith("en") else zh


def titled(zh: str, en: str) -> str:
    """Return a title as it stands in a sentence: 《导师带教技巧》."""
    return _("“%(title)s”") % {"title": said(zh, en)}


def minutes_words(minutes: int) -> str:
    """Write a time: 40 minutes, 3 hours, 1 hour 20 minutes."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(count)s hour", "%(count)s hours", hours) % {"count": hours})
    if rest or not hours:
        # 1小时20分, but 40分钟.
        form = (
            ngettext("%(count)s more minute", "%(count)s more minutes", rest)
            if hours
            else ngettext("%(count)s minute", "%(count)s minutes", rest)
        )
        parts.append(form % {"count": rest})
    return _("{a} {b}").format(a=parts[0], b=parts[1]) if len(parts) == 2 else parts[0]


def points_words(points: int) -> str:
    """Write points of 100, given in hundredths: 76, or 66.7."""
    return shown(points, 0 if points % 100 == 0 else 1)
