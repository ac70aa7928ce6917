"""Finding units, positions, families and grades by what a file calls them, and saying what they may have meant."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from bole.connect.people_file.plan import Created, Thing
from bole.connect.people_file.refusals import SeveralOf, UnknownWord, UnknownWordLike
from bole.people.rules.entries import short_text
from bole.values.refusal import say

_PARTS = re.compile(r"\s*[/\\>＞›»|]\s*|\s+-\s+")
_RANK = re.compile(r"(\d+)\s*$")
NAMES: dict[Thing, str] = {
    "unit": say("unit"),
    "position": say("position"),
    "family": say("job family"),
    "grade": say("job grade"),
}
MOST_TOLD = 5
# Between names that may be Chinese or English, in a sentence of either language.
BETWEEN = " · "


@dataclass(frozen=True, slots=True)
class Word:
    """Something that can be named: its key, code, names, and what it lies under (the unit above, the position's family)."""

    key: int
    code: str
    name: str
    name_en: str = ""
    parent: int | None = None


def plain(text: str) -> str:
    """Return the text as names are compared: NFKC, no spaces, no case."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


@dataclass(slots=True)
class Words:
    """All things of one kind, found by code or by name. Where missing things are made, they are noted in `created`."""

    thing: Thing
    words: dict[int, Word] = field(default_factory=dict)
    creates: bool = False
    created: list[Created] = field(default_factory=list)
    _by_text: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _told: dict[str, str] = field(default_factory=dict)

    def add(self, words: Iterable[Word]) -> None:
        """Take these in."""
        for word in words:
            self.words[word.key] = word
            for text in {plain(word.code), plain(word.name), plain(word.name_en)} - {""}:
                self._by_text[text].append(word.key)

    def code_of(self, key: int | None) -> str:
        """Return the code; nothing for None."""
        return self.words[key].code if key is not None else ""

    def name_of(self, key: int | None) -> str:
        """Return the name, or the code of what has none; nothing for None."""
        return (self.words[key].name or self.words[key].code) if key is not None else ""

    def find(self, text: str, *, among: int | None = None, prefer: int | None = None) -> int:
        """Return the key of what the text names; `among` narrows to what lies under it, `prefer` decides between several.

        :raises UnknownWord: if there is none, with some that look like it
        :raises SeveralOf: if the text fits several
        """
        keys = list(dict.fromkeys(self._by_text.get(plain(text), [])))
        exact = [key for key in keys if plain(self.words[key].code) == plain(text)]
        keys = exact or keys
        if among is not None:
            keys = [key for key in keys if self.words[key].parent == among] or keys
        if not keys:
            return self._missing(text, among)
        if prefer in keys:
            return prefer
        if len(keys) > 1:
            raise SeveralOf(text=text[:60], which=BETWEEN.join(f"{self.name_of(key)} ({self.code_of(key)})" for key in keys[:MOST_TOLD]))
        return keys[0]

    def _missing(self, text: str, among: int | None) -> int:
        if not self.creates or (self.thing == "position" and among is None):
            raise self._unknown(text)
        name = short_text(text, where=self.thing)
        key = -len(self.created) - 1
        rank = 0
        if self.thing == "grade":
            found = _RANK.search(name)
            if not found or len(name) > 20:
                raise self._unknown(text)
            rank = int(found[1]) % 32768
        code = name if self.thing == "grade" else self.free_code()
        made = Created(self.thing, key, code, name, among, rank)
        self.created.append(made)
        self.add([Word(key, code, name, parent=among)])
        return key

    def free_code(self) -> str:
        """Return the next code that nothing has."""
        taken = {word.code for word in self.words.values()}
        return next(code for n in range(1, len(taken) + 2) if (code := f"{self.thing[:1].upper()}{n:04d}") not in taken)

    def _unknown(self, text: str, *, look: str = "") -> UnknownWord:
        """Return the refusal, with names that look like the text."""
        if text not in self._told:
            names = {plain(word.name): word.name for word in self.words.values() if word.name}
            names |= {plain(word.code): word.code for word in self.words.values()}
            self._told[text] = BETWEEN.join(names[one] for one in get_close_matches(plain(look or text)[:60], list(names), n=3, cutoff=0.5))
        like = self._told[text]
        kind = UnknownWordLike if like else UnknownWord
        return kind(what=NAMES[self.thing], text=text[:60], **({"like": like} if like else {}))


@dataclass(slots=True)
class Units(Words):
    """Units, found by code, by name, or by the end of their path: 研发中心/算法部."""

    thing: Thing = "unit"
    _by_end: defaultdict[tuple[str, ...], list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, words: Iterable[Word]) -> None:
        """Take these in; a unit comes after the one above."""
        for word in words:
            self.words[word.key] = word
            self._by_text[plain(word.code)].append(word.key)
            for names in {tuple(plain(name) for name in self.path_of(word.key)), tuple(plain(name) for name in self._english(word.key))}:
                for n in range(len(names)):
                    self._by_end[names[n:]].append(word.key)

    def path_of(self, key: int | None) -> list[str]:
        """Return the names from the root down."""
        return [*self.path_of(self.words[key].parent), self.words[key].name] if key is not None else []

    def _english(self, key: int | None) -> list[str]:
        return [*self._english(self.words[key].parent), self.words[key].name_en] if key is not None else []

    def name_of(self, key: int | None) -> str:
        """Return the path by names, without the root where there is something below it."""
        path = self.path_of(key)
        return "/".join(path[1:] or path)

    def find(self, text: str, *, among: int | None = None, prefer: int | None = None) -> int:
        """Return the key of the unit that the text names.

        :raises UnknownWord: if there is none, with some that look like it
        :raises SeveralOf: if several units have this name
        """
        parts = [part for part in _PARTS.split(text.strip()) if part]
        ends = tuple(plain(part) for part in parts)
        keys = self._by_text.get(plain(text), []) or list(dict.fromkeys(self._by_end.get(ends, [])))
        # A path may leave out the company; a single name that several units have stays unclear.
        paths = {ends, (*self._root(), *ends)} if len(ends) > 1 else {ends}
        whole = [key for key in keys if tuple(plain(name) for name in self.path_of(key)) in paths]
        keys = whole or keys
        if len(keys) > 1 and prefer not in keys:
            raise SeveralOf(text=text[:60], which=BETWEEN.join(self.name_of(key) for key in keys[:MOST_TOLD]))
        if keys:
            return next((key for key in keys if key == prefer), keys[0])
        if self.creates and parts:
            return self._grow(parts, text)
        raise self._unknown(text, look=parts[-1] if parts else text)

    def _root(self) -> tuple[str, ...]:
        """Return the name of the one root; nothing if there are several or none."""
        roots = [word for word in self.words.values() if word.parent is None]
        return (plain(roots[0].name),) if len(roots) == 1 else ()

    def _grow(self, parts: Sequence[str], text: str) -> int:
        """Note the units of a path that are missing, under the longest beginning of it that is there.

        :raises UnknownWord: if it is not clear under which company they would lie
        """
        roots = [word for word in self.words.values() if word.parent is None]
        named = [word for word in roots if plain(word.name) == plain(parts[0])]
        root = named or (roots if len(roots) == 1 else [])
        if not root:
            raise self._unknown(text)
        at = root[0].key
        for part in parts[1:] if named else parts:
            below = next((key for key, word in self.words.items() if word.parent == at and plain(word.name) == plain(part)), None)
            at = below if below is not None else self._new(short_text(part, where="unit"), at)
        return at

    def _new(self, name: str, parent: int) -> int:
        key = -len(self.created) - 1
        code = self.free_code()
        self.created.append(Created("unit", key, code, name, parent))
        self.add([Word(key, code, name, parent=parent)])
        return key

    def above(self, key: int | None) -> list[int]:
        """Return the unit and all above it, from itself up."""
        return [key, *self.above(self.words[key].parent)] if key is not None else []
