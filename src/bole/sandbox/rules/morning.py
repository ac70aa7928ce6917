"""What was known last night, and what this morning brought."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bole.work.rules.item import ItemVersion
from bole.work.rules.moments import microseconds


def last_night(item: ItemVersion, midnight: datetime) -> ItemVersion | None:
    """Return the item as it was known at midnight; None if there was none yet."""
    if item.version < microseconds(midnight):
        return item
    opened_at = item.opened_at
    if opened_at is None or opened_at >= midnight:
        return None
    responded_at = item.responded_at if item.responded_at and item.responded_at < midnight else None
    return replace(
        item,
        state="open",
        closed_at=None,
        responded_at=responded_at,
        marks=frozenset(mark for mark in item.marks if mark.moment < midnight),
        version=microseconds(responded_at or opened_at),
    )


def parted(items: Iterable[ItemVersion], midnight: datetime) -> tuple[list[ItemVersion], list[ItemVersion]]:
    """Return what was known at midnight, and what came after it."""
    known, since = [], []
    for item in items:
        before = last_night(item, midnight)
        if before is not None:
            known.append(before)
        if before is not item:
            since.append(item)
    return known, since
