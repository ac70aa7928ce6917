"""What somebody wrote: what is left out, and how much of it can be taken."""

from bole.reviews.refusals import NoWords, TooManyWords
from bole.work.rules.wording import is_safe

MOST_WORDS = 1000


def written(text: str, *, most: int = MOST_WORDS, where: str = "words") -> str:
    """Return the text without what nobody sees or what turns the direction of reading; its lines stay.

    :raises NoWords: if nothing is left
    :raises TooManyWords: if there is more than `most`
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    kept = "\n".join("".join(" " if sign == "\t" else sign for sign in line if sign == "\t" or is_safe(sign)).rstrip() for line in lines)
    kept = kept.strip()
    if not kept:
        raise NoWords(where=where)
    if len(kept) > most:
        raise TooManyWords(count=len(kept), most=most, over=len(kept) - most, where=where)
    return kept


def written_if_any(text: str, *, most: int = MOST_WORDS, where: str = "words") -> str:
    """Return the same of words that may be left out: nothing where there are none.

    :raises TooManyWords: if there is more than `most`
    """
    return written(text, most=most, where=where) if text.strip() else ""
