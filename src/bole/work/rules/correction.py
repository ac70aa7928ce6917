"""What HR decides after a data objection. The item stays as the tool sent it; the decision lies over it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Literal

from bole.work.rules.item import ItemVersion, Kind, Mark

Emptied = Literal["account", "due_on", "responded_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A decision on one item. What is None stays as the tool says; `emptied` names fields that hold nothing any more.

    `decided_at` and `ref` order several decisions on one item: the later one has the last word.
    """

    decided_at: datetime
    ref: str
    is_excluded: bool = False
    kind: Kind | None = None
    account: str | None = None
    opened_at: datetime | None = None
    due_on: date | None = None
    responded_at: datetime | None = None
    closed_at: datetime | None = None
    values: tuple[tuple[str, int], ...] | None = None
    without_marks: frozenset[Mark] = frozenset()
    emptied: frozenset[Emptied] = frozenset()


def corrected(item: ItemVersion, corrections: Iterable[Correction]) -> ItemVersion:
    """Return the item as it counts: the tool's words with the decisions over them. An excluded item stands for nothing."""
    for correction in sorted(corrections, key=lambda each: (each.decided_at, each.ref)):
        item = _with(item, correction)
    return item


def _with(item: ItemVersion, correction: Correction) -> ItemVersion:
    without = correction.emptied
    return replace(
        item,
        kind=correction.kind or item.kind,
        account=None if "account" in without else correction.account or item.account,
        opened_at=correction.opened_at or item.opened_at,
        due_on=None if "due_on" in without else correction.due_on or item.due_on,
        responded_at=None if "responded_at" in without else correction.responded_at or item.responded_at,
        closed_at=correction.closed_at or item.closed_at,
        values=item.values if correction.values is None else correction.values,
        marks=item.marks - correction.without_marks,
        is_retracted=item.is_retracted or correction.is_excluded,
    )
