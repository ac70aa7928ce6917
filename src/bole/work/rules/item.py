"""An item is a thing in an outside tool as last known; a fact is a number that it stands for."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

Kind = Literal["task", "change", "defect", "review", "push", "ticket", "rating", "delivery", "rework", "fact"]
State = Literal["open", "done", "dropped"]
MARKS = ("postponed", "reopened", "resolved", "responded")


@dataclass(frozen=True, order=True, slots=True)
class Mark:
    """Something that happened to the item and that its latest state does not show: a due date moved, work sent back.

    Marks of all versions are united, so the order of deliveries cannot matter. A tool that tells only its latest state also marks
    `responded` (somebody answered; the first one counts) and `resolved` (the work was done, before a later formal closing).
    """

    name: str  # one of MARKS
    moment: datetime


@dataclass(frozen=True, slots=True)
class ItemVersion:
    """One version of an item, as a connector maps it or as `POST /api/v1/items` brings it. Moments are aware, UTC.

    `version` orders the versions of one item (usually microseconds of the tool's `updated_at`); of two equal versions the one whose
    `digest` is greater wins, so that every order of arrival ends alike. `account` is the tool's own id of who is credited; None means
    that nobody is. `values` holds whole numbers in the smallest unit, by name (measure code for kind "fact" and "rating").
    """

    external_id: str
    kind: Kind
    version: int
    account: str | None
    state: State = "open"
    title: str = ""
    link: str = ""
    project: str = ""
    opened_at: datetime | None = None
    due_on: date | None = None
    responded_at: datetime | None = None
    closed_at: datetime | None = None
    labels: frozenset[str] = frozenset()
    values: tuple[tuple[str, int], ...] = ()
    marks: frozenset[Mark] = frozenset()
    is_retracted: bool = False
    account_name: str = ""
    account_email: str = ""


@dataclass(frozen=True, order=True, slots=True)
class FactValue:
    """A number that an item stands for: measure code, which one of several (`ordinal`), moment, local day, value."""

    measure: str
    ordinal: int
    moment: datetime
    day: date
    value: int


@dataclass(frozen=True, slots=True)
class Mapped:
    """What a connector makes of one delivery: items, or the reason why there are none (`ignored`)."""

    items: tuple[ItemVersion, ...] = ()
    ignored: str = ""
    notes: tuple[str, ...] = field(default=())
