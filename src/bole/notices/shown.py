"""Notices in words, day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _

from bole.kit.clock import local_day
from bole.kit.ui.controls import Way
from bole.kit.ui.days import hour
from bole.notices.kinds import GROUPS, kind_of, said
from bole.notices.queries import NoticeRow


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """One notice: its sentence, when it came, and the way to mark it read and go where it leads."""

    ref: str
    words: str
    icon: str
    note: str
    address: str
    is_unread: bool


@dataclass(frozen=True, slots=True)
class DayShown:
    """The notices of one day."""

    day: date
    rows: tuple[NoticeShown, ...]


def days_shown(rows: Sequence[NoticeRow]) -> list[DayShown]:
    """Return the notices by day, the latest first."""
    return [DayShown(day, tuple(_shown(one) for one in found)) for day, found in groupby(rows, key=lambda one: local_day(one.told_at))]


def _shown(one: NoticeRow) -> NoticeShown:
    kind = kind_of(one.kind)
    return NoticeShown(
        ref=one.ref,
        words=said(kind, one.params),
        icon=kind.icon,
        note=f"{GROUPS[kind.group]} · {hour(one.told_at)}",
        address=one.address,
        is_unread=not one.is_read,
    )


def ways_shown(*, unread: int, is_all: bool) -> list[Way]:
    """Return the two lists: what is new, and everything."""
    return [Way(_("Unread"), "/notices/", not is_all, unread), Way(_("All"), "/notices/?all=1", is_all)]
