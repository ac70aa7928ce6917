"""Our own words: what jieba is told beside its dictionary, and what means the same."""

import logging
import warnings
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

HERE = Path(__file__).resolve().parent
OFTEN = 20_000  # how often a word of ours is said to occur: it must win against its parts


class Cutter(Protocol):
    """What is used of jieba."""

    def cut_for_search(self, text: str) -> list[str]:
        """Return the words of a text, long ones also in their parts."""


@dataclass(frozen=True, slots=True)
class Idea:
    """Words that mean about the same: those that name it, those that hint at it."""

    code: str
    names: tuple[str, ...]
    hints: tuple[str, ...]


@cache
def ideas() -> tuple[Idea, ...]:
    """Return the ideas of synonyms.txt."""
    found = []
    for line in _lines("synonyms.txt"):
        code, _, words = line.partition(":")
        names, _, hints = words.partition("|")
        found.append(Idea(code=code.strip(), names=tuple(names.split()), hints=tuple(hints.split())))
    return tuple(found)


@cache
def hinted_by() -> Counter[str]:
    """Return how many ideas each hint hints at: what hints at many says little."""
    return Counter(hint for idea in ideas() for hint in idea.hints)


@cache
def stop_words() -> frozenset[str]:
    """Return the words that say nothing."""
    return frozenset(word for line in _lines("stop_words.txt") for word in line.split())


@cache
def tokenizer() -> Cutter:
    """Return jieba with our words; it is loaded by the first call and writes nothing."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's own source has escapes that Python warns of
        import jieba  # here: a third of a second, and memory, that most processes never need
    jieba.setLogLevel(logging.WARNING)
    made = jieba.Tokenizer()
    made.FREQ, made.total = made.gen_pfdict(made.get_dict_file())
    made.initialized = True
    for word in dict.fromkeys([*_lines("field_words.txt"), *(name for idea in ideas() for name in (*idea.names, *idea.hints))]):
        if len(word) > 1:
            made.add_word(word, OFTEN)
    cutter: Cutter = made
    return cutter


def _lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [one.strip() for one in text.splitlines() if one.strip() and not one.startswith("#")]
