"""Hiding names and scores in a page before it leaves: what is not sent cannot be read off a screen.

Text that is shown and words that are read out are changed. What a form would send back is not, so that nothing is saved that nobody wrote;
fields are made illegible by style instead.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from html.parser import HTMLParser

NAME, SCORE = "•••", "••"
TAG = re.compile(r"(<[^>]*>)")
SAID = re.compile(r'(\b(?:aria-label|title|alt|data-label|data-value|data-confirm)=")([^"]*)(")')
# A score has decimals, is a share, or is called 分; dates, times and counts stay.
FIGURES = re.compile(r"(?<![\d.:/])[+\-\u2212]?\d{1,3}(?:\.\d{1,2}(?![\d.])|(?:\.\d+)?(?=\s?%)|(?=分(?!钟)))")
DIGITS = re.compile(r"\d+(?:\.\d+)?")
LATIN = re.compile(r"[A-Z][\w'-]*(?: [A-Z][\w'-]*){1,3}")
# In these every digit is a score or stands for one; a face shows what is left of a name.
OF_SCORES, OF_NAMES = frozenset({"figure", "delta", "move", "num", "round"}), frozenset({"face"})
NOT_SHOWN = frozenset({"script", "style", "textarea"})
VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})


@dataclass(frozen=True, slots=True)
class Names:
    """Names to hide: Chinese ones are found anywhere, others as whole words."""

    han: frozenset[str]
    latin: frozenset[str]
    first: frozenset[str]
    longest: int

    @classmethod
    def of(cls, names: Collection[str]) -> "Names":
        """Sort names by their script; one character alone is no name."""
        latin = frozenset(name for name in names if name.isascii() and " " in name)
        han = frozenset(name for name in names if len(name) > 1 and not name.isascii())
        return cls(han, latin, frozenset(name[0] for name in han), max((len(name) for name in han), default=0))

    def hidden(self, text: str) -> str:
        """Return the text without these names."""
        if self.latin:
            text = LATIN.sub(self._hidden_latin, text)
        if self.first.isdisjoint(text):
            return text
        parts, here = list[str](), 0
        while here < len(text):
            size = self._size_at(text, here)
            parts.append(NAME if size else text[here])
            here += size or 1
        return "".join(parts)

    def _size_at(self, text: str, here: int) -> int:
        if text[here] not in self.first:
            return 0
        return next((size for size in range(self.longest, 1, -1) if text[here : here + size] in self.han), 0)

    def _hidden_latin(self, found: re.Match[str]) -> str:
        words = found[0].split(" ")
        for size in range(len(words), 1, -1):
            for start in range(len(words) - size + 1):
                if " ".join(words[start : start + size]) in self.latin:
                    return " ".join([*words[:start], NAME, *words[start + size :]])
        return found[0]


class _Opened(HTMLParser):
    """Reads one tag."""

    tag, classes = "", frozenset[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep its name and classes."""
        self.tag, self.classes = tag, frozenset((dict(attrs).get("class") or "").split())


def hidden(html: str, names: Names) -> str:
    """Return a page, or a part of one, without these names and without scores."""
    parts, within, reader = list[str](), list[tuple[str, str]](), _Opened()
    for n, piece in enumerate(TAG.split(html)):
        if n % 2:
            parts.append(SAID.sub(lambda found: f"{found[1]}{_said(found[2], names)}{found[3]}", piece))
            _step(piece, within, reader)
        elif piece.strip():
            parts.append(_shown(piece, within, names))
        else:
            parts.append(piece)
    return "".join(parts)


def _said(text: str, names: Names) -> str:
    return FIGURES.sub(SCORE, names.hidden(text))


def _shown(text: str, within: list[tuple[str, str]], names: Names) -> str:
    kinds = {kind for _tag, kind in within}
    if "kept" in kinds:
        return text
    if "name" in kinds:
        return NAME
    said = names.hidden(text)
    return DIGITS.sub(SCORE, said) if "score" in kinds else FIGURES.sub(SCORE, said)


def _step(piece: str, within: list[tuple[str, str]], reader: _Opened) -> None:
    """Note which elements are open. Only those that matter are kept, and what lies in them."""
    if piece.startswith("</"):
        name = piece[2:-1].strip().lower()
        if within and within[-1][0] == name:
            within.pop()
        return
    if piece.startswith("<!") or piece.endswith("/>"):
        return
    reader.reset()
    reader.tag, reader.classes = "", frozenset()
    reader.feed(piece)
    kind = _kind(reader.tag, reader.classes)
    if reader.tag not in VOID and (kind or within):
        within.append((reader.tag, kind))


def _kind(tag: str, classes: frozenset[str]) -> str:
    if tag in NOT_SHOWN:
        return "kept"
    if classes & OF_NAMES:
        return "name"
    return "score" if tag == "svg" or classes & OF_SCORES else ""
