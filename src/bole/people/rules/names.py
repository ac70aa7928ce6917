"""A person's one name: how it is written, sorted, found and cut short."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bole.people.rules.surnames import DOUBLE, SINGLE
from bole.values.refusal import Invalid, say

LONGEST_NAME = 100
LONGEST_NUMBER = 40
LONGEST_KEY = 200
LONGEST_SEARCH = 1000

# Every dot that systems put between the parts of a Uyghur, Tibetan or foreign name becomes U+00B7.
DOTS = "·•‧∙⋅・･᛫●‣․"
_DOTS = re.compile(rf"\s*[{DOTS}]\s*")
_HAN = "\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_DOT_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])\s*[.．。]\s*(?=[{_HAN}])")
_SPACE_BETWEEN_HAN = re.compile(rf"(?<=[{_HAN}])\s+(?=[{_HAN}])")
_HAN_LETTER = re.compile(rf"[{_HAN}]")
_PIECES = re.compile(rf"[{_HAN}]+|[^{_HAN}\s·]+")
_UNSEEN = frozenset(f"{DOTS}|'’")
_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")


class NoName(Invalid):
    """A person has a name."""

    code = "no_name"
    sentence = say("The name is missing.")


class NameTooLong(Invalid):
    """A name fits on a card."""

    code = "name_too_long"
    sentence = say("The name has {length} characters; the limit is {limit}.")


class HiddenCharacters(Invalid):
    """Characters that nobody sees make two names out of one."""

    code = "hidden_characters"
    sentence = say("“{text}” holds a character that cannot be seen ({which}). Type it again instead of copying it.")


class BadNumber(Invalid):
    """A staff number is short, plain text."""

    code = "bad_number"
    sentence = say("“{text}” is no staff number. Use up to {limit} letters, digits, dots, hyphens or underscores.")


@dataclass(frozen=True, slots=True)
class NameKeys:
    """What a name is sorted and found by."""

    sort: str
    search: str


def hidden_character(text: str) -> str:
    """Return the name of the first character that cannot be seen (control, format, surrogate), or nothing."""
    for letter in text:
        if unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Zl", "Zp"}:
            return f"U+{ord(letter):04X}"
    return ""


def normalise_text(text: str) -> str:
    """Return the text in one form: NFKC, no spaces at its ends, single spaces inside.

    :raises HiddenCharacters: if it holds a character that cannot be seen
    """
    which = hidden_character(text.strip())
    if which:
        raise HiddenCharacters(text="".join(c for c in text if not hidden_character(c)).strip(), which=which)
    return " ".join(unicodedata.normalize("NFKC", text).split())


def normalise_name(text: str) -> str:
    """Return the name in the one form that is stored: NFKC, one kind of middle dot, no spaces between Chinese characters.

    :raises NoName: if nothing is left
    :raises NameTooLong: if it has more than 100 characters
    :raises HiddenCharacters: if it holds a character that cannot be seen
    """
    name = _DOTS.sub("·", normalise_text(text)).strip("·")
    name = _SPACE_BETWEEN_HAN.sub("", _DOT_BETWEEN_HAN.sub("·", name))
    if not name:
        raise NoName(where="name")
    if len(name) > LONGEST_NAME:
        raise NameTooLong(where="name", length=len(name), limit=LONGEST_NAME)
    return name


def normalise_number(text: str) -> str:
    """Return the staff number in the one form that is stored; its case and its leading zeros stay.

    :raises BadNumber: if it is empty, too long or holds other characters
    """
    number = normalise_text(text)
    if len(number) > LONGEST_NUMBER or not _NUMBER.fullmatch(number):
        raise BadNumber(where="number", text=number[:LONGEST_NUMBER], limit=LONGEST_NUMBER)
    return number


def name_keys(name: str, *, name_en: str = "", numbers: Sequence[str] = ()) -> NameKeys:
    """Return what sorts the person by pinyin, and all that a search finds the person by.

    The search key is `|token|token|`, lower case; syllables in a token are parted by spaces, so that 欧阳雪 is found by ouyangxue,
    oyx and ouyx alike.
    """
    surname, given = _split(name)
    readings = _readings(surname)
    words = [_syllables(word) for word in re.split(r"[\s·]+", given)]
    syllables = [one for word in words for one in word]
    tokens = [plain(name)]
    tokens += [" ".join([*reading, *syllables]) for reading in readings]
    tokens += _ways_round([" ".join(word) for word in words])
    tokens += _ways_round(plain(name_en).split())
    tokens += [_flat(number) for number in numbers]
    sort = [*("".join(reading) for reading in readings[:1]), *syllables]
    return NameKeys(
        sort="0".join(_sortable(part) for part in sort)[:LONGEST_KEY],
        search=_joined(tokens),
    )


def plain(text: str) -> str:
    """Return the text as a search compares it: lower case, without accents and middle dots."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in parted if not unicodedata.combining(c) and c not in _UNSEEN).split())


def _flat(text: str) -> str:
    return plain(text).replace(" ", "")


def _ways_round(words: Sequence[str]) -> list[str]:
    """Return the words beginning at each of them: Zhang San is also looked for as San Zhang."""
    return [" ".join([*words[n:], *words[:n]]) for n in range(min(len(words), 8))]


def _split(name: str) -> tuple[str, str]:
    """Return surname and given name of a Chinese name; another name has no surname that we could tell."""
    if "·" in name or not _HAN_LETTER.match(name):
        return "", name
    if len(name) > 2 and name[:2] in DOUBLE:
        return name[:2], name[2:]
    return name[:1], name[1:]


def _readings(surname: str) -> list[list[str]]:
    """Return the readings of a surname, the usual one first."""
    if not surname:
        return []
    if surname in DOUBLE:
        return [DOUBLE[surname].split()]
    return [[reading] for reading in SINGLE.get(surname) or (_flat(_sounds(surname)[0]),)]


def _syllables(text: str) -> list[str]:
    """Return the syllables of the Chinese characters and the words in between."""
    found: list[str] = []
    for piece in _PIECES.findall(text):
        found += _sounds(piece) if _HAN_LETTER.match(piece) else [piece]
    return [flat for one in found if (flat := _flat(one))]


def _sounds(text: str) -> list[str]:
    """Return how each Chinese character sounds."""
    from pypinyin import lazy_pinyin  # here: a quarter of a second, which no process should wait for before it can answer

    return lazy_pinyin(text)


def _sortable(syllable: str) -> str:
    """Return the syllable in a-z and 0-9 only, so that both databases sort it alike; others come last."""
    return "".join(c if c.isascii() and c.isalnum() else f"zz{ord(c):05x}" for c in syllable)


def _joined(tokens: Sequence[str]) -> str:
    """Join the tokens, each once; ü is found as v, u and yu."""
    all_ways = [way for token in tokens for way in (token, *_without_umlaut(token))]
    kept = "|"
    for token in dict.fromkeys(all_ways):
        if token and len(kept) + len(token) < LONGEST_SEARCH:
            kept += token + "|"
    return kept


def _without_umlaut(token: str) -> list[str]:
    if not re.search(r"\b[ln]v", token):
        return []
    return [re.sub(r"\b([ln])v", rf"\1{u}", token) for u in ("u", "yu")]
