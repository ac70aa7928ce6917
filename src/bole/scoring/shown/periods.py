"""Periods and names in words."""

from django.utils.translation import get_language

from bole.kit.ui.periods import period_words

__all__ = ["is_english", "named", "period_words"]


def is_english() -> bool:
    """Test if the reader reads English."""
    return (get_language() or "").startswith("en")


def named(zh: str, en: str) -> str:
    """Return the name in the reader's language; what has no other one is said as it is."""
    return en or zh if is_english() else zh or en
