"""One item out of many deliveries, in whatever order and however often they come."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import reduce
from typing import NamedTuple

from bole.work.rules.item import FactValue, ItemVersion


def newer(a: ItemVersion, b: ItemVersion) -> ItemVersion:
    """Return what is known after both versions of an item: the greater (version, digest), with the marks of both.

    The order of the two, doubles and grouping make no difference. A retraction is a version like any other. What comes back equals the one
    that was stored: then the other brought nothing.

    :raises ValueError: if they are versions of two items
    """
    if a.external_id != b.external_id:
        raise ValueError(f"{a.external_id!r} and {b.external_id!r} are two items")
    if a == b:
        return a
    last = max(a, b, key=_version if a.version != b.version else digest)
    marks = a.marks | b.marks
    return last if marks == last.marks else replace(last, marks=marks)


def newest(versions: Iterable[ItemVersion]) -> ItemVersion:
    """Return what is known after all versions of one item.

    :raises TypeError: if there is none
    """
    return reduce(newer, versions)


def digest(item: ItemVersion) -> str:
    """Return 64 hexadecimal digits that tell two contents of one version apart. Marks are left out: they are united, never chosen."""
    content = [
        item.external_id,
        item.kind,
        item.version,
        item.account,
        item.state,
        item.title,
        item.link,
        item.project,
        _written(item.opened_at),
        _written(item.due_on),
        _written(item.responded_at),
        _written(item.closed_at),
        sorted(item.labels),
        item.values,
        item.is_retracted,
        item.account_name,
        item.account_email,
    ]
    # ASCII escapes keep text apart that no encoding could hold.
    return hashlib.sha256(json.dumps(content, separators=(",", ":")).encode("ascii")).hexdigest()


class Difference(NamedTuple):
    """What storing has to do: new facts, facts that changed (as they were, as they are), facts that are no more."""

    added: tuple[FactValue, ...]
    corrected: tuple[tuple[FactValue, FactValue], ...]
    withdrawn: tuple[FactValue, ...]


def diff(old: Iterable[FactValue], new: Iterable[FactValue]) -> Difference:
    """Compare the facts of an item before and after, by measure and ordinal."""
    before = {(fact.measure, fact.ordinal): fact for fact in old}
    after = {(fact.measure, fact.ordinal): fact for fact in new}
    return Difference(
        added=tuple(after[key] for key in sorted(after.keys() - before.keys())),
        corrected=tuple((before[key], after[key]) for key in sorted(before.keys() & after.keys()) if before[key] != after[key]),
        withdrawn=tuple(before[key] for key in sorted(before.keys() - after.keys())),
    )


def _written(moment: date | datetime | None) -> str | None:
    if isinstance(moment, datetime):
        return moment.astimezone(UTC).isoformat()
    return None if moment is None else moment.isoformat()


def _version(item: ItemVersion) -> int:
    return item.version
