"""Text from outside: what is refused in a name, and what is taken out of a title."""

import unicodedata
from urllib.parse import urlsplit

from bole.work.rules.refusals import BadCharacter, BadLink, EmptyText, TextTooLong

LONGEST_ID = 200
LONGEST_TITLE = 300
LONGEST_LINK = 2000

# They turn the direction of what follows: what one reads is not what is there.
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Nobody sees them. Other invisible ones, such as the joiners, stay in titles: scripts and emoji need them.
_UNSEEN = frozenset("\u00ad\u180e\u200b\u2028\u2029\u2060\ufeff")


def is_safe(letter: str) -> bool:
    """Test if a title may hold the character: no control, lone surrogate, turning or unseen one."""
    return unicodedata.category(letter) not in {"Cc", "Cs"} and letter not in _TURNING and letter not in _UNSEEN


def checked(text: str, *, field: str, where: str, longest: int = LONGEST_ID, may_join: bool = False) -> str:
    """Return the text as it is, if it can be taken.

    :raises EmptyText: if it is empty or only space, or has space around it
    :raises TextTooLong: if it is longer than `longest`
    :raises BadCharacter: if it holds a control, invisible or turning character
    """
    if not text.strip():
        raise EmptyText(field=field, where=where)
    if len(text) > longest:
        raise TextTooLong(field=field, length=len(text), limit=longest, where=where)
    for letter in text:
        if not is_safe(letter) or (unicodedata.category(letter) == "Cf" and not may_join):
            raise BadCharacter(field=field, character=f"U+{ord(letter):04X}", where=where)
    if text != text.strip():
        outer = text[0] if text[0].isspace() else text[-1]
        raise BadCharacter(field=field, character=f"U+{ord(outer):04X}", where=where)
    return text


def cleaned(text: str, *, longest: int = LONGEST_TITLE) -> str:
    """Return a title that can be shown: line breaks become spaces, unsafe characters go, what is too long ends in “…”."""
    spaced = "".join(" " if letter.isspace() else letter for letter in text)
    kept = " ".join("".join(letter for letter in spaced if is_safe(letter)).split())
    return kept if len(kept) <= longest else kept[: longest - 1] + "…"


def is_link(text: str) -> bool:
    """Test if the text is a web address without a password in it, so that a click on it runs nothing."""
    if len(text) > LONGEST_LINK or not all(is_safe(letter) and not letter.isspace() for letter in text):
        return False
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and "@" not in parts.netloc


def checked_link(text: str, *, field: str, where: str) -> str:
    """Return the link as it is.

    :raises BadLink: if it is no web address
    """
    if not is_link(text):
        raise BadLink(field=field, where=where)
    return text
