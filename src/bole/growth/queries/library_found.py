"""Finding things in the library: what the filters leave, by words in the order of how well they fit."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from bole.growth.models import LibraryItem
from bole.growth.queries.library import ItemRow, library_items
from bole.growth.queries.topics import topic_names
from bole.growth.rules.shelf import Wanted
from bole.growth.rules.words import Indexed, index
from bole.values.viewer import Viewer

MOST_FOLLOWING = 3


def found_in_library(viewer: Viewer, wanted: Wanted, *, day: date) -> tuple[ItemRow, ...]:
    """Return what the filters leave, the newest first; with words, what they fit best first (seven queries at most).

    :raises NotFound: unless the viewer learns here
    """
    kinds = (wanted.kind,) if wanted.kind else ()
    rows = library_items(viewer, kinds=kinds, topic=wanted.topic, stage=wanted.stage, day=day)
    return tuple(rows[place] for place, _likeness in ranked(wanted.words, rows)) if wanted.words.strip() else rows


def ranked(words: str, rows: Sequence[ItemRow]) -> tuple[tuple[int, float], ...]:
    """Return the places of the rows that answer the words, in the words of this field (`rules.words`), with their likeness (two queries).

    Title and topics count twice, then the text.
    """
    names = topic_names()
    texts = dict(LibraryItem.objects.filter(ref__in=[one.ref for one in rows]).values_list("ref", "text_zh"))
    documents = []
    for one in rows:
        head = " ".join([one.title_zh, one.title_en, *(name for topic in one.topics for name in names.get(topic, ()))])
        documents.append(f"{head} {head} {one.words_zh} {one.words_en} {texts.get(one.ref, '')}")
    return _indexed(tuple(documents)).ranked(words) if documents else ()


@lru_cache(maxsize=4)
def _indexed(documents: tuple[str, ...]) -> Indexed:
    """Return texts of the library made ready to be asked; made again when something in them changes."""
    return index(documents)


def following(viewer: Viewer, row: ItemRow, *, day: date) -> tuple[ItemRow, ...]:
    """Return what goes with an item: what shares most of its topics, the most read first (four queries).

    :raises NotFound: unless the viewer learns here
    """
    near = [one for one in library_items(viewer, day=day) if one.ref != row.ref and set(one.topics) & set(row.topics)]
    near.sort(key=lambda one: (-len(set(one.topics) & set(row.topics)), -one.reads_this_month, one.ref))
    return tuple(near[:MOST_FOLLOWING])
