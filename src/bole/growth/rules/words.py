"""Words of Chinese and English texts: cutting them, knowing what means the same, and ranking texts by what is asked.

A text becomes words (jieba, with a dictionary of our own), pairs of neighbouring characters, and the ideas that its words name
(synonyms.txt). Both sides get their ideas, so that 客诉 finds 投诉处理 though they share no word. Ranking is TF-IDF with cosines.

jieba is loaded when the first text is cut (about a second), and keeps no cache: it would be written outside the data folder and saves a
tenth of a second.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bole.growth.rules.dictionary import hinted_by, ideas, stop_words, tokenizer

if TYPE_CHECKING:
    from scipy import sparse

HAN = re.compile(r"[一-鿿]+")
LATIN = re.compile(r"[a-z0-9][a-z0-9+#./'-]*")
OF_PAIRS, OF_NAMES, OF_HINTS = 0.35, 1.6, 0.7
HINTS_ENOUGH = 2


def plain(text: str) -> str:
    """Return the text in one form: full width as half width, small letters."""
    return unicodedata.normalize("NFKC", text).lower()


def cut(text: str) -> tuple[str, ...]:
    """Return the words of a text in order, without punctuation and without words that say nothing."""
    silent = stop_words()
    found = (one.strip() for one in tokenizer().cut_for_search(plain(text)))
    return tuple(one for one in found if one not in silent and (HAN.search(one) or LATIN.match(one)))


def widen(query: str) -> dict[str, float]:
    """Return the ideas that a text names or hints at, with how plainly."""
    whole = plain(query)
    latin = frozenset(LATIN.findall(whole))
    widened: dict[str, float] = {}
    for idea in ideas():
        names, hints = _present(idea.names, whole, latin), _present(idea.hints, whole, latin)
        if names or hints:
            shared = sum(1 / hinted_by()[one] for one in hints)
            widened[idea.code] = OF_NAMES * min(len(names), 2) ** 0.5 + OF_HINTS * min(shared, 3.0) ** 0.5
    return widened


def topics_in(text: str, topics: Iterable[str]) -> tuple[str, ...]:
    """Return which of the topics a text is about: named, or hinted at twice; the plainest first."""
    whole, wanted = plain(text), frozenset(topics)
    latin = frozenset(LATIN.findall(whole))
    found: dict[str, tuple[int, int]] = {}
    for idea in ideas():
        if idea.code not in wanted:
            continue
        names, hints = _present(idea.names, whole, latin), _present(idea.hints, whole, latin)
        if names or len(hints) >= HINTS_ENOUGH:
            found[idea.code] = (len(names), len(hints))
    return tuple(sorted(found, key=lambda code: (-found[code][0], -found[code][1], code)))


def _present(phrases: Sequence[str], whole: str, latin: frozenset[str]) -> list[str]:
    """Return the phrases that stand in a text: Latin ones as words of their own, none inside a longer one."""
    there = [one for one in phrases if (one in latin if LATIN.fullmatch(one) else one in whole)]
    return [one for one in there if not any(one != other and one in other for other in there)]


def terms(text: str) -> dict[str, float]:
    """Return what a text is compared by: words, pairs of characters, ideas."""
    counted: Counter[str] = Counter(cut(text))
    weights = {word: 1 + float(np.log(times)) for word, times in counted.items()}
    for run in HAN.findall(plain(text)):
        for at in range(len(run) - 1):
            pair = f"~{run[at : at + 2]}"
            weights[pair] = max(weights.get(pair, 0.0), OF_PAIRS)
    weights.update({f"={code}": strength for code, strength in widen(text).items()})
    return weights


@dataclass(frozen=True, slots=True)
class Indexed:
    """Texts made ready to be asked: their terms, and a row of weights of length 1 for each."""

    places: dict[str, int]
    rarity: NDArray[np.float64]
    rows: "sparse.csr_array"

    def ranked(self, query: str, *, at_most: int = 0) -> tuple[tuple[int, float], ...]:
        """Return the places of the texts that answer, the best first, with their likeness from 0 to 1; none that shares nothing."""
        asked = terms(query)
        weights = np.zeros(len(self.rarity))
        unknown = 0.0
        for term, weight in asked.items():
            place = self.places.get(term)
            if place is None:
                unknown += (weight * OF_PAIRS) ** 2
            else:
                weights[place] = weight * self.rarity[place]
        length = float(np.sqrt((weights**2).sum() + unknown))
        likeness = self.rows @ (weights / length) if length else np.zeros(self.rows.shape[0])
        order = np.argsort(-likeness, kind="stable")
        found = [(int(at), float(likeness[at])) for at in order if likeness[at] > 0]
        return tuple(found[:at_most] if at_most else found)


def index(documents: Sequence[str]) -> Indexed:
    """Return texts made ready to be asked many times."""
    from scipy import sparse  # here: a quarter of a second, which no process should wait for before it can answer

    told = [terms(one) for one in documents]
    places = {term: at for at, term in enumerate(sorted({term for one in told for term in one}))}
    counts = np.zeros(len(places))
    for one in told:
        for term in one:
            counts[places[term]] += 1
    rarity = np.log((1 + len(documents)) / (1 + counts)) + 1 if len(places) else counts
    row = [at for at, one in enumerate(told) for _ in one]
    column = [places[term] for one in told for term in one]
    weight = [value * rarity[places[term]] for one in told for term, value in one.items()]
    rows = sparse.csr_array((weight, (row, column)), shape=(len(documents), len(places)), dtype=np.float64)
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    scaled = sparse.diags_array(1 / np.where(length > 0, length, 1)) @ rows
    return Indexed(places=places, rarity=rarity, rows=sparse.csr_array(scaled))


def rank(query: str, documents: Sequence[str], *, at_most: int = 0) -> tuple[tuple[int, float], ...]:
    """Return the places of the documents that answer a query, the best first, with their likeness from 0 to 1."""
    return index(documents).ranked(query, at_most=at_most)
