"""What differs between the two languages in putting words together: names in either, lists, notes, sentences."""

from collections.abc import Iterable

from django.utils.translation import get_language


def is_english() -> bool:
    """Test if the reader reads English."""
    return (get_language() or "").startswith("en")


def either(zh: str, en: str) -> str:
    """Return the name in the reader's language; what has no other one is said as it is."""
    return en or zh if is_english() else zh or en


def listed(names: Iterable[str]) -> str:
    """Set names one after the other: 李四、林静."""
    return (", " if is_english() else "、").join(names)


def joined(*parts: str) -> str:
    """Set parts of a note one after the other."""
    return (", " if is_english() else "，").join(part for part in parts if part)


def sentences(*said: str) -> str:
    """Set whole sentences one after the other; Chinese has no space between them."""
    return (" " if is_english() else "").join(one for one in said if one)
