"""Finding a title as it is typed: Chinese anywhere in it, letters by pinyin, initials or English words, each beginning at a word."""

import re
from functools import lru_cache

from bole.people.rules.names import plain
from bole.people.rules.searches import matches, wanted

MOST_WORDS = 24
_PIECES = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=8192)
def key_of(*titles: str) -> str:
    """Return what titles are found by: each as it stands, and its syllables or words from each of them on."""
    from pypinyin import lazy_pinyin  # here: a quarter of a second, which no process should wait for before it can answer

    tokens: list[str] = []
    for title in titles:
        flat = plain(title)
        tokens.append(flat.replace(" ", ""))
        words = [word for part in lazy_pinyin(flat) for word in _PIECES.findall(part)][:MOST_WORDS]
        tokens += [" ".join(words[n:]) for n in range(len(words))]
    return f"|{'|'.join(tokens)}|"


def is_found(text: str, *titles: str) -> bool:
    """Test if what is typed finds one of the titles; nothing typed finds all of them."""
    want = wanted(text)
    return want is None or matches(key_of(*titles), want)


def nearness(text: str, title: str) -> int:
    """Return how near a title is to what was typed, 0 the nearest: it is that, begins with it, holds it, or is found otherwise."""
    from pypinyin import lazy_pinyin  # here, as above

    typed = plain(text).replace(" ", "")
    flat = plain(title).replace(" ", "")
    said = "".join(lazy_pinyin(flat)) if typed.isascii() else flat
    if typed in {flat, said}:
        return 0
    return 1 if flat.startswith(typed) or said.startswith(typed) else 2 if typed in flat or typed in said else 3
