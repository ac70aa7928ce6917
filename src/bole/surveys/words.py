"""Surveys in words, for the pages of every room that asks something."""

from django.utils.translation import gettext as _


def answered_words(*, asked: int, answered: int | None) -> str:
    """Return how many are asked and how many took part, where that tells of nobody."""
    if answered is None:
        return _("%(asked)s asked; how many answered is not shown of a small group") % {"asked": asked}
    return _("%(answered)s of %(asked)s answered up to yesterday") % {"asked": asked, "answered": answered}
