"""The library as HR keeps it: drafts and what was withdrawn too, the text as typed, earlier versions, files."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bole.growth.models import LibraryItem, LibraryVersion
from bole.growth.permissions import can_read_banks
from bole.growth.queries.library import ItemPage, ItemRow, item_page, item_row, parent_of, reads_of
from bole.people.models import JobFamily, Person
from bole.values.refusal import NotFound
from bole.values.viewer import Viewer
from bole.vault.files import OpenFile, read_file


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptItem:
    """An item in HR's list."""

    row: ItemRow
    state: str
    changed_at: datetime
    changed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """A version: its number, who made it and when."""

    number: int
    made_at: datetime
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedItem:
    """An item to edit: how it reads, what its form holds, and its versions, the newest first."""

    page: ItemPage
    held: dict[str, Any]
    version: int
    versions: tuple[VersionRow, ...]


def kept_items(viewer: Viewer, *, day: date) -> tuple[KeptItem, ...]:
    """Return all items, the last changed first (two queries).

    :raises NotFound: unless the viewer is HR
    """
    if not can_read_banks(viewer):
        raise NotFound
    reads = reads_of(None, day)
    rows = LibraryItem.objects.defer("text_zh", "text_en", "body_zh", "body_en").order_by("-changed_at", "-id")
    return tuple(
        KeptItem(row=item_row(one, reads.get(one.pk, 0)), state=one.state, changed_at=one.changed_at, changed_by=one.changed_by)
        for one in rows
    )


def kept_item(viewer: Viewer, ref: str, *, day: date, number: int = 0) -> EditedItem:
    """Return an item to edit (seven queries at most); with a `number` the form holds how it read as of that version.

    :raises NotFound: unless the viewer is HR, and it is there
    """
    found = LibraryItem.objects.filter(ref=ref).first() if can_read_banks(viewer) else None
    if found is None:
        raise NotFound
    versions = list(LibraryVersion.objects.filter(item=found).defer("held").order_by("-number"))
    held = _held(found)
    if number and number != found.version:
        earlier = LibraryVersion.objects.filter(item=found, number=number).values_list("held", flat=True).first()
        if earlier is None:
            raise NotFound
        held |= {key: value for key, value in earlier.items() if key in held}
    author = held.pop("author_id")
    held["author"] = Person.objects.filter(pk=author).values_list("number", flat=True).first() or "" if author else ""
    return EditedItem(
        page=item_page(found, day=day), held=held, version=found.version,
        versions=tuple(VersionRow(number=one.number, made_at=one.made_at, made_by=one.made_by) for one in versions),
    )  # fmt: skip


def kept_file(viewer: Viewer, ref: str, file: str) -> OpenFile:
    """Open a file of an item that the viewer may read: published to whoever learns here, any to HR.

    :raises NotFound: otherwise
    """
    is_learning = viewer.person_id is not None and not viewer.is_external
    rows = LibraryItem.objects.filter(ref=ref)
    if not can_read_banks(viewer):
        rows = rows.filter(state="published") if is_learning else rows.none()
    if not rows.exists():
        raise NotFound
    return read_file(file, parent=parent_of(ref))


def families() -> tuple[tuple[str, str, str], ...]:
    """Return the job families: code, Chinese, English (one query)."""
    return tuple(JobFamily.objects.order_by("id").values_list("code", "name", "name_en"))


def _held(one: LibraryItem) -> dict[str, Any]:
    keys = ("kind", "title_zh", "title_en", "words_zh", "words_en", "text_zh", "text_en", "topics", "stages", "roles", "minutes", "video", "author_id")  # fmt: skip # noqa: E501
    return {key: getattr(one, key) for key in keys}
