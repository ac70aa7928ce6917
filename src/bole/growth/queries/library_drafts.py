"""Drafts of the library, and what each lacks to be published together with others."""

from collections.abc import Iterable
from dataclasses import dataclass

from bole.growth.models import LibraryItem
from bole.growth.permissions import insist_on_keeping
from bole.growth.queries.library import PUBLISHED, ItemRow, item_row
from bole.growth.rules.shelf import Lack, lacks
from bole.values.viewer import Viewer

MOST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftRow:
    """A draft and what it lacks; nothing, and it can be published."""

    row: ItemRow
    lacks: tuple[Lack, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafts:
    """The drafts that were changed last, and how many there are."""

    rows: tuple[DraftRow, ...]
    count: int


def drafts_for(viewer: Viewer) -> Drafts:
    """Return the drafts (three queries).

    :raises NotFound, NotYours: unless the viewer keeps the library
    """
    insist_on_keeping(viewer)
    found = LibraryItem.objects.filter(state="draft")
    items = list(found.defer("text_zh", "text_en", "body_zh", "body_en").order_by("-changed_at", "id")[:MOST])
    missing = lacks_of(items)
    return Drafts(rows=tuple(DraftRow(row=item_row(one), lacks=missing[one.pk]) for one in items), count=found.count())


def lacks_of(items: Iterable[LibraryItem]) -> dict[int, tuple[Lack, ...]]:
    """Return what each of these lacks; of two with one title the first is not in the way of itself (one query)."""
    rows = list(items)
    titles = {one.title_zh for one in rows}
    taken = set(LibraryItem.objects.filter(state=PUBLISHED, title_zh__in=titles).values_list("title_zh", flat=True))
    found: dict[int, tuple[Lack, ...]] = {}
    for one in rows:
        found[one.pk] = lacks(words=one.words_zh, topics=one.topics, is_title_taken=one.title_zh in taken)
        taken.add(one.title_zh)
    return found
