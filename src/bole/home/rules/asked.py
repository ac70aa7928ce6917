"""What somebody means who does not use our names: words of our own lists that stand in what was typed."""

import re
from functools import cache
from pathlib import Path

from bole.people.rules.names import plain

HERE = Path(__file__).resolve().parent
MOST_PIECES = 3
_LATIN = re.compile(r"[a-z0-9:]+")
_HAN = re.compile(r"[一-鿿·]{2,}")


@cache
def _lists(name: str) -> dict[str, tuple[str, ...]]:
    """Return a list of ours: what is meant, and the words for it, the longest first."""
    lines = (HERE / f"{name}_words.txt").read_text(encoding="utf-8").splitlines()
    told = (line.partition(": ") for line in lines if line and not line.startswith("#"))
    return {code: tuple(sorted(words.split(), key=len, reverse=True)) for code, _, words in told}


def meant(text: str, name: str) -> dict[str, int]:
    """Return what is meant by a text, and how many characters of it say so; of words that overlap the longest counts."""
    flat = plain(text)
    latin = frozenset(_LATIN.findall(flat))
    found = {}
    for code, words in _lists(name).items():
        rest, said = flat, 0
        for word in words:
            if (word in latin) if _LATIN.fullmatch(word) else (word in rest):
                said += len(word)
                rest = rest.replace(word, " ")
        if said:
            found[code] = said
    return found


def pieces(text: str) -> tuple[str, ...]:
    """Return what may be names in a text: what is left of it without the words that people put around a name."""
    asked = flat = plain(text)
    for word in _lists("person")["asking"]:
        flat = flat.replace(word, " ")
    return tuple(one for one in _HAN.findall(flat) if one != asked.strip())[:MOST_PIECES]
